package cloudportal.model;

import static org.assertj.core.api.Assertions.assertThat;

import cloudportal.engine.model.Known.BeanKind;
import cloudportal.model.DelegateVariables.Use;
import cloudportal.model.ElementTemplates.Template;
import cloudportal.support.ModelFiles;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaFailedJobRetryTimeCycle;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.io.FileSystemResource;

/** The templates offered in Camunda Modeler say what the code does and what the models do. */
class ElementTemplatesTest {

    private static final String SCHEMA =
            "https://unpkg.com/@camunda/element-templates-json-schema/resources/schema.json";
    private static final List<Template> TEMPLATES = ElementTemplates.all();
    private static final List<Template> OF_DELEGATES = TEMPLATES.stream()
            .filter(template -> template.isFor("bpmn:ServiceTask"))
            .toList();
    private static final List<Template> OF_FORMS = TEMPLATES.stream()
            .filter(template -> template.gives("camunda:formRef").isPresent())
            .toList();

    @Test
    void everyDelegateHasOneTemplateAndEveryTemplateADelegate() {
        // given
        List<String> delegates = ProjectCode.beans().entrySet().stream()
                .filter(bean -> bean.getValue().contains(BeanKind.DELEGATE))
                .map(bean -> "${" + bean.getKey() + "}")
                .toList();

        // then
        assertThat(OF_DELEGATES)
                .extracting(
                        template -> template.gives("camunda:delegateExpression").orElse("none"))
                .containsExactlyInAnyOrderElementsOf(delegates);
    }

    @Test
    void everyTemplateIsKnownByOneId() {
        assertThat(TEMPLATES)
                .extracting(Template::id)
                .doesNotHaveDuplicates()
                .allMatch(id -> id.startsWith("cloudportal."));
        assertThat(TEMPLATES)
                .allMatch(template -> template.json().path("$schema").asText().equals(SCHEMA));
    }

    @TestFactory
    Stream<DynamicTest> describesTheVariablesThatItsDelegateUses() {
        return OF_DELEGATES.stream()
                .map(template -> DynamicTest.dynamicTest(template.file(), () -> {
                    // given
                    DelegateVariables variables = DelegateVariables.of(delegateOf(template));

                    // then
                    assertThat(template.listed("読む変数")).isEqualTo(variables.that(Use.READ));
                    assertThat(template.listed("書く変数")).isEqualTo(variables.that(Use.WRITTEN));
                    assertThat(template.listed("相手の手続に渡す変数")).isEqualTo(variables.that(Use.PASSED));
                }));
    }

    @TestFactory
    Stream<DynamicTest> isAsynchronousAsItsDelegateIsInTheModels() {
        return elements(ServiceTask.class)
                .map(task -> DynamicTest.dynamicTest(task.getId(), () -> {
                    // given
                    Template template =
                            one(OF_DELEGATES, "camunda:delegateExpression", task.getCamundaDelegateExpression());

                    // then
                    assertThat(template.gives("camunda:asyncBefore"))
                            .contains(String.valueOf(task.isCamundaAsyncBefore()));
                    assertThat(template.gives("camunda:asyncAfter"))
                            .contains(String.valueOf(task.isCamundaAsyncAfter()));
                    assertThat(template.gives("camunda:exclusive")).contains(String.valueOf(task.isCamundaExclusive()));
                    assertThat(template.listed("非同期").isEmpty()).isEqualTo(!task.isCamundaAsyncBefore());
                }));
    }

    /** A template cannot set retries: an element without any takes the engine's own, which are those of the models. */
    @Test
    void retriesOfTheModelsAreTheEnginesOwn() throws Exception {
        // given
        Object own = new YamlPropertySourceLoader()
                .load("application", new FileSystemResource("src/main/resources/application.yaml"))
                .get(0)
                .getProperty("camunda.bpm.generic-properties.properties.failed-job-retry-time-cycle");

        // then
        assertThat(elements(CamundaFailedJobRetryTimeCycle.class)
                        .map(cycle -> cycle.getTextContent().strip()))
                .isNotEmpty()
                .allMatch(cycle -> cycle.equals(own.toString()));
    }

