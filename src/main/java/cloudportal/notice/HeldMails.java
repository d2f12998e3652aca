package cloudportal.notice;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Sends what was held back (送信保留) once a mail server is configured, which takes a restart. Those that failed least come
 * first; after three failures it leaves the rest to the next start, so that a server that is down holds nothing up.
 */
@Component
class HeldMails {

    private static final Logger LOG = LoggerFactory.getLogger(HeldMails.class);
    private static final int ENOUGH_FAILURES = 3;

    private final Outbox outbox;

    HeldMails(Outbox outbox) {
        this.outbox = outbox;
    }

    @EventListener(ApplicationReadyEvent.class)
    void sendNow() {
        int failures = 0;
        for (long id : outbox.heldIds()) {
            try {
                outbox.sendOne(id);
            } catch (MailNotSentException e) {
                LOG.warn("{}; it stays held", e.getMessage());
                if (++failures == ENOUGH_FAILURES) {
                    return;
                }
            }
        }
    }
}
