package cloudportal.audit;

import cloudportal.audit.CaseHistory.Decision;
import cloudportal.audit.CaseHistory.Form;
import cloudportal.audit.CaseHistory.Incident;
import cloudportal.audit.CaseHistory.Operation;
import cloudportal.audit.CaseHistory.Path;
import cloudportal.audit.CaseHistory.Rule;
import cloudportal.audit.CaseHistory.Step;
import cloudportal.audit.CaseHistory.Value;
import cloudportal.audit.CaseHistory.VariableChange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.EntityTypes;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricDecisionInstance;
import org.camunda.bpm.engine.history.HistoricDetail;
import org.camunda.bpm.engine.history.HistoricIncident;
import org.camunda.bpm.engine.history.HistoricJobLog;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.history.HistoricVariableUpdate;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.variable.value.SerializableValue;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.springframework.stereotype.Component;

/** Reads the history of one case, as far as the engine shows it to the person who asks. */
@Component
class CaseHistoryReader {

    private final HistoryService historyService;
    private final RepositoryService repositoryService;
    private final CaseProcesses processes;
    private final CaseRecords records;

    CaseHistoryReader(
            HistoryService historyService,
            RepositoryService repositoryService,
            CaseProcesses processes,
            CaseRecords records) {
        this.historyService = historyService;
        this.repositoryService = repositoryService;
        this.processes = processes;
        this.records = records;
    }

    /** The process instance; empty where there is none that the person may see. */
    Optional<HistoricProcessInstance> find(String processInstanceId) {
        return Optional.ofNullable(historyService
                .createHistoricProcessInstanceQuery()
                .processInstanceId(processInstanceId)
                .singleResult());
    }

    /** The requests that a case worked on. */
    List<String> requestsOf(HistoricProcessInstance instance) {
        return processes.requestsOf(instance);
    }

    CaseHistory read(HistoricProcessInstance instance) {
        return new Reading(instance).read();
    }

    /** What the parts of one history have in common. */
    private final class Reading {

        private final HistoricProcessInstance instance;
        private final ProcessDefinition definition;
        private final BpmnModelInstance model;
        private final List<HistoricActivityInstance> activities;
        private final List<HistoricVariableUpdate> updates;
        private final List<UserOperationLogEntry> operations;
        private final Map<String, String> names;

        Reading(HistoricProcessInstance instance) {
            this.instance = instance;
            String id = instance.getId();
            definition = repositoryService.getProcessDefinition(instance.getProcessDefinitionId());
            model = repositoryService.getBpmnModelInstance(definition.getId());
            activities =
                    historyService.createHistoricActivityInstanceQuery().processInstanceId(id).unlimitedList().stream()
                            .sorted(Comparator.comparing(HistoricActivityInstance::getStartTime)
                                    .thenComparingLong(Reading::counter)
                                    .thenComparing(HistoricActivityInstance::getId))
                            .toList();
            updates = updates(id);
            operations = historyService
                    .createUserOperationLogQuery()
                    .processInstanceId(id)
                    .orderByTimestamp()
                    .asc()
                    .unlimitedList();
            names = activities.stream()
                    .collect(Collectors.toMap(
                            HistoricActivityInstance::getId,
                            activity ->
                                    Objects.requireNonNullElse(activity.getActivityName(), activity.getActivityId()),
                            (one, same) -> one));
        }

        CaseHistory read() {
            List<String> numbers = processes.requestsOf(instance);
            List<CaseProcesses.Summary> related = processes.of(numbers).values().stream()
                    .flatMap(List::stream)
                    .filter(process -> !process.id().equals(instance.getId()))
                    .distinct()
                    .toList();
            List<PathTaken.Taken> taken = new PathTaken(model)
                    .of(activities.stream().map(Reading::visit).toList());
            return new CaseHistory(
                    CaseProcesses.Summary.of(instance),
                    definition.getVersionTag(),
                    instance.getDeleteReason(),
                    records.requests(numbers),
                    related,
                    path(taken),
                    timeline(taken),
                    forms(),
                    variables(),
                    decisions(),
                    records.mails(numbers),
                    records.events(numbers),
                    operations(),
                    incidents(),
                    Bpmn.convertToString(model));
        }

