package cloudportal.portal;

import cloudportal.notice.DeskProperties;
import cloudportal.request.CustomerLists;
import cloudportal.request.CustomerSteps;
import cloudportal.request.CustomerSteps.OpenStep;
import cloudportal.request.ListedContract;
import cloudportal.request.NoSuchNumberException;
import cloudportal.request.RunningCases;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** ご契約一覧, ご契約情報詳細 and 解約お申込 for the customer who is logged in. */
@Service
class ContractPages {

    private final Viewers viewers;
    private final CustomerLists lists;
    private final RunningCases running;
    private final CustomerSteps steps;
    private final DeskProperties desks;

    ContractPages(
            Viewers viewers, CustomerLists lists, RunningCases running, CustomerSteps steps, DeskProperties desks) {
        this.viewers = viewers;
        this.lists = lists;
        this.running = running;
        this.steps = steps;
        this.desks = desks;
    }

    /** ご契約一覧 (guide 3.1). */
    Listing<ContractEntry> list(String search, Pageable page) {
        return Listing.of(lists.contracts(viewers.customer().getId(), search, page), ContractEntry::of);
    }

    /** ご契約情報詳細 (guide 4.1-4.5). */
    ContractDetail detail(String number) {
        ListedContract listed =
                lists.contract(viewers.customer().getId(), number).orElseThrow(NoSuchNumberException::ofContract);
        return ContractDetail.of(
                listed, desks.ofCategory(listed.choice().contract().getCategory()));
    }

    /** 解約お申込 (guide 4.3): leads to the next step of the case, which is begun where there is none. */
    @Transactional
    OpenStep cancel(String number) {
        viewers.customer();
        return steps.toCancellation(running.cancelling(viewers.login(), number), number);
    }
}
