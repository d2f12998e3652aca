package cloudportal.engine.model;

import static cloudportal.engine.model.ModelCheck.FILE_NAME_NOT_ID;
import static cloudportal.engine.model.ModelCheck.FORM_COMPONENT;
import static cloudportal.engine.model.ModelCheck.FORM_EXPRESSION_IDENTIFIER;
import static cloudportal.engine.model.ModelCheck.FORM_FIELD_ID;
import static cloudportal.engine.model.ModelCheck.FORM_KEY_REPEATED;
import static cloudportal.engine.model.ModelCheck.FORM_KEY_UNKNOWN;
import static cloudportal.engine.model.ModelCheck.FORM_PLATFORM;
import static cloudportal.engine.model.ModelCheck.FORM_UNUSED;

import cloudportal.engine.model.ModelSet.Form;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

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

    /** What a form asks for beyond what the code reads: an owner's own questions, for an owner's own gateways. */
    static Set<String> newAnswers(JsonNode form, Known known) {
        return components(form).stream()
                .map(FormChecks::key)
                .filter(key -> Naming.isCamelCase(key) && !known.variables().contains(key))
                .filter(key -> !known.beans().containsKey(key))
                .collect(Collectors.toSet());
    }

    /** The keys of all fields at any depth. */
    static Set<String> keys(JsonNode form) {
        return components(form).stream().map(FormChecks::key).collect(Collectors.toSet());
    }

    void run() {
        if (!form.id().equals(form.baseName()) || !Naming.isKebabCase(form.baseName())) {
            add(FILE_NAME_NOT_ID, form.id(), "ファイル名がフォームの ID「%s」と違うか、英小文字と「-」の名前ではありません。そろえてください。", form.id());
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
                    "フォームが %s %s（schemaVersion %d）用ではありません。Modeler で「Camunda 7」のフォームとして、この版を選んで保存してください。",
                    PLATFORM,
                    PLATFORM_VERSION,
                    SCHEMA_VERSION);
        }
    }

    private void isUsed() {
        if (models.processes().stream()
                .noneMatch(process -> BpmnChecks.formRefs(process).contains(form.id()))) {
            add(FORM_UNUSED, form.id(), "このフォームを使うプロセスがこのデプロイにありません。フォームだけでは変わらないため、プロセスの bpmn も一緒にデプロイしてください。");
        }
    }

    private void componentIsKnown(JsonNode component) {
        String type = component.path("type").asText();
        if (!COMPONENTS.contains(type)) {
            add(FORM_COMPONENT, id(component), "部品「%s」はタスクリストで使えません。ほかの部品に置き換えてください。", type);
        }
    }

    private void keyIsAVariable(JsonNode component, Set<String> keys) {
        String key = key(component);
        if (key.isEmpty()) {
            return;
        }
        if (!known.answers().contains(key)) {
            add(FORM_KEY_UNKNOWN, id(component), "キー「%s」は使えません。英小文字で始まる英数字の名前で、システムが書く変数とは別のものにしてください。", key);
        }
        if (!keys.add(key)) {
            add(FORM_KEY_REPEATED, id(component), "キー「%s」が重複しています。部品ごとに異なるキーを付けてください。", key);
        } else if (!id(component).equals("Field_" + key) && !Naming.isGenerated(id(component))) {
            add(FORM_FIELD_ID, id(component), "キー「%s」の部品の ID は「Field_%s」にするか、Modeler が付けたままにしてください。", key, key);
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
            add(FORM_EXPRESSION_IDENTIFIER, id(component), "式の中の名前「%s」は、変数にもフォームの項目にもありません。名前を確認してください。", identifier);
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

    private static String key(JsonNode component) {
        return component.path("key").asText(component.path("path").asText(""));
    }

    private static String id(JsonNode component) {
        return component.path("id").asText("-");
    }

    private void add(ModelCheck check, String element, String sentence, Object... values) {
        findings.add(check, form.file(), element, sentence, values);
    }
}
