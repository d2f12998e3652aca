package cloudportal.request;

import cloudportal.contract.Contract;
import cloudportal.contract.ContractDirectory;
import cloudportal.contract.Customer;
import cloudportal.request.ContractChoice.State;
import cloudportal.terms.Assessment;
import cloudportal.terms.CancellationRules;
import cloudportal.terms.MonthNotOfferedException;
import cloudportal.terms.ServiceTerms;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.exception.ConstraintViolationException;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The customer's part of a cancellation (guide 3-8 and the appendix), one method a step. A step is known by its process instance
 * alone: whose it is, which contract and which draft stand in the tables. Every date is today's in Japan.
 */
@Service
@Transactional(noRollbackFor = UnknownServiceException.class)
public class CustomerCases {

    private static final String ONE_OPEN_A_CONTRACT = "request_one_open_a_contract";

    private final CancellationCaseRepository cases;
    private final RequestRepository requests;
    private final ContractDirectory directory;
    private final DraftCheck check;
    private final EventLog log;
    private final CancellationRules rules;
    private final ApplicationEventPublisher publisher;
    private final Clock clock;

    CustomerCases(
            CancellationCaseRepository cases,
            RequestRepository requests,
            ContractDirectory directory,
            EventLog log,
            PortalRules settings,
            ApplicationEventPublisher publisher,
            Clock clock) {
        this.cases = cases;
        this.requests = requests;
        this.directory = directory;
        this.check = new DraftCheck();
        this.log = log;
        this.rules = settings.rules();
        this.publisher = publisher;
        this.clock = clock;
    }

    /**
     * Opens a case for a login (guide 1.5).
     *
     * @throws RequestRefusedException where the login belongs to no customer
     */
    public CaseCustomer open(String processInstanceId, String login) {
        Customer customer =
                directory.customerOf(login).orElseThrow(() -> new RequestRefusedException(Sentences.NO_CUSTOMER));
        cases.save(new CancellationCase(processInstanceId, login, customer.getId()));
        return new CaseCustomer(login, customer);
    }

    /** The customer's contracts and which of them may be chosen (guide 3.1-3.3). The case lets go of the one it had. */
    public ContractSelection contracts(String processInstanceId) {
        CancellationCase current = find(processInstanceId);
        current.choose(null);
        List<Contract> contracts = directory.contractsOf(current.customerId());
        Map<String, CancellationRequest> open =
                requests
                        .findByOpenContractNumberIn(
                                contracts.stream().map(Contract::getNumber).toList())
                        .stream()
                        .collect(Collectors.toMap(CancellationRequest::getContractNumber, Function.identity()));
        return new ContractSelection(contracts.stream()
                .map(contract -> ContractChoice.of(contract, open.get(contract.getNumber())))
                .map(choice -> new ContractSelection.Row(
                        choice.contract(), choice.state() != State.UNAVAILABLE, choice.note()))
                .toList());
    }

    /**
     * Takes up a contract of the customer's.
     *
     * @param contractNumber as typed or chosen
     * @throws RequestRefusedException where the customer has no such contract; whether another has one is not told
     */
    public ContractChoice choose(String processInstanceId, String contractNumber) {
        CancellationCase current = find(processInstanceId);
        String typed = FreeText.of(contractNumber)
                .orElseThrow(() -> new RequestRefusedException(Sentences.NO_CONTRACT_CHOSEN));
        Contract contract = directory
                .find(current.customerId(), typed)
                .orElseThrow(() -> new RequestRefusedException(Sentences.NO_SUCH_CONTRACT));
        ContractChoice choice = ContractChoice.of(
                contract,
                requests.findByOpenContractNumber(contract.getNumber()).orElse(null));
        current.choose(contract.getNumber());
        if (choice.state() == State.OWN_DRAFT) {
            takeUp(current, choice.draft());
        }
        return choice;
    }

    /**
     * Judges the chosen contract by the terms that the decision table gave, today (guide 5.1-5.7).
     *
     * @param terms empty where the table has no rule for the service
     * @throws UnknownServiceException where there are no terms: a date is never guessed
     */
    public Judgement judge(String processInstanceId, Optional<ServiceTerms> terms, int decisionVersion) {
        CancellationCase current = find(processInstanceId);
        Contract contract = contractOf(current);
        ServiceTerms known = terms.orElseThrow(
                () -> new UnknownServiceException(contract.getNumber(), contract.getCategory(), contract.getService()));
        current.judgedBy(new JudgedTerms(known, decisionVersion));
        return new Judgement(
                rules.assess(known, contract.billed(), today(), null),
                rules.offeredMonths(known, today()),
                known.domainDispositionRequired());
    }

