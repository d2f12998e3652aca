package cloudportal.reliability;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.util.function.Function;
import java.util.stream.Stream;

/** However many nodes start at once, what start-up makes is there once. */
final class SetUpOnce implements Invariant {

    @Override
    public Stream<String> brokenBy(History history) {
        return history.records().setUp().stream()
                .collect(groupingBy(Function.identity(), counting()))
                .entrySet()
                .stream()
                .filter(made -> made.getValue() > 1)
                .map(made -> "%s is there %d times".formatted(made.getKey(), made.getValue()));
    }
}
