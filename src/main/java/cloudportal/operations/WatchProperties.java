package cloudportal.operations;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * From when on the health asks for somebody's attention: {@code portal.watch}.
 *
 * @param mailAge the oldest mail that is not sent
 * @param jobLag the oldest job that is due and that nobody runs
 * @param incidentAge the oldest open incident
 */
@ConfigurationProperties("portal.watch")
record WatchProperties(Duration mailAge, Duration jobLag, Duration incidentAge) {}
