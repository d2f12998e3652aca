package cloudportal.form;

import static org.assertj.core.api.Assertions.assertThat;

import cloudportal.support.EnginePath;
import cloudportal.support.EnginePath.Client;
import cloudportal.support.MovableClock;
import cloudportal.support.Person.Answer;
import cloudportal.support.PortalIT;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Every user task of both processes, over both ways to the engine: first every answer that will not do, each of which must leave
 * every variable and every row as it was, then one that will.
 */
@PortalIT
class TaskAnswersIT {

    private static final String CUSTOMER = "kannon@kannon-do.example";
    private static final String STAFF = "center@portal.example";

    private static final List<String> TABLES =
            List.of("contract", "request", "request_event", "cancellation_case", "mail_outbox");

    @LocalServerPort
    int port;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcTemplate database;

    @Autowired
    RuntimeService runtimeService;

    @Autowired
    TaskService taskService;

    @Autowired
    RepositoryService repositoryService;

    private final Set<String> tried = new HashSet<>();

    /** One step of a case: the task's form, and an answer that it takes. */
    private record Step(String task, Map<String, Object> answer) {}

    @BeforeEach
    void turnTheClockBack() {
        clock.moveTo("2019-10-15T10:00:00+09:00");
    }

    @ParameterizedTest
    @EnumSource
    void takesGoodAnswersAndNoOthers(EnginePath path) {
        Client customer = path.of(port, CUSTOMER);
        Client staff = path.of(port, STAFF);
        String prefix = "FORM" + path.ordinal();

        // the guide's case, with a domain to transfer and a settlement, retracted at last
        String typeM = newContract(prefix + "1", "HOME", "type-M", "2019-09-15");
        walk(
                customer,
                customer.startCancellation(),
                new Step("userTask_selectContract", Map.of("contractNumber", typeM)),
                new Step("userTask_requestCancellation", Map.of("contractAction", "request")),
                reasonAndDomain("transfer"),
                new Step("userTask_confirmRequest", Map.of("confirmation", "submit", "confirmed", true)),
                new Step("userTask_requestCompleted", Map.of()));
        walk(
                staff,
                fulfilmentOf(typeM),
                new Step("userTask_reviewRequest", Map.of("reviewDecision", "accept", "reviewComment", "確認済み")),
                new Step("userTask_transferDomain", Map.of("domainHandledOn", "2019-10-15", "domainNote", "")),
                new Step("userTask_arrangeSettlement", Map.of("settlementReference", "B-1", "settlementNote", "")),
                new Step("userTask_awaitCancellationDate", Map.of("retraction", true, "retractionReason", "継続のため")));

        // a domain to abolish
        String another = newContract(prefix + "2", "HOME", "type-M", "2015-09-15");
        walk(
                customer,
                customer.startCancellation(),
                new Step("userTask_selectContract", Map.of("contractNumber", another)),
                new Step("userTask_requestCancellation", Map.of("contractAction", "request")),
                reasonAndDomain("abolish"),
                new Step("userTask_confirmRequest", Map.of("confirmation", "submit", "confirmed", true)));
        walk(
                staff,
                fulfilmentOf(another),
                new Step("userTask_reviewRequest", Map.of("reviewDecision", "accept")),
                new Step("userTask_abolishDomain", Map.of("domainHandledOn", "2019-10-15", "domainNote", "廃止")));

        // a month to choose, and a draft that is withdrawn
        String online = newContract(prefix + "3", "Therefore Online", "Therefore Online", "2018-06-01");
        walk(
                customer,
                customer.startCancellation(),
                new Step("userTask_selectContract", Map.of("contractNumber", online)),
                new Step("userTask_requestCancellation", Map.of("contractAction", "request")),
                new Step(
                        "userTask_giveReason",
                        Map.of("reasonAction", "next", "cancellationReason", "移行", "desiredMonth", "2020-01")),
                new Step("userTask_confirmRequest", Map.of("confirmation", "withdraw")),
                new Step("userTask_withdrawDraft", Map.of("withdrawal", "withdraw", "confirmed", true)),
                new Step("userTask_draftWithdrawn", Map.of("nextStep", "finish")));

        // a service that the table does not know
        String unknown = newContract(prefix + "4", "HOME", "type-Z", "2019-04-01");
        walk(
                customer,
                customer.startCancellation(),
                new Step("userTask_selectContract", Map.of("contractNumber", unknown)),
                new Step("userTask_requestCancellation", Map.of("contractAction", "request")),
                new Step("userTask_contactDesk", Map.of()));
        walk(staff, fulfilmentOf(unknown), new Step("userTask_answerInquiry", Map.of("inquiryNote", "電話でご案内")));

        assertThat(tried).as("every user task of both models").isEqualTo(userTasksOfBothModels());
    }

