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
import java.util.Map;
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
    private final int managementPort = Ports.free();
    private final Path log;
    private final List<String> command;
    private final Map<String, String> environment;
    private Process process;

    /**
     * @param settings Spring's, as {@code name=value}
     * @param environment what an operator sets
     */
    PortalNode(String name, int port, Path directory, List<String> settings, Map<String, String> environment) {
        this.name = name;
        this.port = port;
        this.environment = environment;
        this.log = freshLog(directory.resolve(name + ".log"));
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
        start(List.of());
    }

    /** @param more settings for this time */
    void start(List<String> more) {
        List<String> whole = new ArrayList<>(command);
        more.forEach(setting -> whole.add("--" + setting));
        try {
            ProcessBuilder builder = new ProcessBuilder(whole)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            builder.environment().putAll(environment);
            builder.environment().put("PORTAL_MANAGEMENT_PORT", String.valueOf(managementPort));
            process = builder.start();
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

    /** Waits until its log has a text. */
    void awaitSays(String text) {
        Awaitility.await(text)
                .atMost(START)
                .failFast("%s ended, see %s".formatted(name, log), () -> !process.isAlive())
                .until(() -> said().contains(text));
    }

    /** Waits until it ends by itself, and answers with which code. */
    int awaitEnd() {
        ended();
        return process.exitValue();
    }

    String said() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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

    /** As a load balancer asks. */
    private boolean answers() {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:%d/actuator/health/readiness".formatted(managementPort)))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** What an earlier run left is taken away. */
    private static Path freshLog(Path log) {
        try {
            Files.deleteIfExists(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return log;
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
