package cloudportal.reliability;

import static java.util.stream.Collectors.groupingBy;

import cloudportal.request.EventChain;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Each request's log is one unbroken chain that ends where the request says. */
final class EventLogWhole implements Invariant {

    @Override
    public Stream<String> brokenBy(History history) {
        Map<String, List<Records.Event>> byRequest =
                history.records().events().stream().collect(groupingBy(Records.Event::request));
        return history.records().requests().stream()
                .flatMap(request -> brokenIn(request, byRequest.getOrDefault(request.number(), List.of())));
    }

    private static Stream<String> brokenIn(Records.Request request, List<Records.Event> events) {
        List<String> broken = new ArrayList<>();
        String previous = EventChain.START;
        int seq = 0;
        for (Records.Event event : events.stream()
                .sorted(Comparator.comparingInt(Records.Event::seq))
                .toList()) {
            seq++;
            if (event.seq() != seq || !event.previousHash().equals(previous)) {
                broken.add("%s: entry %d does not follow".formatted(request.number(), event.seq()));
            }
            if (!hash(event).equals(event.hash())) {
                broken.add("%s: entry %d is not what was written".formatted(request.number(), event.seq()));
            }
            previous = event.hash();
        }
        String end = seq == 0 ? null : previous;
        if (seq != request.eventCount() || !Objects.equals(end, request.eventHash())) {
            broken.add("%s: the log does not end where the request says".formatted(request.number()));
        }
        return broken.stream();
    }

    private static String hash(Records.Event event) {
        return EventChain.hash(
                event.previousHash(),
                event.request(),
                event.seq(),
                event.occurredAt(),
                event.actor(),
                event.type(),
                event.before(),
                event.after());
    }
}
