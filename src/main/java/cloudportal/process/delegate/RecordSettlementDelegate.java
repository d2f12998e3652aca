package cloudportal.process.delegate;

import static cloudportal.process.ProcessVariables.SETTLEMENT_NOTE;
import static cloudportal.process.ProcessVariables.SETTLEMENT_REFERENCE;

import cloudportal.process.CurrentPerson;
import cloudportal.process.PortalDelegate;
import cloudportal.request.FulfilmentCases;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** Records that the settlement (まとめてお支払い) was arranged. */
@Component
class RecordSettlementDelegate extends PortalDelegate {

    private final FulfilmentCases cases;
    private final CurrentPerson person;

    RecordSettlementDelegate(FulfilmentCases cases, CurrentPerson person) {
        this.cases = cases;
        this.person = person;
    }

    @Override
    protected void run(DelegateExecution execution) {
        cases.recordSettlementArranged(
                execution.getProcessBusinessKey(),
                person.loginOrSystem(),
                SETTLEMENT_REFERENCE.get(execution),
                SETTLEMENT_NOTE.get(execution));
    }
}
