package cloudportal.process.delegate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import cloudportal.engine.Refusal;
import cloudportal.process.CurrentPerson;
import cloudportal.request.FulfilmentCases;
import cloudportal.request.RequestRefusedException;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RecordReviewDelegateTest {

    private static final String REVIEWER = "center1@portal.example";

    private final FulfilmentCases cases = mock(FulfilmentCases.class);
    private final CurrentPerson person = mock(CurrentPerson.class);
    private final RecordReviewDelegate delegate = new RecordReviewDelegate(cases, person);
    private final Map<String, Object> variables = new HashMap<>();
    private final DelegateExecution execution = Executions.with(variables);

    @BeforeEach
    void someoneIsAtWork() {
        when(person.loginOrSystem()).thenReturn(REVIEWER);
    }

    @Test
    void recordsAnAcceptanceUnderTheReviewersName() {
        // given
        variables.put("reviewDecision", "accept");
        when(cases.review(Executions.BUSINESS_KEY, "accept", null, REVIEWER)).thenReturn(true);

        // when
        delegate.execute(execution);

        // then
        assertThat(variables).containsEntry("reviewAccepted", true);
    }

    @Test
    void recordsAReturnWithItsComment() {
        // given an old fact that says otherwise
        variables.putAll(Map.of("reviewDecision", "return", "reviewComment", "書類不足", "reviewAccepted", true));
        when(cases.review(Executions.BUSINESS_KEY, "return", "書類不足", REVIEWER)).thenReturn(false);

        // when
        delegate.execute(execution);

        // then
        assertThat(variables).containsEntry("reviewAccepted", false);
    }

    @Test
    void believesNoFactThatIsSentAlong() {
        // given
        variables.putAll(Map.of("reviewDecision", "nonsense", "reviewAccepted", true));
        when(cases.review(Executions.BUSINESS_KEY, "nonsense", null, REVIEWER))
                .thenThrow(new RequestRefusedException("審査の結果を選択してください。"));

        // when / then
        assertThatThrownBy(() -> delegate.execute(execution))
                .isInstanceOf(Refusal.class)
                .hasMessage("審査の結果を選択してください。");
    }
}
