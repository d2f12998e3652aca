package cloudportal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import cloudportal.support.EnginePath;
import cloudportal.support.EnginePath.Client;
import cloudportal.support.Person.Answer;
import cloudportal.support.PortalIT;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Groups;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a person cannot do to the engine, on either path to it. */
@PortalIT
class EngineGuardsIT {

    private static final String CUSTOMER = "kannon@kannon-do.example";
    private static final String OTHER_CUSTOMER = "shop@other.example";
    private static final String STAFF = "center@portal.example";
    private static final String ADMIN = "admin@portal.example";

    @LocalServerPort
    int port;

    @Autowired
    RuntimeService runtimeService;

    @Autowired
    TaskService taskService;

    static Stream<Arguments> queriesWithExpressions() {
        Map<String, Object> expression = Map.of("dueAfterExpression", "${now()}");
        List<Object> queries = List.of(
                expression,
                Map.of("orQueries", List.of(expression)),
                Map.of("orQueries", List.of(Map.of("orQueries", List.of(expression)))),
                Map.of("orQueries", List.of(Map.of("assigneeExpression", "${currentUser()}"))));
        return Stream.of(EnginePath.values()).flatMap(path -> Stream.of(CUSTOMER, ADMIN)
                .flatMap(login -> queries.stream().map(query -> Arguments.of(path, login, query))));
    }

    @ParameterizedTest
    @MethodSource("queriesWithExpressions")
    void refusesExpressionsInQueriesAtAnyDepth(EnginePath path, String login, Object query) {
        // given anybody with a login, an administrator too
        Client person = path.of(port, login);

        // when a query carries an expression
        Answer list = person.post("/task", query);
        Answer count = person.post("/task/count", query);

        // then it is refused, not evaluated
        assertThat(list.status()).as(list.text()).isEqualTo(400);
        assertThat(count.status()).as(count.text()).isEqualTo(400);
    }

    @ParameterizedTest
    @EnumSource
    void refusesExpressionsInWhatExtendsAFilter(EnginePath path) {
        // given the task list that the portal seeds
        Client customer = path.of(port, CUSTOMER);
        String filter = customer.get("/filter?resourceType=Task&maxResults=50")
                .json()
                .get(0)
                .get("id")
                .asText();

        // when it is asked as it is, it answers; when extended by an expression, it does not
        assertThat(customer.get("/filter/" + filter + "/list?firstResult=0&maxResults=15")
                        .status())
                .isEqualTo(200);
        for (Object query : List.of(
                Map.of("dueAfterExpression", "${now()}"),
                Map.of("orQueries", List.of(Map.of("dueAfterExpression", "${now()}"))))) {
            Answer answer = customer.post("/filter/" + filter + "/list?firstResult=0&maxResults=15", query);
            assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        }
    }

    @ParameterizedTest
    @EnumSource
    void keepsEveryExpressionButTheAskersOwnNameOutOfStoredFilters(EnginePath path) {
        // given an administrator, and a customer
        Client admin = path.of(port, ADMIN);
        Client customer = path.of(port, CUSTOMER);
        Map<String, Object> nested = Map.of(
                "resourceType", "Task",
                "name", "nested",
                "query", Map.of("orQueries", List.of(Map.of("dueAfterExpression", "${now()}"))));

        // when they store filters with expressions, then the administrator's is refused as bad, the customer's
        // altogether
        assertThat(admin.post("/filter/create", nested).status()).isEqualTo(400);
        assertThat(customer.post("/filter/create", nested).status()).isIn(400, 403);
        assertThat(customer.post("/filter/create", Map.of("resourceType", "Task", "name", "mine", "query", Map.of()))
                        .status())
                .isEqualTo(403);
    }

