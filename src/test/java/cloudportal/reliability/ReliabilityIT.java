package cloudportal.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Two nodes on one PostgreSQL, started at once on an empty database, worked with while things fail around them. */
@Tag("reliability")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReliabilityIT {

    private static final int STEPS_BETWEEN = 12;

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
    @Order(1)
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
}
