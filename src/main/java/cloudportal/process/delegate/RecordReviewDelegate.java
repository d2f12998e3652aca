package cloudportal.process.delegate;

import static cloudportal.process.ProcessVariables.REVIEW_ACCEPTED;
import static cloudportal.process.ProcessVariables.REVIEW_COMMENT;
import static cloudportal.process.ProcessVariables.REVIEW_DECISION;

import cloudportal.process.CurrentPerson;
import cloudportal.process.PortalDelegate;
import cloudportal.request.FulfilmentCases;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** Records the review: accepted, or returned to the customer with a comment. */
@Component
class RecordReviewDelegate extends PortalDelegate {

    private final FulfilmentCases cases;
    private final CurrentPerson person;

    RecordReviewDelegate(FulfilmentCases cases, CurrentPerson person) {
        this.cases = cases;
        this.person = person;
    }

    @Override
    protected void run(DelegateExecution execution) {
        boolean accepted = cases.review(
                execution.getProcessBusinessKey(),
                REVIEW_DECISION.get(execution),
                REVIEW_COMMENT.get(execution),
                person.loginOrSystem());
        REVIEW_ACCEPTED.set(execution, accepted);
    }
}
