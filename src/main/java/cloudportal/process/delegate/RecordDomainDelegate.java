package cloudportal.process.delegate;

import static cloudportal.process.ProcessVariables.DOMAIN_HANDLED_ON;
import static cloudportal.process.ProcessVariables.DOMAIN_NOTE;

import cloudportal.process.CurrentPerson;
import cloudportal.process.PortalDelegate;
import cloudportal.request.FulfilmentCases;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** Records that the domain was moved or abolished. An AuthCode is never part of it. */
@Component
class RecordDomainDelegate extends PortalDelegate {

    private final FulfilmentCases cases;
    private final CurrentPerson person;

    RecordDomainDelegate(FulfilmentCases cases, CurrentPerson person) {
        this.cases = cases;
        this.person = person;
    }

    @Override
    protected void run(DelegateExecution execution) {
        cases.recordDomainHandled(
                execution.getProcessBusinessKey(),
                person.loginOrSystem(),
                DOMAIN_HANDLED_ON.get(execution),
                DOMAIN_NOTE.get(execution));
    }
}