        private Path path(List<PathTaken.Taken> taken) {
            Map<String, Integer> nodes = new TreeMap<>();
            activities.forEach(activity -> nodes.merge(activity.getActivityId(), 1, Integer::sum));
            taken.stream()
                    .filter(step -> !names.containsKey(step.to()))
                    .forEach(link -> nodes.merge(link.to(), 1, Integer::sum));
            return new Path(PathTaken.counts(taken, names.keySet()), nodes);
        }

        private List<Step> timeline(List<PathTaken.Taken> taken) {
            Map<String, String> flows =
                    taken.stream().collect(Collectors.toMap(PathTaken.Taken::to, PathTaken.Taken::flow, (a, b) -> a));
            Map<String, String> completedBy = new HashMap<>();
            operations.stream()
                    .filter(entry -> entry.getTaskId() != null
                            && UserOperationLogEntry.OPERATION_TYPE_COMPLETE.equals(entry.getOperationType()))
                    .forEach(entry -> completedBy.put(entry.getTaskId(), entry.getUserId()));
            return activities.stream()
                    .map(activity -> new Step(
                            activity.getId(),
                            activity.getActivityId(),
                            names.get(activity.getId()),
                            activity.getActivityType(),
                            flows.get(activity.getId()),
                            completedBy.getOrDefault(activity.getTaskId(), activity.getAssignee()),
                            Moments.text(activity.getStartTime()),
                            Moments.text(activity.getEndTime()),
                            activity.getDurationInMillis(),
                            activity.isCanceled()))
                    .toList();
        }

        private List<Form> forms() {
            AnsweredForms forms = new AnsweredForms(repositoryService, model, definition.getDeploymentId());
            Map<String, List<UserOperationLogEntry>> completions = operations.stream()
                    .filter(entry -> entry.getTaskId() != null)
                    .filter(entry -> UserOperationLogEntry.OPERATION_TYPE_COMPLETE.equals(entry.getOperationType()))
                    .collect(Collectors.groupingBy(UserOperationLogEntry::getTaskId));
            List<Form> answered = new ArrayList<>();
            for (HistoricActivityInstance activity : activities) {
                boolean done = activity.getTaskId() != null && activity.getEndTime() != null && !activity.isCanceled();
                forms.formOf(activity.getActivityId()).filter(form -> done).ifPresent(form -> {
                    Optional<UserOperationLogEntry> completion =
                            completions.getOrDefault(activity.getTaskId(), List.of()).stream()
                                    .findFirst();
                    answered.add(new Form(
                            activity.getId(),
                            activity.getActivityId(),
                            names.get(activity.getId()),
                            form,
                            completion.map(UserOperationLogEntry::getUserId).orElse(activity.getAssignee()),
                            Moments.text(activity.getEndTime()),
                            forms.fields(
                                    form,
                                    name -> answer(name, activity, completion),
                                    name -> valueBefore(name, activity, completion))));
                });
            }
            return answered;
        }

        /** What a person wrote by completing a task: the updates of the completion itself, not what the task began with. */
        private String answer(
                String name, HistoricActivityInstance activity, Optional<UserOperationLogEntry> completion) {
            return last(name, updates.stream().filter(update -> isAnswer(update, activity, completion)));
        }

        /** What a form showed: what the case does with an answer, in the same moment, comes after it. */
        private String valueBefore(
                String name, HistoricActivityInstance activity, Optional<UserOperationLogEntry> completion) {
            return last(
                    name,
                    updates.stream()
                            .takeWhile(update -> !isAnswer(update, activity, completion)
                                    && !update.getTime().after(activity.getEndTime())));
        }

        private static boolean isAnswer(
                HistoricVariableUpdate update,
                HistoricActivityInstance activity,
                Optional<UserOperationLogEntry> completion) {
            return activity.getId().equals(update.getActivityInstanceId())
                    && completion
                            .map(entry -> Objects.equals(entry.getOperationId(), update.getUserOperationId()))
                            .orElse(true);
        }

