package cloudportal.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a person may choose from: listed in the form, held by a variable of the process, or computed from what it holds. */
interface Options {

    /** @param variables what the process holds ; @param data the same with the answers in their places */
    List<?> in(Map<String, Object> variables, Map<String, Object> data);

    static Options of(JsonNode component) {
        String expression = component.path("valuesExpression").asText();
        String key = component.path("valuesKey").asText();
        boolean fixedOnes = component.path("values").isArray();
        if ((expression.isEmpty() ? 0 : 1) + (key.isEmpty() ? 0 : 1) + (fixedOnes ? 1 : 0) != 1) {
            throw new UnsupportedForm.Problem("選択肢は values、valuesKey、valuesExpression のいずれか一つで指定してください。");
        }
        if (!expression.isEmpty()) {
            if (!Feel.isExpression(expression)) {
                throw new UnsupportedForm.Problem("選択肢の式「%s」は「=」で始めてください。".formatted(expression));
            }
            Feel feel = Feel.of(expression);
            return (variables, data) -> feel.value(data) instanceof List<?> list ? list : List.of();
        }
        if (!key.isEmpty()) {
            // Never from the answers: whoever could write the choices could choose anything.
            return (variables, data) -> variables.get(key) instanceof List<?> list ? list : List.of();
        }
        List<Object> fixed = new ArrayList<>();
        component.path("values").forEach(option -> fixed.add(Json.value(option)));
        return (variables, data) -> fixed;
    }

    default boolean offer(Object chosen, Map<String, Object> variables, Map<String, Object> data) {
        return in(variables, data).stream()
                .filter(Options::isOption)
                .anyMatch(option -> Values.same(chosen, option instanceof Map<?, ?> map ? map.get("value") : option));
    }

    /** An option without a value that could be told apart from none is not shown by form-js. */
    private static boolean isOption(Object option) {
        Object value = option instanceof Map<?, ?> map ? map.get("value") : option;
        if (value instanceof Map<?, ?> object) {
            return !object.isEmpty()
                    && option instanceof Map<?, ?> map
                    && map.get("label") instanceof String label
                    && !label.isEmpty();
        }
        return Values.isNumber(value) || value instanceof Boolean || value instanceof String text && !text.isEmpty();
    }
}
