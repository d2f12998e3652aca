package cloudportal.request;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.context.event.EventListener;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Keeps what somebody has to be told, as the outbox would hear it. */
class Notices {

    private final List<RequestNotice> heard = new CopyOnWriteArrayList<>();

    @EventListener
    void hear(RequestNotice notice) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new AssertionError("A notice has to be told within the transaction that it belongs to");
        }
        heard.add(notice);
    }

    List<RequestNotice.Kind> kindsAbout(String requestNumber) {
        return about(requestNumber).stream().map(RequestNotice::kind).toList();
    }

    List<RequestNotice> about(String requestNumber) {
        return heard.stream()
                .filter(notice -> notice.requestNumber().equals(requestNumber))
                .toList();
    }
}
