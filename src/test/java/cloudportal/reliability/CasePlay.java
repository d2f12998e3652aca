package cloudportal.reliability;

import static cloudportal.reliability.CaseToPlay.Ending.ACCEPTED;
import static cloudportal.reliability.CaseToPlay.Ending.RETRACTED;
import static cloudportal.reliability.CaseToPlay.Ending.RETURNED;
import static cloudportal.reliability.CaseToPlay.Ending.WITHDRAWN;

import cloudportal.reliability.Caller.Reply;
import cloudportal.support.CaseWalk;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * Plays one case as people do: whoever gets no answer looks at the list of tasks again and goes on from what is there. Nothing is
 * known here but what the portal answers.
 */
final class CasePlay implements Runnable {

    private static final Duration PATIENCE = Duration.ofSeconds(150);
    private static final Duration THINKING = Duration.ofMillis(50);
    private static final Duration PUZZLED = Duration.ofMillis(500);

    private final CaseToPlay play;
    private final List<Integer> ports;
    private final Journal journal;
    private final Caller customer;
    private final Caller center;
    private final Caller administrator;
    private String process;
    private String number;

    CasePlay(CaseToPlay play, List<Integer> ports, int node, Journal journal) {
        this.play = play;
        this.ports = ports;
        this.journal = journal;
        this.customer = new Caller(ports, node, play.login(), journal);
        this.center = new Caller(ports, node + 1, CaseWalk.CENTER, journal);
        this.administrator = new Caller(ports, node, "admin@portal.example", journal);
    }

    @Override
    public void run() {
        Instant end = Instant.now().plus(PATIENCE);
        until(end, this::customerIsDone);
        if (play.ending() != WITHDRAWN) {
            until(end, this::centerIsDone);
        }
    }

