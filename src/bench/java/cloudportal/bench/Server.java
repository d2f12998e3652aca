package cloudportal.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** One of the contenders as a process of its own, on a database of its own. */
final class Server implements AutoCloseable {

    private static final Duration START = Duration.ofMinutes(5);
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Path COUNTER = Path.of("src/bench/counter/target");

    private final Contender contender;
    private final Store.Database database;
    private final Path directory;
    private final String heap;
    private final boolean counting;
    private final int port = freePort();
    private final int counterPort = freePort();
    private Process process;
    private Duration startUp;

    private Server(Contender contender, Store.Database database, Path directory, String heap, boolean counting) {
        this.contender = contender;
        this.database = database;
        this.directory = directory;
        this.heap = heap;
        this.counting = counting;
    }

    static Server of(Contender contender, Store.Database database, Path directory, String heap) {
        return new Server(contender, database, directory, heap, false);
    }

    /** A server whose statements are counted: not to be timed. */
    static Server counting(Contender contender, Store.Database database, Path directory, String heap) {
        return new Server(contender, database, directory, heap, true);
    }

    Contender contender() {
        return contender;
    }

    Store.Database database() {
        return database;
    }

    /** Starts it and waits until it serves people. */
    Server start() {
        long begin = System.nanoTime();
        ProcessBuilder builder = new ProcessBuilder(command())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        directory.resolve("server.log").toFile()))
                .directory(directory.toFile());
        builder.environment().putAll(database.environment());
        builder.environment().put("PORTAL_ADMIN_USER", People.ADMINISTRATOR);
        builder.environment().put("PORTAL_ADMIN_PASSWORD", People.PASSWORD);
        // Several portals on one machine would want the same port for operators.
        builder.environment().put("PORTAL_MANAGEMENT_PORT", "-1");
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        while (!answers()) {
            if (!process.isAlive() || System.nanoTime() - begin > START.toNanos()) {
                throw new IllegalStateException(
                        "%s does not start, see %s".formatted(contender, directory.resolve("server.log")));
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
        startUp = Duration.ofNanos(System.nanoTime() - begin);
        return this;
    }

    void stop() {
        process.destroy();
        try {
            if (!process.waitFor(100, TimeUnit.SECONDS)) {
                throw new IllegalStateException(contender + " does not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** From the process's start until it served people. */
    Duration startUp() {
        return startUp;
    }

    long pid() {
        return process.pid();
    }

    /** All that its threads have computed so far, compilers and garbage collectors too. */
    Duration cpu() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    GcLog gcLog() {
        return new GcLog(directory.resolve("gc.log"));
    }

    /** The address that paths of the web apps' API continue, for example {@code /engine/engine/default/task}. */
    String api() {
        return root() + contender.context() + "/api";
    }

    /** The page that a browser opens first. */
    String page() {
        return root() + contender.context() + "/app/tasklist/default/";
    }

    /** What was asked of the database so far, by kind of thread; of a counting server only. */
    String counts() {
        try {
            return HTTP.send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + counterPort))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        if (process != null) {
            process.destroyForcibly();
        }
    }

    private List<String> command() {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heap,
                "-Xlog:gc:file=gc.log:uptime,tags:filecount=0",
                "-Duser.timezone=UTC"));
        if (counting) {
            command.addAll(List.of(
                    "-Dbench.counter.port=" + counterPort,
                    "-Dloader.path=%s,%s"
                            .formatted(
                                    COUNTER.resolve("counter.jar").toAbsolutePath(),
                                    COUNTER.resolve("datasource-proxy.jar").toAbsolutePath()),
                    "-cp",
                    contender.jar().toString(),
                    "org.springframework.boot.loader.launch.PropertiesLauncher"));
        } else {
            command.addAll(List.of("-jar", contender.jar().toString()));
        }
        command.add("--server.port=" + port);
        database.arguments().forEach(argument -> command.add("--" + argument));
        return command;
    }

    private String root() {
        return "http://localhost:" + port;
    }

    private boolean answers() {
        try {
            return HTTP.send(
                                    HttpRequest.newBuilder(URI.create(page()))
                                            .timeout(Duration.ofSeconds(10))
                                            .build(),
                                    HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
