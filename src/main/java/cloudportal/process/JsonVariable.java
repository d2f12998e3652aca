package cloudportal.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.spin.plugin.variable.SpinValues;
import org.camunda.spin.plugin.variable.value.JsonValue;

/**
 * A process variable that a form shows and nothing reads back: written as {@code Json} by delegates only.
 *
 * @param <T> the view that is written
 */
public record JsonVariable<T>(String name) {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    public void set(VariableScope scope, T view) {
        scope.setVariable(name, value(view));
    }

    /** Takes it out of the scope, so that no later form has to carry it. */
    public void clear(VariableScope scope) {
        scope.removeVariable(name);
    }

    /** The view as the engine's Json value. */
    public JsonValue value(T view) {
        return SpinValues.jsonValue(write(view)).create();
    }

    private static String write(Object view) {
        try {
            return MAPPER.writeValueAsString(view);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A form view must be plain data: " + view.getClass(), e);
        }
    }
}
