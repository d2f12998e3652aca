package cloudportal.engine.model;

/** What a check finds wrong with a model. */
public record ModelFinding(ModelCheck check, String file, String element, String sentence) {

    @Override
    public String toString() {
        return "%s, %s: %s [%s]".formatted(file, element, sentence, check.fixture());
    }
}
