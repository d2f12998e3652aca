package cloudportal.notice;

import java.time.Duration;
import java.util.List;
import java.util.Properties;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.core.env.Environment;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/**
 * How long the conversation with the mail server about one mail may take ({@code portal.mail.time-limit}). The mail library's own
 * time-outs bound each single wait only: a greeting, STARTTLS, a log-in and a mail are a dozen waits, and a server that sends a byte
 * now and then ends none of them. So the connection is closed when the limit is over, whatever step it is in.
 *
 * <p>The application does not start where a job could outlast its lock, since another node would then send the same mails at the
 * same time. A job begins no other mail once a limit has gone by, and thus takes two limits at most.
 */
@Component
class MailTimeLimit {

    static final String PROPERTY = "portal.mail.time-limit";

    private static final String LOCK_TIME = "camunda.bpm.job-execution.lock-time-in-millis";
    private static final String LIBRARY = "spring.mail.properties.mail.smtp.";
    private static final List<String> WAITS = List.of("connectiontimeout", "timeout", "writetimeout");

    private final Duration value;

    @Autowired
    MailTimeLimit(Environment environment) {
        this(DurationStyle.detectAndParse(environment.getRequiredProperty(PROPERTY)));
        if (value.isNegative() || value.isZero()) {
            throw new InvalidConfigurationPropertyValueException(
                    PROPERTY, value, "Give a positive duration such as 40s.");
        }
        long lock = environment.getRequiredProperty(LOCK_TIME, Long.class);
        if (lock <= longestJob().toMillis()) {
            throw new InvalidConfigurationPropertyValueException(
                    LOCK_TIME,
                    lock,
                    "A job that sends mails takes up to twice %s = %d ms and has to end before its lock does."
                                    .formatted(PROPERTY, longestJob().toMillis())
                            + " Raise the lock time or lower the limit.");
        }
        WAITS.forEach(wait -> check(LIBRARY + wait, environment));
    }

    MailTimeLimit(Duration value) {
        this.value = value;
    }

    Duration value() {
        return value;
    }

    /** Lets no connection of the sender live longer. */
    void bound(JavaMailSenderImpl sender) {
        Properties settings = sender.getJavaMailProperties();
        TimedSockets sockets = new TimedSockets(value);
        for (String protocol : List.of("smtp", "smtps")) {
            settings.put("mail." + protocol + ".socketFactory", sockets);
            // Else the library tries again with a socket of its own, which nothing closes.
            settings.put("mail." + protocol + ".socketFactory.fallback", "false");
        }
        sender.setJavaMailProperties(settings);
    }

    private Duration longestJob() {
        return value.multipliedBy(2);
    }

    private void check(String property, Environment environment) {
        long wait = environment.getProperty(property, Long.class, -1L);
        if (wait <= 0 || wait > value.toMillis()) {
            throw new InvalidConfigurationPropertyValueException(
                    property,
                    wait,
                    "Give milliseconds, more than 0 and at most %s (%d ms).".formatted(PROPERTY, value.toMillis()));
        }
    }
}
