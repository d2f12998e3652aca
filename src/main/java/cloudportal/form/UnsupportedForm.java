package cloudportal.form;

import java.util.List;
import java.util.stream.Collectors;

/** A form asks for something that the server could not hold people to. */
final class UnsupportedForm extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Finding> findings;

    UnsupportedForm(List<Finding> findings) {
        super(findings.stream().map(Finding::toString).collect(Collectors.joining("\n")));
        this.findings = List.copyOf(findings);
    }

    List<Finding> findings() {
        return findings;
    }

    /**
     * @param component the id of the component, or its key, or nothing where the whole form is meant
     * @param sentence what is wrong and what to do, in Japanese
     */
    record Finding(String component, String sentence) {

        @Override
        public String toString() {
            return component.isEmpty() ? sentence : component + ": " + sentence;
        }
    }

    /** One thing that is wrong, before it is known in which component. */
    static final class Problem extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Problem(String sentence) {
            super(sentence);
        }
    }
}
