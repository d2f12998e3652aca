package cloudportal.notice;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.OffsetDateTime;

/** A mail in the outbox. What it says is frozen when it is written; only its way to the mail server is recorded after. */
@Entity
@Table(name = "mail_outbox")
class OutgoingMail {

    private static final int LONGEST_REPLY = 500;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(updatable = false)
    private String requestNumber;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private MailKind kind;

    @Column(updatable = false)
    private int sequence;

    @Column(updatable = false)
    private String recipient;

    @Column(updatable = false)
    private String recipientName;

    @Column(updatable = false)
    private String subject;

    @Column(length = 20_000, updatable = false)
    private String body;

    @Column(updatable = false)
    private String messageId;

    @Enumerated(EnumType.STRING)
    private MailStatus status;

    private int attempts;
    private String lastReply;

    @Column(updatable = false)
    private OffsetDateTime createdAt;

    private OffsetDateTime sentAt;

    /** For JPA. */
    protected OutgoingMail() {}

    OutgoingMail(
            String requestNumber,
            MailKind kind,
            int sequence,
            Addressee addressee,
            MailText text,
            String messageIdDomain,
            OffsetDateTime now) {
        this.requestNumber = requestNumber;
        this.kind = kind;
        this.sequence = sequence;
        this.recipient = addressee.address();
        this.recipientName = addressee.name();
        this.subject = text.subject();
        this.body = text.body();
        // From the request, not from time or chance: a mail sent twice is recognisably the same mail.
        this.messageId = "<%s.%s.%d@%s>".formatted(requestNumber, kind.code(), sequence, messageIdDomain);
        this.status = MailStatus.UNSENT;
        this.createdAt = now;
    }

    /** Keeps the mail until a mail server is configured; true the first time. */
    boolean hold() {
        boolean first = status != MailStatus.HELD;
        status = MailStatus.HELD;
        return first;
    }

    void taken(OffsetDateTime now) {
        attempts++;
        status = MailStatus.SENT;
        sentAt = now;
    }

    /** Records an attempt in vain; the mail stays unsent (or held). */
    void notTaken(String reply) {
        attempts++;
        int end = Math.min(reply.length(), LONGEST_REPLY);
        lastReply = reply.substring(0, end);
    }

    boolean isSent() {
        return status == MailStatus.SENT;
    }

    Long id() {
        return id;
    }

    String requestNumber() {
        return requestNumber;
    }

    MailKind kind() {
        return kind;
    }

    int sequence() {
        return sequence;
    }

    String recipient() {
        return recipient;
    }

    String recipientName() {
        return recipientName;
    }

    String subject() {
        return subject;
    }

    String body() {
        return body;
    }

    String messageId() {
        return messageId;
    }

    MailStatus status() {
        return status;
    }

    int attempts() {
        return attempts;
    }

    String lastReply() {
        return lastReply;
    }

    OffsetDateTime createdAt() {
        return createdAt;
    }

    OffsetDateTime sentAt() {
        return sentAt;
    }
}
