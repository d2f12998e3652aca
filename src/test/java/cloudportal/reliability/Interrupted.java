package cloudportal.reliability;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;

/** The jobs that were somebody's when a fault came. Those that are still under the same lock a while later were interrupted. */
final class Interrupted {

    /** What a living node works on is over by then. */
    private static final Duration LIVING = Duration.ofSeconds(3);

    private final String fault;
    private final Instant since;
    private final RecordsReader reader;
    private final Journal journal;
    private final Duration limit;
    private final Map<String, Instant> locks;

    Interrupted(String fault, Instant since, RecordsReader reader, Journal journal, Duration limit) {
        this.fault = fault;
        this.since = since;
        this.reader = reader;
        this.journal = journal;
        this.limit = limit;
        this.locks = locked(reader.jobs());
    }

    /** Waits until each is taken up or done, and notes how long it took. */
    Recovery awaitTakenUp() {
        int[] leftBehind = {0};
        Awaitility.await("interrupted jobs are taken up")
                .atMost(limit.multipliedBy(3))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> {
                    int left = stillUnderTheSameLock();
                    if (Instant.now().isAfter(since.plus(LIVING))) {
                        leftBehind[0] = Math.max(leftBehind[0], left);
                    }
                    return left == 0;
                });
        Duration lasted = leftBehind[0] == 0 ? Duration.ZERO : Duration.between(since, Instant.now());
        Recovery recovery = new Recovery(fault, leftBehind[0], lasted, limit);
        journal.recovered(recovery);
        return recovery;
    }

    private int stillUnderTheSameLock() {
        return (int) locked(reader.jobs()).entrySet().stream()
                .filter(job -> job.getValue().equals(locks.get(job.getKey())))
                .count();
    }

    private static Map<String, Instant> locked(List<Records.Job> jobs) {
        return jobs.stream()
                .filter(job -> job.lockedUntil() != null)
                .collect(Collectors.toMap(Records.Job::id, Records.Job::lockedUntil));
    }
}
