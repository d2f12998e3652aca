package cloudportal.bench;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Whole cases per second, and how long people wait, over the number of users. The contenders are loaded in turn, round by round, so
 * that what the machine does besides hits all of them.
 */
final class LoadRun {

    static final String PART = "load";
    static final String THROUGHPUT = "cases per second";
    static final String ALL_CALLS = "every call";

    /** People are logged in beforehand for twice what the last stretch suggests. */
    private static final double SPARE = 2;

    private final Store store;
    private final Settings settings;
    private final Results results;
    private final Map<Contender, Double> casesPerSecond = new EnumMap<>(Contender.class);

    LoadRun(Store store, Settings settings, Results results) {
        this.store = store;
        this.settings = settings;
        this.results = results;
    }

    void run() {
        try (Fleet fleet = Fleet.start(store, settings, People.DEFAULT, Server::of)) {
            Map<Contender, Crowd> crowds = new EnumMap<>(Contender.class);
            for (Contender contender : Contender.values()) {
                crowds.put(contender, new Crowd(fleet.of(contender), People.DEFAULT));
            }
            int most = settings.users().stream().max(Integer::compare).orElseThrow();
            for (Contender contender : Contender.values()) {
                Stretch.Outcome warm = stretch(crowds.get(contender), contender, Math.min(4, most), settings.warmUp());
                crowds.get(contender).awaitEnds(warm.cases());
            }
            for (int round = 1; round <= settings.rounds(); round++) {
                for (int users : settings.users()) {
                    for (Contender contender : Contender.values()) {
                        measure(fleet.of(contender), crowds.get(contender), users, round);
                    }
                }
            }
        }
    }

    private void measure(Server server, Crowd crowd, int users, int round) {
        long endedBefore = crowd.ended();
        crowd.gather(users, expectedCases(server.contender(), settings.seconds()));
        Duration cpu = server.cpu();
        int pausesBefore = server.gcLog().pauses().size();
        Stretch.Outcome outcome = stretch(crowd, server.contender(), users, settings.seconds());
        long ended = crowd.awaitEnds(endedBefore + outcome.cases()) - endedBefore;
        List<GcLog.Pause> pauses = server.gcLog().pauses();
        double cases = outcome.cases();
        Recorder recorder = new Recorder(server.contender(), users, round);
        recorder.add(THROUGHPUT, outcome.casesPerSecond());
        recorder.add("cases", cases);
        recorder.add("errors", outcome.errors() + Math.max(0, outcome.cases() - ended));
        recorder.add("CPU ms per case", server.cpu().minus(cpu).toMillis() / cases);
        recorder.add("allocated MB per case", GcLog.allocated(pauses, pausesBefore) / cases);
        recorder.add(
                "GC pause ms per case",
                pauses.stream()
                                .skip(pausesBefore)
                                .mapToDouble(GcLog.Pause::millis)
                                .sum()
                        / cases);
        recorder.add(
                "longest GC pause ms",
                pauses.stream()
                        .skip(pausesBefore)
                        .mapToDouble(GcLog.Pause::millis)
                        .max()
                        .orElse(0));
        recorder.add(
                "heap MB after GC",
                pauses.isEmpty() ? 0 : pauses.get(pauses.size() - 1).after());
        recorder.percentiles(ALL_CALLS, outcome.calls());
        outcome.nanos().forEach((step, nanos) -> recorder.percentiles(step, new Percentiles(nanos)));
    }

    private Stretch.Outcome stretch(Crowd crowd, Contender contender, int users, int seconds) {
        crowd.gather(users, expectedCases(contender, seconds));
        Stretch.Outcome outcome = Stretch.play(crowd, users, Duration.ofSeconds(seconds));
        casesPerSecond.merge(contender, outcome.casesPerSecond(), Math::max);
        return outcome;
    }

    private int expectedCases(Contender contender, int seconds) {
        return (int) Math.ceil(casesPerSecond.getOrDefault(contender, 2.0) * SPARE * seconds);
    }

    /** Adds figures of one stretch. */
    private final class Recorder {

        private final Contender contender;
        private final int users;
        private final int round;

        Recorder(Contender contender, int users, int round) {
            this.contender = contender;
            this.users = users;
            this.round = round;
        }

        void add(String figure, double value) {
            results.add(new Results.Result(PART, store.name(), String.valueOf(users), figure, contender, round, value));
        }

        void percentiles(String step, Percentiles percentiles) {
            for (int percent : List.of(50, 95, 99)) {
                add("p%d ms of %s".formatted(percent, step), percentiles.millis(percent));
            }
        }
    }
}
