package cloudportal.portal;

import cloudportal.contract.Customer;
import cloudportal.notice.DeskProperties;
import cloudportal.request.CancellationRequest;
import cloudportal.request.CustomerLists;
import cloudportal.request.CustomerSteps;
import cloudportal.request.CustomerSteps.OpenStep;
import cloudportal.request.NoSuchNumberException;
import cloudportal.request.RunningCases;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** お申込一覧, お申込情報詳細 and 取消 for the customer who is logged in. */
@Service
class RequestPages {

    private final Viewers viewers;
    private final CustomerLists lists;
    private final RunningCases running;
    private final CustomerSteps steps;
    private final DeskProperties desks;

    RequestPages(
            Viewers viewers, CustomerLists lists, RunningCases running, CustomerSteps steps, DeskProperties desks) {
        this.viewers = viewers;
        this.lists = lists;
        this.running = running;
        this.steps = steps;
        this.desks = desks;
    }

    /** お申込一覧 (guide 8.4). */
    Listing<RequestEntry> list(String search, Pageable page) {
        return Listing.of(lists.requests(viewers.customer().getId(), search, page), RequestEntry::of);
    }

    /** お申込情報詳細 (guide 6.1-6.5). */
    RequestDetail detail(String number) {
        Customer customer = viewers.customer();
        CancellationRequest request =
                lists.request(customer.getId(), number).orElseThrow(NoSuchNumberException::ofRequest);
        return RequestDetail.of(
                request, customer, running.canGoOn(viewers.login(), request), desks.ofCategory(request.getCategory()));
    }

    /** 取消 (guide A.3): leads to the step that asks for the OK. */
    @Transactional
    OpenStep withdraw(String number) {
        viewers.customer();
        RunningCases.Withdrawal withdrawal = running.withdrawing(viewers.login(), number);
        return steps.toWithdrawal(withdrawal.processInstanceIds(), withdrawal.contractNumber());
    }
}
