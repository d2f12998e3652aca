package cloudportal.process.delegate;

import static cloudportal.process.ProcessVariables.OWN_CASE_DRAFT;
import static cloudportal.process.ProcessVariables.REQUEST_NUMBER;

import cloudportal.process.PortalDelegate;
import cloudportal.process.RequestViews;
import cloudportal.request.CustomerCases;
import cloudportal.request.DraftToWithdraw;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** Shows the draft that is about to be withdrawn (guide A.1, A.3). */
@Component
class PrepareWithdrawalDelegate extends PortalDelegate {

    private final CustomerCases cases;
    private final RequestViews views;

    PrepareWithdrawalDelegate(CustomerCases cases, RequestViews views) {
        this.cases = cases;
        this.views = views;
    }

    @Override
    protected void run(DelegateExecution execution) {
        DraftToWithdraw draft = cases.draftToWithdraw(execution.getProcessInstanceId());
        REQUEST_NUMBER.set(execution, draft.request().getNumber());
        OWN_CASE_DRAFT.set(execution, draft.madeByThisCase());
        views.show(execution, draft.request());
    }
}
