package cloudportal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import cloudportal.support.ModelFiles;
import cloudportal.support.Person;
import cloudportal.support.Person.Answer;
import cloudportal.support.PortalIT;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Deployments as Camunda Modeler sends them: what an owner may change takes effect, what would do harm stores nothing. */
@PortalIT
class DeploymentPolicyIT {

    private static final String FULFILMENT = "cancellation-fulfilment.bpmn";
    private static final String TERMS = "service-terms.dmn";

    @LocalServerPort
    private int port;

    @Autowired
    private RepositoryService repositoryService;

    @Autowired
    private RuntimeService runtimeService;

    @Autowired
    private TaskService taskService;

    @Autowired
    private DecisionService decisionService;

    private final List<String> cases = new ArrayList<>();
    private Person owner;
    private List<String> before;

    @BeforeEach
    void setUp() {
        owner = new Person(port, "owner@portal.example", Person.PASSWORD);
        before = deployments();
    }

    /** Other tests count on the application's own models. */
    @AfterEach
    void takeBack() {
        cases.forEach(id -> runtimeService.deleteProcessInstanceIfExists(id, "test", true, true, true, true));
        deployments().stream()
                .filter(id -> !before.contains(id))
                .forEach(id -> repositoryService.deleteDeployment(id, true, true));
    }

