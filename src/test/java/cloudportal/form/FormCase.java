package cloudportal.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What a person sends for a form.
 *
 * @param name tells what is special about it
 * @param variables what the process holds
 * @param answers what the person sends, by variable
 * @param formJs what form-js said to it; missing until it is asked
 */
record FormCase(String name, JsonNode form, JsonNode variables, JsonNode answers, JsonNode formJs) {

    private static final ObjectMapper JSON = new ObjectMapper();

    byte[] formBytes() {
        return form.toString().getBytes(StandardCharsets.UTF_8);
    }

    Map<String, Object> variablesByName() {
        return map(variables);
    }

    Map<String, Object> answersByName() {
        return map(answers);
    }

    boolean isAcceptedByFormJs() {
        return formJs.path("accepted").asBoolean();
    }

    /** Why the server refuses what form-js never sees, by the place of the answer: hidden, readonly or undeclared. */
    Map<String, Object> ignoredByFormJs() {
        return map(formJs.path("ignored"));
    }

    Set<String> fieldsRefusedByFormJs() {
        Set<String> fields = new HashSet<>(map(formJs.path("errors")).keySet());
        fields.addAll(map(formJs.path("altered")).keySet());
        return fields;
    }

    /** What form-js in the browser needs to know of it. */
    JsonNode question() {
        return JSON.createObjectNode()
                .<ObjectNode>set("form", form)
                .<ObjectNode>set("variables", variables)
                .set("answers", answers);
    }

    @Override
    public String toString() {
        return name;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(JsonNode object) {
        return object.isMissingNode() ? Map.of() : JSON.convertValue(object, Map.class);
    }
}