    /** The contract that nobody has terms for, and who asked. */
    public UnknownServiceCase unknownService(String processInstanceId) {
        CancellationCase current = find(processInstanceId);
        return new UnknownServiceCase(contractOf(current), directory.customer(current.customerId()), current.login());
    }

    /**
     * Makes the draft (解約お申込作成中), or changes the one that this case made before (guide 5.8-5.11).
     *
     * @throws RequestRefusedException where an answer is missing or wrong, or another request holds the contract
     */
    public CancellationRequest saveDraft(String processInstanceId, DraftAnswers answers) {
        CancellationCase current = find(processInstanceId);
        Contract contract = contractOf(current);
        JudgedTerms judged = Optional.ofNullable(current.terms())
                .orElseThrow(() -> new RequestRefusedException(Sentences.NOT_JUDGED));
        DraftCheck.Checked checked = check.check(answers, judged.terms(), rules.offeredMonths(judged.terms(), today()));
        Assessment assessment = rules.assess(judged.terms(), contract.billed(), today(), checked.desiredMonth());
        if (current.requestNumber() != null) {
            return change(current, checked, judged, assessment);
        }
        return create(current, contract, checked, judged, assessment);
    }

    /**
     * Submits the draft as of today (guide 7.1, 8.1). Where its date or amount moved since it was shown, nothing is submitted and
     * the new ones are kept to be shown.
     *
     * @throws RequestRefusedException without the OK, or where the draft is a draft no longer
     */
    public Submission submit(String processInstanceId, boolean confirmed) {
        CancellationCase current = find(processInstanceId);
        CancellationRequest request = openDraft(current);
        if (!confirmed) {
            throw new RequestRefusedException(Sentences.NOT_CONFIRMED_SUBMIT);
        }
        Contract contract = contractOf(current);
        Map<String, Object> before = EventLog.facts(request);
        Assessment shown = request.getAssessment();
        Assessment now = assessAgain(request, contract);
        boolean stillAsShown = request.wasShown(now);
        request.show(now);
        if (!stillAsShown) {
            log.record(request, current.login(), "MOVED", before);
            return new Submission(false, request, shown);
        }
        request.submit(today());
        contract.cancellationReceived();
        log.record(request, current.login(), "SUBMITTED", before);
        publisher.publishEvent(new RequestNotice(request.getNumber(), RequestNotice.Kind.RECEIPT, null));
        return new Submission(true, request, shown);
    }

    /**
     * The draft that the case would withdraw (guide A.1, A.3).
     *
     * @throws RequestRefusedException where there is none any more
     */
    public DraftToWithdraw draftToWithdraw(String processInstanceId) {
        CancellationCase current = find(processInstanceId);
        return new DraftToWithdraw(withdrawable(current), current.terms() != null);
    }

    /**
     * Withdraws the draft: it leaves the lists, its contract is free at once, the log keeps it (guide A.3-A.6).
     *
     * @throws RequestRefusedException without the OK, or where the draft is a draft no longer
     */
    public CancellationRequest withdraw(String processInstanceId, boolean confirmed) {
        CancellationCase current = find(processInstanceId);
        CancellationRequest request = withdrawable(current);
        if (!confirmed) {
            throw new RequestRefusedException(Sentences.NOT_CONFIRMED_WITHDRAW);
        }
        Map<String, Object> before = EventLog.facts(request);
        request.close(RequestStatus.WITHDRAWN, OffsetDateTime.now(clock));
        if (request.getContractNumber() != null) {
            contractOf(current).release();
        }
        log.record(request, current.login(), "WITHDRAWN", before);
        return request;
    }

    /** The process instances of other running cases that work on the draft which this case has withdrawn. */
    public List<String> othersOnWithdrawnDraft(String processInstanceId) {
        return Optional.ofNullable(find(processInstanceId).requestNumber())
                .flatMap(requests::findById)
                .filter(request -> request.getStatus() == RequestStatus.WITHDRAWN)
                .map(withdrawn -> cases.findByRequestNumber(withdrawn.getNumber()))
                .orElseGet(List::of)
                .stream()
                .map(CancellationCase::getId)
                .filter(other -> !other.equals(processInstanceId))
                .toList();
    }

    /** Has the customer reminded of a draft that was left open; a draft no longer open is none. */
    public void draftLeftOpen(String processInstanceId) {
        CancellationCase current = find(processInstanceId);
        Optional.ofNullable(current.requestNumber())
                .flatMap(requests::findById)
                .filter(request -> request.getStatus() == RequestStatus.CANCELLATION_DRAFT)
                .ifPresent(request -> publisher.publishEvent(
                        new RequestNotice(request.getNumber(), RequestNotice.Kind.DRAFT_REMINDER, null)));
    }

