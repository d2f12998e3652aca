package cloudportal.process.delegate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import cloudportal.process.DecidedTerms;
import cloudportal.request.CustomerCases;
import cloudportal.request.Judgement;
import cloudportal.request.UnknownServiceException;
import cloudportal.terms.Assessment;
import cloudportal.terms.Cutoff;
import cloudportal.terms.CutoffRule;
import cloudportal.terms.MonthOption;
import cloudportal.terms.NoticeAnchor;
import cloudportal.terms.ServiceTerms;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.spin.plugin.variable.value.JsonValue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AssessCancellationDelegateTest {

    private static final int VERSION = 3;
    private static final ServiceTerms TERMS =
            new ServiceTerms(12, new Cutoff(CutoffRule.END_OF_NEXT_MONTH, 0, NoticeAnchor.MONTH_START), true, "home");
    private static final Assessment ASSESSMENT = new Assessment(
            LocalDate.of(2019, 10, 15),
            LocalDate.of(2019, 11, 30),
            null,
            12,
            LocalDate.of(2020, 9, 30),
            10,
            30_000L,
            LocalDate.of(2020, 8, 1),
            LocalDate.of(2019, 10, 31));
    private static final List<MonthOption> DECEMBER_AND_JANUARY = List.of(
            new MonthOption(YearMonth.of(2019, 12), LocalDate.of(2019, 11, 1), LocalDate.of(2019, 12, 31)),
            new MonthOption(YearMonth.of(2020, 1), LocalDate.of(2019, 12, 2), LocalDate.of(2020, 1, 31)));

    private final CustomerCases cases = mock(CustomerCases.class);
    private final DecidedTerms decidedTerms = mock(DecidedTerms.class);
    private final AssessCancellationDelegate delegate = new AssessCancellationDelegate(cases, decidedTerms);
    private final Map<String, Object> variables = new HashMap<>();
    private final DelegateExecution execution = Executions.with(variables);

    @BeforeEach
    void decide() {
        when(decidedTerms.of(execution)).thenReturn(Optional.of(TERMS));
        when(decidedTerms.version()).thenReturn(VERSION);
    }

    @Test
    void writesWhatCancellingMeansAndWhetherTheDomainIsAskedFor() {
        for (boolean domain : List.of(true, false)) {
            // given
            judged(List.of(), domain);

            // when
            delegate.execute(execution);

            // then
            assertThat(variables).containsEntry("domainDispositionRequired", domain);
            assertThat(json("assessment"))
                    .contains("\"cancellationDate\":\"2019-11-30\"", "\"shortfallMonths\":10", "\"changed\":false");
        }
    }

    @Test
    void judgesByTheTermsOfTheTableAndItsVersion() {
        // given
        judged(List.of(), false);

        // when
        delegate.execute(execution);

        // then
        verify(cases).judge(Executions.CASE, Optional.of(TERMS), VERSION);
    }

    @Test
    void keepsTheMonthThatWasChosenWhileItIsOnOffer() {
        // given
        variables.put("desiredMonth", "2020-01");
        judged(DECEMBER_AND_JANUARY, false);

        // when
        delegate.execute(execution);

        // then
        assertThat(variables).containsEntry("desiredMonth", "2020-01");
        assertThat(json("monthOptions")).contains("2019-12", "2020-01");
    }

    @Test
    void proposesTheEarliestMonthWhereTheChosenOneIsOnOfferNoLonger() {
        // given
        variables.put("desiredMonth", "2019-11");
        judged(DECEMBER_AND_JANUARY, false);

        // when
        delegate.execute(execution);

        // then
        assertThat(variables).containsEntry("desiredMonth", "2019-12");
    }

    @Test
    void takesAMonthAwayWhereTheServiceOffersNone() {
        // given
        variables.put("desiredMonth", "2020-01");
        judged(List.of(), false);

        // when
        delegate.execute(execution);

        // then
        assertThat(variables).doesNotContainKey("desiredMonth");
    }

    @Test
    void leavesThePathByAnErrorWhereTheTableKnowsNoTerms() {
        // given
        UnknownServiceException unknown = mock(UnknownServiceException.class);
        when(unknown.getMessage()).thenReturn("No terms for HOME type-Z");
        when(decidedTerms.of(execution)).thenReturn(Optional.empty());
        when(cases.judge(Executions.CASE, Optional.empty(), VERSION)).thenThrow(unknown);

        // when / then
        assertThatThrownBy(() -> delegate.execute(execution))
                .isInstanceOfSatisfying(BpmnError.class, error -> assertThat(error.getErrorCode())
                        .isEqualTo("serviceUnknown"));
        assertThat(variables).isEmpty();
    }

    @Test
    void letsAFaultInTheTableThrough() {
        // given
        when(decidedTerms.of(execution)).thenThrow(new IllegalArgumentException("no number for minimumTermMonths"));

        // when / then
        assertThatThrownBy(() -> delegate.execute(execution)).isExactlyInstanceOf(IllegalArgumentException.class);
    }

    private String json(String name) {
        return ((JsonValue) variables.get(name)).getValueSerialized();
    }

    private void judged(List<MonthOption> offered, boolean domain) {
        when(cases.judge(Executions.CASE, Optional.of(TERMS), VERSION))
                .thenReturn(new Judgement(ASSESSMENT, offered, domain));
    }
}
