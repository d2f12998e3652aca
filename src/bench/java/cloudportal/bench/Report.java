package cloudportal.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The tables of ratios, as Markdown. */
final class Report {

    private static final List<Contender> PEERS = List.of(Contender.CAMUNDA, Contender.OPERATON);

    private final Results results;

    Report(Results results) {
        this.results = results;
    }

    /** A line of a table: what was measured under which setting. */
    private record Row(String setting, String figure) {}

    void writeTo(Path file) {
        StringBuilder text = new StringBuilder();
        Set<List<String>> tables = new LinkedHashSet<>();
        results.of(result -> true).forEach(result -> tables.add(List.of(result.part(), result.database())));
        tables.forEach(table -> text.append(table(table.get(0), table.get(1))));
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String table(String part, String database) {
        List<Results.Result> wanted = results.of(
                result -> result.part().equals(part) && result.database().equals(database));
        Set<Row> rows = wanted.stream()
                .map(result -> new Row(result.setting(), result.figure()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        StringBuilder text = new StringBuilder("## %s, %s%n%n".formatted(part, database));
        text.append("| setting | figure | portal | camunda | operaton | portal ÷ camunda | portal ÷ operaton |\n");
        text.append("|---|---|---|---|---|---|---|\n");
        for (Row row : rows) {
            text.append(line(
                    row,
                    wanted.stream()
                            .filter(result -> new Row(result.setting(), result.figure()).equals(row))
                            .toList()));
        }
        return text.append('\n').toString();
    }

    private static String line(Row row, List<Results.Result> measured) {
        List<String> cells = new ArrayList<>(List.of(row.setting(), row.figure()));
        for (Contender contender : Contender.values()) {
            cells.add(Spread.of(List.copyOf(byRound(measured, contender).values()))
                    .text());
        }
        for (Contender peer : PEERS) {
            cells.add(Spread.of(ratios(byRound(measured, Contender.PORTAL), byRound(measured, peer)))
                    .text());
        }
        return "| " + String.join(" | ", cells) + " |\n";
    }

    /** Of each round by itself, since a round's stretches lie beside each other in time. */
    static List<Double> ratios(Map<Integer, Double> portal, Map<Integer, Double> peer) {
        return portal.entrySet().stream()
                .filter(round -> peer.getOrDefault(round.getKey(), 0.0) > 0)
                .map(round -> round.getValue() / peer.get(round.getKey()))
                .toList();
    }

    private static Map<Integer, Double> byRound(List<Results.Result> measured, Contender contender) {
        return measured.stream()
                .filter(result -> result.contender() == contender)
                .collect(Collectors.toMap(
                        Results.Result::round, Results.Result::value, (one, other) -> other, TreeMap::new));
    }
}