        private static String last(String name, Stream<HistoricVariableUpdate> some) {
            return some.filter(update -> update.getVariableName().equals(name))
                    .reduce((earlier, later) -> later)
                    .map(Reading::text)
                    .orElse(null);
        }

        private List<VariableChange> variables() {
            Map<String, String> authors = operations.stream()
                    .filter(entry -> entry.getOperationId() != null && entry.getUserId() != null)
                    .collect(Collectors.toMap(
                            UserOperationLogEntry::getOperationId,
                            UserOperationLogEntry::getUserId,
                            (one, same) -> one));
            Map<String, String> current = new HashMap<>();
            List<VariableChange> changes = new ArrayList<>();
            for (HistoricVariableUpdate update : updates) {
                String value = text(update);
                String old = current.put(update.getVariableInstanceId(), value);
                if (update.getRevision() > 0 && Objects.equals(old, value)) {
                    continue;
                }
                changes.add(new VariableChange(
                        Moments.text(update.getTime()),
                        update.getVariableName(),
                        update.getTypeName(),
                        names.get(update.getActivityInstanceId()),
                        old,
                        value,
                        authors.get(update.getUserOperationId())));
            }
            return changes;
        }

        private List<Decision> decisions() {
            return historyService
                    .createHistoricDecisionInstanceQuery()
                    .processInstanceId(instance.getId())
                    .includeInputs()
                    .includeOutputs()
                    .orderByEvaluationTime()
                    .asc()
                    .unlimitedList()
                    .stream()
                    .map(this::decision)
                    .toList();
        }

        private Decision decision(HistoricDecisionInstance made) {
            DecisionDefinition table = repositoryService.getDecisionDefinition(made.getDecisionDefinitionId());
            DmnModelInstance rules = repositoryService.getDmnModelInstance(table.getId());
            return new Decision(
                    Moments.text(made.getEvaluationTime()),
                    made.getDecisionDefinitionKey(),
                    made.getDecisionDefinitionName(),
                    table.getVersion(),
                    table.getVersionTag(),
                    names.getOrDefault(made.getActivityInstanceId(), made.getActivityId()),
                    made.getInputs().stream()
                            .map(input -> new Value(input.getClauseName(), Objects.toString(input.getValue(), null)))
                            .toList(),
                    made.getOutputs().stream()
                            .map(output -> new Value(
                                    Objects.requireNonNullElse(output.getClauseName(), output.getVariableName()),
                                    Objects.toString(output.getValue(), null)))
                            .toList(),
                    made.getOutputs().stream()
                            .filter(output -> output.getRuleId() != null)
                            .map(output -> rule(rules, output.getRuleId(), output.getRuleOrder()))
                            .distinct()
                            .toList());
        }

        private List<Operation> operations() {
            List<UserOperationLogEntry> all = new ArrayList<>(operations);
            all.addAll(historyService
                    .createUserOperationLogQuery()
                    .deploymentId(definition.getDeploymentId())
                    .entityType(EntityTypes.DEPLOYMENT)
                    .orderByTimestamp()
                    .asc()
                    .unlimitedList());
            Map<String, String> steps = activities.stream()
                    .filter(activity -> activity.getTaskId() != null)
                    .collect(Collectors.toMap(
                            HistoricActivityInstance::getTaskId, activity -> names.get(activity.getId()), (a, b) -> a));
            return all.stream()
                    .sorted(Comparator.comparing(UserOperationLogEntry::getTimestamp))
                    .map(entry -> new Operation(
                            Moments.text(entry.getTimestamp()),
                            entry.getUserId(),
                            entry.getOperationType(),
                            entry.getEntityType(),
                            isMark(entry) ? null : entry.getProperty(),
                            isMark(entry) ? null : entry.getOrgValue(),
                            isMark(entry) ? null : entry.getNewValue(),
                            entry.getTaskId() == null ? null : steps.get(entry.getTaskId()),
                            entry.getAnnotation()))
                    .toList();
        }

