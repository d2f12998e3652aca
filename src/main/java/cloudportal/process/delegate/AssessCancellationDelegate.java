package cloudportal.process.delegate;

import static cloudportal.process.ProcessVariables.ASSESSMENT;
import static cloudportal.process.ProcessVariables.DESIRED_MONTH;
import static cloudportal.process.ProcessVariables.DOMAIN_DISPOSITION_REQUIRED;
import static cloudportal.process.ProcessVariables.MONTH_OPTIONS;

import cloudportal.process.DecidedTerms;
import cloudportal.process.FormViews;
import cloudportal.process.PortalDelegate;
import cloudportal.request.CustomerCases;
import cloudportal.request.Judgement;
import cloudportal.request.UnknownServiceException;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** Says what cancelling costs and when it takes effect, by the terms that the table has just given (guide 5.1-5.7). */
@Component
class AssessCancellationDelegate extends PortalDelegate {

    private static final String SERVICE_UNKNOWN = "serviceUnknown";

    private final CustomerCases cases;
    private final DecidedTerms decidedTerms;

    AssessCancellationDelegate(CustomerCases cases, DecidedTerms decidedTerms) {
        this.cases = cases;
        this.decidedTerms = decidedTerms;
    }

    @Override
    protected void run(DelegateExecution execution) {
        try {
            Judgement judgement =
                    cases.judge(execution.getProcessInstanceId(), decidedTerms.of(execution), decidedTerms.version());
            ASSESSMENT.set(execution, FormViews.of(judgement.assessment(), ""));
            MONTH_OPTIONS.set(execution, FormViews.months(judgement.offeredMonths()));
            DESIRED_MONTH.setOrClear(execution, judgement.preselected(DESIRED_MONTH.get(execution)));
            DOMAIN_DISPOSITION_REQUIRED.set(execution, judgement.domainDispositionRequired());
        } catch (UnknownServiceException e) {
            throw new BpmnError(SERVICE_UNKNOWN, e.getMessage());
        }
    }
}
