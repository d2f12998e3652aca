package cloudportal.audit;

import cloudportal.audit.CaseHistory.Field;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.impl.BpmnModelConstants;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** The forms of one deployed version of a process, and what was answered in them, in their own words. */
final class AnsweredForms {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Set<String> INPUTS = Set.of(
            "textfield", "textarea", "number", "datetime", "checkbox", "checklist", "radio", "select", "taglist");

    private final RepositoryService repositoryService;
    private final BpmnModelInstance model;
    private final String deploymentId;
    private final Map<String, Optional<JsonNode>> known = new HashMap<>();

    AnsweredForms(RepositoryService repositoryService, BpmnModelInstance model, String deploymentId) {
        this.repositoryService = repositoryService;
        this.model = model;
        this.deploymentId = deploymentId;
    }

    /** The id of an activity's form; empty where it has none. */
    Optional<String> formOf(String activityId) {
        ModelElementInstance element = model.getModelElementById(activityId);
        return element == null
                ? Optional.empty()
                : Optional.ofNullable(element.getAttributeValueNs(BpmnModelConstants.CAMUNDA_NS, "formRef"));
    }

    /**
     * The fields of a form that take an answer, in the form's order.
     *
     * @param answer the value that a variable was given in the form, or null
     * @param shown the value that a variable had when the form was answered, or null
     */
    List<Field> fields(String form, UnaryOperator<String> answer, UnaryOperator<String> shown) {
        List<Field> fields = new ArrayList<>();
        known.computeIfAbsent(form, this::read).ifPresent(root -> collect(root, answer, shown, fields));
        return fields;
    }

    private static void collect(
            JsonNode component, UnaryOperator<String> answer, UnaryOperator<String> shown, List<Field> fields) {
        String key = component.path("key").asText();
        if (!key.isEmpty() && INPUTS.contains(component.path("type").asText())) {
            String value = answer.apply(key);
            fields.add(new Field(key, component.path("label").asText(), value, text(component, value, shown)));
        }
        component.path("components").forEach(child -> collect(child, answer, shown, fields));
    }

    private static String text(JsonNode component, String value, UnaryOperator<String> shown) {
        if (value == null || value.isBlank()) {
            return null;
        }
        if (component.path("type").asText().equals("checkbox")) {
            return value.equals("true") ? "はい" : "いいえ";
        }
        for (JsonNode option : options(component, shown)) {
            if (option.path("value").asText().equals(value)) {
                return option.path("label").asText();
            }
        }
        return value;
    }

    private static JsonNode options(JsonNode component, UnaryOperator<String> shown) {
        String from = component.path("valuesKey").asText();
        String json = from.isEmpty() ? null : shown.apply(from);
        try {
            return json == null ? component.path("values") : JSON.readTree(json);
        } catch (IOException e) {
            return component.path("values");
        }
    }

    private Optional<JsonNode> read(String form) {
        List<String> names = repositoryService.getDeploymentResourceNames(deploymentId).stream()
                .filter(name -> name.endsWith(".form"))
                .toList();
        return names.stream()
                .filter(name -> name.equals(form + ".form") || name.endsWith("/" + form + ".form"))
                .findFirst()
                .map(this::parse)
                .or(() -> names.stream()
                        .map(this::parse)
                        .filter(root -> root.path("id").asText().equals(form))
                        .findFirst());
    }

    private JsonNode parse(String name) {
        try (InputStream resource = repositoryService.getResourceAsStream(deploymentId, name)) {
            return JSON.readTree(resource);
        } catch (IOException e) {
            throw new UncheckedIOException("A deployed form is no JSON: " + name, e);
        }
    }
}
