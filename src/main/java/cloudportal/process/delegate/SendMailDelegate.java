package cloudportal.process.delegate;

import static cloudportal.process.ProcessVariables.MAIL_KIND;

import cloudportal.engine.PermanentFailure;
import cloudportal.notice.MailKind;
import cloudportal.notice.MailNotSentException;
import cloudportal.notice.Outbox;
import cloudportal.process.PortalDelegate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/**
 * Sends the mail of a kind that the outbox holds for the request. Safe to run twice: what is sent is skipped. What the mail server
 * refuses for good is an incident at once.
 */
@Component
class SendMailDelegate extends PortalDelegate {

    private final Outbox outbox;

    SendMailDelegate(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    protected void run(DelegateExecution execution) {
        try {
            outbox.send(execution.getProcessBusinessKey(), MailKind.valueOf(MAIL_KIND.get(execution)));
        } catch (MailNotSentException e) {
            if (e.isPermanent()) {
                throw new PermanentFailure(e.getMessage(), e);
            }
            throw e;
        }
    }
}
