package cloudportal.form;

import static org.assertj.core.api.Assertions.assertThat;

import cloudportal.support.EnginePath;
import cloudportal.support.EnginePath.Client;
import cloudportal.support.Person.Answer;
import cloudportal.support.PortalIT;
import cloudportal.support.UncheckedDeployment;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a form asks is what a person may write, whichever way the answers come in. */
@PortalIT
class WriteGuardIT {

    private static final String CUSTOMER = "kannon@kannon-do.example";
    private static final String OTHER_CUSTOMER = "shop@other.example";

    private static final String MODEL =
            """
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="test"
                xmlns:camunda="http://camunda.org/schema/1.0/bpmn">
              <process id="write-guard-test" isExecutable="true" camunda:historyTimeToLive="P1D">
                <startEvent id="start" />
                <sequenceFlow id="flow_1" sourceRef="start" targetRef="%1$s" />
                <userTask id="withForm" camunda:formRef="write-guard-form" camunda:formRefBinding="deployment"
                    camunda:assignee="kannon@kannon-do.example" />
                <userTask id="withLatestForm" camunda:formRef="write-guard-form" camunda:formRefBinding="latest"
                    camunda:assignee="kannon@kannon-do.example" />
                <userTask id="withoutForm" camunda:assignee="kannon@kannon-do.example" />
              </process>
            </definitions>""";

    private static final String FORM =
            """
            {"id": "write-guard-form", "type": "default", "components": [
              {"type": "textfield", "key": "answer"},
              {"type": "textfield", "key": "shown", "readonly": true}]}""";

    @LocalServerPort
    int port;

    @Autowired
    SpringProcessEngineConfiguration configuration;

    @Autowired
    RepositoryService repositoryService;

    @Autowired
    RuntimeService runtimeService;

    @Autowired
    TaskService taskService;

    @Autowired
    AuthorizationService authorizationService;

    @Autowired
    HistoryService historyService;

    static Stream<Arguments> ways() {
        return Stream.of(EnginePath.values())
                .flatMap(path -> Stream.of("complete", "submit-form").map(way -> Arguments.of(path, way)));
    }

    @ParameterizedTest
    @MethodSource("ways")
    void refusesVariablesThatTheFormOfTheTaskDoesNotAsk(EnginePath path, String way) {
        // given a customer at the choice of a contract
        Client customer = path.of(port, CUSTOMER);
        String instance = customer.startCancellation();
        String task = customer.taskOf(instance);

        // when the answer carries more than the form asks
        Answer answer = customer.post(
                "/task/" + task + "/" + way, variables("contractNumber", "HMMH061530", "customerLogin", "forged"));

        // then the sentence alone says so, and the task is as it was
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.message()).isEqualTo("この画面にない項目（customerLogin）は登録できません。画面を開き直し、表示された項目だけを入力してください。");
        assertThat(answer.json().fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("type", "message", "code", "details");
        assertThat(answer.json().get("details").get(0).get("field").asText()).isEqualTo("customerLogin");
        assertThat(answer.json().get("details").get(0).get("rule").asText()).isEqualTo("undeclared");
        assertThat(runtimeService.getVariable(instance, "customerLogin")).isEqualTo(CUSTOMER);
        assertThat(runtimeService.getVariable(instance, "contractNumber")).isNull();
        assertThat(customer.taskOf(instance)).isEqualTo(task);
    }

    @ParameterizedTest
    @MethodSource("ways")
    void tellsNobodyElseAboutTheForm(EnginePath path, String way) {
        // given a task of one customer
        String instance = path.of(port, CUSTOMER).startCancellation();
        String task = path.of(port, CUSTOMER).taskOf(instance);

        // when another one tries to work it, with or without answers
        Client other = path.of(port, OTHER_CUSTOMER);
        Answer forged = other.post("/task/" + task + "/" + way, variables("customerLogin", "x", "contractState", "y"));
        Answer proper = other.post("/task/" + task + "/" + way, variables("contractNumber", "HMMH061530"));

        // then the task is forbidden to them, whatever they send
        assertThat(forged.status()).isEqualTo(403);
        assertThat(proper.status()).isEqualTo(403);
    }

    @ParameterizedTest
    @EnumSource
    void refusesVariablesAtTheStartThatItsFormDoesNotAsk(EnginePath path) {
        // given a customer who may start 解約申込
        Client customer = path.of(port, CUSTOMER);
        long before = runtimeService.createProcessInstanceQuery().count();

        for (String way : new String[] {"start", "submit-form"}) {
            // when the start carries a variable
            Answer answer = customer.post(
                    "/process-definition/key/cancellation-request/" + way, variables("customerLogin", OTHER_CUSTOMER));

            // then nothing starts
            assertThat(answer.status()).as(way + answer.text()).isEqualTo(400);
            assertThat(answer.message()).startsWith("この画面にない項目（customerLogin）");
            assertThat(runtimeService.createProcessInstanceQuery().count()).isEqualTo(before);

            // while without one it does
            assertThat(customer.post("/process-definition/key/cancellation-request/" + way, Map.of())
                            .status())
                    .isEqualTo(200);
            before++;
        }
    }

