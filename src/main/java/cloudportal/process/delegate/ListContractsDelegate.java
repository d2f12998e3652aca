package cloudportal.process.delegate;

import static cloudportal.process.ProcessVariables.CONTRACTS;
import static cloudportal.process.ProcessVariables.CONTRACT_OPTIONS;

import cloudportal.process.FormViews;
import cloudportal.process.PortalDelegate;
import cloudportal.request.ContractSelection;
import cloudportal.request.CustomerCases;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** Lists the customer's contracts (ご契約一覧, guide 3.1). */
@Component
class ListContractsDelegate extends PortalDelegate {

    private final CustomerCases cases;

    ListContractsDelegate(CustomerCases cases) {
        this.cases = cases;
    }

    @Override
    protected void run(DelegateExecution execution) {
        ContractSelection selection = cases.contracts(execution.getProcessInstanceId());
        CONTRACTS.set(execution, FormViews.rows(selection));
        CONTRACT_OPTIONS.set(execution, FormViews.options(selection));
    }
}
