package cloudportal.process.delegate;

import static cloudportal.process.ProcessVariables.CUSTOMER_LOGIN;

import cloudportal.process.CurrentPerson;
import cloudportal.process.PortalDelegate;
import cloudportal.request.CustomerCases;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** Finds whose case this is; a login without a customer starts nothing (guide 1.5). */
@Component
class IdentifyCustomerDelegate extends PortalDelegate {

    private final CustomerCases cases;
    private final CurrentPerson person;

    IdentifyCustomerDelegate(CustomerCases cases, CurrentPerson person) {
        this.cases = cases;
        this.person = person;
    }

    @Override
    protected void run(DelegateExecution execution) {
        String login = person.loginOr(CUSTOMER_LOGIN.get(execution));
        CUSTOMER_LOGIN.set(
                execution, cases.open(execution.getProcessInstanceId(), login).login());
    }
}
