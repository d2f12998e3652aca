package cloudportal.form;

import com.fasterxml.jackson.databind.JsonNode;
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
     * @param component as it stands in the form; the form itself where all of it is meant
     * @param sentence what is wrong and what to do, in Japanese
     */
    record Finding(JsonNode component, String sentence) {

        @Override
        public String toString() {
            String name = component.path("id").asText(component.path("key").asText());
            return name.isEmpty() ? sentence : name + ": " + sentence;
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
