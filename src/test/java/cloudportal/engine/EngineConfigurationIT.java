package cloudportal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloudportal.support.PortalIT;
import cloudportal.support.UncheckedDeployment;
import java.util.Map;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.spring.boot.starter.property.CamundaBpmProperties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The settings that hold in the running engine, whichever file they come from, and what models cannot do under them. */
@PortalIT
class EngineConfigurationIT {

    private static final String SCRIPT =
            """
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="test"
                xmlns:camunda="http://camunda.org/schema/1.0/bpmn">
              <process id="script-test" isExecutable="true" camunda:historyTimeToLive="P1D">
                <startEvent id="start" />
                <sequenceFlow id="flow_1" sourceRef="start" targetRef="script" />
                <scriptTask id="script" scriptFormat="%s"><script>1 + 1</script></scriptTask>
              </process>
            </definitions>""";

    private static final String DECISION =
            """
            <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="test"
                xmlns:camunda="http://camunda.org/schema/1.0/dmn">
              <decision id="language-test" name="language" camunda:historyTimeToLive="P1D">
                <decisionTable id="table" hitPolicy="FIRST">
                  <output id="output" name="result" typeRef="string" />
                  <rule id="rule"><outputEntry id="entry" expressionLanguage="%s"><text>%s</text></outputEntry></rule>
                </decisionTable>
              </decision>
            </definitions>""";

    @Autowired
    SpringProcessEngineConfiguration configuration;

    @Autowired
    CamundaBpmProperties properties;

    @Autowired
    RepositoryService repositoryService;

    @Autowired
    RuntimeService runtimeService;

    @Autowired
    DecisionService decisionService;

    @Test
    void letsPeopleDoOnlyWhatIsGranted() {
        assertThat(configuration.isAuthorizationEnabled()).isTrue();
        assertThat(configuration.getDefaultUserPermissionNameForTask()).isEqualTo("TASK_WORK");
        assertThat(configuration.isEnforceSpecificVariablePermission()).isTrue();
        assertThat(configuration.isEnableExceptionsAfterUnhandledBpmnError()).isTrue();
        assertThat(configuration.isEnablePasswordPolicy()).isTrue();
        assertThat(configuration.isWebappsAuthenticationLoggingEnabled()).isTrue();
        assertThat(configuration.isEnableExpressionsInAdhocQueries()).isFalse();
    }

    @Test
    void readsNoForeignObjects() {
        assertThat(configuration.isDeserializationTypeValidationEnabled()).isTrue();
        assertThat(configuration.isJavaSerializationFormatEnabled()).isFalse();
        assertThat(configuration.getDefaultSerializationFormat()).isEqualTo("application/json");
        assertThat(configuration.isEnableXxeProcessing()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "java.net.URL",
                "javax.naming.InitialContext",
                "cloudportal.contract.Contract",
                "java.util.List<java.net.URL>"
            })
    void makesNoForeignObjectOfAVariable(String type) {
        String instance = runtimeService
                .createProcessInstanceByKey("cancellation-fulfilment")
                .startBeforeActivity("userTask_answerInquiry")
                .execute()
                .getId();
        runtimeService.setVariable(
                instance,
                "foreign",
                Variables.serializedObjectValue("[\"http://example.com\"]")
                        .serializationDataFormat("application/json")
                        .objectTypeName(type)
                        .create());

        assertThatThrownBy(() -> runtimeService.getVariable(instance, "foreign"))
                .isInstanceOf(ProcessEngineException.class)
                .hasStackTraceContaining("not whitelisted");
        runtimeService.deleteProcessInstance(instance, "test");
    }

    @Test
    void keepsHistoryForElevenYearsAndCleansUpAtNight() {
        assertThat(configuration.getHistoryLevel().getName()).isEqualTo("full");
        assertThat(configuration.getHistoryTimeToLive()).isEqualTo("P4018D");
        assertThat(configuration.getHistoryCleanupBatchWindowStartTime()).isEqualTo("02:00");
        assertThat(configuration.getHistoryCleanupBatchWindowEndTime()).isEqualTo("05:00");
    }

    @Test
    void triesJobsAgainAtGrowingDistances() {
        assertThat(configuration.getFailedJobRetryTimeCycle()).isEqualTo("PT1M,PT5M,PT30M,PT2H,PT12H");
        assertThat(properties.getJobExecution().getLockTimeInMillis()).isEqualTo(120_000);
        assertThat(properties.getJobExecution().getMaxWait()).isEqualTo(10_000);
    }

    @Test
    void forgetsRightsThatWereTakenAwayWithinHalfAMinute() {
        assertThat(properties.getWebapp().getAuth().getCache().getTimeToLive()).isEqualTo(30_000);
        assertThat(properties.getWebapp().getSecurityConfigFile()).isEqualTo("/portalFilterRules.json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"juel", "javascript", "groovy", "feel"})
    void runsNoScript(String language) {
        Deployment deployment =
                UncheckedDeployment.of(configuration, Map.of("script-test.bpmn", SCRIPT.formatted(language)));
        try {
            assertThatThrownBy(() -> runtimeService.startProcessInstanceByKey("script-test"))
                    .isInstanceOf(ProcessEngineException.class)
                    .hasMessageContaining("Scripts are switched off");
        } finally {
            repositoryService.deleteDeployment(deployment.getId(), true);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"juel", "javascript", "groovy"})
    void decidesInFeelOnly(String language) {
        Deployment deployment = decision(language, "${'x'}");
        try {
            assertThatThrownBy(() -> decide()).isInstanceOf(ProcessEngineException.class);
        } finally {
            repositoryService.deleteDeployment(deployment.getId(), true);
        }
    }

    @Test
    void decidesInFeel() {
        Deployment deployment = decision("feel", "\"x\"");
        try {
            assertThat(decide()).isEqualTo(Map.of("result", "x"));
        } finally {
            repositoryService.deleteDeployment(deployment.getId(), true);
        }
    }

    private Map<String, Object> decide() {
        return decisionService
                .evaluateDecisionTableByKey("language-test", Variables.createVariables())
                .getSingleResult()
                .getEntryMap();
    }

    private Deployment decision(String language, String text) {
        return UncheckedDeployment.of(configuration, Map.of("language-test.dmn", DECISION.formatted(language, text)));
    }
}
