package cloudportal.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * How long people wait for their lists as open cases become many, and how long a start takes with many cases that have ended. One
 * server at a time, one person at a time.
 */
final class Growth {

    static final String PART = "growth";
    static final String STAFF_TASKS = "staff's task list";

    private static final int WARM_UP = 30;
    private static final int CALLS = 100;

    /** A list that has become slow is asked less often: for this long, and once at least. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private static final int FEWEST_CALLS = 1;
    private static final List<Contender> CONTENDERS = List.of(Contender.PORTAL, Contender.CAMUNDA);

    private final Store store;
    private final Settings settings;
    private final Results results;

    Growth(Store store, Settings settings, Results results) {
        this.store = store;
        this.settings = settings;
        this.results = results;
    }

    void run() {
        for (Contender contender : CONTENDERS) {
            Store.Database database = store.create("growth_" + contender.label());
            try (Server server = Server.of(contender, database, directory(contender), settings.heap())) {
                server.start();
                server.stop();
                People.DEFAULT.settle(contender, database);
                server.start();
                grow(server);
            }
        }
    }

    private void grow(Server server) {
        Crowd crowd = new Crowd(server, People.DEFAULT);
        crowd.gather(1, 2 * People.DEFAULT.contractsEach());
        Crowd.Waiting first = crowd.next();
        Crowd.Waiting second = crowd.next();
        String number = play(first, crowd).submit(first.contractNumber());
        String fulfilment = processOf(crowd, number);
        String ended = play(second, crowd).play(second.contractNumber());
        crowd.awaitEnds(1);
        String endedNumber = crowd.administrator()
                .get("/history/process-instance/" + ended)
                .get("businessKey")
                .asText();
        ManyCases many = new ManyCases(server.contender(), server.database());
        int made = 1;
        for (int size : settings.openCases()) {
            server.stop();
            many.open(fulfilment, number, first.contractNumber(), made, size - 1);
            made = size;
            server.start();
            measure(server, size);
        }
        server.stop();
        many.finished(ended, endedNumber, second.contractNumber(), 1_000_001, 1_000_000 + settings.finishedCases());
        server.start();
        add(
                server,
                settings.finishedCases() + " finished",
                "seconds to the first page",
                server.startUp().toMillis() / 1000.0);
    }

    private static CasePlay play(Crowd.Waiting customer, Crowd crowd) {
        return new CasePlay(customer.session(), crowd.staff(0), crowd.administrator(), Growth::untimed);
    }

    private static <T> T untimed(String step, Supplier<T> call) {
        return call.get();
    }

    private static String processOf(Crowd crowd, String number) {
        return crowd.administrator()
                .get("/process-instance?processDefinitionKey=cancellation-fulfilment&businessKey=" + number)
                .get(0)
                .get("id")
                .asText();
    }

    private void measure(Server server, int size) {
        Session staff = Session.logIn(server, People.staff(1), CasePlay.STAFF_LIST);
        Session customer = Session.logIn(server, People.customer(1), CasePlay.CUSTOMERS_LIST);
        Map<String, Runnable> lists = new LinkedHashMap<>();
        lists.put(STAFF_TASKS, () -> staff.post(list(staff), Map.of()));
        lists.put("staff's number of tasks", () -> staff.get("/filter/%s/count".formatted(staff.list())));
        lists.put(
                "staff's search by number", () -> staff.post(list(staff), Map.of("processInstanceBusinessKey", "R-0")));
        lists.put("customer's task list", () -> customer.post(list(customer), Map.of()));
        if (server.contender() == Contender.PORTAL) {
            lists.put("customer's contracts", () -> customer.ask("/tasklist/plugin/portal/default/contracts"));
            lists.put("customer's requests", () -> customer.ask("/tasklist/plugin/portal/default/requests"));
        }
        lists.forEach((list, call) -> {
            Asked asked = ask(call);
            Percentiles percentiles = new Percentiles(asked.nanos());
            add(server, String.valueOf(size), "p50 ms of " + list, percentiles.millis(50));
            add(server, String.valueOf(size), "p95 ms of " + list, percentiles.millis(95));
            add(server, String.valueOf(size), "refused: " + list, asked.refused());
        });
    }

    /**
     * How long the calls took.
     *
     * @param refused calls that the server gave up, timed all the same
     */
    private record Asked(List<Long> nanos, int refused) {}

    private static Asked ask(Runnable call) {
        List<Long> nanos = new ArrayList<>();
        int refused = 0;
        long first = System.nanoTime();
        for (int i = 0; i < WARM_UP + CALLS; i++) {
            boolean isPatient = System.nanoTime() - first < PATIENCE.toNanos();
            if (!isPatient && i >= FEWEST_CALLS) {
                break;
            }
            long begin = System.nanoTime();
            try {
                call.run();
            } catch (Session.Refused | UncheckedIOException e) {
                refused++;
            }
            nanos.add(System.nanoTime() - begin);
        }
        // The first calls warm up, where there are enough to spare them.
        return new Asked(nanos.subList(Math.min(WARM_UP, nanos.size() / 2), nanos.size()), refused);
    }

    private static String list(Session person) {
        return "/filter/%s/list?firstResult=0&maxResults=15".formatted(person.list());
    }

    private void add(Server server, String setting, String figure, double value) {
        results.add(new Results.Result(PART, store.name(), setting, figure, server.contender(), 1, value));
    }

    private Path directory(Contender contender) {
        try {
            return Files.createDirectories(
                    settings.output().resolve("servers/%s-%s-growth".formatted(store.name(), contender.label())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
