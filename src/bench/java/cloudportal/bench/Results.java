package cloudportal.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** Every figure that was measured. */
final class Results {

    private final List<Result> results = new ArrayList<>();

    /**
     * One figure, measured once.
     *
     * @param part of the bench
     * @param setting under which it was measured, for example the number of users
     */
    record Result(
            String part, String database, String setting, String figure, Contender contender, int round, double value) {

        String csv() {
            return String.format(
                    Locale.ROOT,
                    "%s,%s,%s,%s,%s,%d,%.3f",
                    part,
                    database,
                    setting,
                    figure,
                    contender.label(),
                    round,
                    value);
        }
    }

    void add(Result result) {
        results.add(result);
    }

    List<Result> of(Predicate<Result> wanted) {
        return results.stream().filter(wanted).toList();
    }

    List<Result> part(String part) {
        return of(result -> result.part().equals(part));
    }

    void writeTo(Path file) {
        List<String> lines = new ArrayList<>(List.of("part,database,setting,figure,contender,round,value"));
        results.stream().map(Result::csv).forEach(lines::add);
        try {
            Files.write(file, lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
