package cloudportal.notice;

import cloudportal.time.BusinessClock;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/** The way to the mail server of {@code spring.mail.host}, if one is configured. */
@Component
class MailServer {

    private static final Logger LOG = LoggerFactory.getLogger(MailServer.class);
    private static final String SENDER_NAME = "クラウドサービスポータルサイト";
    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private final ObjectProvider<JavaMailSender> sender;
    private final String host;
    private final PortalMailProperties settings;
    private final MailTimeLimit limit;

    MailServer(
            ObjectProvider<JavaMailSender> sender,
            @Value("${spring.mail.host:}") String host,
            PortalMailProperties settings,
            MailTimeLimit limit) {
        this.sender = sender;
        this.host = host;
        this.settings = settings;
        this.limit = limit;
        if (sender.getIfAvailable() instanceof JavaMailSenderImpl library) {
            limit.bound(library);
        }
    }

    /** False if mails are to be held. A blank host counts as none, else mail would be tried at the machine itself. */
    boolean isConfigured() {
        return !host.isBlank() && sender.getIfAvailable() != null;
    }

    /**
     * Hands the mail over and returns when the server took it.
     *
     * @throws MailNotSentException if it did not
     */
    void send(OutgoingMail mail) {
        JavaMailSender server = sender.getObject();
        MimeMessage message = composed(mail, server.createMimeMessage());
        long start = System.nanoTime();
        try {
            server.send(message);
        } catch (MailSendException e) {
            if (!e.getFailedMessages().isEmpty()) {
                throw notTaken(mail, e, start);
            }
            // Spring reports so a connection lost after the server's 250: the mail is on its way.
            LOG.warn("The mail server took {} but did not end the connection: {}", mail.messageId(), SmtpReply.of(e));
        } catch (MailException e) {
            throw notTaken(mail, e, start);
        }
    }

    private MimeMessage composed(OutgoingMail mail, MimeMessage message) {
        try {
            return compose(mail, message);
        } catch (MessagingException e) {
            throw new MailNotSentException(mail, SmtpReply.of(e), true, e);
        }
    }

    private MimeMessage compose(OutgoingMail mail, MimeMessage message) throws MessagingException {
        message.setFrom(MailAddress.of(settings.from(), SENDER_NAME));
        message.setRecipient(Message.RecipientType.TO, MailAddress.of(mail.recipient(), mail.recipientName()));
        message.setSubject(HeaderText.check(mail.subject()), UTF_8);
        message.setText(mail.body().replace("\n", "\r\n"), UTF_8);
        message.setHeader("Message-ID", HeaderText.check(mail.messageId()));
        message.setHeader(
                "Date",
                DateTimeFormatter.RFC_1123_DATE_TIME.format(mail.createdAt().atZoneSameInstant(BusinessClock.ZONE)));
        message.setHeader("Auto-Submitted", "auto-generated");
        return message;
    }

    private MailNotSentException notTaken(OutgoingMail mail, MailException cause, long start) {
        boolean inTime = System.nanoTime() - start < limit.value().toNanos();
        String reply = inTime
                ? SmtpReply.of(cause)
                : "Given up after %s (%s): %s".formatted(limit.value(), MailTimeLimit.PROPERTY, SmtpReply.of(cause));
        return new MailNotSentException(mail, reply, SmtpReply.isPermanent(cause), cause);
    }
}
