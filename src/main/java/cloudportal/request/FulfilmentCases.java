package cloudportal.request;

import cloudportal.contract.Contract;
import cloudportal.contract.ContractDirectory;
import java.text.Normalizer;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The contract center's part of a cancellation, from review to the end of the contract, one method a step (rules: state table). */
@Service
@Transactional
public class FulfilmentCases {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuu-M-d").withResolverStyle(ResolverStyle.STRICT);
    private static final String SYSTEM = "system";

    private final RequestRepository requests;
    private final ContractDirectory directory;
    private final EventLog log;
    private final ApplicationEventPublisher publisher;
    private final Clock clock;

    FulfilmentCases(
            RequestRepository requests,
            ContractDirectory directory,
            EventLog log,
            ApplicationEventPublisher publisher,
            Clock clock) {
        this.requests = requests;
        this.directory = directory;
        this.log = log;
        this.publisher = publisher;
        this.clock = clock;
    }

    /** @throws java.util.NoSuchElementException where there is no such request */
    @Transactional(readOnly = true)
    public CancellationRequest brief(String requestNumber) {
        return requests.findById(requestNumber).orElseThrow();
    }

    /**
     * Records the review: {@code accept}, or {@code return} with a comment, which frees the contract and is mailed to the customer.
     *
     * @return whether it was accepted
     * @throws RequestRefusedException without a decision, on a return without a comment, or where the request is open no longer
     */
    public boolean review(String requestNumber, String decision, String comment, String actor) {
        CancellationRequest request = received(requestNumber);
        String said = FreeText.checked(comment, "コメント").orElse(null);
        Map<String, Object> before = EventLog.facts(request);
        if ("accept".equals(decision)) {
            note(request, actor, "ACCEPTED", before, "comment", said);
            return true;
        }
        if (!"return".equals(decision)) {
            throw new RequestRefusedException(Sentences.REVIEW_MISSING);
        }
        if (said == null) {
            throw new RequestRefusedException(Sentences.RETURN_WITHOUT_COMMENT);
        }
        request.close(RequestStatus.RETURNED, OffsetDateTime.now(clock));
        contractOf(request).release();
        note(request, actor, "RETURNED", before, "comment", said);
        publisher.publishEvent(new RequestNotice(requestNumber, RequestNotice.Kind.RETURNED, said));
        return false;
    }

    /**
     * Records a retraction (取下げ) up to 24:00 in Japan of the cancellation date, and gives the contract back.
     *
     * @throws RequestRefusedException without the tick or the reason, or too late
     */
    public void retract(String requestNumber, boolean retraction, String reason, String actor) {
        CancellationRequest request = received(requestNumber);
        if (!retraction) {
            throw new RequestRefusedException(Sentences.RETRACTION_MISSING);
        }
        String said = FreeText.checked(reason, "取下げの理由")
                .orElseThrow(() -> new RequestRefusedException(Sentences.RETRACTION_WITHOUT_REASON));
        if (LocalDate.now(clock).isAfter(request.getCancellationDate())) {
            throw new RequestRefusedException(
                    Sentences.RETRACTION_TOO_LATE.formatted(JapaneseText.date(request.getCancellationDate())));
        }
        Map<String, Object> before = EventLog.facts(request);
        request.close(RequestStatus.RETRACTED, OffsetDateTime.now(clock));
        contractOf(request).release();
        note(request, actor, "RETRACTED", before, "retractionReason", said);
        publisher.publishEvent(new RequestNotice(requestNumber, RequestNotice.Kind.RETRACTED, said));
    }

    /** Ends the contract: 解約済, and the request 解約完了. Safe to run twice. */
    public void terminate(String requestNumber) {
        CancellationRequest request = brief(requestNumber);
        if (request.getStatus() == RequestStatus.COMPLETED) {
            return;
        }
        Map<String, Object> before = EventLog.facts(received(requestNumber));
        request.close(RequestStatus.COMPLETED, OffsetDateTime.now(clock));
        contractOf(request).terminate();
        log.record(request, SYSTEM, "COMPLETED", before);
        publisher.publishEvent(new RequestNotice(requestNumber, RequestNotice.Kind.COMPLETED, null));
    }

