package cloudportal.engine.model;

import java.util.ArrayList;
import java.util.List;

/** Collects what the checks find. */
final class Findings {

    private final List<ModelFinding> found = new ArrayList<>();

    void add(ModelCheck check, String file, String element, String sentence, Object... values) {
        found.add(new ModelFinding(check, file, element, sentence.formatted(values)));
    }

    List<ModelFinding> all() {
        return List.copyOf(found);
    }
}
