package cloudportal.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The server says what form-js said, and refuses besides what form-js never looks at. */
class FormCorpusTest {

    private static final Map<FormCase, Verdict> VERDICTS = new LinkedHashMap<>();

    @BeforeAll
    static void judge() {
        FormCorpus.read()
                .cases()
                .forEach(one -> VERDICTS.put(
                        one, AskedForm.read(one.formBytes()).judge(one.answersByName(), one.variablesByName())));
    }

    @Test
    void serverAcceptsWhatFormJsAcceptsAndNothingElse() {
        SoftAssertions same = new SoftAssertions();
        VERDICTS.forEach((one, verdict) -> same.assertThat(verdict.isAccepted())
                .as("%s, where form-js says %s and the server %s", one, one.formJs(), verdict.refusals())
                .isEqualTo(one.isAcceptedByFormJs() && one.ignoredByFormJs().isEmpty()));
        same.assertAll();
    }

    @Test
    void serverRefusesAnswersThatFormJsHasNoPlaceFor() {
        SoftAssertions refused = new SoftAssertions();
        VERDICTS.forEach((one, verdict) -> {
            if (one.isAcceptedByFormJs()) {
                one.ignoredByFormJs().forEach((key, rule) -> refused.assertThat(verdict.refusals())
                        .as(one.name())
                        .extracting(FieldRefusal::field, FieldRefusal::rule)
                        .contains(tuple(key, rule)));
            }
        });
        refused.assertAll();
    }

    @Test
    void serverPointsAtAFieldThatFormJsPointsAt() {
        SoftAssertions pointed = new SoftAssertions();
        VERDICTS.forEach((one, verdict) -> {
            if (!one.isAcceptedByFormJs()) {
                pointed.assertThat(verdict.refusals())
                        .as("%s, where form-js says %s", one, one.formJs())
                        .extracting(FieldRefusal::field)
                        .containsAnyElementsOf(one.fieldsRefusedByFormJs());
            }
        });
        pointed.assertAll();
    }

    @Test
    void corpusHoldsBothVerdictsInEachFamily() {
        assertThat(VERDICTS.keySet()).extracting(FormCase::name).doesNotHaveDuplicates();
        assertThat(VERDICTS.keySet())
                .allSatisfy(one ->
                        assertThat(one.formJs().has("accepted")).as(one.name()).isTrue());
        Map<String, List<FormCase>> families = VERDICTS.keySet().stream()
                .collect(Collectors.groupingBy(
                        one -> one.name().substring(0, one.name().indexOf(':'))));
        assertThat(families).containsKeys("portal", FormCorpus.GENERATED).allSatisfy((family, cases) -> assertThat(
                        cases)
                .extracting(FormCase::isAcceptedByFormJs)
                .contains(true, false));
    }
}
