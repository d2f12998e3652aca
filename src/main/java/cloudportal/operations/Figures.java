package cloudportal.operations;

import cloudportal.request.RequestStatus;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.Map;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What there is to do, as the tables tell it; the same on every node. Asked often, it reads at most every ten seconds. */
@Component
class Figures {

    private static final Duration KEPT = Duration.ofSeconds(10);

    /**
     * Something that waits.
     *
     * @param count how many
     * @param oldest for how long the first of them has waited; zero where none does
     */
    record Waiting(long count, Duration oldest) {

        double seconds() {
            return oldest.toMillis() / 1000.0;
        }
    }

    /**
     * All figures of one moment.
     *
     * @param jobs due, and in nobody's hands
     * @param unsentMails to be sent, or to be tried again
     * @param heldMails kept because no mail server is configured
     * @param incidents open
     */
    record Reading(
            Map<RequestStatus, Long> cases, Waiting jobs, Waiting unsentMails, Waiting heldMails, Waiting incidents) {}

    private final JdbcClient database;
    private final Clock clock;
    private Reading last;
    private long readAt;

    Figures(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The figures of now, or of a few seconds ago. */
    synchronized Reading recent() {
        if (last == null || System.nanoTime() - readAt >= KEPT.toNanos()) {
            last = read();
            readAt = System.nanoTime();
        }
        return last;
    }

    Reading read() {
        return new Reading(cases(), jobs(), mails("UNSENT"), mails("HELD"), incidents());
    }

    private Map<RequestStatus, Long> cases() {
        Map<RequestStatus, Long> cases = new EnumMap<>(RequestStatus.class);
        for (RequestStatus status : RequestStatus.values()) {
            cases.put(status, 0L);
        }
        database.sql("select status, count(*) from request group by status")
                .query((row, number) -> cases.put(RequestStatus.valueOf(row.getString(1)), row.getLong(2)))
                .list();
        return cases;
    }

    private Waiting mails(String status) {
        return database.sql("select count(*), min(created_at) from mail_outbox where status = ?")
                .param(status)
                .query((row, number) -> {
                    OffsetDateTime oldest = row.getObject(2, OffsetDateTime.class);
                    return waiting(row, oldest == null ? null : oldest.toInstant(), clock.instant());
                })
                .single();
    }

    private Waiting jobs() {
        Timestamp now = Timestamp.from(engineNow());
        return database.sql(
                        """
                        select count(*), min(coalesce(duedate_, create_time_)) from act_ru_job
                        where retries_ > 0 and suspension_state_ = 1 and coalesce(duedate_, create_time_) <= ?
                          and (lock_exp_time_ is null or lock_exp_time_ < ?)
                        """)
                .params(now, now)
                .query((row, number) -> ofEngine(row))
                .single();
    }

    private Waiting incidents() {
        return database.sql("select count(*), min(incident_timestamp_) from act_ru_incident")
                .query((row, number) -> ofEngine(row))
                .single();
    }

    /** The engine's columns hold no zone; the driver reads them in the JVM's, as the engine does. */
    private static Waiting ofEngine(ResultSet row) throws SQLException {
        Timestamp oldest = row.getTimestamp(2);
        return waiting(row, oldest == null ? null : oldest.toInstant(), engineNow());
    }

    private static Instant engineNow() {
        return ClockUtil.getCurrentTime().toInstant();
    }

    private static Waiting waiting(ResultSet row, Instant oldest, Instant now) throws SQLException {
        Duration age = oldest == null || oldest.isAfter(now) ? Duration.ZERO : Duration.between(oldest, now);
        return new Waiting(row.getLong(1), age);
    }
}
