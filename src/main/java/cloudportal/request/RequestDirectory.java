package cloudportal.request;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds requests: お申込一覧 of a customer, and single ones. */
@Service
@Transactional(readOnly = true)
public class RequestDirectory {

    private final RequestRepository requests;

    RequestDirectory(RequestRepository requests) {
        this.requests = requests;
    }

    /** お申込一覧: the customer's requests, the newest number first, without what was withdrawn (guide 8.4, A.4). */
    public List<CancellationRequest> requestsOf(long customerId) {
        return requests.findByCustomerIdAndStatusNotOrderBySequenceDesc(customerId, RequestStatus.WITHDRAWN);
    }

    /** A request by its number. */
    public Optional<CancellationRequest> find(String number) {
        return requests.findById(number);
    }

    /** Stores a request that was made elsewhere. */
    @Transactional
    public CancellationRequest add(CancellationRequest request) {
        return requests.save(request);
    }
}
