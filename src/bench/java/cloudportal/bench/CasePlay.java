package cloudportal.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * One whole case as Tasklist plays it: each person looks at the list, opens the task with its form and what the form shows, and
 * answers. The administrator lets the cancellation date come, so that the case goes to its end.
 */
final class CasePlay {

    static final String CUSTOMERS_LIST = "お手続き中の解約";
    static final String STAFF_LIST = "すべての手続";

    private static final String LOOK = "look at the list";
    private static final String FORM_VARIABLES = "/task/%s/form-variables?deserializeValues=false";

    /** Around each call: a stop watch, or a counter of statements. */
    @FunctionalInterface
    interface Watch {
        <T> T watch(String step, Supplier<T> call);
    }

    private final Session customer;
    private final Session staff;
    private final Session administrator;
    private final Watch watch;

    CasePlay(Session customer, Session staff, Session administrator, Watch watch) {
        this.customer = customer;
        this.staff = staff;
        this.administrator = administrator;
        this.watch = watch;
    }

    /** Plays it and answers the contract center's process, which the job executor then brings to its end. */
    String play(String contract) {
        String number = submit(contract);
        asStaff(number, "userTask_reviewRequest", Map.of("reviewDecision", "accept", "reviewComment", ""));
        asStaff(
                number,
                "userTask_transferDomain",
                Map.of("domainHandledOn", LocalDate.now(ZoneId.of("Asia/Tokyo")).toString(), "domainNote", ""));
        String fulfilment = asStaff(
                number, "userTask_arrangeSettlement", Map.of("settlementReference", "B-1", "settlementNote", ""));
        letTheDateCome(fulfilment);
        return fulfilment;
    }

    /** The customer's part; answers the request number. The case then waits for its review. */
    String submit(String contract) {
        String process = watch.watch(
                        "start",
                        () -> customer.post(
                                "/process-definition/key/cancellation-request/submit-form",
                                Map.of("variables", Map.of())))
                .get("id")
                .asText();
        asCustomer(process, "userTask_selectContract", Map.of("contractNumber", contract));
        asCustomer(process, "userTask_requestCancellation", Map.of("contractAction", "request"));
        asCustomer(
                process,
                "userTask_giveReasonAndDomain",
                Map.of("reasonAction", "next", "cancellationReason", "統合のため", "domainDisposition", "transfer"));
        JsonNode shown = asCustomer(
                process,
                "userTask_confirmRequest",
                Map.of("confirmation", "submit", "confirmed", true, "settlementConsent", true));
        asCustomer(process, "userTask_requestCompleted", Map.of());
        return shown.get("requestNumber").get("value").asText();
    }

    private JsonNode asCustomer(String process, String step, Map<String, ?> answers) {
        JsonNode task = task(customer, Map.of("processInstanceId", process), step);
        JsonNode shown = open(customer, task, step);
        answer(customer, task, step, answers);
        return shown;
    }

    private String asStaff(String number, String step, Map<String, ?> answers) {
        JsonNode task = task(staff, Map.of("processInstanceBusinessKey", number), step);
        watch.watch(
                step + ": claim",
                () -> staff.post("/task/%s/claim".formatted(id(task)), Map.of("userId", staff.login())));
        open(staff, task, step);
        answer(staff, task, step, answers);
        return task.get("processInstanceId").asText();
    }

    private JsonNode task(Session person, Map<String, ?> search, String step) {
        JsonNode found = watch.watch(
                step + ": " + LOOK,
                () -> person.post("/filter/%s/list?firstResult=0&maxResults=15".formatted(person.list()), search));
        for (JsonNode task : found.path("_embedded").path("task")) {
            if (task.get("taskDefinitionKey").asText().equals(step)) {
                return task;
            }
        }
        throw new Session.Refused("No %s for %s in %s".formatted(step, search, found));
    }

    private JsonNode open(Session person, JsonNode task, String step) {
        return watch.watch(step + ": open", () -> {
            person.get("/task/" + id(task));
            person.get("/task/%s/form".formatted(id(task)));
            person.get("/task/%s/deployed-form".formatted(id(task)));
            return person.get(FORM_VARIABLES.formatted(id(task)));
        });
    }

    private void answer(Session person, JsonNode task, String step, Map<String, ?> answers) {
        Map<String, Map<String, Object>> variables = answers.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, answer -> Map.of("value", answer.getValue())));
        watch.watch(
                step + ": answer",
                () -> person.post("/task/%s/submit-form".formatted(id(task)), Map.of("variables", variables)));
    }

    private void letTheDateCome(String fulfilment) {
        JsonNode timers = watch.watch(
                "timer: look",
                () -> administrator.get("/job?activityId=event_cancellationDate&processInstanceId=" + fulfilment));
        watch.watch(
                "timer: due",
                () -> administrator.put(
                        "/job/%s/duedate".formatted(id(timers.get(0))),
                        Map.of("duedate", "2020-01-01T00:00:00.000+0900")));
    }

    private static String id(JsonNode thing) {
        return thing.get("id").asText();
    }
}
