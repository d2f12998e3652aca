package cloudportal.process.delegate;

import static cloudportal.process.ProcessVariables.DOMAIN_DISPOSITION;
import static cloudportal.process.ProcessVariables.REQUEST_NUMBER;
import static cloudportal.process.ProcessVariables.SETTLEMENT_DUE;

import cloudportal.process.FulfilmentDates;
import cloudportal.process.PortalDelegate;
import cloudportal.process.RequestViews;
import cloudportal.request.CancellationRequest;
import cloudportal.request.FulfilmentCases;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** Lays out what the contract center needs: the request, its dates and what is due. */
@Component
class PrepareFulfilmentDelegate extends PortalDelegate {

    private final FulfilmentCases cases;
    private final RequestViews views;
    private final FulfilmentDates dates;

    PrepareFulfilmentDelegate(FulfilmentCases cases, RequestViews views, FulfilmentDates dates) {
        this.cases = cases;
        this.views = views;
        this.dates = dates;
    }

    @Override
    protected void run(DelegateExecution execution) {
        CancellationRequest request = cases.brief(execution.getProcessBusinessKey());
        REQUEST_NUMBER.set(execution, request.getNumber());
        DOMAIN_DISPOSITION.set(execution, request.getDomainDisposition());
        SETTLEMENT_DUE.set(execution, request.isSettlementDue());
        dates.set(execution, request.getCancellationDate());
        views.show(execution, request);
        views.showOnCards(execution, request);
    }
}
