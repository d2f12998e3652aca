package cloudportal.process.delegate;

import static cloudportal.process.ProcessVariables.CONFIRMED;
import static cloudportal.process.ProcessVariables.STILL_AS_SHOWN;

import cloudportal.process.PortalDelegate;
import cloudportal.process.RequestViews;
import cloudportal.request.CustomerCases;
import cloudportal.request.Submission;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** Submits the draft by the dates of this moment; where they moved since they were shown, shows them again (guide 7.1). */
@Component
class SubmitRequestDelegate extends PortalDelegate {

    private final CustomerCases cases;
    private final RequestViews views;

    SubmitRequestDelegate(CustomerCases cases, RequestViews views) {
        this.cases = cases;
        this.views = views;
    }

    @Override
    protected void run(DelegateExecution execution) {
        boolean confirmed = CONFIRMED.find(execution).orElse(false);
        Submission submission = cases.submit(execution.getProcessInstanceId(), confirmed);
        STILL_AS_SHOWN.set(execution, submission.stillAsShown());
        views.show(execution, submission);
        views.showList(execution, submission.request());
    }
}
