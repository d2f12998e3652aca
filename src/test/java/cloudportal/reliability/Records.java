package cloudportal.reliability;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * What the database holds, as far as the invariants speak of it.
 *
 * @param setUp what start-up makes once: definitions with their versions, groups, grants, task lists
 */
record Records(
        Instant readAt,
        List<Contract> contracts,
        List<Request> requests,
        List<Event> events,
        List<Outgoing> outbox,
        List<Process> processes,
        List<Job> jobs,
        List<Incident> incidents,
        List<String> setUp) {

    record Contract(String number, String status) {}

    /** @param openContract the contract that it holds; null where it holds none */
    record Request(
            String number, String contract, String openContract, String status, int eventCount, String eventHash) {

        boolean isOpen() {
            return status.equals("CANCELLATION_DRAFT") || status.equals("RECEIVED");
        }
    }

    record Event(
            String request,
            int seq,
            OffsetDateTime occurredAt,
            String actor,
            String type,
            String before,
            String after,
            String previousHash,
            String hash) {}

    record Outgoing(String request, String kind, String recipient, String subject, String messageId, String status) {

        boolean isSent() {
            return status.equals("SENT");
        }
    }

    /**
     * A process instance of which the history knows.
     *
     * @param version of its definition
     * @param ofOtherVersions how many of its steps, tasks and jobs belong to another definition than it does
     * @param request the request that it worked on; null where there is none yet
     * @param running whether the engine still runs it
     * @param endedAt when it ended, as the history says; null where it did not
     * @param openSteps steps that began and did not end, by the history
     * @param tasks open tasks
     */
    record Process(
            String id,
            String definition,
            int version,
            int ofOtherVersions,
            Instant started,
            String request,
            boolean running,
            Instant endedAt,
            int openSteps,
            int tasks) {

        boolean ended() {
            return endedAt != null;
        }

        boolean isFulfilment() {
            return definition.equals("cancellation-fulfilment");
        }
    }

    /**
     * A job.
     *
     * @param due null for at once
     * @param lockedUntil null where nobody works on it
     */
    record Job(String id, String process, String activity, int retries, Instant due, Instant lockedUntil) {}

    record Incident(String process, String type, String message) {}
}
