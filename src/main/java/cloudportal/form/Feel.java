package cloudportal.form;

import java.util.Map;
import java.util.Set;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.FeelException;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngineFactory;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.camunda.bpm.engine.variable.value.TypedValue;

/**
 * An expression of a form, for the engine's own FEEL. As in form-js, what cannot be computed is null.
 *
 * @param text without the leading equals sign
 */
record Feel(String text) {

    private static final FeelEngine ENGINE = new ScalaFeelEngineFactory().createInstance();

    static boolean isExpression(String value) {
        return value.startsWith("=");
    }

    /** @throws UnsupportedForm.Problem where it is no FEEL */
    static Feel of(String value) {
        Feel feel = new Feel(value.substring(1).strip());
        try {
            ENGINE.evaluateSimpleExpression(feel.text, new Data(Map.of()));
        } catch (FeelException e) {
            if (String.valueOf(e.getMessage()).contains("parse")) {
                throw new UnsupportedForm.Problem("式「%s」は FEEL として読めません。式を直してください。".formatted(value));
            }
        }
        return feel;
    }

    Object value(Map<String, Object> data) {
        try {
            return ENGINE.evaluateSimpleExpression(text, new Data(data));
        } catch (FeelException e) {
            return null;
        }
    }

    boolean holds(Map<String, Object> data) {
        return Boolean.TRUE.equals(value(data));
    }

    private record Data(Map<String, Object> values) implements VariableContext {

        @Override
        public TypedValue resolve(String name) {
            return values.containsKey(name) ? Variables.untypedValue(values.get(name)) : null;
        }

        @Override
        public boolean containsVariable(String name) {
            return values.containsKey(name);
        }

        @Override
        public Set<String> keySet() {
            return values.keySet();
        }
    }
}
