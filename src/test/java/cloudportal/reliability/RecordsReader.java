package cloudportal.reliability;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads what the invariants speak of. The engine's times stand in Japan's zone. */
final class RecordsReader {

    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
    private static final String OF_CASES = " where contract_number like '" + Customers.CONTRACTS + "%'";
    private static final String OF_REQUESTS = " where request_number in (select number from request" + OF_CASES + ")";

    private final JdbcTemplate database;

    RecordsReader(JdbcTemplate database) {
        this.database = database;
    }

    Records read() {
        return new Records(
                Instant.now(), contracts(), requests(), events(), outbox(), processes(), jobs(), incidents(), setUp());
    }

    List<Records.Job> jobs() {
        return database.query(
                "select j.id_, j.process_instance_id_, d.act_id_, j.retries_, coalesce(j.duedate_, j.create_time_) due,"
                        + " j.lock_exp_time_ from act_ru_job j left join act_ru_jobdef d on d.id_ = j.job_def_id_"
                        + " where j.process_instance_id_ is not null",
                (row, n) -> new Records.Job(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getInt(4),
                        moment(row, 5),
                        moment(row, 6)));
    }

    private List<Records.Contract> contracts() {
        return database.query(
                "select number, status from contract where number like '" + Customers.CONTRACTS + "%'",
                (row, n) -> new Records.Contract(row.getString(1), row.getString(2)));
    }

    private List<Records.Request> requests() {
        return database.query(
                "select number, contract_number, open_contract_number, status, event_count, event_hash from request"
                        + OF_CASES,
                (row, n) -> new Records.Request(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getInt(5),
                        row.getString(6)));
    }

    private List<Records.Event> events() {
        return database.query(
                "select request_number, seq, occurred_at, actor, type, before_json, after_json, previous_hash, hash"
                        + " from request_event" + OF_REQUESTS,
                (row, n) -> new Records.Event(
                        row.getString(1),
                        row.getInt(2),
                        row.getObject(3, OffsetDateTime.class),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6),
                        row.getString(7),
                        row.getString(8),
                        row.getString(9)));
    }

    private List<Records.Outgoing> outbox() {
        return database.query(
                "select request_number, kind, recipient, subject, message_id, status from mail_outbox" + OF_REQUESTS,
                (row, n) -> new Records.Outgoing(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6)));
    }

    private List<Records.Process> processes() {
        return database.query(
                """
                select p.id_, p.proc_def_key_,
                       (select max(c.request_number) from request_case c where c.process_instance_id = p.id_) worked_on,
                       p.business_key_,
                       (select count(*) from act_ru_execution e where e.id_ = p.id_) running,
                       p.end_time_,
                       (select count(*) from act_hi_actinst a where a.proc_inst_id_ = p.id_ and a.end_time_ is null) steps,
                       (select count(*) from act_ru_task t where t.proc_inst_id_ = p.id_) tasks,
                       d.version_, p.start_time_,
                       (select count(*) from act_hi_actinst a
                         where a.proc_inst_id_ = p.id_ and a.proc_def_id_ <> p.proc_def_id_)
                       + (select count(*) from act_ru_execution e
                           where e.proc_inst_id_ = p.id_ and e.proc_def_id_ <> p.proc_def_id_)
                       + (select count(*) from act_ru_task t
                           where t.proc_inst_id_ = p.id_ and t.proc_def_id_ <> p.proc_def_id_)
                       + (select count(*) from act_ru_job j
                           where j.process_instance_id_ = p.id_ and j.process_def_id_ <> p.proc_def_id_) others
                from act_hi_procinst p join act_re_procdef d on d.id_ = p.proc_def_id_
                """,
                (row, n) -> new Records.Process(
                        row.getString(1),
                        row.getString(2),
                        row.getInt(9),
                        row.getInt(11),
                        moment(row, 10),
                        row.getString(2).equals("cancellation-fulfilment") ? row.getString(4) : row.getString(3),
                        row.getInt(5) > 0,
                        moment(row, 6),
                        row.getInt(7),
                        row.getInt(8)));
    }

    private List<Records.Incident> incidents() {
        return database.query(
                "select proc_inst_id_, incident_type_, incident_msg_ from act_ru_incident",
                (row, n) -> new Records.Incident(row.getString(1), row.getString(2), row.getString(3)));
    }

    private List<String> setUp() {
        return Stream.of(
                        "select 'definition ' || key_ || ' ' || version_ from act_re_procdef",
                        "select 'decision ' || key_ || ' ' || version_ from act_re_decision_def",
                        "select 'task list ' || name_ from act_ru_filter",
                        "select 'group ' || id_ from act_id_group",
                        "select 'grant ' || coalesce(group_id_, user_id_) || ' ' || resource_type_ || ' ' || resource_id_"
                                + " from act_ru_authorization where group_id_ is not null",
                        "select 'customer ' || company_name from customer")
                .flatMap(query -> database.queryForList(query, String.class).stream())
                .toList();
    }

    private static Instant moment(ResultSet row, int column) throws SQLException {
        Timestamp time = row.getTimestamp(column);
        if (time == null) {
            return null;
        }
        return row.getObject(column, LocalDateTime.class).atZone(JAPAN).toInstant();
    }
}
