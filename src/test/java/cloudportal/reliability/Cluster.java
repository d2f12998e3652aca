package cloudportal.reliability;

import cloudportal.support.Browser;
import cloudportal.support.Person;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Two nodes, their PostgreSQL and their post office. */
final class Cluster implements AutoCloseable {

    private static final int PEOPLE = 4;
    private static final int CUSTOMERS = 3;

    private final RunSettings run;
    private final PostOffice postOffice = new PostOffice();
    private final StoppablePostgres postgres;
    private final JdbcTemplate database;
    private final RecordsReader reader;
    private final Journal journal = new Journal();
    private final Customers customers;
    private final List<PortalNode> nodes;
    private final RunReport report;

    Cluster(RunSettings run, Path directory, Path results) {
        this.run = run;
        this.report = new RunReport(results);
        this.postgres = new StoppablePostgres(directory.resolve("postgres"));
        this.database = new JdbcTemplate(new DriverManagerDataSource(postgres.url(), "postgres", "postgres"));
        this.reader = new RecordsReader(database);
        this.customers = new Customers(database);
        this.nodes = Stream.of("node-a", "node-b")
                .map(name -> new PortalNode(
                        name,
                        Ports.free(),
                        results,
                        // The demo brings the people; the database is the profile postgres' as delivered.
                        NodeSettings.of(name, run, postOffice, "spring.profiles.active=demo,postgres"),
                        postgres.environment()))
                .toList();
    }

    PostOffice postOffice() {
        return postOffice;
    }

    StoppablePostgres postgres() {
        return postgres;
    }

    RunReport report() {
        return report;
    }

    Journal journal() {
        return journal;
    }

    List<PortalNode> nodes() {
        return nodes;
    }

    void startAllAtOnce() {
        nodes.forEach(PortalNode::start);
        nodes.forEach(PortalNode::awaitReady);
        report.line("both nodes serve people, seed %d", run.seed());
    }

    /** Starts a node with the clock set, which the demo allows, and answers by how much it is ahead of the database's. */
    Duration startAhead(PortalNode node, Duration ahead) {
        // The clock begins when the node has come to read it.
        Duration untilRead = Duration.ofSeconds(3);
        node.start(List.of(
                "portal.clock=" + Instant.now().plus(ahead).plus(untilRead).atOffset(ZoneOffset.UTC)));
        node.awaitReady();
        Duration measured = Duration.ofMillis(count("select max(clock_ahead_millis) from node"));
        report.line("%s is %s ahead", node.name(), measured);
        return measured;
    }

    /** How many connections the database has under a name. */
    int connectionsUnder(String application) {
        return count("select count(*) from pg_stat_activity where application_name = '%s'".formatted(application));
    }

    /** People begin to work. */
    Load load(Random seed) {
        List<CaseToPlay> cases = customers.add(CUSTOMERS, seed);
        Customers.admit(cases, administrator());
        return Load.start(cases, ports(), PEOPLE, journal);
    }

    /** Waits until so many more steps were acknowledged. */
    void awaitSteps(int more) {
        long until = journal.acknowledged() + more;
        Awaitility.await("%d steps are acknowledged".formatted(until))
                .atMost(Duration.ofSeconds(90))
                .until(() -> journal.acknowledged() >= until);
    }

    Interrupted interruptedBy(Nemesis.Blow blow) {
        return new Interrupted(blow.what(), blow.at(), reader, journal, run.recovery());
    }

    /** Waits until nothing is due, and says what is broken then. */
    List<String> checkWhenQuiet() {
        Awaitility.await("nothing is due")
                .atMost(run.recovery().multipliedBy(3))
                .pollInterval(Duration.ofMillis(250))
                .until(() -> reader.jobs().stream()
                        .noneMatch(job -> job.lockedUntil() != null
                                || job.retries() > 0 && !job.due().isAfter(Instant.now())));
        History history = history();
        List<String> broken = Checker.check(history);
        report.state(history, broken);
        return broken;
    }