    static Stream<Arguments> steps() {
        return Stream.of(EnginePath.values()).flatMap(path -> Stream.of(
                        Map.entry("/task/%2$s/bpmnError", Map.of("errorCode", "serviceUnknown")),
                        Map.entry("/task/%2$s/bpmnEscalation", Map.of("escalationCode", "any")),
                        Map.entry("/task/%2$s/variables", variables("customerLogin")),
                        Map.entry("/task/%2$s/localVariables", variables("customerLogin")),
                        Map.entry("/task/%2$s/delegate", Map.of("userId", OTHER_CUSTOMER)),
                        Map.entry("/task/%2$s/assignee", Map.of("userId", OTHER_CUSTOMER)),
                        Map.entry("/task/%2$s/claim", Map.of("userId", OTHER_CUSTOMER)),
                        Map.entry("/task/%2$s/identity-links", Map.of("type", "candidate", "groupId", "customers")),
                        Map.entry("/process-instance/%1$s/variables", variables("customerLogin")),
                        Map.entry(
                                "/process-instance/%1$s/modification",
                                Map.of("instructions", List.of(startBefore("userTask_requestCompleted")))),
                        Map.entry("/execution/%1$s/signal", Map.of()),
                        Map.entry("/message", Map.of("messageName", "draft-withdrawn", "processInstanceId", "%1$s")),
                        Map.entry("/message", Map.of("messageName", "cancellation-submitted", "businessKey", "R-1")),
                        Map.entry(
                                "/process-instance/variables-async",
                                Map.of("processInstanceIds", List.of("%1$s"), "variables", Map.of())),
                        Map.entry(
                                "/process-instance/delete",
                                Map.of("processInstanceIds", List.of("%1$s"), "deleteReason", "x")),
                        Map.entry("/signal", Map.of("name", "any")))
                .map(step -> Arguments.of(path, step.getKey(), step.getValue())));
    }

    @ParameterizedTest
    @MethodSource("steps")
    void refusesStepsPastTheModel(EnginePath path, String url, Map<String, Object> body) {
        // given a customer at the first task
        Client customer = path.of(port, CUSTOMER);
        String instance = customer.startCancellation();
        String task = customer.taskOf(instance);
        boolean variables = url.endsWith("ariables");
        Map<String, Object> filled = fill(body, instance);

        // when the customer tries to get past what the task offers
        Answer answer = customer.post(
                url.formatted(instance, task), variables ? Map.of("modifications", filled.get("variables")) : filled);

        // then it is forbidden, and the task is as it was
        assertThat(answer.status()).as(answer.text()).isEqualTo(403);
        assertThat(taskService.createTaskQuery().taskId(task).singleResult().getAssignee())
                .isEqualTo(CUSTOMER);
        assertThat(runtimeService.getVariable(instance, "customerLogin")).isEqualTo(CUSTOMER);
    }

    @ParameterizedTest
    @EnumSource
    void givesNoListLongerThanAnybodyReads(EnginePath path) {
        for (String login : List.of(CUSTOMER, ADMIN)) {
            Client person = path.of(port, login);
            String filter =
                    person.get("/filter?maxResults=1").json().get(0).get("id").asText();
            for (String list : List.of("/task", "/filter", "/filter/" + filter + "/list")) {
                // whoever names no length gets the first rows
                assertThat(person.get(list).status()).as(list).isEqualTo(200);
                assertThat(person.get(list + "?firstResult=0&maxResults=2001").status())
                        .as(list)
                        .isEqualTo(400);
                assertThat(person.get(list + "?firstResult=0&maxResults=2000").status())
                        .as(list)
                        .isEqualTo(200);
            }
            assertThat(person.post("/task", Map.of()).status()).isEqualTo(200);
            assertThat(person.post("/task?maxResults=2001", Map.of()).status()).isEqualTo(400);
        }
    }

