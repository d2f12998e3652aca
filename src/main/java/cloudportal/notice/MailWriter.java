package cloudportal.notice;

import cloudportal.contract.ContractDirectory;
import cloudportal.contract.Customer;
import cloudportal.request.CancellationRequest;
import cloudportal.request.RequestDirectory;
import cloudportal.request.RequestNotice;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes the mail that a notice calls for, in the transaction of what happened. Everything comes from the tables: the
 * recipient is the login that made the request, or the contract center's configured address.
 */
@Component
class MailWriter {

    private final RequestDirectory requests;
    private final ContractDirectory directory;
    private final Outbox outbox;
    private final DeskProperties desks;
    private final ContractCenterProperties contractCenter;

    MailWriter(
            RequestDirectory requests,
            ContractDirectory directory,
            Outbox outbox,
            DeskProperties desks,
            ContractCenterProperties contractCenter) {
        this.requests = requests;
        this.directory = directory;
        this.outbox = outbox;
        this.desks = desks;
        this.contractCenter = contractCenter;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void write(RequestNotice notice) {
        CancellationRequest request = requests.find(notice.requestNumber()).orElseThrow();
        Customer customer = directory.customer(request.getCustomerId());
        MailKind kind = MailKind.of(notice.kind());
        outbox.write(kind, addressee(kind, request, customer), facts(request, customer, notice.comment()));
    }

    private Addressee addressee(MailKind kind, CancellationRequest request, Customer customer) {
        return kind == MailKind.DOMAIN_REMINDER
                ? new Addressee(contractCenter.mail(), "契約センター")
                : new Addressee(request.getCreatedBy(), customer.getContactName());
    }

    private MailFacts facts(CancellationRequest request, Customer customer, String comment) {
        return new MailFacts(
                request.getNumber(),
                customer.getCompanyName(),
                customer.getContactName(),
                request.getContractNumber(),
                request.getCategory(),
                request.getService(),
                request.getAppliedOn(),
                request.getCancellationDate(),
                request.getReason(),
                request.getDomainDisposition(),
                request.getDesiredMonth(),
                request.getCutoffDeadline(),
                request.getMinimumTermMonths(),
                request.getMinimumTermEnd(),
                request.getShortfallMonths(),
                request.getSettlementAmount(),
                comment,
                desks.of(request.getContactDesk()));
    }
}
