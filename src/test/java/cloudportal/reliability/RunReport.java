package cloudportal.reliability;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
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
    void state(History history, List<String> broken) {
        line(
                "%d steps asked for, %d acknowledged in %d requests and %d processes; %d mails arrived, %d different; refused: %s",
                history.deeds().size(),
                history.deeds().stream().filter(Deed::isAcknowledged).count(),
                history.records().requests().size(),
                history.records().processes().size(),
                history.mails().size(),
                history.mails().stream().map(Mail::messageId).distinct().count(),
                refusals(history));
        line("broken: %s", broken);
    }

    private static Map<String, Long> refusals(History history) {
        return history.refused().stream()
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
