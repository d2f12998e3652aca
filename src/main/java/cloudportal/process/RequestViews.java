package cloudportal.process;

import static cloudportal.process.ProcessVariables.ASSESSMENT;
import static cloudportal.process.ProcessVariables.CANCELLATION_DATE;
import static cloudportal.process.ProcessVariables.COMPANY_NAME;
import static cloudportal.process.ProcessVariables.CONTRACT_NUMBER;
import static cloudportal.process.ProcessVariables.REQUEST;
import static cloudportal.process.ProcessVariables.REQUESTS;
import static cloudportal.process.ProcessVariables.SERVICE_NAME;

import cloudportal.contract.ContractDirectory;
import cloudportal.request.CancellationRequest;
import cloudportal.request.JapaneseText;
import cloudportal.request.RequestDirectory;
import cloudportal.request.Submission;
import cloudportal.terms.Assessment;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.springframework.stereotype.Component;

/** Puts a request before the person: its facts and what it means. */
@Component
public class RequestViews {

    private final ContractDirectory directory;

    private final RequestDirectory requests;

    RequestViews(ContractDirectory directory, RequestDirectory requests) {
        this.directory = directory;
        this.requests = requests;
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

    /** Shows a request on the cards of the task list: whose it is, what of, and when it ends. */
    public void showOnCards(VariableScope scope, CancellationRequest request) {
        CONTRACT_NUMBER.set(scope, request.getContractNumber());
        COMPANY_NAME.set(scope, directory.customer(request.getCustomerId()).getCompanyName());
        SERVICE_NAME.set(scope, request.getService());
        CANCELLATION_DATE.set(scope, JapaneseText.date(request.getCancellationDate()));
    }

    /** Shows お申込一覧 of the customer that a request is of. */
    public void showList(VariableScope scope, CancellationRequest request) {
        REQUESTS.set(scope, FormViews.rows(requests.requestsOf(request.getCustomerId())));
    }

    private void show(VariableScope scope, CancellationRequest request, String changedText) {
        REQUEST.set(scope, FormViews.of(request, directory.customer(request.getCustomerId())));
        Assessment assessment = request.getAssessment();
        if (assessment != null) {
            ASSESSMENT.set(scope, FormViews.of(assessment, changedText));
        }
    }
}
