package cloudportal.reliability;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** One node of the portal: the packaged application as a process of its own. */
final class PortalNode implements AutoCloseable {

    /** Long enough for two nodes that start at once on a busy machine. */
    private static final Duration START = Duration.ofMinutes(3);

    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    private final String name;
    private final int port;
    private final Path log;
    private final List<String> command;
    private Process process;

    /** @param settings Spring's, as {@code name=value} */
    PortalNode(String name, int port, Path directory, List<String> settings) {
        this.name = name;
        this.port = port;
        this.log = directory.resolve(name + ".log");
        this.command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                // Quick to start is all that is asked of these.
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx512m",
                // Another zone than Japan's: the application sets its own.
                "-Duser.timezone=UTC",
                "-jar",
                jar().toString(),
                "--server.port=" + port));
        settings.forEach(setting -> command.add("--" + setting));
    }

    String name() {
        return name;
    }

    int port() {
        return port;
    }

    void start() {
        try {
            process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until it serves people. */
    PortalNode awaitReady() {
        Awaitility.await(name)
                .atMost(START)
                .pollInterval(Duration.ofMillis(250))
                .failFast("%s ended, see %s".formatted(name, log), () -> !process.isAlive())
                .until(this::answers);
        return this;
    }

    /** As kill -9. */
    void kill() {
        process.destroyForcibly();
        ended();
    }

    /** As an operator stops it. */
    void stop() {
        process.destroy();
        ended();
    }

    @Override
    public void close() {
        if (process != null) {
            process.destroyForcibly();
        }
    }

    private void ended() {
        try {
            if (!process.waitFor(100, TimeUnit.SECONDS)) {
                throw new AssertionError(name + " does not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private boolean answers() {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://localhost:%d/engine-rest/version".formatted(port)))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            // Nobody is let in without a login, which is an answer.
            return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 401;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static Path jar() {
        try (Stream<Path> files = Files.list(Path.of("target"))) {
            return files.filter(file -> file.getFileName().toString().matches("cloud-service-portal-.*\\.jar"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("No jar in target: run the phase package first"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
