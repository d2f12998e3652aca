package cloudportal.process.delegate;

import static cloudportal.process.ProcessVariables.CONFIRMED;

import cloudportal.process.PortalDelegate;
import cloudportal.request.CustomerCases;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** Withdraws the draft and frees its contract (guide A.3-A.5). */
@Component
class WithdrawDraftDelegate extends PortalDelegate {

    private final CustomerCases cases;

    WithdrawDraftDelegate(CustomerCases cases) {
        this.cases = cases;
    }

    @Override
    protected void run(DelegateExecution execution) {
        cases.withdraw(
                execution.getProcessInstanceId(), CONFIRMED.find(execution).orElse(false));
    }
}
