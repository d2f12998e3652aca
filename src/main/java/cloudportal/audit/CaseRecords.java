package cloudportal.audit;

import cloudportal.audit.CaseHistory.Event;
import cloudportal.audit.CaseHistory.Mail;
import cloudportal.audit.CaseHistory.Request;
import cloudportal.request.RequestKind;
import cloudportal.request.RequestStatus;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What our tables say of requests: the facts, the log, the mails. */
@Component
class CaseRecords {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcTemplate database;

    CaseRecords(JdbcTemplate database) {
        this.database = database;
    }

    List<Request> requests(List<String> numbers) {
        return each(
                numbers,
                "select r.*, c.company_name, c.contact_name from request r join customer c on c.id = r.customer_id"
                        + " where r.number = ?",
                CaseRecords::request);
    }

    List<Event> events(List<String> numbers) {
        return each(
                numbers,
                "select * from request_event where request_number = ? order by seq",
                (row, index) -> new Event(
                        row.getString("request_number"),
                        row.getInt("seq"),
                        moment(row, "occurred_at"),
                        row.getString("actor"),
                        row.getString("type"),
                        json(row.getString("before_json")),
                        json(row.getString("after_json")),
                        row.getString("previous_hash"),
                        row.getString("hash")));
    }

    List<Mail> mails(List<String> numbers) {
        return each(
                numbers,
                "select * from mail_outbox where request_number = ? order by id",
                (row, index) -> new Mail(
                        row.getString("request_number"),
                        row.getString("kind"),
                        row.getString("recipient"),
                        row.getString("recipient_name"),
                        row.getString("subject"),
                        row.getString("body"),
                        row.getString("message_id"),
                        row.getString("status"),
                        row.getInt("attempts"),
                        row.getString("last_reply"),
                        moment(row, "created_at"),
                        moment(row, "sent_at")));
    }

    private <T> List<T> each(List<String> numbers, String sql, org.springframework.jdbc.core.RowMapper<T> mapper) {
        List<T> all = new ArrayList<>();
        numbers.forEach(number -> all.addAll(database.query(sql, mapper, number)));
        return all;
    }

    private static Request request(ResultSet row, int index) throws SQLException {
        return new Request(
                row.getString("number"),
                RequestKind.valueOf(row.getString("kind")).label(),
                RequestStatus.valueOf(row.getString("status")).label(),
                row.getString("contract_number"),
                row.getString("company_name"),
                row.getString("contact_name"),
                row.getString("category"),
                row.getString("service"),
                row.getString("created_by"),
                moment(row, "created_at"),
                day(row, "applied_on"),
                row.getString("reason"),
                row.getString("domain_disposition"),
                row.getString("desired_month"),
                day(row, "cancellation_date"),
                row.getObject("minimum_term_months", Integer.class),
                day(row, "minimum_term_end"),
                row.getObject("shortfall_months", Integer.class),
                row.getObject("settlement_amount", Long.class),
                row.getObject("decision_version", Integer.class),
                moment(row, "closed_at"));
    }

    private static String moment(ResultSet row, String column) throws SQLException {
        return Moments.text(row.getObject(column, OffsetDateTime.class));
    }

    private static String day(ResultSet row, String column) throws SQLException {
        LocalDate day = row.getObject(column, LocalDate.class);
        return day == null ? null : day.toString();
    }

    /** An entry that somebody broke is shown as the text that it is. */
    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            return JSON.getNodeFactory().textNode(text);
        }
    }
}
