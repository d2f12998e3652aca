package cloudportal.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;

/** Runs the parts that were asked for and writes their figures, the table of ratios and the plots. */
public final class Bench {

    private Bench() {}

    public static void main(String[] arguments) throws IOException {
        Settings settings = Settings.read();
        Files.createDirectories(settings.output());
        Results results = new Results();
        Instant begin = Instant.now();
        for (String database : settings.databases()) {
            try (Store store = Store.of(database, settings.output().resolve("h2"))) {
                for (String part : settings.parts()) {
                    say(begin, part + " on " + database);
                    run(part, store, settings, results);
                    write(settings, results);
                }
            }
        }
        say(begin, "done, see " + settings.output());
    }

    private static void run(String part, Store store, Settings settings, Results results) {
        switch (part) {
            case "statements" -> new StatementCounts(store, settings, results).run();
            case "startup" -> new StartUp(store, settings, results).run();
            case "load" -> new LoadRun(store, settings, results).run();
            case "growth" -> {
                if (settings.growthDatabases().contains(store.name())) {
                    new Growth(store, settings, results).run();
                }
            }
            case "soak" -> new Soak(store, settings).run();
            default -> throw new IllegalArgumentException("No such part: " + part);
        }
    }

    /** After each part, so that nothing is lost where the next one fails. */
    private static void write(Settings settings, Results results) throws IOException {
        results.writeTo(settings.output().resolve("results.csv"));
        new Report(results).writeTo(settings.output().resolve("performance.md"));
        Files.createDirectories(settings.plots());
        new Plots(results).writeTo(settings.plots());
    }

    private static void say(Instant begin, String what) {
        System.out.printf(
                "[bench] %4d s: %s%n", Duration.between(begin, Instant.now()).toSeconds(), what);
    }
}
