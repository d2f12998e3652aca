package cloudportal.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;

/** All contenders, up at once on databases of one kind, with people in them. Only one is asked at a time. */
final class Fleet implements AutoCloseable {

    private final Map<Contender, Server> servers = new EnumMap<>(Contender.class);

    private Fleet() {}

    /** How a server is made. */
    @FunctionalInterface
    interface Maker {
        Server make(Contender contender, Store.Database database, Path directory, String heap);
    }

    static Fleet start(Store store, Settings settings, People people, Maker maker) {
        Fleet fleet = new Fleet();
        for (Contender contender : Contender.values()) {
            Path directory = directory(settings, store, contender);
            Server server =
                    maker.make(contender, store.create("bench_" + contender.label()), directory, settings.heap());
            fleet.servers.put(contender, server);
            // The first start sets up the tables that people are then written into.
            server.start();
            server.stop();
            people.settle(contender, server.database());
            server.start();
        }
        return fleet;
    }

    Server of(Contender contender) {
        return servers.get(contender);
    }

    @Override
    public void close() {
        servers.values().forEach(Server::close);
    }

    private static Path directory(Settings settings, Store store, Contender contender) {
        try {
            return Files.createDirectories(
                    settings.output().resolve("servers/%s-%s".formatted(store.name(), contender.label())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
