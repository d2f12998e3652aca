package cloudportal.notice;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How the portal's mails are sent: {@code portal.mail}.
 *
 * @param from the sender's address; nobody reads it (送信専用)
 * @param messageIdDomain the right-hand side of every Message-ID; a domain of the operator's own
 */
@ConfigurationProperties("portal.mail")
record PortalMailProperties(String from, String messageIdDomain) {

    PortalMailProperties {
        MailAddress.check("portal.mail.from", from);
        if (messageIdDomain == null || !messageIdDomain.matches("[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)*")) {
            throw new IllegalArgumentException("portal.mail.message-id-domain is no domain name: " + messageIdDomain);
        }
    }
}
