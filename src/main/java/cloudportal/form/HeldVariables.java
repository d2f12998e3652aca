package cloudportal.form;

import java.util.AbstractMap;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.VariableScope;

/** The variables that a task sees, each read when it is first asked for: a form that needs none costs no query. */
final class HeldVariables extends AbstractMap<String, Object> {

    private final VariableScope scope;

    HeldVariables(VariableScope scope) {
        this.scope = scope;
    }

    @Override
    public boolean containsKey(Object name) {
        return scope.hasVariable((String) name);
    }

    @Override
    public Object get(Object name) {
        return Answers.value(scope.getVariableTyped((String) name, false));
    }

    @Override
    public Set<String> keySet() {
        return Collections.unmodifiableSet(scope.getVariableNames());
    }

    @Override
    public Set<Map.Entry<String, Object>> entrySet() {
        return keySet().stream().map(name -> new SimpleEntry<>(name, get(name))).collect(Collectors.toSet());
    }
}