        /** The engine notes a completion as the task's removal, which says nothing that the completion does not. */
        private static boolean isMark(UserOperationLogEntry entry) {
            return UserOperationLogEntry.OPERATION_TYPE_COMPLETE.equals(entry.getOperationType())
                    && "delete".equals(entry.getProperty());
        }

        private List<Incident> incidents() {
            List<Incident> all = new ArrayList<>();
            for (HistoricIncident incident : historyService
                    .createHistoricIncidentQuery()
                    .processInstanceId(instance.getId())
                    .unlimitedList()) {
                all.add(new Incident(
                        Moments.text(incident.getCreateTime()),
                        Moments.text(incident.getEndTime()),
                        incident.getIncidentType(),
                        nameOf(incident.getActivityId()),
                        incident.getIncidentMessage(),
                        incident.isOpen() ? "open" : incident.isResolved() ? "resolved" : "deleted"));
            }
            for (HistoricJobLog attempt : historyService
                    .createHistoricJobLogQuery()
                    .processInstanceId(instance.getId())
                    .failureLog()
                    .unlimitedList()) {
                all.add(new Incident(
                        Moments.text(attempt.getTimestamp()),
                        null,
                        "failedAttempt",
                        nameOf(attempt.getActivityId()),
                        attempt.getJobExceptionMessage(),
                        "retriesLeft:" + Math.max(0, attempt.getJobRetries() - 1)));
            }
            all.sort(Comparator.comparing(Incident::at));
            return all;
        }

        private String nameOf(String activityId) {
            return activities.stream()
                    .filter(activity -> activity.getActivityId().equals(activityId))
                    .map(activity -> names.get(activity.getId()))
                    .findFirst()
                    .orElse(activityId);
        }

        private static Rule rule(DmnModelInstance model, String id, Integer order) {
            org.camunda.bpm.model.dmn.instance.Rule rule = model.getModelElementById(id);
            String description = rule == null || rule.getDescription() == null
                    ? null
                    : rule.getDescription().getTextContent();
            List<String> rows = model.getModelElementsByType(org.camunda.bpm.model.dmn.instance.Rule.class).stream()
                    .map(org.camunda.bpm.model.dmn.instance.Rule::getId)
                    .toList();
            return new Rule(id, rows.contains(id) ? rows.indexOf(id) + 1 : order, description);
        }

        private List<HistoricVariableUpdate> updates(String processInstanceId) {
            // Within one command all times are the same: then the steps' order says which was first.
            Map<String, Integer> order = new HashMap<>();
            activities.forEach(activity -> order.put(activity.getId(), order.size()));
            return historyService
                    .createHistoricDetailQuery()
                    .processInstanceId(processInstanceId)
                    .variableUpdates()
                    .disableCustomObjectDeserialization()
                    .orderPartiallyByOccurrence()
                    .asc()
                    .unlimitedList()
                    .stream()
                    .map(HistoricVariableUpdate.class::cast)
                    .sorted(Comparator.comparing(HistoricDetail::getTime)
                            .thenComparing(update -> order.getOrDefault(update.getActivityInstanceId(), -1)))
                    .toList();
        }

        private static String text(HistoricVariableUpdate update) {
            TypedValue value = update.getTypedValue();
            if (value instanceof SerializableValue serializable) {
                return serializable.getValueSerialized();
            }
            return value == null || value.getValue() == null
                    ? null
                    : value.getValue().toString();
        }

        private static PathTaken.Visit visit(HistoricActivityInstance activity) {
            return new PathTaken.Visit(
                    activity.getId(),
                    activity.getActivityId(),
                    activity.getParentActivityInstanceId(),
                    counter(activity),
                    activity.getStartTime().toInstant(),
                    activity.getEndTime() == null ? null : activity.getEndTime().toInstant(),
                    activity.isCanceled());
        }

        private static long counter(HistoricActivityInstance activity) {
            return ((HistoryEvent) activity).getSequenceCounter();
        }
    }
}