    @Test
    void offersEveryKindOfMail() throws Exception {
        // given
        Template sendMail = one(OF_DELEGATES, "camunda:delegateExpression", "${sendMailDelegate}");
        JsonNode choices = sendMail.binding("camunda:inputParameter", "mailKind")
                .orElseThrow()
                .path("choices");

        // then
        assertThat(StreamSupport.stream(choices.spliterator(), false)
                        .map(choice -> choice.path("value").asText()))
                .containsExactly(Arrays.stream(
                                Class.forName("cloudportal.notice.MailKind").getEnumConstants())
                        .map(Object::toString)
                        .toArray(String[]::new));
    }

    @Test
    void everyFormOfATaskHasOneTemplateAndEveryTemplateAForm() {
        assertThat(OF_FORMS)
                .extracting(template -> template.gives("camunda:formRef").orElseThrow())
                .containsExactlyInAnyOrderElementsOf(elements(UserTask.class)
                        .map(UserTask::getCamundaFormRef)
                        .distinct()
                        .toList());
    }

    @TestFactory
    Stream<DynamicTest> givesATaskToWhomTheModelsGiveIt() {
        return elements(UserTask.class)
                .map(task -> DynamicTest.dynamicTest(task.getId(), () -> {
                    // given
                    Template template = one(OF_FORMS, "camunda:formRef", task.getCamundaFormRef());

                    // then
                    assertThat(template.gives("camunda:formRefBinding")).contains(task.getCamundaFormRefBinding());
                    assertThat(template.gives("camunda:candidateGroups").orElse(null))
                            .isEqualTo(task.getCamundaCandidateGroups());
                    assertThat(template.gives("camunda:assignee").orElse(null)).isEqualTo(task.getCamundaAssignee());
                    assertThat(template.binding("property", "camunda:dueDate")
                                    .map(due -> due.path("value").asText())
                                    .orElse(null))
                            .isEqualTo(task.getCamundaDueDate());
                    assertThat(template.gives("camunda:asyncBefore"))
                            .contains(String.valueOf(task.isCamundaAsyncBefore()));
                }));
    }

    @Test
    void namesTheListenerThatAnswersAreClearedBy() {
        // given the listeners that the models give their tasks
        Set<String> listeners = elements(org.camunda.bpm.model.bpmn.instance.camunda.CamundaTaskListener.class)
                .map(listener -> listener.getCamundaDelegateExpression())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());

        // then a template, which cannot set them, tells of them
        assertThat(TEMPLATES.stream().filter(template -> template.isFor("bpmn:UserTask")))
                .isNotEmpty()
                .allMatch(template -> listeners.stream()
                        .allMatch(template.json().path("description").asText()::contains));
    }

    private static Class<?> delegateOf(Template template) throws ClassNotFoundException {
        String expression = template.gives("camunda:delegateExpression").orElseThrow();
        return Class.forName("cloudportal.process.delegate." + Character.toUpperCase(expression.charAt(2))
                + expression.substring(3, expression.length() - 1));
    }

    private static Template one(Collection<Template> templates, String property, String value) {
        List<Template> found = templates.stream()
                .filter(template ->
                        template.gives(property).filter(value::equals).isPresent())
                .toList();
        assertThat(found).as(value).hasSize(1);
        return found.get(0);
    }

    private static <T extends org.camunda.bpm.model.xml.instance.ModelElementInstance> Stream<T> elements(
            Class<T> type) {
        return ModelFiles.under(Path.of("processes"), Path.of("forms")).stream()
                .filter(file -> file.toString().endsWith(".bpmn"))
                .flatMap(file -> Bpmn.readModelFromFile(file.toFile()).getModelElementsByType(type).stream());
    }
}
