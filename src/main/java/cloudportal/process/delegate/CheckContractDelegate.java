package cloudportal.process.delegate;

import static cloudportal.process.ProcessVariables.ABOUT_ONE_CONTRACT;
import static cloudportal.process.ProcessVariables.CATEGORY;
import static cloudportal.process.ProcessVariables.CONTRACT;
import static cloudportal.process.ProcessVariables.CONTRACTS;
import static cloudportal.process.ProcessVariables.CONTRACT_NOTICE;
import static cloudportal.process.ProcessVariables.CONTRACT_NUMBER;
import static cloudportal.process.ProcessVariables.CONTRACT_OPTIONS;
import static cloudportal.process.ProcessVariables.CONTRACT_STATE;
import static cloudportal.process.ProcessVariables.DESK;
import static cloudportal.process.ProcessVariables.SERVICE;

import cloudportal.process.Desks;
import cloudportal.process.FormViews;
import cloudportal.process.PortalDelegate;
import cloudportal.request.ContractChoice;
import cloudportal.request.CustomerCases;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** Looks at the contract that was chosen: can it be cancelled, is there a draft of the customer's, or why not (guide 3.2, 3.3)? */
@Component
class CheckContractDelegate extends PortalDelegate {

    private final CustomerCases cases;
    private final Desks desks;

    CheckContractDelegate(CustomerCases cases, Desks desks) {
        this.cases = cases;
        this.desks = desks;
    }

    @Override
    protected void run(DelegateExecution execution) {
        ContractChoice choice = cases.choose(execution.getProcessInstanceId(), CONTRACT_NUMBER.get(execution));
        execution.setProcessBusinessKey(choice.contract().getNumber());
        CONTRACT_STATE.set(execution, choice.state().code());
        CONTRACT_NOTICE.set(execution, choice.note());
        CONTRACT.set(execution, FormViews.of(choice.contract()));
        CATEGORY.set(execution, choice.contract().getCategory());
        SERVICE.set(execution, choice.contract().getService());
        DESK.set(execution, desks.of(choice.contract()));
        // Every later form would load them, and a customer can have thousands of contracts.
        CONTRACTS.clear(execution);
        CONTRACT_OPTIONS.clear(execution);
        ABOUT_ONE_CONTRACT.forEach(answer -> answer.clear(execution));
    }
}
