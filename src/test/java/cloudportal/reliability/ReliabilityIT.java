package cloudportal.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import cloudportal.reliability.PostOffice.Mood;
import cloudportal.support.Browser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** Two nodes on one PostgreSQL, started at once on an empty database, worked with while things fail around them. */
@Tag("reliability")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReliabilityIT {

    private static final int STEPS_BETWEEN = 12;
    private static final int FAILURES = 2;
    private static final String CASE = "/camunda/api/cockpit/plugin/portal-audit/default/case/";

    private final RunSettings run = RunSettings.given();
    private final Random seed = new Random(run.seed());

    private Cluster cluster;

    @BeforeAll
    void startBothNodesOnAnEmptyDatabase(@TempDir Path directory) throws IOException {
        Path results = Files.createDirectories(Path.of("target", "reliability"));
        cluster = new Cluster(run, directory, results);
        cluster.startAllAtOnce();
    }

    @AfterAll
    void stop() {
        if (cluster != null) {
            cluster.close();
        }
    }

    @Test
    @Order(0)
    void runsWithTheProfileThatIsDelivered() {
        // the pool of application-postgres.yaml keeps eight connections at least, under the name that it gives them
        assertThat(cluster.connectionsUnder("cloud-service-portal"))
                .isGreaterThanOrEqualTo(8 * cluster.nodes().size());
    }

    @Test
    @Order(1)
    void servesPeopleWhileNoMailCanBeSent() {
        // given
        Load load = cluster.load(seed);
        List<PostOffice.Mood> moods = new ArrayList<>(List.of(Mood.REFUSING, Mood.HANGING, Mood.DROPPING));
        Collections.shuffle(moods, seed);
        // when
        for (PostOffice.Mood mood : moods) {
            cluster.letMailsFail(mood, FAILURES);
        }
        cluster.awaitSteps(STEPS_BETWEEN);
        cluster.postOffice().turn(Mood.OPEN);
        load.finish();
        // then
        assertThat(cluster.checkWhenQuiet()).isEmpty();
    }

    @Test
    @Order(2)
    void losesNothingWhenOneOfTwoNodesIsKilledUnderLoad() {
        Nemesis nemesis = new Nemesis(cluster.postOffice(), seed);
        for (int round = 1; round <= run.rounds(); round++) {
            // given
            Load load = cluster.load(seed);
            cluster.awaitSteps(STEPS_BETWEEN);
            PortalNode victim = cluster.nodes().get(seed.nextInt(cluster.nodes().size()));
            // when
            Nemesis.Blow blow = nemesis.kill(victim);
            Interrupted interrupted = cluster.interruptedBy(blow);
            cluster.awaitSteps(STEPS_BETWEEN);
            victim.start();
            // then
            Recovery recovery = interrupted.awaitTakenUp();
            cluster.report().line("round %d: %s", round, recovery);
            load.finish();
            victim.awaitReady();
            assertThat(cluster.checkWhenQuiet()).as("round %d, %s", round, blow).isEmpty();
        }
    }

    @Test
    @Order(3)
    void goesOnByItselfWhenTheDatabaseWasStoppedHard() {
        for (int round = 1; round <= run.rarerRounds(); round++) {
            // given
            Load load = cluster.load(seed);
            cluster.awaitSteps(STEPS_BETWEEN);
            // when
            Nemesis.Blow blow = cluster.stopDatabaseFor(Duration.ofMillis(1_000 + seed.nextInt(5_000)));
            Interrupted interrupted = cluster.interruptedBy(blow);
            cluster.awaitSteps(1);
            cluster.report()
                    .line(
                            "round %d: %s, first step acknowledged %s after it was back",
                            round, blow.what(), Duration.between(blow.at(), Instant.now()));
            cluster.awaitSteps(STEPS_BETWEEN);
            // then
            cluster.report().line("round %d: %s", round, interrupted.awaitTakenUp());
            load.finish();
            assertThat(cluster.checkWhenQuiet()).as("round %d, %s", round, blow).isEmpty();
        }
    }

    @Test
    @Order(4)
    @EnabledIf("cloudportal.reliability.RunSettings#isLongForm")
    void endsEachCaseOnTheVersionItBeganWithWhileANewOneIsRolledOut() {
        // given
        Load load = cluster.load(seed);
        cluster.awaitSteps(STEPS_BETWEEN);
        // when the owner deploys through one node, and the nodes are replaced one by one
        Rollout rollout = cluster.deployNextVersion(cluster.nodes().get(1));
        cluster.awaitSteps(STEPS_BETWEEN / 2);
        for (PortalNode node : cluster.nodes()) {
            node.stop();
            cluster.awaitSteps(STEPS_BETWEEN / 2);
            node.start();
            node.awaitReady();
            load.finish();
            load = cluster.load(seed);
        }
        load.finish();
        // then
        assertThat(cluster.checkWhenQuiet()).isEmpty();
        assertThat(cluster.versions())
                .containsExactly(
                        "cancellation-fulfilment 1",
                        "cancellation-fulfilment 2",
                        "cancellation-request 1",
                        "cancellation-request 2");
        Cluster.Passed passed = cluster.passed(rollout);
        cluster.report().line("%s", passed);
        assertThat(passed.endedOnOlder()).isPositive();
        assertThat(passed.begunOnNew()).isPositive();
    }

    @Test
    @Order(5)
    @EnabledIf("cloudportal.reliability.RunSettings#isLongForm")
    void forgetsTheHistoryThatHasExpiredAndNothingElseWhilePeopleWork() {
        // given
        Browser auditor = cluster.auditor();
        AgedHistory aged = cluster.ageHistory();
        assertThat(aged.rowsLeft()).isPositive();
        assertThat(auditor.get(CASE + aged.oldProcess()).statusCode()).isEqualTo(200);
        Load load = cluster.load(seed);
        cluster.awaitSteps(STEPS_BETWEEN);
        // when
        cluster.cleanHistoryNow();
        // then
        Awaitility.await("expired history is forgotten")
                .atMost(Duration.ofMinutes(1))
                .until(() -> aged.rowsLeft() == 0);
        load.finish();
        assertThat(aged.taken()).isEmpty();
        assertThat(cluster.checkWhenQuiet()).isEmpty();
        assertThat(auditor.get(CASE + aged.oldProcess()).statusCode()).isEqualTo(404);
    }

    @Test
    @Order(6)
    void hasSentEveryMailInTheEndWithNobodysHelp() {
        // when
        cluster.awaitAllMailsSent();
        // then
        assertThat(cluster.checkWhenQuiet()).isEmpty();
        // The post office dropped lines after it took the mail: those came again.
        List<Mail> mails = cluster.postOffice().mails();
        assertThat(mails.stream().map(Mail::messageId).distinct().count()).isLessThan(mails.size());
    }
}
