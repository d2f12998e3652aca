package cloudportal.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/**
 * Provides the single {@link Clock}. Its zone is Asia/Tokyo whatever the machine's is: お申込日 and 解約日 are days in Japan.
 *
 * <p>{@code portal.clock}, an ISO 8601 date-time with offset, makes the clock start at that instant and tick from there.
 * It is accepted with the profile {@code demo} only; elsewhere the application refuses to start. The clock starts there
 * again at each start of the application.
 */
@Configuration(proxyBeanMethods = false)
public class BusinessClock {

    /** Japan's zone, in which the portal counts its days. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Tokyo");

    private static final String PROPERTY = "portal.clock";

    @Bean
    ClockOffset clockOffset(Environment environment) {
        String start = environment.getProperty(PROPERTY, "").strip();
        if (start.isEmpty()) {
            return new ClockOffset(Duration.ZERO);
        }
        if (!environment.acceptsProfiles(Profiles.of("demo"))) {
            throw new InvalidConfigurationPropertyValueException(
                    PROPERTY, start, "The clock can be set with the profile demo only. Remove the property.");
        }
        return new ClockOffset(Duration.between(Instant.now(Clock.systemUTC()), instantOf(start)));
    }

    @Bean
    Clock clock(ClockOffset offset) {
        return Clock.offset(Clock.system(ZONE), offset.value());
    }

    private static Instant instantOf(String start) {
        try {
            return OffsetDateTime.parse(start).toInstant();
        } catch (DateTimeParseException e) {
            throw new InvalidConfigurationPropertyValueException(
                    PROPERTY, start, "Give an ISO 8601 date-time with offset, such as 2019-10-15T10:00:00+09:00.");
        }
    }
}
