package cloudportal.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.RETURNS_SELF;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoMoreInteractions;
import static org.mockito.Mockito.when;

import cloudportal.process.FormViews.InquiryView;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.MessageCorrelationBuilder;
import org.camunda.spin.plugin.variable.value.JsonValue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.springframework.beans.factory.ObjectProvider;

class CaseMessagesTest {

    private final RuntimeService runtimeService = mock(RuntimeService.class);
    private final MessageCorrelationBuilder message = mock(MessageCorrelationBuilder.class, RETURNS_SELF);

    @SuppressWarnings("unchecked")
    private final ObjectProvider<RuntimeService> provider = mock(ObjectProvider.class);

    private final CaseMessages messages = new CaseMessages(provider);

    @BeforeEach
    void provide() {
        when(provider.getObject()).thenReturn(runtimeService);
        when(runtimeService.createMessageCorrelation(any())).thenReturn(message);
    }

    @Test
    void startsTheContractCentersCaseUnderTheRequestsNumberWithoutAnyVariable() {
        // when
        messages.cancellationSubmitted("CCHM-191015-238079");

        // then
        verify(runtimeService).createMessageCorrelation("cancellation-submitted");
        verify(message).processInstanceBusinessKey("CCHM-191015-238079");
        verify(message).correlateStartMessage();
        verifyNoMoreInteractions(message);
    }

    @Test
    void startsAnInquiryUnderTheContractsNumberWithWhatTheContractCenterNeeds() {
        // when
        messages.serviceUnknownReported(
                "HMMH061530",
                new InquiryView("HMMH061530", "HOME", "type-Z", "株式会社観音堂", "観音 花子", "kannon@kannon-do.example"));

        // then
        ArgumentCaptor<JsonValue> inquiry = ArgumentCaptor.forClass(JsonValue.class);
        verify(runtimeService).createMessageCorrelation("service-unknown-reported");
        verify(message).processInstanceBusinessKey("HMMH061530");
        verify(message).setVariable(eq("inquiry"), inquiry.capture());
        verify(message).setVariable("contractNumber", "HMMH061530");
        verify(message).setVariable("companyName", "株式会社観音堂");
        verify(message).setVariable("serviceName", "type-Z");
        verify(message).correlateStartMessage();
        verifyNoMoreInteractions(message);
        assertThat(inquiry.getValue().getValueSerialized()).contains("type-Z", "観音 花子");
    }

    @Test
    void endsExactlyTheCaseThatIsNamed() {
        // when
        messages.draftWithdrawn("case-2");

        // then
        verify(runtimeService).createMessageCorrelation("draft-withdrawn");
        verify(message).processInstanceId("case-2");
        verify(message).correlate();
        verifyNoMoreInteractions(message);
    }
}
