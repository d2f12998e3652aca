package cloudportal.whatif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloudportal.engine.Refusal;
import cloudportal.terms.ServiceTerms;
import java.io.ByteArrayInputStream;
import org.junit.jupiter.api.Test;

/** A table is judged without being deployed, and what no case could go on with is told from what it does not cover. */
class TermsTableTest {

    @Test
    void knowsTheTermsOfAService() {
        ServiceTerms terms = table(ChangedTable.asItIs().withMinimumTermOfTypeM(24))
                .of("HOME", "type-M")
                .known()
                .orElseThrow();

        assertThat(terms.minimumTermMonths()).isEqualTo(24);
        assertThat(terms.domainDispositionRequired()).isTrue();
    }

    @Test
    void knowsNothingOfAServiceInNoRow() {
        TermsTable.Outcome outcome = table(ChangedTable.asItIs()).of("HOME", "type-Z");

        assertThat(outcome.known()).isEmpty();
        assertThat(outcome.problem()).isNull();
    }

    @Test
    void tellsThatTwoRowsApply() {
        TermsTable table = table(ChangedTable.asItIs().with("\"type-AU\",\"type-AM\"</text>", "\"type-M\"</text>"));

        assertThat(table.of("HOME", "type-M").problem()).isEqualTo("2つ以上の行が当てはまります。1行だけになるように直してください。");
        assertThat(table.of("HOME", "type-S").known()).isPresent();
    }

    @Test
    void tellsThatAnAnswerIsNoneOfThoseKnown() {
        assertThat(table(ChangedTable.asItIs().withCellOfRow4("cutoffRule", "\"end-of-next-month\"", "\"whenever\""))
                        .of("HOME", "type-M")
                        .problem())
                .contains("空のセルか使えない値");
        assertThat(table(ChangedTable.asItIs().withCellOfRow4("contactDesk", "\"home\"", ""))
                        .of("HOME", "type-M")
                        .problem())
                .contains("空のセルか使えない値");
    }

    @Test
    void tellsThatACellCannotBeEvaluated() {
        assertThat(table(ChangedTable.asItIs().withCellOfRow4("minimumTermMonths", "12", "12 +"))
                        .of("HOME", "type-M")
                        .problem())
                .contains("式を評価できません");
    }

    @Test
    void refusesAFileWithoutTheDecision() {
        assertThatThrownBy(() -> table(ChangedTable.asItIs().with("id=\"service-terms\"", "id=\"other-terms\"")))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("決定「service-terms」を読み取れません");
    }

    private static TermsTable table(ChangedTable changed) {
        return TermsTable.of(new ByteArrayInputStream(changed.bytes()));
    }
}
