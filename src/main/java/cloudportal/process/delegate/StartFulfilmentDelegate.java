package cloudportal.process.delegate;

import cloudportal.process.CaseMessages;
import cloudportal.process.PortalDelegate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** Hands the submitted request to the contract center, in the submitting transaction. */
@Component
class StartFulfilmentDelegate extends PortalDelegate {

    private final CaseMessages messages;

    StartFulfilmentDelegate(CaseMessages messages) {
        this.messages = messages;
    }

    @Override
    protected void run(DelegateExecution execution) {
        messages.cancellationSubmitted(execution.getProcessBusinessKey());
    }
}
