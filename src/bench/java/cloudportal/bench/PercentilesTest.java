package cloudportal.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PercentilesTest {

    @Test
    void takesTheNearestRank() {
        // given one to a hundred milliseconds
        Percentiles percentiles = new Percentiles(
                LongStream.rangeClosed(1, 100).map(i -> i * 1_000_000).boxed().toList());

        // then the rank is the percentage
        assertThat(percentiles.millis(50)).isEqualTo(50);
        assertThat(percentiles.millis(95)).isEqualTo(95);
        assertThat(percentiles.millis(99)).isEqualTo(99);
    }

    @Test
    void takesTheOnlyValueForEachPercentage() {
        assertThat(new Percentiles(List.of(7_000_000L)).millis(99)).isEqualTo(7);
    }

    @Test
    void knowsNothingOfNothing() {
        assertThat(new Percentiles(List.of()).millis(95)).isNaN();
    }
}
