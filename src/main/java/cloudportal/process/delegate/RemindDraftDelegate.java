package cloudportal.process.delegate;

import cloudportal.process.PortalDelegate;
import cloudportal.request.CustomerCases;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** Writes the reminder of a draft that has been open for a week. */
@Component
class RemindDraftDelegate extends PortalDelegate {

    private final CustomerCases cases;

    RemindDraftDelegate(CustomerCases cases) {
        this.cases = cases;
    }

    @Override
    protected void run(DelegateExecution execution) {
        cases.draftLeftOpen(execution.getProcessInstanceId());
    }
}
