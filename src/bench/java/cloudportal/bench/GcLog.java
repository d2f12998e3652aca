package cloudportal.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What a JVM wrote about its garbage ({@code -Xlog:gc}). */
record GcLog(Path file) {

    private static final Pattern PAUSE =
            Pattern.compile("GC\\(\\d+\\) (Pause .*?) (\\d+)M->(\\d+)M\\(\\d+M\\) ([0-9.]+)ms");

    /**
     * A moment in which nothing else ran.
     *
     * @param before of the heap, in MB
     * @param after of the heap, in MB
     */
    record Pause(String kind, long before, long after, double millis) {

        boolean isFull() {
            return kind.startsWith("Pause Full");
        }
    }

    /** All pauses so far. */
    List<Pause> pauses() {
        try {
            return Files.exists(file) ? read(Files.readString(file)) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many MB the pauses found on top of what the one before had left. */
    static long allocated(List<Pause> pauses, int from) {
        long allocated = 0;
        for (int i = Math.max(1, from); i < pauses.size(); i++) {
            allocated += Math.max(0, pauses.get(i).before() - pauses.get(i - 1).after());
        }
        return allocated;
    }

    static List<Pause> read(String log) {
        return PAUSE.matcher(log).results().map(GcLog::pause).toList();
    }

    private static Pause pause(MatchResult found) {
        return new Pause(
                found.group(1),
                Long.parseLong(found.group(2)),
                Long.parseLong(found.group(3)),
                Double.parseDouble(found.group(4)));
    }
}
