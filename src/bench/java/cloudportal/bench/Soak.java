package cloudportal.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** The portal alone under load for a long time: does the heap that is left after a collection stay where it was? */
final class Soak {

    private static final Duration INTERVAL = Duration.ofSeconds(60);
    private static final int EXPECTED_CASES = 300;

    /** Many contracts, since an hour has many cases. */
    private static final People PEOPLE = new People(3000, 40);

    private final Store store;
    private final Settings settings;

    Soak(Store store, Settings settings) {
        this.store = store;
        this.settings = settings;
    }

    void run() {
        Path directory = settings.output().resolve("servers/%s-portal-soak".formatted(store.name()));
        Path csv = settings.output().resolve("soak-%s.csv".formatted(store.name()));
        try {
            Files.createDirectories(directory);
            Files.writeString(csv, "minute,cases,errors,casesPerSecond,p50ms,p95ms,heapMbAfterGc\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Store.Database database = store.create("soak");
        try (Server server = Server.of(Contender.PORTAL, database, directory, settings.heap())) {
            server.start();
            server.stop();
            PEOPLE.settle(Contender.PORTAL, database);
            server.start();
            Crowd crowd = new Crowd(server, PEOPLE);
            long begin = System.nanoTime();
            int cases = EXPECTED_CASES;
            while (minutes(begin) < settings.soakMinutes()) {
                crowd.gather(settings.soakUsers(), 2 * cases);
                Stretch.Outcome outcome = Stretch.play(crowd, settings.soakUsers(), INTERVAL);
                cases = Math.max(cases, outcome.cases());
                collect(server);
                append(csv, minutes(begin), outcome, heap(server));
            }
        }
    }

    private static double minutes(long begin) {
        return (System.nanoTime() - begin) / 6e10;
    }

    private static void append(Path csv, double minute, Stretch.Outcome outcome, long heap) {
        Percentiles calls = outcome.calls();
        try {
            Files.writeString(
                    csv,
                    String.format(
                            Locale.ROOT,
                            "%.1f,%d,%d,%.2f,%.1f,%.1f,%d%n",
                            minute,
                            outcome.cases(),
                            outcome.errors(),
                            outcome.casesPerSecond(),
                            calls.millis(50),
                            calls.millis(95),
                            heap),
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void collect(Server server) {
        try {
            Process jcmd = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "jcmd")
                                    .toString(),
                            String.valueOf(server.pid()),
                            "GC.run")
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!jcmd.waitFor(60, TimeUnit.SECONDS)) {
                throw new IllegalStateException("jcmd does not end");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What was left after the last full collection. */
    private static long heap(Server server) {
        List<GcLog.Pause> full =
                server.gcLog().pauses().stream().filter(GcLog.Pause::isFull).toList();
        return full.isEmpty() ? 0 : full.get(full.size() - 1).after();
    }
}