    /** Forgets what a case was working on; its draft stays. Safe to call twice. */
    public void close(String processInstanceId) {
        cases.findById(processInstanceId).ifPresent(cases::delete);
    }

    private void takeUp(CancellationCase current, CancellationRequest draft) {
        current.worksOn(draft.getNumber());
        cases.keep(draft.getNumber(), current.getId());
    }

    private CancellationRequest create(
            CancellationCase current,
            Contract contract,
            DraftCheck.Checked answers,
            JudgedTerms judged,
            Assessment assessment) {
        if (ContractChoice.of(contract, null).state() != State.CANCELLABLE) {
            throw taken(contract);
        }
        CancellationRequest request = CancellationRequest.draft(
                requests.nextSequence(), contract, current.login(), OffsetDateTime.now(clock));
        request.answer(answers.reason(), answers.domainDisposition(), judged);
        request.show(assessment);
        contract.markInPreparation();
        try {
            requests.saveAndFlush(request);
        } catch (DataIntegrityViolationException e) {
            throw isSecondOpenRequest(e) ? new RequestRefusedException(Sentences.CONTRACT_TAKEN_NOW, e) : e;
        }
        takeUp(current, request);
        log.record(request, current.login(), "DRAFTED", Map.of());
        return request;
    }

    private CancellationRequest change(
            CancellationCase current, DraftCheck.Checked answers, JudgedTerms judged, Assessment assessment) {
        CancellationRequest request = openDraft(current);
        Map<String, Object> before = EventLog.facts(request);
        request.answer(answers.reason(), answers.domainDisposition(), judged);
        request.show(assessment);
        log.record(request, current.login(), "EDITED", before);
        return request;
    }

    private Assessment assessAgain(CancellationRequest request, Contract contract) {
        ServiceTerms terms = request.terms().terms();
        YearMonth desired = request.getDesiredMonth();
        try {
            return rules.assess(terms, contract.billed(), today(), desired);
        } catch (MonthNotOfferedException e) {
            // The desired month's deadline went by: the earliest one is proposed, and shown before it counts.
            return rules.assess(terms, contract.billed(), today(), null);
        }
    }

    /** Whether somebody else's request for the contract came first: the database lets only one in. */
    private static boolean isSecondOpenRequest(DataIntegrityViolationException e) {
        return e.getCause() instanceof ConstraintViolationException violation
                && violation.getConstraintName() != null
                && violation.getConstraintName().toLowerCase(Locale.ROOT).contains(ONE_OPEN_A_CONTRACT);
    }

    private RequestRefusedException taken(Contract contract) {
        if (!contract.isCancellableHere()) {
            return new RequestRefusedException(Notes.NOT_HERE);
        }
        return requests.findByOpenContractNumber(contract.getNumber())
                .map(open -> new RequestRefusedException(Sentences.CONTRACT_TAKEN.formatted(open.getNumber())))
                .orElseGet(() -> new RequestRefusedException(Sentences.CONTRACT_NOT_IN_SERVICE.formatted(
                        contract.getStatus().label())));
    }

    private CancellationRequest openDraft(CancellationCase current) {
        CancellationRequest request = request(current);
        if (request.getStatus() != RequestStatus.CANCELLATION_DRAFT) {
            throw gone(request);
        }
        return request;
    }

    private CancellationRequest withdrawable(CancellationCase current) {
        CancellationRequest request = request(current);
        if (request.getStatus() == RequestStatus.PARTNER_DRAFT) {
            throw new RequestRefusedException(Sentences.PARTNER_DRAFT);
        }
        if (!request.getStatus().isOwnDraft()) {
            throw gone(request);
        }
        return request;
    }

    private CancellationRequest request(CancellationCase current) {
        return Optional.ofNullable(current.requestNumber())
                .flatMap(requests::findById)
                .orElseThrow(() -> new RequestRefusedException(Sentences.NO_DRAFT));
    }

    private static RequestRefusedException gone(CancellationRequest request) {
        return new RequestRefusedException(Sentences.DRAFT_GONE.formatted(
                request.getNumber(), request.getStatus().label()));
    }

    private CancellationCase find(String processInstanceId) {
        return cases.findById(processInstanceId)
                .orElseThrow(() -> new IllegalStateException("No open case for process instance " + processInstanceId));
    }

    private Contract contractOf(CancellationCase current) {
        return directory
                .find(current.customerId(), current.contractNumber())
                .orElseThrow(() -> new RequestRefusedException(Sentences.NO_CONTRACT_CHOSEN));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