    @ParameterizedTest
    @EnumSource
    void refusesAChoiceThatWasNotOffered(EnginePath path) {
        // given a customer at the choice of a contract
        Client customer = path.of(port, CUSTOMER);
        String instance = customer.startCancellation();
        String task = customer.taskOf(instance);

        // when a contract is given that is not theirs
        Answer answer = customer.post("/task/" + task + "/submit-form", variables("contractNumber", "HMMH040202"));

        // then the sentence has the form's label, and nothing is written
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.message()).isEqualTo("詳細を表示する契約は表示された選択肢から選択してください。");
        assertThat(answer.json().get("details").get(0).get("rule").asText()).isEqualTo("values");
        assertThat(runtimeService.getVariable(instance, "contractNumber")).isNull();
    }

    @ParameterizedTest
    @MethodSource("ways")
    void takesBackWhatAFormOnlyShowsUnlessItWasChanged(EnginePath path, String way) {
        // given a task whose form asks one thing and shows another
        Deployment deployment = deploy("withForm");
        try {
            String instance = runtimeService
                    .startProcessInstanceByKey("write-guard-test", Map.of("shown", "as it was"))
                    .getId();
            String task = path.of(port, CUSTOMER).taskOf(instance);

            // when both come back, the latter changed
            Answer forged = path.of(port, CUSTOMER)
                    .post("/task/" + task + "/" + way, variables("answer", "yes", "shown", "forged"));

            // then nothing is written
            assertThat(forged.status()).as(forged.text()).isEqualTo(400);
            assertThat(forged.message()).isEqualTo("shownは変更できません。画面を開き直して、もう一度お手続きください。");
            assertThat(runtimeService.getVariable(instance, "answer")).isNull();

            // when they come back as Tasklist sends them
            Answer answer = path.of(port, CUSTOMER)
                    .post("/task/" + task + "/" + way, variables("answer", "yes", "shown", "as it was"));

            // then the answer is written
            assertThat(answer.status()).as(answer.text()).isEqualTo(204);
            assertThat(written(instance, "answer")).isEqualTo("yes");
            assertThat(written(instance, "shown")).isEqualTo("as it was");
        } finally {
            repositoryService.deleteDeployment(deployment.getId(), true);
        }
    }

    @Test
    void letsNothingBeWrittenWhereNoFormOfTheSameDeploymentIsNamed() {
        for (String kind : new String[] {"withoutForm", "withLatestForm"}) {
            Deployment deployment = deploy(kind);
            try {
                // given a task without a form, or with one that may change under it
                String instance = runtimeService
                        .startProcessInstanceByKey("write-guard-test")
                        .getId();
                Client customer = EnginePath.REST.of(port, CUSTOMER);
                String task = customer.taskOf(instance);

                // then no variable is taken, but the task can be completed
                assertThat(customer.post("/task/" + task + "/complete", variables("answer", "yes"))
                                .status())
                        .isEqualTo(400);
                assertThat(customer.post("/task/" + task + "/complete", Map.of())
                                .status())
                        .isEqualTo(204);
            } finally {
                repositoryService.deleteDeployment(deployment.getId(), true);
            }
        }
    }

    @Test
    void asksOnlyPeopleNotTheApplication() {
        // given nobody logged in, as in a job or a delegate
        Deployment deployment = deploy("withForm");
        try {
            String instance = runtimeService
                    .startProcessInstanceByKey("write-guard-test", Map.of("anything", 1))
                    .getId();
            String task = taskService
                    .createTaskQuery()
                    .processInstanceId(instance)
                    .singleResult()
                    .getId();

            // when the application completes a task
            taskService.complete(task, Map.of("other", 2));

            // then it writes what it likes
            assertThat(written(instance, "other")).isEqualTo(2);
        } finally {
            repositoryService.deleteDeployment(deployment.getId(), true);
        }
    }

    private Object written(String instance, String name) {
        return historyService
                .createHistoricVariableInstanceQuery()
                .processInstanceId(instance)
                .variableName(name)
                .singleResult()
                .getValue();
    }

    /** With the right to read the model, which the coverage report's listeners ask for. */
    private Deployment deploy(String task) {
        authorizationService
                .createAuthorizationQuery()
                .resourceId("write-guard-test")
                .list()
                .forEach(old -> authorizationService.deleteAuthorization(old.getId()));
        Authorization read = authorizationService.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        read.setUserId(CUSTOMER);
        read.setResource(Resources.PROCESS_DEFINITION);
        read.setResourceId("write-guard-test");
        read.addPermission(Permissions.READ);
        authorizationService.saveAuthorization(read);
        return UncheckedDeployment.of(
                configuration, Map.of("write-guard-test.bpmn", MODEL.formatted(task), "write-guard-form.form", FORM));
    }

    private static Map<String, Object> variables(String... namesAndValues) {
        Map<String, Object> variables = new HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            variables.put(namesAndValues[i], Map.of("value", namesAndValues[i + 1]));
        }
        return Map.of("variables", variables);
    }
}
