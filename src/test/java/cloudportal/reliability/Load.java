package cloudportal.reliability;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** Some people who play one case after the other until they are told to finish. */
final class Load {

    private final ExecutorService people;
    private final List<Future<?>> work;
    private volatile boolean finishing;

    private Load(Queue<CaseToPlay> cases, List<Integer> ports, int peopleAtOnce, Journal journal) {
        people = Executors.newFixedThreadPool(peopleAtOnce);
        work = IntStream.range(0, peopleAtOnce)
                .<Future<?>>mapToObj(person -> people.submit(() -> {
                    for (CaseToPlay next = cases.poll(); next != null && !finishing; next = cases.poll()) {
                        new CasePlay(next, ports, person, journal).run();
                    }
                }))
                .toList();
    }

    static Load start(List<CaseToPlay> cases, List<Integer> ports, int peopleAtOnce, Journal journal) {
        return new Load(new ConcurrentLinkedQueue<>(cases), ports, peopleAtOnce, journal);
    }

    /** Lets everybody bring the case at hand to its end. */
    void finish() {
        finishing = true;
        people.shutdown();
        try {
            for (Future<?> one : work) {
                one.get(4, TimeUnit.MINUTES);
            }
        } catch (Exception e) {
            throw new AssertionError("Somebody could not go on", e);
        }
    }
}
