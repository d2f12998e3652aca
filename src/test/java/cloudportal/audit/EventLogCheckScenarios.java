package cloudportal.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloudportal.audit.EventLogCheck.Finding;
import cloudportal.audit.EventLogCheck.Kind;
import cloudportal.audit.EventLogCheck.Result;
import cloudportal.audit.EventLogCheck.Seal;
import cloudportal.request.EventChain;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The log of two requests, written before there were hashes and chained by the migration; then somebody changes it by hand. */
abstract class EventLogCheckScenarios {

    private static final Instant NOW = Instant.parse("2019-10-16T01:00:00Z");
    private static final String FIRST = "R-20191015-300000";
    private static final String SECOND = "R-20191015-300001";

    private String url;
    private JdbcTemplate database;
    private EventLogCheck check;

    /** A new, empty database. */
    abstract String emptyDatabase();

    abstract String user();

    abstract String vendor();

    /** Takes away what keeps the table append only. */
    abstract void unlock(JdbcTemplate database);

    @BeforeEach
    void aLog() {
        url = emptyDatabase();
        DriverManagerDataSource source = new DriverManagerDataSource(url, user(), "");
        database = new JdbcTemplate(source);
        migrate(source, "2?");
        database.update("insert into customer (company_name, contact_name) values ('観音堂株式会社', '観音 花子')");
        request(FIRST, 300_000);
        request(SECOND, 300_001);
        event(FIRST, 1, "DRAFTED", "{\"reason\":\"統合のため\"}");
        event(FIRST, 2, "SUBMITTED", "{\"settlementAmount\":30000}");
        event(SECOND, 1, "DRAFTED", "{}");
        event(FIRST, 3, "COMPLETED", "{}");
        migrate(source, "latest");
        check = new EventLogCheck(database, new DataSourceTransactionManager(source));
    }

    @Test
    void findsNothingInALogThatNobodyChanged() {
        // when
        Result result = run();

        // then
        assertThat(result.findings()).isEmpty();
        assertThat(result.isUnchanged()).isTrue();
        assertThat(result.requests()).isEqualTo(2);
        assertThat(result.entries()).isEqualTo(4);
    }

    @Test
    void keepsTheLogAppendOnly() {
        assertThatThrownBy(() -> database.update("update request_event set actor = 'x' where seq = 1"))
                .hasStackTraceContaining("append only");
        assertThatThrownBy(() -> database.update("delete from request_event where seq = 1"))
                .hasStackTraceContaining("append only");
        database.update("insert into audit_access (occurred_at, actor, action, detail) values (now(), 'a', 'b', '')");
        assertThatThrownBy(() -> database.update("delete from audit_access")).hasStackTraceContaining("append only");
    }

    @Test
    void namesTheRowThatWasChanged() {
        // when
        tamper(
                "update request_event set after_json = '{\"settlementAmount\":0}' where request_number = '%s' and seq = 2"
                        .formatted(FIRST));

        // then
        assertThat(run().findings()).containsExactly(new Finding(FIRST, 2, id(FIRST, 2), Kind.CHANGED));
    }

    @Test
    void namesTheRowThatWasChangedTogetherWithItsHash() {
        // given somebody who computes the hash of the row anew
        Object[] row = database.queryForMap(
                        "select previous_hash, occurred_at from request_event where request_number = ? and seq = 2",
                        FIRST)
                .values()
                .toArray();
        OffsetDateTime occurredAt = database.queryForObject(
                "select occurred_at from request_event where request_number = ? and seq = 2",
                OffsetDateTime.class,
                FIRST);
        String hash = EventChain.hash((String) row[0], FIRST, 2, occurredAt, "a@b.example", "SUBMITTED", "{}", "{}");

        // when
        tamper("update request_event set after_json = '{}', hash = '%s' where request_number = '%s' and seq = 2"
                .formatted(hash, FIRST));

        // then
        assertThat(run().findings()).containsExactly(new Finding(FIRST, 3, id(FIRST, 3), Kind.OUT_OF_CHAIN));
    }

    @Test
    void missesADeletedRow() {
        // when
        tamper("delete from request_event where request_number = '%s' and seq = 2".formatted(FIRST));

        // then
        assertThat(run().findings()).containsExactly(new Finding(FIRST, 3, id(FIRST, 3), Kind.MISSING_BEFORE));
    }

    @Test
    void missesARowThatWasCutOffAtTheEnd() {
        // when
        tamper("delete from request_event where request_number = '%s' and seq = 3".formatted(FIRST));
        tamper("delete from request_event where request_number = '%s'".formatted(SECOND));

        // then
        assertThat(run().findings())
                .containsExactly(
                        new Finding(FIRST, 2, null, Kind.WRONG_END), new Finding(SECOND, 0, null, Kind.WRONG_END));
    }

    @Test
    void findsARowThatNobodyWrote() {
        // when somebody adds an entry in the right form
        String last = database.queryForObject(
                "select hash from request_event where request_number = ? and seq = 1", String.class, SECOND);
        OffsetDateTime time = OffsetDateTime.parse("2019-10-15T12:00:00+09:00");
        database.update(
                "insert into request_event (request_number, seq, occurred_at, actor, type, before_json, after_json,"
                        + " previous_hash, hash) values (?, 2, ?, 'x', 'RETRACTED', '{}', '{}', ?, ?)",
                SECOND,
                time,
                last,
                EventChain.hash(last, SECOND, 2, time, "x", "RETRACTED", "{}", "{}"));

        // then
        assertThat(run().findings()).containsExactly(new Finding(SECOND, 2, null, Kind.WRONG_END));
    }

