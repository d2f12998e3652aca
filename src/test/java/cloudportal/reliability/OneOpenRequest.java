package cloudportal.reliability;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.util.stream.Stream;

/** A contract has at most one open request, which holds it; a closed one holds nothing. */
final class OneOpenRequest implements Invariant {

    @Override
    public Stream<String> brokenBy(History history) {
        Stream<String> several = history.records().requests().stream()
                .filter(Records.Request::isOpen)
                .collect(groupingBy(Records.Request::contract, counting()))
                .entrySet()
                .stream()
                .filter(open -> open.getValue() > 1)
                .map(open -> "%s has %d open requests".formatted(open.getKey(), open.getValue()));
        Stream<String> wrongHold = history.records().requests().stream()
                .filter(request -> request.isOpen()
                        ? !request.contract().equals(request.openContract())
                        : request.openContract() != null)
                .map(request ->
                        "%s is %s and holds %s".formatted(request.number(), request.status(), request.openContract()));
        return Stream.concat(several, wrongHold);
    }
}
