package cloudportal.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {

    @TempDir
    Path directory;

    @Test
    void comparesEachRoundWithItself() {
        assertThat(Report.ratios(Map.of(1, 10.0, 2, 30.0), Map.of(1, 5.0, 2, 20.0)))
                .containsExactlyInAnyOrder(2.0, 1.5);
    }

    @Test
    void leavesOutRoundsThatThePeerHasNot() {
        assertThat(Report.ratios(Map.of(1, 10.0, 2, 30.0), Map.of(2, 20.0))).containsExactly(1.5);
    }

    @Test
    void writesTheMedianWithItsNoiseBesideTheRatio() throws IOException {
        // given three rounds of two contenders
        Results results = new Results();
        double[] portal = {10, 12, 11};
        double[] camunda = {20, 20, 22};
        for (int round = 1; round <= 3; round++) {
            add(results, Contender.PORTAL, round, portal[round - 1]);
            add(results, Contender.CAMUNDA, round, camunda[round - 1]);
        }

        // when the table is written
        Path file = directory.resolve("table.md");
        new Report(results).writeTo(file);

        // then
        assertThat(Files.readString(file))
                .contains("| 8 | cases per second | 11 (10–12) | 20 (20–22) | – | 0.50 (0.50–0.60) | – |");
    }

    private static void add(Results results, Contender contender, int round, double value) {
        results.add(new Results.Result("load", "h2", "8", "cases per second", contender, round, value));
    }
}
