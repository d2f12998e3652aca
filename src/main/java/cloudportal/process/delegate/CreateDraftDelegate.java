package cloudportal.process.delegate;

import static cloudportal.process.ProcessVariables.CANCELLATION_REASON;
import static cloudportal.process.ProcessVariables.DESIRED_MONTH;
import static cloudportal.process.ProcessVariables.DOMAIN_DISPOSITION;
import static cloudportal.process.ProcessVariables.REQUEST_NUMBER;

import cloudportal.process.PortalDelegate;
import cloudportal.process.RequestViews;
import cloudportal.request.CancellationRequest;
import cloudportal.request.CustomerCases;
import cloudportal.request.DraftAnswers;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** Makes the draft (解約お申込作成中), or changes the one that this case made before (guide 5.11). */
@Component
class CreateDraftDelegate extends PortalDelegate {

    private final CustomerCases cases;
    private final RequestViews views;

    CreateDraftDelegate(CustomerCases cases, RequestViews views) {
        this.cases = cases;
        this.views = views;
    }

    @Override
    protected void run(DelegateExecution execution) {
        CancellationRequest draft = cases.saveDraft(
                execution.getProcessInstanceId(),
                new DraftAnswers(
                        CANCELLATION_REASON.get(execution),
                        DOMAIN_DISPOSITION.get(execution),
                        DESIRED_MONTH.get(execution)));
        execution.setProcessBusinessKey(draft.getNumber());
        REQUEST_NUMBER.set(execution, draft.getNumber());
        views.show(execution, draft);
    }
}
