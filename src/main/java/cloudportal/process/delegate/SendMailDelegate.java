package cloudportal.process.delegate;

import static cloudportal.process.ProcessVariables.MAIL_KIND;

import cloudportal.notice.MailKind;
import cloudportal.notice.Outbox;
import cloudportal.process.PortalDelegate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** Sends the mail of a kind that the outbox holds for the request. Safe to run twice: what is sent is skipped. */
@Component
class SendMailDelegate extends PortalDelegate {

    private final Outbox outbox;

    SendMailDelegate(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    protected void run(DelegateExecution execution) {
        outbox.send(execution.getProcessBusinessKey(), MailKind.valueOf(MAIL_KIND.get(execution)));
    }
}
