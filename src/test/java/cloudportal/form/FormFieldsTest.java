package cloudportal.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class FormFieldsTest {

    @Test
    void tellsWhatAFormAsksFromWhatItShows() {
        // given a form with fields to fill in, fields that only show something, and decoration
        FormFields fields = fields(
                """
                {"components": [
                  {"type": "text", "text": "# 解約"},
                  {"type": "textarea", "key": "cancellationReason"},
                  {"type": "radio", "key": "reasonAction", "readonly": false},
                  {"type": "textfield", "key": "number", "readonly": true},
                  {"type": "textfield", "key": "status", "disabled": true},
                  {"type": "textfield", "key": "fee", "readonly": "= true"},
                  {"type": "textfield", "key": "sometimes", "readonly": "=closed"},
                  {"type": "expression", "key": "sum"},
                  {"type": "button", "key": "send"}
                ]}""");

        // then only the former are asked
        assertThat(fields.asked()).containsExactlyInAnyOrder("cancellationReason", "reasonAction", "sometimes");
        assertThat(fields.shown()).containsExactlyInAnyOrder("number", "status", "fee", "sum", "send");
    }

    @Test
    void findsFieldsInGroupsUnderTheVariableThatHoldsThem() {
        FormFields fields = fields(
                """
                {"components": [
                  {"type": "group", "components": [{"type": "number", "key": "plain"}]},
                  {"type": "group", "path": "address", "components": [
                    {"type": "textfield", "key": "city"},
                    {"type": "group", "path": "phone", "components": [{"type": "textfield", "key": "home"}]}]},
                  {"type": "group", "path": "closed", "readonly": true, "components": [{"type": "textfield", "key": "x"}]},
                  {"type": "checkbox", "key": "consent.given"}
                ]}""");

        assertThat(fields.asked()).containsExactlyInAnyOrder("plain", "address", "consent");
        assertThat(fields.shown()).containsExactly("closed");
    }

    @Test
    void asksForAVariableThatIsShownElsewhereInTheSameForm() {
        FormFields fields = fields(
                """
                {"components": [
                  {"type": "textfield", "key": "note", "readonly": true},
                  {"type": "textarea", "key": "note"}]}""");

        assertThat(fields.asked()).containsExactly("note");
        assertThat(fields.shown()).isEmpty();
    }

    @Test
    void refusesWhatIsNoForm() {
        assertThatThrownBy(() -> fields("<form/>")).isInstanceOf(UncheckedIOException.class);
    }

    private static FormFields fields(String form) {
        return FormFields.of(form.getBytes(StandardCharsets.UTF_8));
    }
}
