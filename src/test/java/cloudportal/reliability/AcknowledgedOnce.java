package cloudportal.reliability;

import static java.util.stream.Collectors.groupingBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What was acknowledged happened once; what happened was asked for; and nobody else was told that it was theirs. */
final class AcknowledgedOnce implements Invariant {

    private static final Set<String> STEPS =
            Stream.of(Deed.Kind.values()).map(Deed.Kind::name).collect(Collectors.toSet());

    private record Step(String contract, String kind) {}

    @Override
    public Stream<String> brokenBy(History history) {
        Map<Step, List<Deed>> asked = history.deeds().stream()
                .collect(
                        groupingBy(deed -> new Step(deed.contract(), deed.kind().name())));
        Map<String, String> contractOf = history.records().requests().stream()
                .collect(Collectors.toMap(Records.Request::number, Records.Request::contract));
        Map<Step, Long> happened = history.records().events().stream()
                .filter(event -> contractOf.containsKey(event.request()) && STEPS.contains(event.type()))
                .collect(groupingBy(
                        event -> new Step(contractOf.get(event.request()), event.type()), Collectors.counting()));
        List<String> broken = new ArrayList<>();
        asked.forEach((step, deeds) -> {
            long acknowledged = deeds.stream().filter(Deed::isAcknowledged).count();
            long effects = happened.getOrDefault(step, 0L);
            if (acknowledged > 0 && effects == 0) {
                broken.add(step + " was acknowledged and is lost");
            }
            if (acknowledged > 1) {
                broken.add(step + " was acknowledged %d times".formatted(acknowledged));
            }
        });
        happened.forEach((step, effects) -> {
            if (effects > 1) {
                broken.add(step + " happened %d times".formatted(effects));
            }
            if (!asked.containsKey(step)) {
                broken.add(step + " happened and nobody asked for it");
            }
        });
        return broken.stream();
    }
}
