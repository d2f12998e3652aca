package cloudportal.notice;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The outbox: mails are written in the transaction that makes them due, and sent later. A mail is sent at least once, and
 * each time with the same Message-ID; each is marked in a short transaction of its own, so that a failure afterwards does
 * not send it again.
 */
@Service
public class Outbox {

    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);

    private final OutgoingMails mails;
    private final MailServer server;
    private final PortalMailProperties settings;
    private final MailTimeLimit limit;
    private final Clock clock;
    private final TransactionTemplate ownTransaction;

    Outbox(
            OutgoingMails mails,
            MailServer server,
            PortalMailProperties settings,
            MailTimeLimit limit,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.mails = mails;
        this.server = server;
        this.settings = settings;
        this.limit = limit;
        this.clock = clock;
        this.ownTransaction = new TransactionTemplate(transactions);
        this.ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * Writes a mail into the outbox, in the transaction of the event it tells of. A kind that a request has once only is
     * not written a second time.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    void write(MailKind kind, Addressee addressee, MailFacts facts) {
        int written = mails.countByRequestNumberAndKind(facts.requestNumber(), kind);
        if (written > 0 && kind.isOnce()) {
            return;
        }
        mails.save(new OutgoingMail(
                facts.requestNumber(),
                kind,
                written + 1,
                addressee,
                MailTexts.write(kind, facts),
                settings.messageIdDomain(),
                OffsetDateTime.now(clock)));
    }

    /**
     * Sends every unsent mail of a kind that a request has. Without a mail server they are held and written to the log
     * instead. Safe to call again: what is sent stays sent. A reminder that was never written, because there was nothing
     * left to remind of, is none to send.
     *
     * @throws MailNotSentException if a mail was not taken; the attempt and the server's reply are on record, and all the
     *     others were tried as well, as far as time allowed. Permanent only where all that failed are
     * @throws IllegalStateException if a mail that every such request gets was never written
     */
    public void send(String requestNumber, MailKind kind) {
        if (kind.isOnce() && mails.countByRequestNumberAndKind(requestNumber, kind) == 0) {
            throw new IllegalStateException("No mail %s was written for %s".formatted(kind, requestNumber));
        }
        long start = System.nanoTime();
        MailNotSentException failure = null;
        for (long id : mails.findUnsentIds(requestNumber, kind)) {
            if (System.nanoTime() - start >= limit.value().toNanos()) {
                // The job's lock might not last for another.
                throw new IllegalStateException(
                        "Not all mails %s of %s could be tried in time; the rest follows with the next try"
                                .formatted(kind, requestNumber),
                        failure);
            }
            try {
                sendOne(id);
            } catch (MailNotSentException e) {
                failure = failure == null || failure.isPermanent() ? e : failure;
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    /** The held mails that can be sent now, those that failed least first; none while there is no mail server. */
    List<Long> heldIds() {
        return server.isConfigured() ? mails.findHeldIds() : List.of();
    }

    /** Sends one mail unless it is sent; the row is locked meanwhile, so that two nodes cannot both send it. */
    void sendOne(long id) {
        Optional<MailNotSentException> failure = ownTransaction.execute(status -> attempt(mails.lock(id)));
        if (failure.isPresent()) {
            throw failure.get();
        }
    }

    private Optional<MailNotSentException> attempt(OutgoingMail mail) {
        if (mail.isSent()) {
            return Optional.empty();
        }
        if (!server.isConfigured()) {
            hold(mail);
            return Optional.empty();
        }
        try {
            server.send(mail);
        } catch (MailNotSentException e) {
            mail.notTaken(e.reply());
            return Optional.of(e);
        }
        mail.taken(OffsetDateTime.now(clock));
        return Optional.empty();
    }

    private static void hold(OutgoingMail mail) {
        if (mail.hold()) {
            LOG.info(
                    "No mail server is configured (spring.mail.host); holding {}\nTo: {} <{}>\nSubject: {}\n\n{}",
                    mail.messageId(),
                    mail.recipientName(),
                    mail.recipient(),
                    mail.subject(),
                    mail.body());
        }
    }
}