    /**
     * Records that the domain was moved or abolished (guide 5.9). An AuthCode is never part of it.
     *
     * @param handledOn {@code yyyy-MM-dd} or {@code yyyy/MM/dd}, today or earlier in Japan
     * @throws RequestRefusedException where the day is missing, unreadable or to come, or the request was returned or retracted
     */
    public void recordDomainHandled(String requestNumber, String actor, String handledOn, String note) {
        CancellationRequest request = receivedOrCompleted(requestNumber);
        LocalDate day = day(handledOn);
        if (day.isAfter(LocalDate.now(clock))) {
            throw new RequestRefusedException(Sentences.HANDLED_ON_FUTURE);
        }
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("domainDisposition", request.getDomainDisposition());
        facts.put("domainHandledOn", day.toString());
        putIfPresent(facts, "note", FreeText.checked(note, "備考").orElse(null));
        log.record(requestNumber, actor, "DOMAIN_HANDLED", Map.of(), facts);
    }

    /**
     * Records that the settlement (まとめてお支払い, guide 5.7) was arranged.
     *
     * @param reference the number under which billing keeps it
     * @throws RequestRefusedException without a reference, or where the request was returned or retracted
     */
    public void recordSettlementArranged(String requestNumber, String actor, String reference, String note) {
        CancellationRequest request = receivedOrCompleted(requestNumber);
        String number = FreeText.checked(reference, "手配番号")
                .orElseThrow(() -> new RequestRefusedException(Sentences.REFERENCE_MISSING));
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("settlementReference", number.strip());
        putIfPresent(facts, "settlementAmount", request.getSettlementAmount());
        putIfPresent(facts, "note", FreeText.checked(note, "備考").orElse(null));
        log.record(requestNumber, actor, "SETTLEMENT_ARRANGED", Map.of(), facts);
    }

    /** Has the contract center reminded of a domain that is still to be moved or abolished. */
    public void reminded(String requestNumber) {
        if (brief(requestNumber).getStatus() == RequestStatus.RECEIVED) {
            publisher.publishEvent(new RequestNotice(requestNumber, RequestNotice.Kind.DOMAIN_REMINDER, null));
        }
    }

    private CancellationRequest received(String requestNumber) {
        CancellationRequest request = brief(requestNumber);
        if (request.getStatus() != RequestStatus.RECEIVED) {
            throw notOpen(request);
        }
        return request;
    }

    /** What is left to do besides may be recorded after the contract has ended, too. */
    private CancellationRequest receivedOrCompleted(String requestNumber) {
        CancellationRequest request = brief(requestNumber);
        if (request.getStatus() != RequestStatus.RECEIVED && request.getStatus() != RequestStatus.COMPLETED) {
            throw notOpen(request);
        }
        return request;
    }

    private static RequestRefusedException notOpen(CancellationRequest request) {
        return new RequestRefusedException(Sentences.NOT_OPEN.formatted(
                request.getNumber(), request.getStatus().label()));
    }

    private Contract contractOf(CancellationRequest request) {
        return directory
                .find(request.getCustomerId(), request.getContractNumber())
                .orElseThrow();
    }

    private void note(
            CancellationRequest request,
            String actor,
            String type,
            Map<String, Object> before,
            String name,
            String said) {
        Map<String, Object> after = new LinkedHashMap<>(EventLog.facts(request));
        putIfPresent(after, name, said);
        log.record(request.getNumber(), actor, type, before, after);
    }

    private static void putIfPresent(Map<String, Object> facts, String name, Object value) {
        if (value != null) {
            facts.put(name, value);
        }
    }

    private static LocalDate day(String typed) {
        String text = FreeText.of(typed).orElseThrow(() -> new RequestRefusedException(Sentences.HANDLED_ON_MISSING));
        try {
            return LocalDate.parse(
                    Normalizer.normalize(text, Normalizer.Form.NFKC).strip().replace('/', '-'), DAY);
        } catch (DateTimeParseException e) {
            throw new RequestRefusedException(Sentences.HANDLED_ON_UNREADABLE, e);
        }
    }
}
