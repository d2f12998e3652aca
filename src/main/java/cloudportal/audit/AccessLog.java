package cloudportal.audit;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Writes down who looked at what, before it is shown: what cannot be recorded is not shown. */
@Component
class AccessLog {

    private static final int LONGEST = 4_000;

    private final JdbcTemplate database;
    private final Clock clock;

    AccessLog(JdbcTemplate database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** What was done. */
    enum Action {
        SEARCHED,
        OPENED_CASE,
        EXPORTED_CASE_HTML,
        EXPORTED_CASE_JSON,
        EXPORTED_SEARCH_CSV,
        CHECKED_LOG,
        READ_ACCESSES
    }

    /** An access that is on record. */
    record Access(
            String occurredAt,
            String actor,
            String action,
            String processInstanceId,
            String requestNumber,
            String detail) {}

    void record(String actor, Action action, String processInstanceId, String requestNumber, String detail) {
        database.update(
                "insert into audit_access (occurred_at, actor, action, process_instance_id, request_number, detail)"
                        + " values (?, ?, ?, ?, ?, ?)",
                OffsetDateTime.now(clock),
                actor,
                action.name(),
                processInstanceId,
                requestNumber,
                detail.substring(0, Math.min(LONGEST, detail.length())));
    }

    /** The newest first. */
    List<Access> page(int page, int size) {
        return database.query(
                "select * from audit_access order by occurred_at desc, id desc limit ? offset ?",
                (row, index) -> new Access(
                        Moments.text(row.getObject("occurred_at", OffsetDateTime.class)),
                        row.getString("actor"),
                        row.getString("action"),
                        row.getString("process_instance_id"),
                        row.getString("request_number"),
                        row.getString("detail")),
                size,
                page * size);
    }
}