    private void until(Instant end, BooleanSupplier isDone) {
        while (!isDone.getAsBoolean()) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("Nobody gets on with %s, request %s".formatted(play, number));
            }
        }
    }

    private boolean customerIsDone() {
        if (process == null) {
            Reply started = customer.post(
                    "/process-definition/key/cancellation-request/submit-form", Map.of("variables", Map.of()));
            if (started.isOk()) {
                process = started.json().get("id").asText();
            }
            return pause(started, false);
        }
        Reply listed = customer.get("/task?maxResults=10&processInstanceId=" + process);
        if (!listed.isOk()) {
            return pause(listed, false);
        }
        JsonNode tasks = listed.json();
        return tasks.isEmpty() || pause(customerWorks(tasks.get(0)), false);
    }

    private Reply customerWorks(JsonNode task) {
        return switch (task.get("taskDefinitionKey").asText()) {
            case "userTask_selectContract" -> customer.answer(task, Map.of("contractNumber", play.contract()));
            case "userTask_requestCancellation" -> customer.answer(task, Map.of("contractAction", "request"));
            case "userTask_giveReasonAndDomain" ->
                does(
                        Deed.Kind.DRAFTED,
                        customer,
                        task,
                        Map.of(
                                "reasonAction", "next",
                                "cancellationReason", CaseWalk.REASON,
                                "domainDisposition", "transfer"));
            case "userTask_giveReason" ->
                does(
                        Deed.Kind.DRAFTED,
                        customer,
                        task,
                        Map.of("reasonAction", "next", "cancellationReason", CaseWalk.REASON));
            case "userTask_confirmRequest" -> confirms(task);
            case "userTask_withdrawDraft" ->
                does(Deed.Kind.WITHDRAWN, customer, task, Map.of("withdrawal", "withdraw", "confirmed", true));
            case "userTask_draftWithdrawn" -> customer.answer(task, Map.of("nextStep", "finish"));
            case "userTask_requestCompleted" -> customer.answer(task, Map.of());
            default -> throw new AssertionError("What to do with " + task);
        };
    }

    private Reply confirms(JsonNode task) {
        Reply shown = customer.get("/task/%s/form-variables?variableNames=request,assessment&deserializeValues=false"
                .formatted(task.get("id").asText()));
        if (!shown.isOk() || !shown.json().has("request")) {
            return shown;
        }
        number = shown(shown.json(), "request").get("requestNumber").asText();
        if (play.ending() == WITHDRAWN) {
            return customer.answer(task, Map.of("confirmation", "withdraw"));
        }
        Map<String, Object> answers = new HashMap<>(Map.of("confirmation", "submit", "confirmed", true));
        if (shown(shown.json(), "assessment").get("shortfallMonths").asInt() > 0) {
            answers.put("settlementConsent", true);
        }
        return does(Deed.Kind.SUBMITTED, customer, task, answers);
    }

    private static JsonNode shown(JsonNode variables, String name) {
        return new Reply(200, variables.get(name).get("value").asText()).json();
    }

    private boolean centerIsDone() {
        Reply listed = center.get(
                "/task?maxResults=10&processDefinitionKey=cancellation-fulfilment&processInstanceBusinessKey="
                        + number);
        if (!listed.isOk()) {
            return pause(listed, false);
        }
        JsonNode tasks = listed.json();
        if (tasks.isEmpty()) {
            return true;
        }
        Optional<JsonNode> work = first(tasks);
        if (work.isPresent()) {
            return pause(centerWorks(work.get()), false);
        }
        JsonNode waiting = tasks.get(0);
        return switch (play.ending()) {
            case ACCEPTED -> true;
            case RETRACTED -> pause(retracts(waiting), false);
            default -> dayHasCome(waiting);
        };
    }

    /** What is to be done before the case only waits for its day. */
    private static Optional<JsonNode> first(JsonNode tasks) {
        for (JsonNode task : tasks) {
            if (!task.get("taskDefinitionKey").asText().equals("userTask_awaitCancellationDate")) {
                return Optional.of(task);
            }
        }
        return Optional.empty();
    }

    private Reply centerWorks(JsonNode task) {
        claims(task);
        return switch (task.get("taskDefinitionKey").asText()) {
            case "userTask_reviewRequest" ->
                play.ending() == RETURNED
                        ? does(
                                Deed.Kind.RETURNED,
                                center,
                                task,
                                Map.of("reviewDecision", "return", "reviewComment", "契約者名をご確認ください。"))
                        : does(
                                Deed.Kind.ACCEPTED,
                                center,
                                task,
                                Map.of("reviewDecision", "accept", "reviewComment", ""));
            case "userTask_transferDomain" ->
                does(
                        Deed.Kind.DOMAIN_HANDLED,
                        center,
                        task,
                        Map.of("domainHandledOn", "2019-10-15", "domainNote", "移管済み"));
            case "userTask_arrangeSettlement" ->
                does(
                        Deed.Kind.SETTLEMENT_ARRANGED,
                        center,
                        task,
                        Map.of("settlementReference", "B-1", "settlementNote", ""));
            default -> throw new AssertionError("What to do with " + task);
        };
    }

    private Reply retracts(JsonNode task) {
        claims(task);
        return does(
                Deed.Kind.RETRACTED, center, task, Map.of("retraction", true, "retractionReason", "継続して利用することになったため"));
    }

    /** Nobody waits for weeks: an administrator lets the timer of the cancellation date be due now. */
    private boolean dayHasCome(JsonNode waiting) {
        Reply timers = administrator.get("/job?activityId=event_cancellationDate&processInstanceId="
                + waiting.get("processInstanceId").asText());
        if (!timers.isOk() || timers.json().isEmpty()) {
            return pause(timers, false);
        }
        Reply moved = administrator.put(
                "/job/%s/duedate".formatted(timers.json().get(0).get("id").asText()),
                Map.of("duedate", "2019-12-01T00:00:00.000+0900"));
        journal.did(play.contract(), Deed.Kind.COMPLETED, moved.status());
        return pause(moved, moved.isOk());
    }

    private void claims(JsonNode task) {
        center.post("/task/" + task.get("id").asText() + "/claim", Map.of("userId", CaseWalk.CENTER));
    }

    private Reply does(Deed.Kind kind, Caller person, JsonNode task, Map<String, ?> answers) {
        if (!play.hasty()) {
            return noted(kind, person.answer(task, answers));
        }
        String login = person == center ? CaseWalk.CENTER : play.login();
        // The same form in a second tab, which another node serves.
        Caller secondTab = new Caller(ports, ports.size() - 1, login, journal);
        CompletableFuture<Reply> second =
                CompletableFuture.supplyAsync(() -> noted(kind, secondTab.answer(task, answers)));
        Reply first = noted(kind, person.answer(task, answers));
        second.join();
        return first;
    }

    private Reply noted(Deed.Kind kind, Reply reply) {
        journal.did(play.contract(), kind, reply.status());
        return reply;
    }

    /** People think before they go on, and longer where nothing came of it. */
    private static boolean pause(Reply reply, boolean done) {
        LockSupport.parkNanos((reply.isOk() ? THINKING : PUZZLED).toNanos());
        return done;
    }
}
