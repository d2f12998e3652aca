package cloudportal.process.delegate;

import cloudportal.process.CaseMessages;
import cloudportal.process.FormViews;
import cloudportal.process.PortalDelegate;
import cloudportal.request.CustomerCases;
import cloudportal.request.UnknownServiceCase;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** Gives the contract center a case where the table does not know a service: nothing is guessed. */
@Component
class ReportUnknownServiceDelegate extends PortalDelegate {

    private final CustomerCases cases;
    private final CaseMessages messages;

    ReportUnknownServiceDelegate(CustomerCases cases, CaseMessages messages) {
        this.cases = cases;
        this.messages = messages;
    }

    @Override
    protected void run(DelegateExecution execution) {
        UnknownServiceCase unknown = cases.unknownService(execution.getProcessInstanceId());
        messages.serviceUnknownReported(
                unknown.contract().getNumber(),
                FormViews.inquiry(unknown.contract(), unknown.customer(), unknown.login()));
    }
}
