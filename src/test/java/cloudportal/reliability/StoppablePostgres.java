package cloudportal.reliability;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** A PostgreSQL that can be stopped hard, losing what it has in memory, and started again on the same files. */
final class StoppablePostgres implements AutoCloseable {

    private final int port = Ports.free();
    private final Path data;
    private EmbeddedPostgres running;

    StoppablePostgres(Path data) {
        this.data = data;
        start();
    }

    void start() {
        try {
            running = EmbeddedPostgres.builder()
                    .setPort(port)
                    .setDataDirectory(data)
                    .setCleanDataDirectory(false)
                    .setServerConfig("max_connections", "150")
                    // What was said to be committed is on the disk.
                    .setServerConfig("fsync", "on")
                    .setServerConfig("full_page_writes", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setPGStartupWait(Duration.ofSeconds(60))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** PostgreSQL's immediate shutdown: every connection is cut, and the next start has to recover from its log. */
    void stopHard() {
        try {
            String server =
                    Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip();
            ProcessHandle process = ProcessHandle.of(Long.parseLong(server)).orElseThrow();
            new ProcessBuilder("kill", "-QUIT", server).start().waitFor(10, TimeUnit.SECONDS);
            Awaitility.await("PostgreSQL ends").until(() -> !process.isAlive());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
        close();
    }

    String url() {
        return "jdbc:postgresql://localhost:%d/postgres".formatted(port);
    }

    /** By which a node with the profile postgres finds it. */
    Map<String, String> environment() {
        return Map.of("PORTAL_DB_URL", url(), "PORTAL_DB_USER", "postgres", "PORTAL_DB_PASSWORD", "postgres");
    }

    /** Gives the files free, too. */
    @Override
    public void close() {
        try {
            running.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
