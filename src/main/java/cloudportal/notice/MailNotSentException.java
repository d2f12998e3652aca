package cloudportal.notice;

/** A mail was not taken by the mail server; it stays in the outbox, and the message tells why. */
public class MailNotSentException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String reply;

    MailNotSentException(String messageId, String reply, Throwable cause) {
        super("Mail %s was not taken: %s".formatted(messageId, reply), cause);
        this.reply = reply;
    }

    /** The mail server's answer, or why it could not be asked. */
    public String reply() {
        return reply;
    }
}
