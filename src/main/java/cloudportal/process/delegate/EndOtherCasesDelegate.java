package cloudportal.process.delegate;

import cloudportal.process.CaseMessages;
import cloudportal.process.PortalDelegate;
import cloudportal.request.CustomerCases;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** Ends the other running cases that work on the draft just withdrawn. */
@Component
class EndOtherCasesDelegate extends PortalDelegate {

    private final CustomerCases cases;
    private final CaseMessages messages;

    EndOtherCasesDelegate(CustomerCases cases, CaseMessages messages) {
        this.cases = cases;
        this.messages = messages;
    }

    @Override
    protected void run(DelegateExecution execution) {
        cases.othersOnWithdrawnDraft(execution.getProcessInstanceId()).forEach(messages::draftWithdrawn);
    }
}
