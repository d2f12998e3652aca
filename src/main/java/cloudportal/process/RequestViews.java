package cloudportal.process;

import static cloudportal.process.ProcessVariables.ASSESSMENT;
import static cloudportal.process.ProcessVariables.REQUEST;

import cloudportal.contract.ContractDirectory;
import cloudportal.request.CancellationRequest;
import cloudportal.request.Submission;
import cloudportal.terms.Assessment;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.springframework.stereotype.Component;

/** Puts a request before the person: its facts and what it means. */
@Component
public class RequestViews {

    private final ContractDirectory directory;

    RequestViews(ContractDirectory directory) {
        this.directory = directory;
    }

    /** Shows a request as it stands. */
    public void show(VariableScope scope, CancellationRequest request) {
        show(scope, request, "");
    }

    /** Shows a request after its submission, with what moved since it was shown before. */
    public void show(VariableScope scope, Submission submission) {
        CancellationRequest request = submission.request();
        show(scope, request, FormViews.changes(submission.shown(), request.getAssessment()));
    }

    private void show(VariableScope scope, CancellationRequest request, String changedText) {
        REQUEST.set(scope, FormViews.of(request, directory.customer(request.getCustomerId())));
        Assessment assessment = request.getAssessment();
        if (assessment != null) {
            ASSESSMENT.set(scope, FormViews.of(assessment, changedText));
        }
    }
}
