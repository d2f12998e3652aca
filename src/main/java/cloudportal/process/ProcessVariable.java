package cloudportal.process;

import java.util.Optional;
import org.camunda.bpm.engine.delegate.VariableScope;

/**
 * A process variable with its type, so that name and conversion stand in one place.
 *
 * @param <T> the Java type: {@link String} or {@link Boolean}; what a form shows is written as Json by {@link JsonVariable}
 */
public record ProcessVariable<T>(String name, Class<T> type) {

    static ProcessVariable<String> text(String name) {
        return new ProcessVariable<>(name, String.class);
    }

    static ProcessVariable<Boolean> fact(String name) {
        return new ProcessVariable<>(name, Boolean.class);
    }

    /** The value, or empty where it is absent, null or of another type (a form or a person may have sent anything). */
    public Optional<T> find(VariableScope scope) {
        return Optional.ofNullable(scope.getVariable(name))
                .filter(type::isInstance)
                .map(type::cast);
    }

    /** The value, or null where it is absent or of another type. */
    public T get(VariableScope scope) {
        return find(scope).orElse(null);
    }

    public void set(VariableScope scope, T value) {
        scope.setVariable(name, value);
    }

    /** Sets the value, or removes an old one where there is none. */
    public void setOrClear(VariableScope scope, T value) {
        if (value == null) {
            clear(scope);
        } else {
            set(scope, value);
        }
    }

    /** Removes the value, so that no stale answer is read or shown; costs nothing where there is none. */
    public void clear(VariableScope scope) {
        if (scope.hasVariable(name)) {
            scope.removeVariable(name);
        }
    }
}
