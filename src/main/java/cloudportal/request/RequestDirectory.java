package cloudportal.request;

import cloudportal.contract.SearchText;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds requests: お申込一覧 of a customer, and single ones. */
@Service
@Transactional(readOnly = true)
public class RequestDirectory {

    private static final Set<RequestStatus> UNDER_WAY =
            Set.of(RequestStatus.CANCELLATION_DRAFT, RequestStatus.RECEIVED);

    private final RequestRepository requests;

    RequestDirectory(RequestRepository requests) {
        this.requests = requests;
    }

    /** お申込一覧: the customer's requests, the newest number first, without what was withdrawn (guide 8.4, A.4). */
    public List<CancellationRequest> requestsOf(long customerId) {
        return requests.findByCustomerIdAndStatusNotOrderBySequenceDesc(customerId, RequestStatus.WITHDRAWN);
    }

    /** A page of お申込一覧: what the search text finds in the request's number, its contract's and the service. */
    Page<CancellationRequest> requestsOf(long customerId, String search, Pageable page) {
        return SearchText.pattern(search)
                .map(pattern -> requests.search(customerId, RequestStatus.WITHDRAWN, pattern, page))
                .orElseGet(() -> requests.findByCustomerIdAndStatusNotOrderBySequenceDesc(
                        customerId, RequestStatus.WITHDRAWN, page));
    }

    /** A request of this customer, unless it was withdrawn. */
    Optional<CancellationRequest> find(long customerId, String number) {
        return Optional.ofNullable(number)
                .filter(RequestNumber::isOne)
                .flatMap(requests::findById)
                .filter(request ->
                        request.getCustomerId() == customerId && request.getStatus() != RequestStatus.WITHDRAWN);
    }

    /** The request that holds a contract. */
    Optional<CancellationRequest> openFor(String contractNumber) {
        return requests.findByOpenContractNumber(contractNumber);
    }

    /** The requests that hold some of these contracts. */
    List<CancellationRequest> openFor(Collection<String> contractNumbers) {
        return contractNumbers.isEmpty() ? List.of() : requests.findByOpenContractNumberIn(contractNumbers);
    }

    /** A request by its number. */
    public Optional<CancellationRequest> find(String number) {
        return requests.findById(number);
    }

    /** The open requests that hold contracts, where they have one. */
    public List<CancellationRequest> holding(Collection<String> contractNumbers) {
        return requests.findByOpenContractNumberIn(contractNumbers);
    }

    /** Cancellations that are drafted or received and not yet at their end, the oldest first. */
    public List<CancellationRequest> underWay(int limit) {
        return requests.findByStatusInOrderBySequence(UNDER_WAY, Limit.of(limit));
    }

    /** How many cancellations are drafted or received. */
    public long countUnderWay() {
        return requests.countByStatusIn(UNDER_WAY);
    }

    /** Stores a request that was made elsewhere. */
    @Transactional
    public CancellationRequest add(CancellationRequest request) {
        return requests.save(request);
    }
}
