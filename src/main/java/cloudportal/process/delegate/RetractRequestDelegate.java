package cloudportal.process.delegate;

import static cloudportal.process.ProcessVariables.RETRACTION;
import static cloudportal.process.ProcessVariables.RETRACTION_REASON;

import cloudportal.process.CurrentPerson;
import cloudportal.process.PortalDelegate;
import cloudportal.request.FulfilmentCases;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** Records a retraction (取下げ) and gives the contract back to the customer. */
@Component
class RetractRequestDelegate extends PortalDelegate {

    private final FulfilmentCases cases;
    private final CurrentPerson person;

    RetractRequestDelegate(FulfilmentCases cases, CurrentPerson person) {
        this.cases = cases;
        this.person = person;
    }

    @Override
    protected void run(DelegateExecution execution) {
        cases.retract(
                execution.getProcessBusinessKey(),
                RETRACTION.find(execution).orElse(false),
                RETRACTION_REASON.get(execution),
                person.loginOrSystem());
    }
}
