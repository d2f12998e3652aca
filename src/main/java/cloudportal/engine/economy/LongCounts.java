package cloudportal.engine.economy;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.function.ToLongFunction;

/**
 * Counts of tasks for the badges of task lists. A count has to go through all that it counts; one that took long is shown again for
 * twenty times as long as it took, so that badges cost a twentieth of the database's time at most, however many people look. A short
 * one is always made anew.
 */
final class LongCounts {

    private static final long LONG = Duration.ofMillis(50).toNanos();
    private static final int TIMES = 20;

    /** In milliseconds. */
    private static final long GRAIN = 60_000;

    private record Counted(long count, long until) {}

    private final Cache<Map<String, Object>, Counted> counted =
            Caffeine.newBuilder().maximumSize(1_000).build();

    /** @param question statement and parameters, with whoever asks among them */
    long get(Map<String, Object> question, ToLongFunction<Map<String, Object>> count) {
        Map<String, Object> asked = new HashMap<>(question);
        // What is due by now is asked with another moment each time.
        asked.replaceAll((name, value) -> value instanceof Date date ? date.getTime() / GRAIN : value);
        Counted known = counted.getIfPresent(asked);
        long began = System.nanoTime();
        if (known != null && began - known.until() < 0) {
            return known.count();
        }
        long fresh = count.applyAsLong(question);
        long took = System.nanoTime() - began;
        if (took > LONG) {
            counted.put(asked, new Counted(fresh, began + took * TIMES));
        } else {
            counted.invalidate(asked);
        }
        return fresh;
    }
}