    @Test
    void findsRowsInAnotherOrder() {
        // when
        tamper("update request_event set seq = 99 where request_number = '%s' and seq = 1".formatted(FIRST));
        tamper("update request_event set seq = 1 where request_number = '%s' and seq = 2".formatted(FIRST));
        tamper("update request_event set seq = 2 where request_number = '%s' and seq = 99".formatted(FIRST));

        // then
        assertThat(run().findings()).extracting(Finding::kind).contains(Kind.CHANGED, Kind.OUT_OF_CHAIN);
        assertThat(run().findings()).extracting(Finding::requestNumber).containsOnly(FIRST);
    }

    @Test
    void recognisesByItsSealALogThatWasWrittenAnewAsAWhole() {
        // given a seal, and entries that came later
        Seal seal = run().seal();
        assertThat(Seal.parse(seal.toString())).isEqualTo(seal);
        assertThat(check.run(NOW, seal).matchesSeal()).isTrue();

        // when one request's chain is forged to its end
        OffsetDateTime time = OffsetDateTime.parse("2019-10-15T10:00:00+09:00");
        String forged = EventChain.hash(EventChain.START, SECOND, 1, time, "x", "DRAFTED", "{}", "{}");
        tamper("update request_event set actor = 'x', hash = '%s' where request_number = '%s'"
                .formatted(forged, SECOND));
        database.update("update request set event_hash = ? where number = ?", forged, SECOND);

        // then the chains alone look whole, and the seal does not fit
        assertThat(run().isUnchanged()).isTrue();
        Result result = check.run(NOW, seal);
        assertThat(result.findings()).isEmpty();
        assertThat(result.matchesSeal()).isFalse();
        assertThat(result.isUnchanged()).isFalse();
    }

    @Test
    void leavesTheSealAloneWhereOnlyNewEntriesCame() {
        // given
        Seal seal = run().seal();

        // when
        String last = database.queryForObject("select event_hash from request where number = ?", String.class, SECOND);
        OffsetDateTime later = OffsetDateTime.parse("2019-10-17T12:00:00+09:00");
        String hash = EventChain.hash(last, SECOND, 2, later, "x", "EDITED", "{}", "{}");
        database.update(
                "insert into request_event (request_number, seq, occurred_at, actor, type, before_json, after_json,"
                        + " previous_hash, hash) values (?, 2, ?, 'x', 'EDITED', '{}', '{}', ?, ?)",
                SECOND,
                later,
                last,
                hash);
        database.update("update request set event_count = 2, event_hash = ? where number = ?", hash, SECOND);

        // then
        assertThat(check.run(NOW.plusSeconds(86_400), seal).isUnchanged()).isTrue();
    }

    @Test
    void answersTheCommandLine() {
        // given
        String seal = seal(command("--portal.audit.check"), EventLogCheckCommand.UNCHANGED);

        // when
        tamper("update request_event set actor = 'x' where request_number = '%s' and seq = 1".formatted(SECOND));

        // then
        Printed printed = command("--portal.audit.check=" + seal);
        assertThat(printed.exitCode()).isEqualTo(EventLogCheckCommand.CHANGED);
        assertThat(printed.text()).contains(SECOND + " 1行目", "内容が書き換えられています。", "記録が変更されています。", "封印のときの記録と一致しません。");
        assertThat(command("--portal.audit.check=nonsense").exitCode()).isEqualTo(EventLogCheckCommand.NOT_CHECKED);
        assertThat(EventLogCheckCommand.isAskedFor("--portal.audit.checks", "--server.port=1"))
                .isFalse();
    }

    private record Printed(int exitCode, String text) {}

    private Printed command(String option) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int code = EventLogCheckCommand.run(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                option,
                "--spring.datasource.url=" + url,
                "--spring.datasource.username=" + user());
        return new Printed(code, out.toString(StandardCharsets.UTF_8));
    }

    private static String seal(Printed printed, int exitCode) {
        assertThat(printed.exitCode()).as(printed.text()).isEqualTo(exitCode);
        assertThat(printed.text()).contains("お申込 2 件、記録 4 行を検査しました。", "記録は変更されていません。");
        return printed.text()
                .lines()
                .filter(line -> line.startsWith("封印 "))
                .map(line -> line.substring("封印 ".length()))
                .findFirst()
                .orElseThrow();
    }

    private Result run() {
        return check.run(NOW, null);
    }

    private void tamper(String sql) {
        unlock(database);
        assertThat(database.update(sql)).isEqualTo(1);
    }

    private Long id(String number, int seq) {
        return database.queryForObject(
                "select id from request_event where request_number = ? and seq = ?", Long.class, number, seq);
    }

    private void migrate(DriverManagerDataSource source, String version) {
        Flyway.configure()
                .dataSource(source)
                .locations(
                        "classpath:db/migration",
                        "classpath:db/vendor/" + vendor(),
                        "classpath:cloudportal/request/migration")
                .target(version)
                .load()
                .migrate();
    }

    private void request(String number, long sequence) {
        database.update(
                "insert into request (number, sequence, kind, status, customer_id, category, service, created_by,"
                        + " created_at, version) values (?, ?, 'CANCELLATION', 'COMPLETED', 1, 'HOME', 'type-M',"
                        + " 'a@b.example', now(), 0)",
                number,
                sequence);
    }

    private void event(String number, int seq, String type, String after) {
        database.update(
                "insert into request_event (request_number, seq, occurred_at, actor, type, before_json, after_json)"
                        + " values (?, ?, ?, 'a@b.example', ?, '{}', ?)",
                number,
                seq,
                OffsetDateTime.parse("2019-10-15T10:00:00+09:00"),
                type,
                after);
    }
}
