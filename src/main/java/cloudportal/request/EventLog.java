package cloudportal.request;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Writes the append-only log of requests, each entry chained to the one before. */
@Component
class EventLog {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final RequestRepository requests;
    private final RequestEventRepository events;
    private final Clock clock;

    EventLog(RequestRepository requests, RequestEventRepository events, Clock clock) {
        this.requests = requests;
        this.events = events;
        this.clock = clock;
    }

    /** The facts of a request as the log keeps them. */
    static Map<String, Object> facts(CancellationRequest request) {
        Map<String, Object> facts = new LinkedHashMap<>();
        put(facts, "status", request.getStatus().name());
        put(facts, "appliedOn", request.getAppliedOn());
        put(facts, "cancellationDate", request.getCancellationDate());
        put(facts, "desiredMonth", request.getDesiredMonth());
        put(facts, "domainDisposition", request.getDomainDisposition());
        put(facts, "shortfallMonths", request.getShortfallMonths());
        put(facts, "settlementAmount", request.getSettlementAmount());
        put(facts, "decisionVersion", request.getDecisionVersion());
        put(facts, "reason", request.getReason());
        return facts;
    }

    void record(CancellationRequest request, String actor, String type, Map<String, Object> before) {
        record(request.getNumber(), actor, type, before, facts(request));
    }

    /**
     * Adds an entry. Of two people who change one request at once the later fails here, by its version; two who only note
     * something write one after the other.
     *
     * @throws org.springframework.dao.ConcurrencyFailureException where somebody else changed the request meanwhile
     */
    void record(String number, String actor, String type, Map<String, Object> before, Map<String, Object> after) {
        requests.flush();
        RequestRepository.ChainEnd end = requests.lock(number).orElseThrow();
        RequestEvent event = events.save(new RequestEvent(
                number,
                end.getEventCount() + 1,
                EventChain.storable(OffsetDateTime.now(clock)),
                actor,
                type,
                json(before),
                json(after),
                end.getEventHash() == null ? EventChain.START : end.getEventHash()));
        requests.endChain(number, event.seq(), event.hash());
    }

    private static void put(Map<String, Object> facts, String name, Object value) {
        if (value != null) {
            facts.put(name, value instanceof Number ? value : value.toString());
        }
    }

    private static String json(Map<String, Object> facts) {
        try {
            return MAPPER.writeValueAsString(facts);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The facts of a request are plain values", e);
        }
    }
}
