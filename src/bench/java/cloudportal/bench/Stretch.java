package cloudportal.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Some users who play one case after the other for a while. Whoever has begun a case when time is up plays it to its end. */
final class Stretch {

    private final Crowd crowd;
    private final int users;
    private final Duration length;
    private final AtomicInteger errors = new AtomicInteger();

    private Stretch(Crowd crowd, int users, Duration length) {
        this.crowd = crowd;
        this.users = users;
        this.length = length;
    }

    /**
     * What came of it.
     *
     * @param seconds from the first start to the last answer
     * @param nanos of each call, by step
     */
    record Outcome(int cases, int errors, double seconds, Map<String, List<Long>> nanos) {

        double casesPerSecond() {
            return cases / seconds;
        }

        /** Of every call together. */
        Percentiles calls() {
            return new Percentiles(nanos.values().stream().flatMap(List::stream).toList());
        }
    }

    static Outcome play(Crowd crowd, int users, Duration length) {
        return new Stretch(crowd, users, length).play();
    }

    private Outcome play() {
        ExecutorService people = Executors.newFixedThreadPool(users);
        long begin = System.nanoTime();
        List<Future<List<Timings>>> all = IntStream.range(0, users)
                .mapToObj(user -> people.submit(() -> playUntil(begin + length.toNanos(), user)))
                .toList();
        people.shutdown();
        List<Timings> played =
                all.stream().map(Crowd::join).flatMap(List::stream).toList();
        double seconds = (System.nanoTime() - begin) / 1e9;
        Map<String, List<Long>> nanos = new LinkedHashMap<>();
        played.forEach(timings -> timings.addTo(nanos));
        return new Outcome(played.size(), errors.get(), seconds, nanos);
    }

    private List<Timings> playUntil(long end, int user) {
        List<Timings> played = new ArrayList<>();
        while (System.nanoTime() < end) {
            Crowd.Waiting next = crowd.next();
            Timings timings = new Timings();
            try {
                new CasePlay(next.session(), crowd.staff(user), crowd.administrator(), timings::time)
                        .play(next.contractNumber());
                played.add(timings);
            } catch (RuntimeException e) {
                // A case that somebody was refused in is an error, whatever the reason; the log of the bench has it.
                errors.incrementAndGet();
                System.out.println("[bench] error: " + e.getMessage());
            }
            crowd.done(next);
        }
        return played;
    }
}
