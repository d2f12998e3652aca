package cloudportal.process.delegate;

import cloudportal.process.PortalDelegate;
import cloudportal.request.FulfilmentCases;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** Writes the reminder of a domain that is still to be moved or abolished. */
@Component
class RemindDomainDelegate extends PortalDelegate {

    private final FulfilmentCases cases;

    RemindDomainDelegate(FulfilmentCases cases) {
        this.cases = cases;
    }

    @Override
    protected void run(DelegateExecution execution) {
        cases.reminded(execution.getProcessBusinessKey());
    }
}
