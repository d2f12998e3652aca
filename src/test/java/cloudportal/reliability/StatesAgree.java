package cloudportal.reliability;

import static java.util.stream.Collectors.groupingBy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The request, its log, its contract and its processes tell the same. */
final class StatesAgree implements Invariant {

    private static final Map<String, String> STATUS_AFTER = Map.of(
            "DRAFTED", "CANCELLATION_DRAFT",
            "SUBMITTED", "RECEIVED",
            "WITHDRAWN", "WITHDRAWN",
            "RETURNED", "RETURNED",
            "RETRACTED", "RETRACTED",
            "COMPLETED", "COMPLETED");

    private static final Map<String, String> CONTRACT_WHILE = Map.of(
            "CANCELLATION_DRAFT", "CHANGE_IN_PREPARATION",
            "RECEIVED", "CANCELLATION_RECEIVED",
            "WITHDRAWN", "IN_SERVICE",
            "RETURNED", "IN_SERVICE",
            "RETRACTED", "IN_SERVICE",
            "COMPLETED", "CANCELLED");

    @Override
    public Stream<String> brokenBy(History history) {
        Records records = history.records();
        Map<String, List<Records.Request>> requests =
                records.requests().stream().collect(groupingBy(Records.Request::contract));
        Map<String, List<Records.Event>> events = records.events().stream().collect(groupingBy(Records.Event::request));
        Map<String, List<Records.Process>> processes = records.processes().stream()
                .filter(process -> process.request() != null)
                .collect(groupingBy(Records.Process::request));
        Stream<String> contracts = records.contracts().stream()
                .flatMap(contract -> ofContract(contract, requests.getOrDefault(contract.number(), List.of())));
        Stream<String> ofRequests = records.requests().stream()
                .flatMap(request -> ofRequest(
                        request,
                        events.getOrDefault(request.number(), List.of()),
                        processes.getOrDefault(request.number(), List.of()),
                        history.expired().contains(request.number())));
        return Stream.concat(contracts, ofRequests);
    }

    private static Stream<String> ofContract(Records.Contract contract, List<Records.Request> requests) {
        List<String> expected = requests.stream()
                .map(request -> CONTRACT_WHILE.get(request.status()))
                .distinct()
                .toList();
        boolean agrees = expected.isEmpty()
                ? contract.status().equals("IN_SERVICE")
                : expected.equals(List.of(contract.status()));
        return agrees
                ? Stream.empty()
                : Stream.of("%s is %s while its requests are %s"
                        .formatted(
                                contract.number(),
                                contract.status(),
                                requests.stream().map(Records.Request::status).collect(Collectors.toList())));
    }

    private static Stream<String> ofRequest(
            Records.Request request, List<Records.Event> events, List<Records.Process> processes, boolean expired) {
        List<String> broken = new ArrayList<>();
        String logged = events.stream()
                .sorted(Comparator.comparingInt(Records.Event::seq))
                .map(event -> STATUS_AFTER.get(event.type()))
                .filter(status -> status != null)
                .reduce("none", (earlier, later) -> later);
        if (!logged.equals(request.status())) {
            broken.add("%s is %s and by its log %s".formatted(request.number(), request.status(), logged));
        }
        boolean submitted = events.stream().anyMatch(event -> event.type().equals("SUBMITTED"));
        List<Records.Process> fulfilments =
                processes.stream().filter(Records.Process::isFulfilment).toList();
        if (expired) {
            if (!processes.isEmpty()) {
                broken.add("%s should be forgotten, and history has %s".formatted(request.number(), processes));
            }
        } else if (fulfilments.size() != (submitted ? 1 : 0)) {
            broken.add("%s is %s and has %d fulfilments"
                    .formatted(request.number(), request.status(), fulfilments.size()));
        }
        if (request.status().equals("RECEIVED") && fulfilments.stream().noneMatch(Records.Process::running)) {
            broken.add("%s is RECEIVED and nobody works on it".formatted(request.number()));
        }
        if (request.status().equals("CANCELLATION_DRAFT")
                && processes.stream().noneMatch(process -> !process.isFulfilment() && process.running())) {
            broken.add("%s is a draft without its customer's case".formatted(request.number()));
        }
        return broken.stream();
    }
}
