package cloudportal.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How long it takes from the start of the process to the first page: on an empty database and on one that is there. */
final class StartUp {

    static final String PART = "start-up";

    private final Store store;
    private final Settings settings;
    private final Results results;

    StartUp(Store store, Settings settings, Results results) {
        this.store = store;
        this.settings = settings;
        this.results = results;
    }

    void run() {
        for (int round = 1; round <= settings.rounds(); round++) {
            for (Contender contender : Contender.values()) {
                Store.Database database = store.create("start_%s_%d".formatted(contender.label(), round));
                try (Server server = Server.of(contender, database, directory(contender), settings.heap())) {
                    server.start();
                    add(contender, "empty database", round, server);
                    server.stop();
                    server.start();
                    add(contender, "existing database", round, server);
                    server.stop();
                }
            }
        }
    }

    private void add(Contender contender, String setting, int round, Server server) {
        results.add(new Results.Result(
                PART,
                store.name(),
                setting,
                "seconds to the first page",
                contender,
                round,
                server.startUp().toMillis() / 1000.0));
    }

    private Path directory(Contender contender) {
        try {
            return Files.createDirectories(
                    settings.output().resolve("servers/%s-%s-start".formatted(store.name(), contender.label())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