    private static Step reasonAndDomain(String disposition) {
        return new Step(
                "userTask_giveReasonAndDomain",
                Map.of("reasonAction", "next", "cancellationReason", "統合のため", "domainDisposition", disposition));
    }

    private void walk(Client person, String instance, Step... steps) {
        for (Step step : steps) {
            Task task = taskService
                    .createTaskQuery()
                    .processInstanceId(instance)
                    .taskDefinitionKey(step.task())
                    .singleResult();
            assertThat(task).as(step.task()).isNotNull();
            if (task.getAssignee() == null) {
                taskService.claim(task.getId(), STAFF);
            }
            JsonNode form =
                    person.get("/task/%s/deployed-form".formatted(task.getId())).json();
            String before = everything(instance);
            boolean completing = false;
            for (BadAnswers bad : BadAnswers.of(form, step.answer())) {
                completing = !completing;
                String way = completing ? "complete" : "submit-form";
                String what = "%s: %s by %s".formatted(step.task(), bad.name(), way);
                Answer answer = person.post("/task/%s/%s".formatted(task.getId(), way), bad.body());
                assertThat(answer.status()).as(what + ": " + answer.text()).isEqualTo(bad.status());
                assertThat(answer.message()).as(what).matches("(?s).*[ぁ-ん].*[。）]");
                assertThat(everything(instance)).as(what).isEqualTo(before);
            }
            tried.add(step.task());
            Answer answer = person.post("/task/%s/submit-form".formatted(task.getId()), BadAnswers.body(step.answer()));
            assertThat(answer.status()).as(step.task() + ": " + answer.text()).isEqualTo(204);
        }
    }

    /** All that a refused answer could have changed. */
    private String everything(String instance) {
        Map<String, Object> all = new TreeMap<>();
        runtimeService
                .createVariableInstanceQuery()
                .processInstanceIdIn(instance)
                .disableCustomObjectDeserialization()
                .list()
                .forEach(variable -> all.put(
                        variable.getName() + variable.getExecutionId(), String.valueOf(variable.getTypedValue())));
        all.put(
                " tasks",
                taskService.createTaskQuery().processInstanceId(instance).list().stream()
                        .map(task -> task.getTaskDefinitionKey() + task.getAssignee())
                        .sorted()
                        .toList());
        TABLES.forEach(table -> all.put(" " + table, database.queryForList("select * from " + table)));
        return all.toString();
    }

    private String newContract(String number, String category, String service, String start) {
        database.update(
                """
                insert into contract (number, customer_id, category, service, start_date, billing_start, monthly_fee, status, version)
                select ?, customer_id, ?, ?, ?, cast(? as date), 3000, 'IN_SERVICE', 0 from customer_login where login = ?""",
                number,
                category,
                service,
                java.sql.Date.valueOf(start),
                java.sql.Date.valueOf(start.substring(0, 8) + "01"),
                CUSTOMER);
        return number;
    }

    private String fulfilmentOf(String contract) {
        String key = database
                .queryForList("select number from request where open_contract_number = ?", String.class, contract)
                .stream()
                .findFirst()
                .orElse(contract);
        return runtimeService
                .createProcessInstanceQuery()
                .processDefinitionKey("cancellation-fulfilment")
                .processInstanceBusinessKey(key)
                .singleResult()
                .getId();
    }

    private Set<String> userTasksOfBothModels() {
        Set<String> tasks = new HashSet<>();
        Stream.of("cancellation-request", "cancellation-fulfilment")
                .map(key -> repositoryService
                        .createProcessDefinitionQuery()
                        .processDefinitionKey(key)
                        .latestVersion()
                        .singleResult())
                .map(definition -> repositoryService.getBpmnModelInstance(definition.getId()))
                .forEach(
                        model -> model.getModelElementsByType(UserTask.class).forEach(task -> tasks.add(task.getId())));
        return tasks;
    }

    /** Answers that will not do, made from a form and from one that will. */
    private record BadAnswers(String name, Map<String, Object> body, int status) {

        private static final Set<String> TYPED = Set.of("textfield", "textarea");
        private static final Set<String> FORGED =
                Set.of("customerLogin", "assessment", "requestNumber", "request", "contracts", "contract");
        private static final Set<String> OTHER_TASKS = Set.of(
                "contractNumber",
                "contractAction",
                "reasonAction",
                "confirmation",
                "withdrawal",
                "nextStep",
                "reviewDecision",
                "domainHandledOn",
                "settlementReference",
                "inquiryNote");

