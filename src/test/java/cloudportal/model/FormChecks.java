package cloudportal.model;

import static cloudportal.model.ModelCheck.FILE_NAME_NOT_ID;
import static cloudportal.model.ModelCheck.FORM_COMPONENT;
import static cloudportal.model.ModelCheck.FORM_EXPRESSION_IDENTIFIER;
import static cloudportal.model.ModelCheck.FORM_FIELD_ID;
import static cloudportal.model.ModelCheck.FORM_KEY_REPEATED;
import static cloudportal.model.ModelCheck.FORM_KEY_UNKNOWN;
import static cloudportal.model.ModelCheck.FORM_PLATFORM;
import static cloudportal.model.ModelCheck.FORM_UNUSED;

import cloudportal.model.ModelSet.Form;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The checks of one form. */
final class FormChecks {

    private static final String PLATFORM = "Camunda Platform";
    private static final String PLATFORM_VERSION = "7.24.0";
    private static final int SCHEMA_VERSION = 16;

    /** All that form-js 1.8.7 can show, the version in the engine's Tasklist. */
    private static final Set<String> COMPONENTS = Set.of(
            "button",
            "checkbox",
            "checklist",
            "datetime",
            "dynamiclist",
            "expression",
            "group",
            "html",
            "iframe",
            "image",
            "number",
            "radio",
            "select",
            "separator",
            "spacer",
            "table",
            "taglist",
            "text",
            "textarea",
            "textfield");

    private final Form form;
    private final ModelSet models;
    private final Known known;
    private final Findings findings;

    FormChecks(Form form, ModelSet models, Known known, Findings findings) {
        this.form = form;
        this.models = models;
        this.known = known;
        this.findings = findings;
    }

    void run() {
        if (!form.id().equals(form.baseName()) || !Naming.isKebabCase(form.baseName())) {
            add(FILE_NAME_NOT_ID, form.id(), "The file name is not the form's id %s in kebab-case.", form.id());
        }
        platformIsTheEngines();
        isUsed();
        Set<String> keys = new HashSet<>();
        for (JsonNode component : components(form.json())) {
            componentIsKnown(component);
            keyIsAVariable(component, keys);
            expressionsReadVariables(component);
        }
    }

    private void platformIsTheEngines() {
        JsonNode json = form.json();
        if (!PLATFORM.equals(json.path("executionPlatform").asText())
                || !PLATFORM_VERSION.equals(
                        json.path("executionPlatformVersion").asText())
                || json.path("schemaVersion").asInt() != SCHEMA_VERSION) {
            add(
                    FORM_PLATFORM,
                    form.id(),
                    "The form is not made for %s %s, schema version %d.",
                    PLATFORM,
                    PLATFORM_VERSION,
                    SCHEMA_VERSION);
        }
    }

    private void isUsed() {
        if (models.processes().stream()
                .noneMatch(process -> BpmnChecks.formRefs(process).contains(form.id()))) {
            add(FORM_UNUSED, form.id(), "No process uses the form.");
        }
    }

    private void componentIsKnown(JsonNode component) {
        String type = component.path("type").asText();
        if (!COMPONENTS.contains(type)) {
            add(FORM_COMPONENT, id(component), "Tasklist's form-js 1.8.7 has no component %s.", type);
        }
    }

    private void keyIsAVariable(JsonNode component, Set<String> keys) {
        String key = component.path("key").asText(component.path("path").asText(""));
        if (key.isEmpty()) {
            return;
        }
        if (!known.variables().contains(key)) {
            add(FORM_KEY_UNKNOWN, id(component), "The key %s is no constant of ProcessVariables.", key);
        }
        if (!keys.add(key)) {
            add(FORM_KEY_REPEATED, id(component), "Another field of the form already has the key %s.", key);
        } else if (!id(component).equals("Field_" + key)) {
            add(FORM_FIELD_ID, id(component), "The id of the field with the key %s is not Field_%s.", key, key);
        }
    }

    private void expressionsReadVariables(JsonNode component) {
        Set<String> identifiers = new LinkedHashSet<>();
        for (JsonNode text : texts(component)) {
            String value = text.asText();
            identifiers.addAll(
                    value.startsWith("=") ? Identifiers.ofFeel(value.substring(1)) : Identifiers.ofTemplate(value));
        }
        if (component.has("valuesKey")) {
            identifiers.add(component.path("valuesKey").asText());
        }
        identifiers.removeIf(known.variables()::contains);
        for (String identifier : identifiers) {
            add(
                    FORM_EXPRESSION_IDENTIFIER,
                    id(component),
                    "The name %s in an expression is no constant of ProcessVariables.",
                    identifier);
        }
    }

    /** All components at any depth. */
    private static List<JsonNode> components(JsonNode parent) {
        List<JsonNode> components = new ArrayList<>();
        for (JsonNode component : parent.path("components")) {
            components.add(component);
            components.addAll(components(component));
        }
        return components;
    }

    /** All texts of a component, without those of the components in it. */
    private static List<JsonNode> texts(JsonNode node) {
        List<JsonNode> texts = new ArrayList<>();
        if (node.isTextual()) {
            texts.add(node);
        }
        node.fields().forEachRemaining(field -> {
            if (!field.getKey().equals("components")) {
                texts.addAll(texts(field.getValue()));
            }
        });
        if (node.isArray()) {
            node.forEach(element -> texts.addAll(texts(element)));
        }
        return texts;
    }

    private static String id(JsonNode component) {
        return component.path("id").asText("-");
    }

    private void add(ModelCheck check, String element, String sentence, Object... values) {
        findings.add(check, form.file(), element, sentence, values);
    }
}
