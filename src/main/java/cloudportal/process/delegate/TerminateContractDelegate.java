package cloudportal.process.delegate;

import cloudportal.process.PortalDelegate;
import cloudportal.request.FulfilmentCases;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** Ends the contract after 24:00 JST of its cancellation date: 解約済, and the request 解約完了. */
@Component
class TerminateContractDelegate extends PortalDelegate {

    private final FulfilmentCases cases;

    TerminateContractDelegate(FulfilmentCases cases) {
        this.cases = cases;
    }

    @Override
    protected void run(DelegateExecution execution) {
        cases.terminate(execution.getProcessBusinessKey());
    }
}
