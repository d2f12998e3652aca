package cloudportal.process;

import static cloudportal.process.ProcessVariables.COMPANY_NAME;
import static cloudportal.process.ProcessVariables.CONTRACT_NUMBER;
import static cloudportal.process.ProcessVariables.INQUIRY;
import static cloudportal.process.ProcessVariables.SERVICE_NAME;

import cloudportal.process.FormViews.InquiryView;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The messages that one case sends to another, all within the sending transaction. */
@Component
public class CaseMessages {

    static final String CANCELLATION_SUBMITTED = "cancellation-submitted";
    static final String SERVICE_UNKNOWN_REPORTED = "service-unknown-reported";
    static final String DRAFT_WITHDRAWN = "draft-withdrawn";

    private final ObjectProvider<RuntimeService> runtimeService;

    CaseMessages(ObjectProvider<RuntimeService> runtimeService) {
        this.runtimeService = runtimeService;
    }

    /** Starts the contract center's case for a submitted request; its business key is the request number. */
    public void cancellationSubmitted(String requestNumber) {
        runtimeService
                .getObject()
                .createMessageCorrelation(CANCELLATION_SUBMITTED)
                .processInstanceBusinessKey(requestNumber)
                .correlateStartMessage();
    }

    /** Starts the contract center's case for a contract whose service the decision table does not know. */
    public void serviceUnknownReported(String contractNumber, InquiryView inquiry) {
        runtimeService
                .getObject()
                .createMessageCorrelation(SERVICE_UNKNOWN_REPORTED)
                .processInstanceBusinessKey(contractNumber)
                .setVariable(INQUIRY.name(), INQUIRY.value(inquiry))
                .setVariable(CONTRACT_NUMBER.name(), contractNumber)
                .setVariable(COMPANY_NAME.name(), inquiry.companyName())
                .setVariable(SERVICE_NAME.name(), inquiry.service())
                .correlateStartMessage();
    }

    /** Ends a customer's case whose draft was withdrawn by another one. */
    public void draftWithdrawn(String processInstanceId) {
        runtimeService
                .getObject()
                .createMessageCorrelation(DRAFT_WITHDRAWN)
                .processInstanceId(processInstanceId)
                .correlate();
    }
}
