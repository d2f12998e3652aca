package cloudportal.form;

import static org.assertj.core.api.Assertions.assertThat;

import cloudportal.browser.Chromium;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Asks the form-js of this very Tasklist about every case that is kept: should a newer one judge otherwise, it is seen here. Run with
 * {@code -Dform.corpus.record=true} it writes down what form-js says instead.
 */
class FormCorpusBrowserIT {

    private static final boolean RECORD = Boolean.getBoolean("form.corpus.record");
    private static final int LEAST = 1000;

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    @Test
    void formJsSaysToEveryCaseWhatIsKept() {
        // given
        FormCorpus corpus = FormCorpus.read();
        if (RECORD) {
            corpus.generate(RandomForms.cases());
        }
        List<FormCase> cases = corpus.cases();
        assertThat(cases).hasSizeGreaterThan(LEAST);

        // when
        List<JsonNode> verdicts = ask(cases);

        // then
        if (RECORD) {
            corpus.record(verdicts);
        } else {
            SoftAssertions kept = new SoftAssertions();
            IntStream.range(0, cases.size()).forEach(i -> kept.assertThat(verdicts.get(i))
                    .as(cases.get(i).name())
                    .isEqualTo(cases.get(i).formJs()));
            kept.assertAll();
        }
    }

    private static List<JsonNode> ask(List<FormCase> cases) {
        try (FormJs formJs = new FormJs(CHROMIUM.browser())) {
            return formJs.verdicts(cases);
        }
    }
}
