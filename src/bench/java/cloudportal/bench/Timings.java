package cloudportal.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** How long each step took one person. */
final class Timings {

    private final Map<String, List<Long>> nanos = new LinkedHashMap<>();

    <T> T time(String step, Supplier<T> call) {
        long begin = System.nanoTime();
        T answer = call.get();
        nanos.computeIfAbsent(step, first -> new ArrayList<>()).add(System.nanoTime() - begin);
        return answer;
    }

    void addTo(Map<String, List<Long>> all) {
        nanos.forEach((step, times) ->
                all.computeIfAbsent(step, first -> new ArrayList<>()).addAll(times));
    }
}
