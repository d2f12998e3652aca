package cloudportal.engine.economy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Date;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.Test;

class LongCountsTest {

    private final LongCounts counts = new LongCounts();
    private final AtomicLong tasks = new AtomicLong();
    private final ToLongFunction<Map<String, Object>> quick = question -> tasks.incrementAndGet();
    private final ToLongFunction<Map<String, Object>> slow = question -> {
        long until = System.nanoTime() + 60_000_000;
        while (System.nanoTime() < until) {
            Thread.onSpinWait();
        }
        return tasks.incrementAndGet();
    };

    @Test
    void makesAShortCountAnewEachTime() {
        assertThat(counts.get(Map.of("person", "a"), quick)).isEqualTo(1);
        assertThat(counts.get(Map.of("person", "a"), quick)).isEqualTo(2);
    }

    @Test
    void showsALongCountAgainForAWhileToWhoeverAskedTheSame() {
        assertThat(counts.get(Map.of("person", "a"), slow)).isEqualTo(1);
        assertThat(counts.get(Map.of("person", "a"), quick)).isEqualTo(1);
        assertThat(counts.get(Map.of("person", "b"), quick)).isEqualTo(2);
    }

    @Test
    void takesMomentsOfOneMinuteForTheSame() {
        assertThat(counts.get(Map.of("dueBefore", new Date(60_000)), slow)).isEqualTo(1);
        assertThat(counts.get(Map.of("dueBefore", new Date(60_001)), quick)).isEqualTo(1);
        assertThat(counts.get(Map.of("dueBefore", new Date(120_000)), quick)).isEqualTo(2);
    }
}
