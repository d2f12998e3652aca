package cloudportal.notice;

import jakarta.mail.MessagingException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.springframework.mail.MailSendException;

/** What the mail server answered, or why it could not be asked, as one line for the record. */
final class SmtpReply {

    private SmtpReply() {}

    /** Whether the server said no for good (5xx) to the sender, the recipient or the mail. A failed log-in is not the mail's fault. */
    static boolean isPermanent(Exception error) {
        List<Throwable> all = new ArrayList<>();
        if (error instanceof MailSendException unsent) {
            for (Exception cause : unsent.getMessageExceptions()) {
                chain(cause, all);
            }
        }
        chain(error, all);
        return all.stream().mapToInt(SmtpReply::code).anyMatch(code -> code >= 500 && code < 600);
    }

    private static int code(Throwable error) {
        if (error instanceof SMTPAddressFailedException address) {
            return address.getReturnCode();
        }
        if (error instanceof SMTPSenderFailedException sender) {
            return sender.getReturnCode();
        }
        return error instanceof SMTPSendFailedException mail ? mail.getReturnCode() : 0;
    }

    /** The messages of the error and of all it was caused by, without repetition. */
    static String of(Exception error) {
        Set<String> messages = new LinkedHashSet<>();
        if (error instanceof MailSendException unsent) {
            for (Exception cause : unsent.getMessageExceptions()) {
                collect(cause, messages);
            }
        }
        if (messages.isEmpty()) {
            collect(error, messages);
        }
        return messages.stream().collect(Collectors.joining("; "));
    }

    private static void collect(Throwable error, Set<String> messages) {
        List<Throwable> all = new ArrayList<>();
        chain(error, all);
        for (Throwable each : all) {
            String message = each.getMessage() == null ? each.getClass().getSimpleName() : each.getMessage();
            messages.add(message.strip().replaceAll("\\s+", " "));
        }
    }

    private static void chain(Throwable error, List<Throwable> all) {
        if (error == null) {
            return;
        }
        all.add(error);
        Throwable next = error instanceof MessagingException mailError ? mailError.getNextException() : null;
        chain(next == null ? error.getCause() : next, all);
    }
}