    @ParameterizedTest
    @EnumSource
    void refusesStartsInTheMiddle(EnginePath path) {
        // given a customer who may start 解約申込
        Client customer = path.of(port, CUSTOMER);
        long before = runtimeService.createProcessInstanceQuery().count();

        // when the start names another place than the beginning
        Answer answer = customer.post(
                "/process-definition/key/cancellation-request/start",
                Map.of(
                        "startInstructions",
                        List.of(startBefore("serviceTask_sendReceipt")),
                        "skipCustomListeners",
                        true));

        // then nothing starts
        assertThat(answer.status()).as(answer.text()).isEqualTo(403);
        assertThat(runtimeService.createProcessInstanceQuery().count()).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource
    void showsACustomerNothingOfAnother(EnginePath path) {
        // given a case of one customer
        Client customer = path.of(port, CUSTOMER);
        String instance = customer.startCancellation();
        String task = customer.taskOf(instance);

        // when another customer looks for it
        Client other = path.of(port, OTHER_CUSTOMER);

        // then there is nothing
        assertThat(other.get("/task?maxResults=50&processInstanceId=" + instance)
                        .json())
                .isEmpty();
        assertThat(other.get("/task/" + task).status()).isEqualTo(404);
        assertThat(other.get("/task/" + task + "/form-variables").status()).isEqualTo(403);
        assertThat(other.get("/history/user-operation?maxResults=50&processInstanceId=" + instance)
                        .json())
                .isEmpty();
        for (String closed : List.of(
                "/process-instance/" + instance,
                "/history/process-instance",
                "/history/variable-instance",
                "/history/task",
                "/history/detail",
                "/variable-instance")) {
            assertThat(other.get(closed + "?maxResults=50").status()).as(closed).isEqualTo(403);
        }
        assertThat(other.post("/task/" + task + "/complete", Map.of("variables", Map.of()))
                        .status())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @EnumSource
    void tellsWhoComesSecondThatTheTaskIsDone(EnginePath path) {
        // given a task on the screen of somebody whose case has ended meanwhile
        Client customer = path.of(port, CUSTOMER);
        String instance = customer.startCancellation();
        String task = customer.taskOf(instance);
        runtimeService.deleteProcessInstance(instance, "test");

        for (String way : List.of("complete", "submit-form", "resolve")) {
            // when it is completed
            Answer answer = customer.post("/task/" + task + "/" + way, Map.of("variables", Map.of()));

            // then the person reads what happened
            assertThat(answer.status()).as(way + answer.text()).isEqualTo(409);
            assertThat(answer.message()).isEqualTo("ほかの操作で先に処理されました。画面を更新して、最新の状態をご確認ください。");
        }
    }

    @Test
    void leavesAdministrationToAdministrators() {
        // given a case, and an administrator
        Client customer = EnginePath.REST.of(port, CUSTOMER);
        String instance = customer.startCancellation();
        Client admin = EnginePath.REST.of(port, ADMIN);

        // when the administrator writes a variable directly
        Answer answer = admin.post(
                "/process-instance/" + instance + "/variables",
                Map.of("modifications", Map.of("note", Map.of("value", "by hand"))));

        // then it is written
        assertThat(answer.status()).as(answer.text()).isEqualTo(204);
        assertThat(runtimeService.getVariable(instance, "note")).isEqualTo("by hand");
        assertThat(Groups.CAMUNDA_ADMIN).isEqualTo("camunda-admin");
    }

    @Test
    void letsStaffTakeATaskAndGiveItBackButHandItToNobody() {
        // given a task of the contract center
        String instance = runtimeService
                .createMessageCorrelation("service-unknown-reported")
                .correlateStartMessage()
                .getId();
        String task = taskService
                .createTaskQuery()
                .processInstanceId(instance)
                .singleResult()
                .getId();
        Client staff = EnginePath.WEB_APP.of(port, STAFF);

        // then staff can claim and unclaim
        assertThat(staff.post("/task/" + task + "/claim", Map.of("userId", STAFF))
                        .status())
                .isEqualTo(204);
        assertThat(staff.post("/task/" + task + "/unclaim", Map.of()).status()).isEqualTo(204);

        // but not open it to a customer
        for (String way : List.of("assignee", "claim", "delegate")) {
            assertThat(staff.post("/task/" + task + "/" + way, Map.of("userId", CUSTOMER))
                            .status())
                    .as(way)
                    .isEqualTo(403);
        }
        for (Map<String, String> link : List.of(
                Map.of("type", "candidate", "userId", CUSTOMER),
                Map.of("type", "candidate", "groupId", "customers"),
                Map.of("type", "owner", "userId", CUSTOMER))) {
            assertThat(staff.post("/task/" + task + "/identity-links", link).status())
                    .as(link.toString())
                    .isEqualTo(403);
        }
        runtimeService.deleteProcessInstance(instance, "test");
    }

    private static Map<String, Object> startBefore(String activity) {
        return Map.of("type", "startBeforeActivity", "activityId", activity);
    }

    private static Map<String, Object> variables(String name) {
        return Map.of("variables", Map.of(name, Map.of("value", "forged")));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> fill(Map<String, Object> body, String instance) {
        return (Map<String, Object>) filled(body, instance);
    }

    private static Object filled(Object value, String instance) {
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .collect(java.util.stream.Collectors.toMap(
                            entry -> (String) entry.getKey(), entry -> filled(entry.getValue(), instance)));
        }
        if (value instanceof List<?> list) {
            return list.stream().map(member -> filled(member, instance)).toList();
        }
        return value instanceof String text ? text.replace("%1$s", instance) : value;
    }
}
