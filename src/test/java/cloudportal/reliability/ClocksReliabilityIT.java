package cloudportal.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** Two nodes whose clocks differ by almost as much as a node is let in with. */
@Tag("reliability")
@EnabledIf("cloudportal.reliability.RunSettings#isLongForm")
class ClocksReliabilityIT {

    private static final int STEPS_BETWEEN = 12;

    /** Below the time-out of a mail. */
    private static final Duration A_WHILE = Duration.ofSeconds(2);

    private static final Duration AHEAD = Duration.ofSeconds(25);

    private final RunSettings run = RunSettings.given().withSkew(AHEAD);
    private final Random seed = new Random(run.seed());

    @Test
    void runsEachJobOnceThoughTheClocksDiffer(@TempDir Path directory) throws IOException {
        Path results = Files.createDirectories(Path.of("target", "reliability"));
        try (Cluster cluster = new Cluster(run, directory, results)) {
            // given
            cluster.nodes().get(0).start();
            cluster.nodes().get(0).awaitReady();
            assertThat(cluster.startAhead(cluster.nodes().get(1), AHEAD))
                    .isBetween(Duration.ofSeconds(15), Duration.ofSeconds(30));
            // when each mail takes a while, in which the other node looks for jobs whose locks have run out
            PostOffice.Witness slowness = (sender, moment) -> {
                if (moment == PostOffice.Moment.OFFERED) {
                    LockSupport.parkNanos(A_WHILE.toNanos());
                }
            };
            cluster.postOffice().add(slowness);
            Load load = cluster.load(seed);
            cluster.awaitSteps(5 * STEPS_BETWEEN);
            load.finish();
            // then
            assertThat(cluster.checkWhenQuiet()).isEmpty();
            assertThat(cluster.postOffice().mails())
                    .extracting(Mail::messageId)
                    .as("mails of jobs, none of which was interrupted")
                    .doesNotHaveDuplicates();
            cluster.postOffice().remove(slowness);
            // when the node that is ahead is killed, whose locks end late
            load = cluster.load(seed);
            cluster.awaitSteps(STEPS_BETWEEN);
            Nemesis.Blow blow =
                    new Nemesis(cluster.postOffice(), seed).kill(cluster.nodes().get(1));
            Interrupted interrupted = cluster.interruptedBy(blow);
            cluster.awaitSteps(STEPS_BETWEEN);
            // then
            cluster.report().line("clocks differ: %s", interrupted.awaitTakenUp());
            load.finish();
            assertThat(cluster.checkWhenQuiet()).as(blow.toString()).isEmpty();
        }
    }
}
