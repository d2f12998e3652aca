package cloudportal.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One node on an H2 file, as it is delivered, killed while people work with it. */
@Tag("reliability")
class SingleNodeReliabilityIT {

    private static final int STEPS_BEFORE = 15;

    private final RunSettings run = RunSettings.given();
    private final Random seed = new Random(run.seed());

    @Test
    void losesNothingThatWasAcknowledgedWhenItIsKilled(@TempDir Path directory) throws IOException {
        Path results = Files.createDirectories(Path.of("target", "reliability"));
        try (SingleNode single = new SingleNode(run, seed, directory, results)) {
            Nemesis nemesis = new Nemesis(single.postOffice(), seed);
            for (int round = 1; round <= run.rarerRounds(); round++) {
                // given
                single.start();
                Load load = single.load(round);
                single.awaitSteps(STEPS_BEFORE);
                // when
                Nemesis.Blow blow = nemesis.kill(single.node());
                single.start();
                load.finish();
                // then
                assertThat(single.checkWhenQuiet(blow))
                        .as("round %d, %s", round, blow)
                        .isEmpty();
            }
        }
    }
}
