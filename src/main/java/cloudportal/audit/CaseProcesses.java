package cloudportal.audit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstanceQuery;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Which processes worked on which requests: a customer's case from making or withdrawing a draft on, the contract center's by its
 * business key. What the person who asks may not see is not there.
 */
@Component
class CaseProcesses {

    private static final int SIZE = 25;
    private static final int DEEPEST = 10_000;

    private final HistoryService historyService;
    private final JdbcTemplate database;

    CaseProcesses(HistoryService historyService, JdbcTemplate database) {
        this.historyService = historyService;
        this.database = database;
    }

    /**
     * A process instance in a line.
     *
     * @param durationMillis null while it runs
     */
    record Summary(
            String id,
            String definitionId,
            String definitionKey,
            String definitionName,
            Integer definitionVersion,
            String businessKey,
            String startedBy,
            String state,
            String startedAt,
            String endedAt,
            Long durationMillis) {

        static Summary of(HistoricProcessInstance instance) {
            return new Summary(
                    instance.getId(),
                    instance.getProcessDefinitionId(),
                    instance.getProcessDefinitionKey(),
                    instance.getProcessDefinitionName(),
                    instance.getProcessDefinitionVersion(),
                    instance.getBusinessKey(),
                    instance.getStartUserId(),
                    instance.getState(),
                    Moments.text(instance.getStartTime()),
                    Moments.text(instance.getEndTime()),
                    instance.getDurationInMillis());
        }
    }

    /** The processes of each of the requests, the oldest first. */
    Map<String, List<Summary>> of(Collection<String> requestNumbers) {
        if (requestNumbers.isEmpty()) {
            return Map.of();
        }
        Map<String, Set<String>> requestsByProcess = new HashMap<>();
        String[] numbers = requestNumbers.toArray(String[]::new);
        database.query(
                "select request_number, process_instance_id from request_case where request_number in (?"
                        + ", ?".repeat(numbers.length - 1) + ")",
                row -> {
                    requestsByProcess
                            .computeIfAbsent(row.getString(2), id -> new TreeSet<>())
                            .add(row.getString(1));
                },
                (Object[]) numbers);
        Map<String, Summary> processes = new LinkedHashMap<>();
        instances().processInstanceBusinessKeyIn(numbers).unlimitedList().forEach(found -> {
            processes.put(found.getId(), Summary.of(found));
            requestsByProcess
                    .computeIfAbsent(found.getId(), id -> new TreeSet<>())
                    .add(found.getBusinessKey());
        });
        Set<String> others = new TreeSet<>(requestsByProcess.keySet());
        others.removeAll(processes.keySet());
        if (!others.isEmpty()) {
            instances()
                    .processInstanceIds(others)
                    .unlimitedList()
                    .forEach(found -> processes.put(found.getId(), Summary.of(found)));
        }
        Map<String, List<Summary>> byRequest = new HashMap<>();
        processes.values().stream()
                .sorted(Comparator.comparing(Summary::startedAt).thenComparing(Summary::id))
                .forEach(process -> requestsByProcess.get(process.id()).forEach(number -> byRequest
                        .computeIfAbsent(number, any -> new ArrayList<>())
                        .add(process)));
        return byRequest;
    }

    /** The requests that a process worked on, the newest first. */
    List<String> requestsOf(HistoricProcessInstance process) {
        return database.queryForList(
                "select number from request where number = ? or number in"
                        + " (select request_number from request_case where process_instance_id = ?)"
                        + " order by sequence desc",
                String.class,
                process.getBusinessKey(),
                process.getId());
    }

    /** One page of processes; {@code more} tells whether another follows. */
    record Page(List<Summary> rows, int page, int size, boolean more) {}

    /**
     * The processes of a definition in all its versions, the newest first.
     *
     * @param state {@code running}, {@code finished} or anything else for both
     */
    Page page(String definitionKey, String startedBy, String state, int page) {
        HistoricProcessInstanceQuery query = instances();
        if (definitionKey != null && !definitionKey.isBlank()) {
            query.processDefinitionKey(definitionKey);
        }
        if (startedBy != null && !startedBy.isBlank()) {
            query.startedBy(startedBy.strip().toLowerCase(Locale.ROOT));
        }
        if ("running".equals(state)) {
            query.unfinished();
        } else if ("finished".equals(state)) {
            query.finished();
        }
        List<Summary> found = query
                .orderByProcessInstanceStartTime()
                .desc()
                // So that cases of one moment keep their order from page to page.
                .orderByProcessInstanceId()
                .desc()
                .listPage(Math.min(page, DEEPEST / SIZE) * SIZE, SIZE + 1)
                .stream()
                .map(Summary::of)
                .toList();
        boolean more = found.size() > SIZE;
        return new Page(more ? found.subList(0, SIZE) : found, page, SIZE, more);
    }

    private HistoricProcessInstanceQuery instances() {
        return historyService.createHistoricProcessInstanceQuery();
    }
}