        static List<BadAnswers> of(JsonNode form, Map<String, Object> good) {
            List<BadAnswers> bad = new ArrayList<>();
            List<JsonNode> fields = new ArrayList<>();
            collect(form, fields);
            Set<String> keys = new HashSet<>();
            fields.forEach(field -> keys.add(field.get("key").asText()));
            assertThat(keys).containsAll(good.keySet());
            for (JsonNode field : fields) {
                String key = field.get("key").asText();
                if (good.containsKey(key)) {
                    addBadValues(bad, field, key, good);
                }
            }
            FORGED.forEach(key -> bad.add(with("forged " + key, good, key, typed("String", "forged", Map.of()), 400)));
            OTHER_TASKS.stream()
                    .filter(key -> !keys.contains(key))
                    .forEach(key -> bad.add(with("another task's " + key, good, key, value("x"), 400)));
            bad.add(with("undeclared", good, "undeclared", value(true), 400));
            bad.add(with("over 1 MB", good, "undeclared", value("あ".repeat(400_000)), 413));
            String place = keys.stream().sorted().findFirst().orElse("document");
            bad.add(with("a file", good, place, typed("File", "SGVsbG8=", Map.of("filename", "a.txt")), 400));
            bad.add(with("bytes", good, place, typed("Bytes", "SGVsbG8=", Map.of()), 400));
            bad.add(with("JSON", good, place, typed("Json", "{\"a\":1}", Map.of()), 400));
            bad.add(with(
                    "an object",
                    good,
                    place,
                    typed(
                            "Object",
                            "[\"x\"]",
                            Map.of(
                                    "objectTypeName",
                                    "java.util.ArrayList",
                                    "serializationDataFormat",
                                    "application/json")),
                    400));
            bad.add(with(
                    "a serialized object",
                    good,
                    place,
                    typed(
                            "Object",
                            "rO0ABXQAAXg=",
                            Map.of(
                                    "objectTypeName", "java.lang.String",
                                    "serializationDataFormat", "application/x-java-serialized-object")),
                    400));
            return bad;
        }

        private static void addBadValues(List<BadAnswers> bad, JsonNode field, String key, Map<String, Object> good) {
            String type = field.get("type").asText();
            JsonNode validate = field.path("validate");
            if (validate.path("required").asBoolean()) {
                Map<String, Object> others = new HashMap<>(good);
                others.remove(key);
                bad.add(new BadAnswers(key + " missing", body(others), 400));
                bad.add(with(key + " null", good, key, value(null), 400));
                bad.add(with(key + " empty", good, key, value(""), 400));
                bad.add(with(key + " blank", good, key, value("\u3000 "), 400));
            }
            if (validate.has("maxLength")) {
                bad.add(with(
                        key + " too long",
                        good,
                        key,
                        value("あ".repeat(validate.get("maxLength").asInt() + 1)),
                        400));
            }
            bad.add(with(key + " of the wrong type", good, key, value(TYPED.contains(type) ? 5 : "1か月"), 400));
            bad.add(with(key + " of the wrong type, list", good, key, typed("Json", "[1]", Map.of()), 400));
            if (!TYPED.contains(type)) {
                bad.add(with(key + " outside its values", good, key, value("2019-02-30"), 400));
            }
        }

        private static void collect(JsonNode component, List<JsonNode> fields) {
            boolean input = component.has("key") && !component.path("disabled").asBoolean();
            if (input && !component.get("type").asText().equals("button")) {
                fields.add(component);
            }
            component.path("components").forEach(child -> collect(child, fields));
        }

        private static BadAnswers with(String name, Map<String, Object> good, String key, Object value, int status) {
            Map<String, Object> body = new HashMap<>(body(good));
            @SuppressWarnings("unchecked")
            Map<String, Object> variables = new HashMap<>((Map<String, Object>) body.get("variables"));
            variables.put(key, value);
            return new BadAnswers(name, Map.of("variables", variables), status);
        }

        static Map<String, Object> body(Map<String, Object> answers) {
            Map<String, Object> variables = new HashMap<>();
            answers.forEach((key, value) -> variables.put(key, value(value)));
            return Map.of("variables", variables);
        }

        private static Map<String, Object> value(Object value) {
            Map<String, Object> variable = new HashMap<>();
            variable.put("value", value);
            return variable;
        }

        private static Map<String, Object> typed(String type, String value, Map<String, Object> info) {
            return Map.of("type", type, "value", value, "valueInfo", info);
        }
    }
}