    @Test
    void refusesAllThatIsWrongAtOnceAndStoresNothing() throws Exception {
        // given two mistakes in a process, one in a table, and a file of another kind
        Map<String, String> files = fulfilment();
        change(files, FULFILMENT, "camunda:delegateExpression=\"${recordReviewDelegate}\"", "camunda:type=\"shell\"");
        change(files, FULFILMENT, "${reviewAccepted}", "${''.getClass()}");
        files.put(
                TERMS,
                ourText("processes/" + TERMS).replaceFirst("<inputEntry ", "<inputEntry expressionLanguage=\"juel\" "));
        files.put("evil.js", "alert(1)");
        long definitions = repositoryService.createProcessDefinitionQuery().count();

        // when
        Answer answer = owner.deploy("mistakes", files);

        // then
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.json().path("type").asText()).isEqualTo("Refusal");
        assertThat(answer.message())
                .containsPattern("cancellation-fulfilment\\.bpmn:\\d+:\\d+ serviceTask_recordReview: 属性「type」")
                .containsPattern("cancellation-fulfilment\\.bpmn:\\d+:\\d+ flow_reviewDecisionToFulfilment: .*メソッド")
                .containsPattern("service-terms\\.dmn:\\d+:\\d+ inputEntry_row1_category: .*juel")
                .contains("evil.js: デプロイできるのは");
        assertThat(answer.json().path("details")).anySatisfy(detail -> {
            assertThat(detail.path("file").asText()).isEqualTo(TERMS);
            assertThat(detail.path("line").asInt()).isPositive();
            assertThat(detail.path("element").asText()).isEqualTo("inputEntry_row1_category");
        });
        assertThat(deployments()).isEqualTo(before);
        assertThat(repositoryService.createProcessDefinitionQuery().count()).isEqualTo(definitions);
    }

    @Test
    void takesARowForANewPlanAtOnce() throws Exception {
        // given
        Map<String, String> files = new LinkedHashMap<>();
        files.put(TERMS, ourText("processes/" + TERMS));
        change(files, TERMS, "      <rule id=\"rule_row1\">", newRow() + "      <rule id=\"rule_row1\">");
        change(files, TERMS, "\"type-U4L Pro\",\"type-AU\"", "\"type-U4L Pro\",\"type-U5\",\"type-AU\"");

        // when
        Answer answer = owner.deploy("terms", files);

        // then
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(decisionService
                        .evaluateDecisionTableByKey("service-terms")
                        .variables(Map.of("category", "HOME", "service", "type-U5"))
                        .evaluate()
                        .getSingleResult()
                        .<Integer>getEntry("minimumTermMonths"))
                .isEqualTo(24);
    }

    @Test
    void aNewStepHoldsForNewCasesAndRunningOnesFinishOnTheOldVersion() throws Exception {
        // given cases that run
        String running = caseBefore("userTask_reviewRequest");
        String inquiry = caseBefore("userTask_answerInquiry");
        Map<String, String> files = fulfilment();
        change(files, "review-request.form", "\"label\": \"", "\"label\": \"（改）");
        withSecondReview(files);

        // when
        Answer answer = owner.deploy("second-review", files);

        // then the label is the new version's, and the step stands between review and end
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        String fresh = caseBefore("userTask_reviewRequest");
        assertThat(versionOf(fresh)).isEqualTo(versionOf(running) + 1);
        assertThat(form(fresh)).contains("（改）");
        assertThat(form(running)).doesNotContain("（改）");
        taskService.complete(task(inquiry));
        assertThat(keys(inquiry)).isEmpty();
        taskService.complete(task(fresh));
        assertThat(keys(fresh)).containsExactly("userTask_checkAgain");
        assertThat(form(fresh)).contains("もう一度確認");
    }

    @Test
    void takesAllFilesOfADeploymentWhereOneHasChanged() throws Exception {
        // given the same deployment twice, as Modeler asks for it: the changed files only
        assertThat(owner.deploy("whole", fulfilment()).status()).isEqualTo(200);
        Map<String, String> changed = fulfilment();
        change(changed, FULFILMENT, "name=\"お申込を審査\"", "name=\"お申込の審査\"");

        // when
        Answer answer = owner.deploy("whole", changed);

        // then the changed process finds its unchanged forms
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        String id = answer.json().path("id").asText();
        assertThat(repositoryService.getDeploymentResourceNames(id))
                .containsExactlyInAnyOrderElementsOf(changed.keySet());
    }

    @Test
    void whoMayNotDeployReadsNothingOfThePolicy() {
        Person customer = new Person(port, "kannon@kannon-do.example", Person.PASSWORD);

        assertThat(customer.deploy("none", Map.of("evil.js", "alert(1)")).status())
                .isEqualTo(403);
        assertThat(deployments()).isEqualTo(before);
    }

    @Test
    void ownersRedeployNothingAndDeleteNothing() {
        String id = before.get(0);

        Answer redeployed = owner.post("/deployment/" + id + "/redeploy", Map.of());
        assertThat(redeployed.status()).as(redeployed.text()).isEqualTo(400);
        assertThat(redeployed.message()).contains("再デプロイ");
        assertThat(owner.delete("/deployment/" + id + "?cascade=true").status()).isEqualTo(403);
        assertThat(deployments()).isEqualTo(before);
    }

    private String caseBefore(String activity) {
        ProcessInstance instance = runtimeService
                .createProcessInstanceByKey("cancellation-fulfilment")
                .startBeforeActivity(activity)
                .execute();
        cases.add(instance.getId());
        return instance.getId();
    }

    private int versionOf(String processInstanceId) {
        String definition = runtimeService
                .createProcessInstanceQuery()
                .processInstanceId(processInstanceId)
                .singleResult()
                .getProcessDefinitionId();
        return repositoryService.getProcessDefinition(definition).getVersion();
    }

    private String form(String processInstanceId) {
        Person admin = new Person(port, "admin@portal.example", Person.PASSWORD);
        return admin.get("/task/" + task(processInstanceId) + "/deployed-form").text();
    }

    private String task(String processInstanceId) {
        return taskService
                .createTaskQuery()
                .processInstanceId(processInstanceId)
                .singleResult()
                .getId();
    }

    private List<String> keys(String processInstanceId) {
        return taskService.createTaskQuery().processInstanceId(processInstanceId).list().stream()
                .map(task -> task.getTaskDefinitionKey())
                .toList();
    }

    private List<String> deployments() {
        return repositoryService.createDeploymentQuery().list().stream()
                .map(Deployment::getId)
                .sorted()
                .toList();
    }

    private static Map<String, String> fulfilment() throws Exception {
        Map<String, String> files = new LinkedHashMap<>();
        files.put(FULFILMENT, ourText("processes/" + FULFILMENT));
        for (Path form : ModelFiles.under(Path.of("forms"))) {
            files.put(form.getFileName().toString(), Files.readString(form));
        }
        return files;
    }

    private static void withSecondReview(Map<String, String> files) {
        change(
                files,
                FULFILMENT,
                "sourceRef=\"userTask_reviewRequest\" targetRef=\"serviceTask_recordReview\" />",
                """
                sourceRef="userTask_reviewRequest" targetRef="userTask_checkAgain" />
                <bpmn:userTask id="userTask_checkAgain" name="もう一度確認" camunda:formRef="check-again"
                    camunda:formRefBinding="deployment" camunda:candidateGroups="contract-center">
                  <bpmn:documentation>もう一人が確認してください。</bpmn:documentation>
                  <bpmn:incoming>flow_reviewRequestToRecordReview</bpmn:incoming>
                  <bpmn:outgoing>Flow_0a1b2c3</bpmn:outgoing>
                </bpmn:userTask>
                <bpmn:sequenceFlow id="Flow_0a1b2c3" sourceRef="userTask_checkAgain" targetRef="serviceTask_recordReview" />""");
        change(
                files,
                FULFILMENT,
                "<bpmn:incoming>flow_reviewRequestToRecordReview</bpmn:incoming>\n      <bpmn:outgoing>flow_recordReview",
                "<bpmn:incoming>Flow_0a1b2c3</bpmn:incoming>\n      <bpmn:outgoing>flow_recordReview");
        change(
                files,
                FULFILMENT,
                "</bpmndi:BPMNPlane>",
                """
                <bpmndi:BPMNShape id="a_di" bpmnElement="userTask_checkAgain">
                  <dc:Bounds x="1" y="1" width="100" height="80" />
                </bpmndi:BPMNShape>
                <bpmndi:BPMNEdge id="b_di" bpmnElement="Flow_0a1b2c3">
                  <di:waypoint x="1" y="1" />
                  <di:waypoint x="9" y="1" />
                </bpmndi:BPMNEdge>
                </bpmndi:BPMNPlane>""");
        files.put(
                "check-again.form",
                """
                {
                  "components": [
                    { "type": "text", "id": "Text_1", "text": "# もう一度確認" },
                    { "type": "checkbox", "id": "Field_checkedAgain", "key": "checkedAgain", "label": "確認しました" }
                  ],
                  "type": "default",
                  "id": "check-again",
                  "executionPlatform": "Camunda Platform",
                  "executionPlatformVersion": "7.24.0",
                  "schemaVersion": 16
                }
                """);
    }

    private static String newRow() {
        return """
                      <rule id="rule_typeU5">
                        <description>type-U5: 24ヶ月。</description>
                        <inputEntry id="inputEntry_u5c"><text>"HOME"</text></inputEntry>
                        <inputEntry id="inputEntry_u5s"><text>"type-U5"</text></inputEntry>
                        <outputEntry id="outputEntry_u51"><text>24</text></outputEntry>
                        <outputEntry id="outputEntry_u52"><text>"end-of-next-month"</text></outputEntry>
                        <outputEntry id="outputEntry_u53"><text>0</text></outputEntry>
                        <outputEntry id="outputEntry_u54"><text>"month-start"</text></outputEntry>
                        <outputEntry id="outputEntry_u55"><text>false</text></outputEntry>
                        <outputEntry id="outputEntry_u56"><text>"home"</text></outputEntry>
                      </rule>
                """;
    }

    private static void change(Map<String, String> files, String file, String from, String to) {
        assertThat(files.get(file)).contains(from);
        files.computeIfPresent(file, (name, text) -> text.replace(from, to));
    }

    private static String ourText(String path) throws Exception {
        return new String(Files.readAllBytes(Path.of(path)), StandardCharsets.UTF_8);
    }
}
