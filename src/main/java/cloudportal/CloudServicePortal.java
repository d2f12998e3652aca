package cloudportal;

import cloudportal.audit.EventLogCheckCommand;
import java.util.TimeZone;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The cloud-service portal's contract cancellation (解約申込): engine, web apps, rules and data in one process. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class CloudServicePortal {

    public static void main(String[] args) {
        // The engine stores time stamps without a zone and reads them in the JVM's; every node must use Japan's.
        TimeZone.setDefault(TimeZone.getTimeZone("Asia/Tokyo"));
        if (EventLogCheckCommand.isAskedFor(args)) {
            System.exit(EventLogCheckCommand.run(System.out, args));
        }
        SpringApplication.run(CloudServicePortal.class, args);
    }
}
