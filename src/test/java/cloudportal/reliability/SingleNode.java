package cloudportal.reliability;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import org.awaitility.Awaitility;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** One node on an H2 file and its post office. The file is read while the node is down, as only one process can have it open. */
final class SingleNode implements AutoCloseable {

    private static final int PEOPLE = 3;
    private static final int CUSTOMERS = 2;

    private final RunSettings run;
    private final PostOffice postOffice = new PostOffice();
    private final Journal journal = new Journal();
    private final RunReport report;
    private final String url;
    private final PortalNode node;
    private final List<List<CaseToPlay>> cases = new ArrayList<>();

    SingleNode(RunSettings run, Random seed, Path directory, Path results) {
        this.run = run;
        this.report = new RunReport(results);
        // The default of the application but for the place.
        this.url = "jdbc:h2:file:%s;WRITE_DELAY=0;QUERY_CACHE_SIZE=512;DB_CLOSE_ON_EXIT=FALSE"
                .formatted(directory.resolve("portal").toAbsolutePath());
        this.node = new PortalNode(
                "single",
                Ports.free(),
                results,
                NodeSettings.of(
                        "single", run, postOffice, "spring.profiles.active=demo", "spring.datasource.url=" + url),
                Map.of());
        onFile(database -> {
            Flyway.configure()
                    .dataSource(database.getDataSource())
                    .locations("db/migration", "db/vendor/h2", "cloudportal/request/migration")
                    .load()
                    .migrate();
            Customers customers = new Customers(database);
            for (int round = 0; round < run.rarerRounds(); round++) {
                cases.add(customers.add(CUSTOMERS, seed));
            }
            return cases;
        });
    }

    PostOffice postOffice() {
        return postOffice;
    }

    PortalNode node() {
        return node;
    }

    void start() {
        node.start();
        node.awaitReady();
    }

    /** People begin to work on the cases of a round. */
    Load load(int round) {
        List<CaseToPlay> ofRound = cases.get(round - 1);
        Customers.admit(ofRound, administrator());
        return Load.start(ofRound, List.of(node.port()), PEOPLE, journal);
    }

    /** Waits until so many more steps were acknowledged. */
    void awaitSteps(int more) {
        long until = journal.acknowledged() + more;
        Awaitility.await("%d steps are acknowledged".formatted(until))
                .atMost(Duration.ofSeconds(90))
                .until(() -> journal.acknowledged() >= until);
    }

    /** Waits until nothing is due, stops the node, and says what is broken then. */
    List<String> checkWhenQuiet(Nemesis.Blow blow) {
        Awaitility.await("nothing is due")
                .atMost(run.recovery().multipliedBy(3))
                .pollInterval(Duration.ofMillis(250))
                .until(() ->
                        administrator().get("/job/count?executable=true").text().equals("{\"count\":0}"));
        node.stop();
        History history = new History(
                journal.deeds(),
                journal.refused(),
                journal.outages(),
                journal.recoveries(),
                journal.rollouts(),
                journal.expired(),
                postOffice.mails(),
                onFile(database -> new RecordsReader(database).read()),
                run.recovery());
        List<String> broken = Checker.check(history);
        report.line("H2, %s", blow.what());
        report.state(history, broken);
        return broken;
    }

    @Override
    public void close() {
        node.close();
        postOffice.close();
    }

    private Caller administrator() {
        return new Caller(List.of(node.port()), 0, "admin@portal.example", journal);
    }

    private <T> T onFile(Function<JdbcTemplate, T> work) {
        SingleConnectionDataSource file = new SingleConnectionDataSource(url, "sa", "", true);
        try {
            return work.apply(new JdbcTemplate(file));
        } finally {
            file.destroy();
        }
    }
}
