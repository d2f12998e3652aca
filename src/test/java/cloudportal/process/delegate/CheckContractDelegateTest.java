package cloudportal.process.delegate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import cloudportal.contract.Contract;
import cloudportal.engine.Refusal;
import cloudportal.process.Desks;
import cloudportal.request.ContractChoice;
import cloudportal.request.ContractChoice.State;
import cloudportal.request.CustomerCases;
import cloudportal.request.RequestRefusedException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckContractDelegateTest {

    private final CustomerCases cases = mock(CustomerCases.class);
    private final CheckContractDelegate delegate = new CheckContractDelegate(cases, mock(Desks.class));
    private final Contract contract =
            new Contract("HMMH061530", 1L, "HOME", "type-M", LocalDate.of(2019, 9, 15), null, 3_000L);
    private final Map<String, Object> variables = new HashMap<>(Map.of("contractNumber", "hmmh061530"));
    private final DelegateExecution execution = Executions.with(variables);

    @ParameterizedTest
    @CsvSource({"CANCELLABLE,cancellable", "OWN_DRAFT,ownDraft", "UNAVAILABLE,unavailable"})
    void saysWhatCanBeDoneInTheWordsOfTheGateway(State state, String word) {
        // given
        found(state, "説明");

        // when
        delegate.execute(execution);

        // then
        assertThat(variables)
                .containsEntry("contractState", word)
                .containsEntry("contractNotice", "説明")
                .containsEntry("category", "HOME")
                .containsEntry("service", "type-M");
    }

    @Test
    void namesTheCaseByTheContractAsItIsWrittenNotAsItWasTyped() {
        // given
        found(State.CANCELLABLE, "");

        // when
        delegate.execute(execution);

        // then
        verify(execution).setProcessBusinessKey("HMMH061530");
    }

    @Test
    void forgetsTheAnswersAboutAnotherContract() {
        // given
        variables.putAll(Map.of(
                "cancellationReason", "統合のため",
                "desiredMonth", "2020-01",
                "domainDisposition", "transfer"));
        found(State.CANCELLABLE, "");

        // when
        delegate.execute(execution);

        // then
        assertThat(variables).doesNotContainKeys("cancellationReason", "desiredMonth", "domainDisposition");
    }

    @Test
    void takesANumberOfAnotherTypeForNoneAtAll() {
        // given
        variables.put("contractNumber", 61530);
        when(cases.choose(Executions.CASE, null)).thenThrow(new RequestRefusedException("契約を選択してください。"));

        // when / then
        assertThatThrownBy(() -> delegate.execute(execution))
                .isInstanceOf(Refusal.class)
                .hasMessage("契約を選択してください。");
        assertThat(variables).doesNotContainKey("contractState");
        verify(execution, never()).setProcessBusinessKey(anyString());
    }

    private void found(State state, String note) {
        when(cases.choose(Executions.CASE, "hmmh061530")).thenReturn(new ContractChoice(state, note, contract, null));
    }
}
