package cloudportal.reliability;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Writes what happens in a run, line by line, into {@code target/reliability/run.txt}. */
final class RunReport {

    private static final int ENOUGH = 60;

    private final Path file;

    RunReport(Path directory) {
        this.file = directory.resolve("run.txt");
    }

    void line(String format, Object... values) {
        String line = "%s %s%n".formatted(Instant.now().truncatedTo(ChronoUnit.MILLIS), format.formatted(values));
        try {
            Files.writeString(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where a run stands, in figures. */
    void figures(Journal journal, int mails, long distinctMails) {
        line(
                "%d steps asked for, %d acknowledged; %d mails arrived, %d different; refused: %s",
                journal.deeds().size(), journal.acknowledged(), mails, distinctMails, refusals(journal));
    }

    private static Map<String, Long> refusals(Journal journal) {
        return journal.refused().stream()
                .collect(Collectors.groupingBy(
                        refused -> refused.status() + " "
                                + refused.text()
                                        .substring(
                                                0,
                                                Math.min(ENOUGH, refused.text().length())),
                        TreeMap::new,
                        Collectors.counting()));
    }
}
