package cloudportal.model;

import java.util.ArrayList;
import java.util.List;

/** Collects what the checks find. */
final class Findings {

    private final List<Finding> found = new ArrayList<>();

    void add(ModelCheck check, String file, String element, String sentence, Object... values) {
        found.add(new Finding(check, file, element, sentence.formatted(values)));
    }

    List<Finding> all() {
        return List.copyOf(found);
    }
}
