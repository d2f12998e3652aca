package cloudportal.notice;

import jakarta.mail.MessagingException;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.mail.MailSendException;

/** What the mail server answered, or why it could not be asked, as one line for the record. */
final class SmtpReply {

    private SmtpReply() {}

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
        if (error == null) {
            return;
        }
        String message = error.getMessage() == null ? error.getClass().getSimpleName() : error.getMessage();
        messages.add(message.strip().replaceAll("\\s+", " "));
        Throwable next = error instanceof MessagingException mailError ? mailError.getNextException() : null;
        collect(next == null ? error.getCause() : next, messages);
    }
}
