package cloudportal.model;

/** One thing that is wrong: where, and a sentence that says what. */
record Finding(ModelCheck check, String file, String element, String sentence) {

    @Override
    public String toString() {
        return "%s, %s: %s [%s]".formatted(file, element, sentence, check.fixture());
    }
}
