package cloudportal.process.delegate;

import static cloudportal.process.ProcessVariables.CONFIRMED;

import cloudportal.process.PortalDelegate;
import cloudportal.process.RequestViews;
import cloudportal.request.CustomerCases;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** Withdraws the draft and frees its contract (guide A.3-A.5). */
@Component
class WithdrawDraftDelegate extends PortalDelegate {

    private final CustomerCases cases;
    private final RequestViews views;

    WithdrawDraftDelegate(CustomerCases cases, RequestViews views) {
        this.cases = cases;
        this.views = views;
    }

    @Override
    protected void run(DelegateExecution execution) {
        boolean confirmed = CONFIRMED.find(execution).orElse(false);
        views.showList(execution, cases.withdraw(execution.getProcessInstanceId(), confirmed));
    }
}
