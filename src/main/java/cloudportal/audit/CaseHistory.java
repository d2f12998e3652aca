package cloudportal.audit;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/**
 * The whole history of one case, as it goes to the pages and into the exports. Moments are ISO 8601 in Japan's time, durations in
 * milliseconds, amounts in whole yen.
 *
 * @param related the other processes that worked on the same requests: the customer's case and the contract center's
 * @param diagram the BPMN of the version that the case ran on
 */
record CaseHistory(
        CaseProcesses.Summary process,
        String versionTag,
        String deleteReason,
        List<Request> requests,
        List<CaseProcesses.Summary> related,
        Path path,
        List<Step> timeline,
        List<Form> forms,
        List<VariableChange> variables,
        List<Decision> decisions,
        List<Mail> mails,
        List<Event> events,
        List<Operation> operations,
        List<Incident> incidents,
        String diagram) {

    /** How often each flow was taken and each node was reached. */
    record Path(Map<String, Integer> flows, Map<String, Integer> nodes) {}

    /** A request as its table has it now. */
    record Request(
            String number,
            String kind,
            String status,
            String contractNumber,
            String companyName,
            String contactName,
            String category,
            String service,
            String login,
            String createdAt,
            String appliedOn,
            String reason,
            String domainDisposition,
            String desiredMonth,
            String cancellationDate,
            Integer minimumTermMonths,
            String minimumTermEnd,
            Integer shortfallMonths,
            Long settlementAmount,
            Integer decisionVersion,
            String closedAt) {}

    /**
     * A step of the case.
     *
     * @param flow by which it was come to; null for a start and for an event at a border
     * @param by who completed the task, or holds it; null for the system's steps
     */
    record Step(
            String id,
            String activityId,
            String name,
            String type,
            String flow,
            String by,
            String startedAt,
            String endedAt,
            Long durationMillis,
            boolean canceled) {}

    /** A form as it was answered. */
    record Form(
            String stepId,
            String activityId,
            String name,
            String form,
            String by,
            String answeredAt,
            List<Field> fields) {}

    /**
     * A field of a form.
     *
     * @param value as it was sent; null where it was left empty
     * @param text what the person chose, in the form's words
     */
    record Field(String key, String label, String value, String text) {}

    /** A change of a variable; {@code oldValue} is null where it was new. */
    record VariableChange(
            String at, String name, String type, String step, String oldValue, String newValue, String by) {}

    /** A decision with the rules that matched. */
    record Decision(
            String at,
            String key,
            String name,
            int version,
            String versionTag,
            String step,
            List<Value> inputs,
            List<Value> outputs,
            List<Rule> rules) {}

    /** A named value. */
    record Value(String name, String value) {}

    /** A rule of a decision table; {@code row} as it is counted in Modeler. */
    record Rule(String id, Integer row, String description) {}

    /** A mail of the outbox. */
    record Mail(
            String requestNumber,
            String kind,
            String recipient,
            String recipientName,
            String subject,
            String body,
            String messageId,
            String status,
            int attempts,
            String lastReply,
            String createdAt,
            String sentAt) {}

    /** An entry of a request's log. */
    record Event(
            String requestNumber,
            int seq,
            String at,
            String by,
            String type,
            JsonNode before,
            JsonNode after,
            String previousHash,
            String hash) {}

    /** What a person did through the engine. */
    record Operation(
            String at,
            String by,
            String operation,
            String entity,
            String property,
            String oldValue,
            String newValue,
            String step,
            String annotation) {}

    /** A fault that stopped the case, or an attempt of a job in vain ({@code type} {@code failedAttempt}). */
    record Incident(String at, String until, String type, String step, String message, String state) {}
}
