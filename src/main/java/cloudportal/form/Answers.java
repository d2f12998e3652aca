package cloudportal.form;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.type.PrimitiveValueType;
import org.camunda.bpm.engine.variable.value.SerializableValue;
import org.camunda.bpm.engine.variable.value.TypedValue;

/** The engine's typed values as plain ones, without ever deserializing an object. */
final class Answers {

    /** Stands for what no form yields: files, bytes, serialized objects, JSON that is none. */
    static final Object UNREADABLE = new Object() {
        @Override
        public String toString() {
            return "unreadable";
        }
    };

    private Answers() {}

    static Map<String, Object> of(Map<String, Object> variables) {
        VariableMap typed = variables instanceof VariableMap map ? map : Variables.fromMap(variables);
        Map<String, Object> answers = new LinkedHashMap<>();
        typed.keySet().forEach(name -> answers.put(name, value(typed.getValueTyped(name))));
        return answers;
    }

    static Object value(TypedValue typed) {
        if (typed == null || typed.getType() == null) {
            Object value = typed == null ? null : typed.getValue();
            return value == null || isPlain(value) ? value : UNREADABLE;
        }
        if (typed instanceof SerializableValue serialized) {
            return "json".equals(typed.getType().getName()) ? json(serialized.getValueSerialized()) : UNREADABLE;
        }
        boolean primitive = typed.getType() instanceof PrimitiveValueType;
        Object value = primitive || "null".equals(typed.getType().getName()) ? typed.getValue() : UNREADABLE;
        return value == null || isPlain(value) ? value : UNREADABLE;
    }

    private static Object json(String text) {
        try {
            return text == null ? null : Json.value(text);
        } catch (JsonProcessingException e) {
            return UNREADABLE;
        }
    }

    private static boolean isPlain(Object value) {
        return value instanceof String || value instanceof Boolean || Values.isNumber(value);
    }
}
