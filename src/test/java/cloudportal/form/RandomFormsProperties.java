package cloudportal.form;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What holds of any form and any answers; whether form-js would say the same of them, the corpus tells. */
class RandomFormsProperties {

    private static final int TRIES = 100;

    @Property(tries = TRIES)
    void onlyWhatTheFormAsksForAndThePersonAnsweredIsAccepted(@ForAll long seed) {
        FormCase one = RandomForms.of(seed);
        Verdict verdict = judge(one, one.answersByName());
        assertThat(verdict.accepted().keySet())
                .isSubsetOf(one.answersByName().keySet())
                .isSubsetOf(variables(one.form(), ""));
        assertThat(verdict.cleared()).isSubsetOf(variables(one.form(), "")).noneMatch(verdict.accepted()::containsKey);
    }

    @Property(tries = TRIES)
    void whatIsAcceptedIsAcceptedAgainAndTheSame(@ForAll long seed) {
        FormCase one = RandomForms.of(seed);
        Verdict first = judge(one, one.answersByName());
        if (first.isAccepted()) {
            Verdict again = judge(one, first.accepted());
            assertThat(again.refusals()).isEmpty();
            assertThat(again.accepted()).isEqualTo(first.accepted());
        }
    }

    @Property(tries = TRIES)
    void everyRefusalTellsWhereWhyAndWhatToDo(@ForAll long seed) {
        FormCase one = RandomForms.of(seed);
        assertThat(judge(one, one.answersByName()).refusals()).allSatisfy(refusal -> {
            assertThat(refusal.field()).isNotBlank();
            assertThat(refusal.rule()).isNotBlank();
            assertThat(refusal.sentence()).endsWith("。");
        });
    }

    @Property(tries = TRIES)
    void anUndeclaredAnswerIsRefusedAndChangesNoOtherRefusal(@ForAll long seed) {
        // given
        FormCase one = RandomForms.of(seed);
        Map<String, Object> more = new HashMap<>(one.answersByName());
        more.put("approvedByAdmin", true);
        // when
        List<FieldRefusal> before = judge(one, one.answersByName()).refusals();
        List<FieldRefusal> after = judge(one, more).refusals();
        // then
        assertThat(after).hasSize(before.size() + 1).containsAll(before).anySatisfy(refusal -> {
            assertThat(refusal.field()).isEqualTo("approvedByAdmin");
            assertThat(refusal.rule()).isEqualTo("undeclared");
        });
    }

    @Property(tries = TRIES)
    void aRequiredAnswerThatIsAlwaysAskedForCannotBeLeftOut(@ForAll long seed) {
        FormCase one = RandomForms.of(seed);
        for (JsonNode component : one.form().get("components")) {
            if (component.path("validate").path("required").asBoolean()
                    && !component.has("conditional")
                    && !component.has("disabled")
                    && !component.has("readonly")) {
                String key = component.get("key").asText();
                Map<String, Object> fewer = new HashMap<>(one.answersByName());
                fewer.remove(key);
                assertThat(judge(one, fewer).refusals())
                        .anySatisfy(refusal -> assertThat(List.of(refusal.field(), refusal.rule()))
                                .containsExactly(key, "required"));
            }
        }
    }

    private static Verdict judge(FormCase one, Map<String, Object> answers) {
        return AskedForm.read(one.formBytes()).judge(answers, one.variablesByName());
    }

    private static Set<String> variables(JsonNode component, String path) {
        Set<String> variables = new TreeSet<>();
        if (component.has("key")) {
            variables.add(path.isEmpty() ? component.get("key").asText() : path);
        }
        component
                .path("components")
                .forEach(child ->
                        variables.addAll(variables(child, component.path("path").asText(path))));
        return variables;
    }
}
