package cloudportal.reliability;

import java.time.Duration;

/**
 * What a run is asked for on the command line: {@code -Dportal.reliability.seed}, {@code .rounds} and {@code .lock-seconds}. The seed
 * repeats who does what, which node is killed and at which moment; how the threads interleave no seed can repeat.
 *
 * @param skew by how much one node's clock is ahead of the other's
 * @param rounds how often a node is killed; the database is stopped, and the single node killed, a quarter as often
 */
record RunSettings(long seed, int rounds, Duration lock, Duration skew) {

    /** The wait of the job executor, as in application.yaml. */
    static final Duration WAIT = Duration.ofSeconds(10);

    static RunSettings given() {
        return new RunSettings(
                Long.getLong("portal.reliability.seed", 20191015L),
                Integer.getInteger("portal.reliability.rounds", 1),
                Duration.ofSeconds(Long.getLong("portal.reliability.lock-seconds", 12L)),
                Duration.ZERO);
    }

    /** One node's clock is ahead, and the lock time is longer than what is sent and the difference together, as delivered. */
    RunSettings withSkew(Duration ahead) {
        return new RunSettings(seed, rounds, Duration.ofSeconds(10).plus(ahead), ahead);
    }

    /** Whether there is time for what is too long for each build: more than one round is asked for. */
    static boolean isLongForm() {
        return given().rounds() > 1;
    }

    int rarerRounds() {
        return Math.max(1, rounds / 4);
    }

    /** Within which work that a fault interrupted is taken up again. */
    Duration recovery() {
        return lock.plus(WAIT).plus(skew);
    }
}
