package cloudportal.reliability;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** With what a node is started: the defaults of the application but for the time-outs of mails, which are shorter, and their server. */
final class NodeSettings {

    /** How long somebody waits for a connection to the database, as in application-postgres.yaml. */
    static final Duration CONNECTION = Duration.ofSeconds(10);

    private NodeSettings() {}

    static List<String> of(String name, RunSettings run, PostOffice postOffice, String... more) {
        List<String> settings = new ArrayList<>(List.of(
                "camunda.bpm.job-execution.lock-time-in-millis=" + run.lock().toMillis(),
                "spring.mail.host=127.0.0.1",
                "spring.mail.port=" + postOffice.port(),
                // Together below the lock time.
                "spring.mail.properties.mail.smtp.connectiontimeout=2000",
                "spring.mail.properties.mail.smtp.timeout=3000",
                "spring.mail.properties.mail.smtp.writetimeout=3000",
                "portal.mail.time-limit=5s",
                "spring.mail.properties.mail.smtp.starttls.enable=false",
                "spring.mail.properties.mail.smtp.starttls.required=false",
                // The name by which the post office knows the node.
                "spring.mail.properties.mail.smtp.localhost=" + name));
        settings.addAll(List.of(more));
        return settings;
    }
}
