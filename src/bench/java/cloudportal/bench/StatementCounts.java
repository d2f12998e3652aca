package cloudportal.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * What each call of the guide's case asks of the database, once everything is warm: statements and commits of the threads that
 * answer the call. What job threads do for the case is a line of its own; what comes by the clock (polling for jobs, the portal's
 * heartbeat) is told apart by its threads and left out.
 */
final class StatementCounts {

    static final String PART = "statements";
    static final String STATEMENTS = "statements";
    static final String COMMITS = "commits";

    private static final int WARM_UP = 4;
    private static final int CASES = 3;

    private final Store store;
    private final Settings settings;
    private final Results results;

    StatementCounts(Store store, Settings settings, Results results) {
        this.store = store;
        this.settings = settings;
        this.results = results;
    }

    void run() {
        try (Fleet fleet = Fleet.start(store, settings, People.DEFAULT, Server::counting)) {
            for (Contender contender : Contender.values()) {
                count(fleet.of(contender));
            }
        }
    }

    private void count(Server server) {
        Session customer = Session.logIn(server, People.customer(1), CasePlay.CUSTOMERS_LIST);
        Session other = Session.logIn(server, People.customer(2), CasePlay.CUSTOMERS_LIST);
        Session staff = Session.logIn(server, People.staff(1), CasePlay.STAFF_LIST);
        Session administrator = Session.logIn(server, People.ADMINISTRATOR, null);
        String awaited = null;
        for (int i = 1; i <= WARM_UP; i++) {
            awaited = new CasePlay(customer, staff, administrator, StatementCounts::unwatched)
                    .play(People.contract(1, i));
        }
        awaitEnd(administrator, awaited);
        for (int round = 1; round <= CASES; round++) {
            Counter counter = new Counter(server);
            Asked before = Asked.by(server.counts());
            String fulfilment = new CasePlay(other, staff, administrator, counter).play(People.contract(2, round));
            awaitEnd(administrator, fulfilment);
            Asked jobs = Asked.by(server.counts()).jobs().minus(before.jobs());
            counter.counted.put("jobs of the case", jobs);
            int number = round;
            counter.counted.forEach((step, asked) -> {
                add(server, step, STATEMENTS, number, asked.statements());
                add(server, step, COMMITS, number, asked.commits());
            });
        }
    }

    private void add(Server server, String step, String figure, int round, long value) {
        results.add(new Results.Result(PART, store.name(), step, figure, server.contender(), round, value));
    }

    private static <T> T unwatched(String step, Supplier<T> call) {
        return call.get();
    }

    private static void awaitEnd(Session administrator, String process) {
        for (int i = 0; i < 200; i++) {
            if (administrator
                    .get("/history/process-instance/" + process)
                    .path("state")
                    .asText()
                    .equals("COMPLETED")) {
                return;
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
        }
        throw new IllegalStateException(process + " does not end");
    }

    /** What was asked, by one kind of thread or by several. */
    private record Asked(long statements, long commits, Map<String, long[]> byThread) {

        static Asked by(String csv) {
            Map<String, long[]> byThread = new LinkedHashMap<>();
            csv.lines().forEach(line -> {
                List<String> cells = List.of(line.split(","));
                byThread.put(cells.get(0), new long[] {Long.parseLong(cells.get(1)), Long.parseLong(cells.get(2))});
            });
            return new Asked(0, 0, byThread);
        }

        Asked web() {
            return of("http-nio");
        }

        Asked jobs() {
            return of("TaskExecutor");
        }

        Asked minus(Asked other) {
            return new Asked(statements - other.statements, commits - other.commits, Map.of());
        }

        private Asked of(String threads) {
            long[] sum = new long[2];
            byThread.forEach((thread, counts) -> {
                if (thread.contains(threads)) {
                    sum[0] += counts[0];
                    sum[1] += counts[1];
                }
            });
            return new Asked(sum[0], sum[1], Map.of());
        }
    }

    /** Counts during each call. */
    private static final class Counter implements CasePlay.Watch {

        private final Server server;
        private final Map<String, Asked> counted = new LinkedHashMap<>();

        Counter(Server server) {
            this.server = server;
        }

        @Override
        public <T> T watch(String step, Supplier<T> call) {
            Asked before = Asked.by(server.counts()).web();
            T answer = call.get();
            counted.put(step, Asked.by(server.counts()).web().minus(before));
            return answer;
        }
    }
}