    /** Stops the database hard and starts it again after a while. */
    Nemesis.Blow stopDatabaseFor(Duration away) {
        Instant from = Instant.now();
        postgres.stopHard();
        LockSupport.parkNanos(away.toNanos());
        postgres.start();
        Instant back = Instant.now();
        journal.outage(from, back.plus(NodeSettings.CONNECTION).plusSeconds(1));
        return new Nemesis.Blow("database stopped hard for %s".formatted(Duration.between(from, back)), back);
    }

    /** The owner deploys a next version of the models through one of the nodes. */
    Rollout deployNextVersion(PortalNode through) {
        int version = 1 + count("select max(version_) from act_re_procdef");
        Rollout rollout = NextVersion.deploy(through, version);
        journal.rolledOut(rollout);
        report.line("%s through %s", rollout, through.name());
        return rollout;
    }

    /** The versions of the definitions, each once. */
    List<String> versions() {
        return database.queryForList("select key_ || ' ' || version_ from act_re_procdef order by 1", String.class);
    }

    /** How many cases on older versions ended since a deployment, and how many began on its version. */
    Passed passed(Rollout rollout) {
        List<Records.Process> processes = reader.read().processes();
        long older = processes.stream()
                .filter(process -> process.version() < rollout.version())
                .filter(process ->
                        process.endedAt() != null && process.endedAt().isAfter(rollout.answered()))
                .count();
        long newer = processes.stream()
                .filter(process -> process.version() == rollout.version())
                .count();
        return new Passed(older, newer);
    }

    /**
     * What became of cases since a deployment.
     *
     * @param endedOnOlder ended on an older version
     * @param begunOnNew began on the new one
     */
    record Passed(long endedOnOlder, long begunOnNew) {}

    Browser auditor() {
        Browser auditor = new Browser(nodes.get(0).port());
        auditor.logIn("auditor@portal.example", Person.PASSWORD, "cockpit");
        return auditor;
    }

    /** Some history has expired now. */
    AgedHistory ageHistory() {
        AgedHistory aged = new AgedHistory(database);
        journal.expired(aged.oldRequests());
        report.line(aged.size());
        return aged;
    }

    /** An administrator does not wait for the night. */
    void cleanHistoryNow() {
        Caller.Reply reply = administrator().post("/history/cleanup?immediatelyDue=true", Map.of());
        if (!reply.isOk()) {
            throw new AssertionError(reply);
        }
    }

    /** Lets the post office be in a mood until so many attempts to send failed. */
    void letMailsFail(PostOffice.Mood mood, int attempts) {
        int until = failedAttempts() + attempts;
        report.line("post office %s", mood);
        postOffice.turn(mood);
        Awaitility.await("%d mails fail while %s".formatted(attempts, mood))
                .atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> failedAttempts() >= until);
    }

    /** Waits until every mail is sent, which takes the first retries a minute. */
    void awaitAllMailsSent() {
        Instant since = Instant.now();
        Awaitility.await("all mails are sent")
                .atMost(Duration.ofMinutes(8))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> count("select count(*) from mail_outbox where status <> 'SENT'") == 0);
        report.line("all mails are sent after another %s", Duration.between(since, Instant.now()));
    }

    private int failedAttempts() {
        return count("select coalesce(sum(attempts), 0) from mail_outbox where status = 'UNSENT'");
    }

    private int count(String query) {
        return database.queryForObject(query, Integer.class);
    }

    @Override
    public void close() {
        nodes.forEach(PortalNode::close);
        postgres.close();
        postOffice.close();
    }

    private History history() {
        // The mailbox last: what the records say is sent has arrived by then.
        Records records = reader.read();
        return new History(
                journal.deeds(),
                journal.refused(),
                journal.outages(),
                journal.recoveries(),
                journal.rollouts(),
                journal.expired(),
                postOffice.mails(),
                records,
                run.recovery());
    }

    private Caller administrator() {
        return new Caller(ports(), 0, "admin@portal.example", journal);
    }

    private List<Integer> ports() {
        return nodes.stream().map(PortalNode::port).toList();
    }
}
