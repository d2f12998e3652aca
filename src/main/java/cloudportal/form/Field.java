package cloudportal.form;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * A component of a form that takes an entry.
 *
 * @param path the key, split at its dots, under the paths of the groups around it; its first part is the variable
 * @param name what people call it: the label
 * @param numberAsText a number that the form hands over as text
 * @param zone what follows a time
 * @param first what form-js shows where the process holds no such variable: its default value, or nothing
 * @param options what may be chosen; null unless the kind is a choice
 * @param disabled whether it never takes an entry
 * @param readOnly when it takes none
 * @param hidden when it is not there, on its own account or with a group around it
 */
record Field(
        List<String> path,
        String name,
        Kind kind,
        boolean numberAsText,
        IsoTimes.Zone zone,
        Object first,
        Options options,
        boolean disabled,
        When readOnly,
        When hidden,
        Validation validation) {

    /** A condition on what the form holds. */
    interface When {

        When NEVER = data -> false;
        When ALWAYS = data -> true;

        boolean holds(Map<String, Object> data);

        default When or(When other) {
            return this == NEVER ? other : other == NEVER ? this : data -> holds(data) || other.holds(data);
        }
    }

    /**
     * The validation of a form's component, by its own names.
     *
     * @param pattern null where there is none, like the limits
     * @param type {@code email}, {@code phone} or nothing
     * @param decimalDigits null where any number will do
     */
    record Validation(
            boolean required,
            Limit min,
            Limit max,
            Limit minLength,
            Limit maxLength,
            ScriptPattern pattern,
            String type,
            Integer decimalDigits,
            BigDecimal increment) {

        boolean isNone() {
            return !required
                    && min == null
                    && max == null
                    && minLength == null
                    && maxLength == null
                    && pattern == null
                    && (type.isEmpty() || type.equals("custom"))
                    && decimalDigits == null
                    && increment == null;
        }
    }

    Field {
        path = List.copyOf(path);
    }

    String key() {
        return String.join(".", path);
    }

    String variable() {
        return path.get(0);
    }

    /** Whether a person may ever fill it in. */
    boolean isOpen() {
        return !disabled && readOnly != When.ALWAYS;
    }

    /** No entry, or what form-js holds where there is none. */
    boolean isUnanswered(Object value) {
        return kind.isEmpty(value) || Boolean.FALSE.equals(value);
    }

    /** What becomes of the variable: a field within an object writes all of it, and an empty entry that is no text is null. */
    Object written(Object value, Map<String, Object> answers) {
        if (path.size() > 1) {
            return answers.get(variable());
        }
        return kind.isEmpty(value) && !kind.isText() && !(value instanceof List<?>) ? null : value;
    }
}
