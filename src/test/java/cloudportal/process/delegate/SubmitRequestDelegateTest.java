package cloudportal.process.delegate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import cloudportal.engine.Refusal;
import cloudportal.process.RequestViews;
import cloudportal.request.CancellationRequest;
import cloudportal.request.CustomerCases;
import cloudportal.request.RequestRefusedException;
import cloudportal.request.Submission;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.OptimisticLockingFailureException;

class SubmitRequestDelegateTest {

    private final CustomerCases cases = mock(CustomerCases.class);
    private final RequestViews views = mock(RequestViews.class);
    private final SubmitRequestDelegate delegate = new SubmitRequestDelegate(cases, views);
    private final Map<String, Object> variables = new HashMap<>();
    private final DelegateExecution execution = Executions.with(variables);
    private final CancellationRequest request = mock(CancellationRequest.class);

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void saysWhetherAllWasAsShownAndShowsWhatBecameOfIt(boolean stillAsShown) {
        // given
        variables.put("confirmed", true);
        Submission submission = new Submission(stillAsShown, request, null);
        when(cases.submit(Executions.CASE, true)).thenReturn(submission);

        // when
        delegate.execute(execution);

        // then
        assertThat(variables).containsEntry("stillAsShown", stillAsShown);
        verify(views).show(execution, submission);
        verify(views).showList(execution, request);
    }

    @Test
    void takesNothingButATickForTheOk() {
        // given
        when(cases.submit(Executions.CASE, false)).thenThrow(new RequestRefusedException("「OK」を選択してください。"));

        for (Object answer : new Object[] {null, false, "true", "on", 1}) {
            variables.put("confirmed", answer);

            // when / then
            assertThatThrownBy(() -> delegate.execute(execution))
                    .as("%s", answer)
                    .isInstanceOf(Refusal.class)
                    .hasMessage("「OK」を選択してください。");
        }
        assertThat(variables).doesNotContainKey("stillAsShown");
        verifyNoInteractions(views);
    }

    @Test
    void reportsARaceAsTheEngineKnowsIt() {
        // given
        variables.put("confirmed", true);
        when(cases.submit(Executions.CASE, true)).thenThrow(new OptimisticLockingFailureException("changed meanwhile"));

        // when / then
        assertThatThrownBy(() -> delegate.execute(execution)).isInstanceOf(OptimisticLockingException.class);
        assertThat(variables).doesNotContainKey("stillAsShown");
    }

    @Test
    void letsAFaultThrough() {
        // given
        when(cases.submit(Executions.CASE, false)).thenThrow(new IllegalStateException("No open case"));

        // when / then
        assertThatThrownBy(() -> delegate.execute(execution)).isExactlyInstanceOf(IllegalStateException.class);
    }
}
