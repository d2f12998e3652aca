package cloudportal.engine;

import java.util.List;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;

/** A person's command is refused, with a sentence in Japanese that says what to do. The task stays open as it was; REST answers 400. */
public class Refusal extends FormFieldValidationException {

    private final transient List<?> details;

    public Refusal(String sentence) {
        this(sentence, List.of());
    }

    /** @param details for programs: what is wrong, one by one, as records that REST answers as JSON */
    public Refusal(String sentence, List<?> details) {
        super(null, sentence);
        this.details = List.copyOf(details);
    }

    /** What is wrong, one by one, for programs; empty where the sentence says all. */
    public List<?> details() {
        return details;
    }
}
