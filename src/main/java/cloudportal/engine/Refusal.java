package cloudportal.engine;

import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;

/** A person's command is refused, with a sentence in Japanese that says what to do. The task stays open as it was; REST answers 400. */
public class Refusal extends FormFieldValidationException {

    public Refusal(String sentence) {
        super(null, sentence);
    }
}
