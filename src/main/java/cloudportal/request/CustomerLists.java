package cloudportal.request;

import cloudportal.contract.Contract;
import cloudportal.contract.ContractDirectory;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** ご契約一覧 and お申込一覧 of a customer, a page at a time, and single entries of them. The work for a page does not grow with the list. */
@Service
@Transactional(readOnly = true)
public class CustomerLists {

    private final ContractDirectory directory;
    private final RequestDirectory requests;

    CustomerLists(ContractDirectory directory, RequestDirectory requests) {
        this.directory = directory;
        this.requests = requests;
    }

    /** ご契約一覧, the newest start date first (guide 3.1). */
    public Page<ListedContract> contracts(long customerId, String search, Pageable page) {
        Page<Contract> contracts = directory.contractsOf(customerId, search, page);
        Map<String, CancellationRequest> open =
                requests.openFor(contracts.map(Contract::getNumber).getContent()).stream()
                        .collect(Collectors.toMap(CancellationRequest::getContractNumber, Function.identity()));
        return contracts.map(contract -> listed(contract, open.get(contract.getNumber())));
    }

    /** A contract of the customer's. */
    public Optional<ListedContract> contract(long customerId, String number) {
        return directory
                .find(customerId, number)
                .map(contract ->
                        listed(contract, requests.openFor(contract.getNumber()).orElse(null)));
    }

    /** お申込一覧, the newest number first, without what was withdrawn (guide 8.4, A.4). */
    public Page<CancellationRequest> requests(long customerId, String search, Pageable page) {
        return requests.requestsOf(customerId, search, page);
    }

    /** A request of the customer's; one that was withdrawn is no longer there. */
    public Optional<CancellationRequest> request(long customerId, String number) {
        return requests.find(customerId, number);
    }

    private static ListedContract listed(Contract contract, CancellationRequest open) {
        return new ListedContract(ContractChoice.of(contract, open), open);
    }
}
