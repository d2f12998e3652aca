package cloudportal.request;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.OffsetDateTime;
import org.hibernate.annotations.Immutable;

/** An entry of a request's log: who did what when, with the values before and after. Written once, never changed. */
@Entity
@Immutable
class RequestEvent {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private String requestNumber;
    private int seq;
    private OffsetDateTime occurredAt;
    private String actor;
    private String type;
    private String beforeJson;
    private String afterJson;
    private String previousHash;
    private String hash;

    protected RequestEvent() {}

    RequestEvent(
            String requestNumber,
            int seq,
            OffsetDateTime occurredAt,
            String actor,
            String type,
            String beforeJson,
            String afterJson,
            String previousHash) {
        this.requestNumber = requestNumber;
        this.seq = seq;
        this.occurredAt = occurredAt;
        this.actor = actor;
        this.type = type;
        this.beforeJson = beforeJson;
        this.afterJson = afterJson;
        this.previousHash = previousHash;
        this.hash = EventChain.hash(previousHash, requestNumber, seq, occurredAt, actor, type, beforeJson, afterJson);
    }

    int seq() {
        return seq;
    }

    String hash() {
        return hash;
    }
}
