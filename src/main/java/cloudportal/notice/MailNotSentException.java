package cloudportal.notice;

/** A mail was not taken by the mail server; it stays in the outbox, and the message tells to whom it was to go and why it did not. */
public class MailNotSentException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String reply;
    private final boolean permanent;

    MailNotSentException(OutgoingMail mail, String reply, boolean permanent, Throwable cause) {
        super("Mail %s to %s was not taken: %s".formatted(mail.messageId(), mail.recipient(), reply), cause);
        this.reply = reply;
        this.permanent = permanent;
    }

    /** The mail server's answer, or why it could not be asked. */
    public String reply() {
        return reply;
    }

    /** Whether trying again is of no use before somebody has put something right, such as the address. */
    public boolean isPermanent() {
        return permanent;
    }
}
