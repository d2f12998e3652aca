package cloudportal.request;

import cloudportal.contract.Contract;
import cloudportal.contract.ContractDirectory;
import cloudportal.contract.Customer;
import cloudportal.request.ContractChoice.State;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The cases that a person has running already, so that asking twice leads to one case. Who asks holds the contract until the
 * transaction ends: a double click and a second tab wait for the first, and find what it started.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class RunningCases {

    private final CancellationCaseRepository cases;
    private final RequestRepository requests;
    private final RequestDirectory requestDirectory;
    private final ContractDirectory directory;

    RunningCases(
            CancellationCaseRepository cases,
            RequestRepository requests,
            RequestDirectory requestDirectory,
            ContractDirectory directory) {
        this.cases = cases;
        this.requests = requests;
        this.requestDirectory = requestDirectory;
        this.directory = directory;
    }

    /**
     * The process instances in which this person is about to cancel a contract; none where the person has yet to begin.
     *
     * @throws NoSuchNumberException where the person's company has no such contract
     * @throws ContractBlockedException where it cannot be cancelled now (guide 3.2, 3.3)
     */
    public List<String> cancelling(String login, String contractNumber) {
        Contract contract =
                directory.lock(customerOf(login), contractNumber).orElseThrow(NoSuchNumberException::ofContract);
        CancellationRequest open =
                requests.findByOpenContractNumber(contract.getNumber()).orElse(null);
        ContractChoice choice = ContractChoice.of(contract, open);
        List<CancellationCase> begun = cases.findByLoginAndContractNumber(login, contract.getNumber());
        if (choice.state() == State.CANCELLABLE) {
            return idsOf(begun, running -> running.requestNumber() == null);
        }
        List<String> onTheDraft =
                choice.state() == State.OWN_DRAFT ? idsOf(begun, running -> running.made(choice.draft())) : List.of();
        if (onTheDraft.isEmpty()) {
            throw new ContractBlockedException(choice.note(), open);
        }
        return onTheDraft;
    }

    /** Whether this person has a case running that can go on with a draft. */
    @Transactional(readOnly = true)
    public boolean canGoOn(String login, CancellationRequest draft) {
        return cases.findByRequestNumber(draft.getNumber()).stream()
                .anyMatch(running -> running.login().equals(login) && running.made(draft));
    }

    /**
     * What a person would withdraw, and where.
     *
     * @param contractNumber the contract that the draft blocks
     * @param processInstanceIds the person's running cases on the draft
     */
    public record Withdrawal(String contractNumber, List<String> processInstanceIds) {}

    /**
     * The draft of the person's company, and the person's running cases on it (guide A.1, A.3).
     *
     * @throws NoSuchNumberException where the company has no such request
     * @throws RequestRefusedException where it is no draft that the customer may withdraw
     */
    public Withdrawal withdrawing(String login, String requestNumber) {
        long customer = customerOf(login);
        Optional<Contract> blocked = Optional.ofNullable(requestNumber)
                .filter(RequestNumber::isOne)
                .flatMap(number -> requests.contractNumberOf(customer, number))
                .flatMap(contract -> directory.lock(customer, contract));
        CancellationRequest draft =
                requestDirectory.find(customer, requestNumber).orElseThrow(NoSuchNumberException::ofRequest);
        if (draft.getStatus() == RequestStatus.PARTNER_DRAFT) {
            throw new RequestRefusedException(Sentences.PARTNER_DRAFT);
        }
        if (!draft.isWithdrawable()) {
            throw new RequestRefusedException(
                    draft.getStatus().isOwnDraft()
                            ? Sentences.NOT_WITHDRAWN_HERE.formatted(draft.getNumber())
                            : Sentences.DRAFT_GONE.formatted(
                                    draft.getNumber(), draft.getStatus().label()));
        }
        return new Withdrawal(
                blocked.orElseThrow().getNumber(),
                idsOf(cases.findByRequestNumber(draft.getNumber()), running -> running.login()
                        .equals(login)));
    }

    private long customerOf(String login) {
        return directory
                .customerOf(login)
                .map(Customer::getId)
                .orElseThrow(() -> new RequestRefusedException(Sentences.NO_CUSTOMER));
    }

    private static List<String> idsOf(List<CancellationCase> cases, Predicate<CancellationCase> wanted) {
        return cases.stream()
                .filter(wanted)
                .map(CancellationCase::getId)
                .sorted()
                .toList();
    }
}
