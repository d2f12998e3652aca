package cloudportal.account;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** {@code roles/endpoints.csv}: one line an endpoint, one cell a role, and why. */
final class EndpointTable {

    private static final int CELLS_FROM = 2;

    /** The answers to each role, in the order of {@link Visitor}, and why; without a reason it is empty. */
    record Line(List<String> answers, String why) {}

    private final SortedMap<Endpoint, Line> lines = new TreeMap<>();

    private EndpointTable() {}

    static EndpointTable read() {
        EndpointTable table = new EndpointTable();
        try (InputStream file = EndpointTable.class.getResourceAsStream("/roles/endpoints.csv")) {
            new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(table::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return table;
    }

    private void add(String text) {
        int visitors = Visitor.values().length;
        List<String> cells = Arrays.stream(text.split(",", CELLS_FROM + visitors + 1))
                .map(String::strip)
                .toList();
        if (cells.size() != CELLS_FROM + visitors + 1) {
            throw new AssertionError("Not a line of the table: " + text);
        }
        Line line = new Line(cells.subList(CELLS_FROM, CELLS_FROM + visitors), cells.get(CELLS_FROM + visitors));
        if (lines.put(new Endpoint(cells.get(0), cells.get(1)), line) != null) {
            throw new AssertionError("Twice in the table: " + text);
        }
    }

    SortedMap<Endpoint, Line> lines() {
        return lines;
    }

    static String write(Endpoint endpoint, List<String> answers, String why) {
        StringBuilder line = new StringBuilder("%-7s, %-92s".formatted(endpoint.method(), endpoint.path()));
        answers.forEach(answer -> line.append(", %-4s".formatted(answer)));
        return line.append(", ").append(why).toString().stripTrailing();
    }
}
