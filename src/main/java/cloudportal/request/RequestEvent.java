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

    protected RequestEvent() {}

    RequestEvent(
            String requestNumber,
            int seq,
            OffsetDateTime occurredAt,
            String actor,
            String type,
            String beforeJson,
            String afterJson) {
        this.requestNumber = requestNumber;
        this.seq = seq;
        this.occurredAt = occurredAt;
        this.actor = actor;
        this.type = type;
        this.beforeJson = beforeJson;
        this.afterJson = afterJson;
    }
}
