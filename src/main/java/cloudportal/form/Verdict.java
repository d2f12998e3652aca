package cloudportal.form;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What becomes of a person's answers.
 *
 * @param accepted what is written, by variable; an empty entry of a field that holds no text is null
 * @param refusals why nothing is written, field by field in the order of the form; none where the answers will do
 * @param cleared variables of the form that nobody answered, or that were hidden, and that still hold an earlier answer
 */
record Verdict(Map<String, Object> accepted, List<FieldRefusal> refusals, Set<String> cleared) {

    Verdict {
        // Accepted values may be null.
        accepted = Collections.unmodifiableMap(accepted);
        refusals = List.copyOf(refusals);
        cleared = Set.copyOf(cleared);
    }

    boolean isAccepted() {
        return refusals.isEmpty();
    }
}
