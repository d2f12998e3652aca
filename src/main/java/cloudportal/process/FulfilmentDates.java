package cloudportal.process;

import static cloudportal.process.ProcessVariables.CANCELLATION_END;
import static cloudportal.process.ProcessVariables.DOMAIN_DUE_DATE;
import static cloudportal.process.ProcessVariables.DOMAIN_REMINDER_AT;
import static cloudportal.process.ProcessVariables.REVIEW_DUE_DATE;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.stereotype.Component;

/** The instants that the contract center's case waits for, in Japan's zone with the offset written out, so that the JVM's zone never matters. */
@Component
public class FulfilmentDates {

    private static final LocalTime CLOSE_OF_BUSINESS = LocalTime.of(17, 0);
    private static final LocalTime START_OF_BUSINESS = LocalTime.of(9, 0);

    private final Settings settings;
    private final Clock clock;

    FulfilmentDates(Settings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * How long before the cancellation date the review and the domain are due, and the domain is reminded of, in calendar days. The
     * earliest cancellation date is at least 28 days off (guide 5.1), so that nothing is overdue when it comes in.
     *
     * @param reviewDueDays default 21
     * @param domainDueDays default 7
     * @param domainReminderDays default 14
     */
    @ConfigurationProperties("portal.fulfilment")
    public record Settings(
            @DefaultValue("21") int reviewDueDays,
            @DefaultValue("7") int domainDueDays,
            @DefaultValue("14") int domainReminderDays) {}

    /** Writes the end of the cancellation date (24:00 JST, guide 5.1), the due dates that follow from it, and the domain's reminder. */
    public void set(VariableScope scope, LocalDate cancellationDate) {
        CANCELLATION_END.set(scope, at(cancellationDate.plusDays(1), LocalTime.MIDNIGHT));
        REVIEW_DUE_DATE.set(scope, at(cancellationDate.minusDays(settings.reviewDueDays()), CLOSE_OF_BUSINESS));
        DOMAIN_DUE_DATE.set(scope, at(cancellationDate.minusDays(settings.domainDueDays()), CLOSE_OF_BUSINESS));
        DOMAIN_REMINDER_AT.set(scope, at(cancellationDate.minusDays(settings.domainReminderDays()), START_OF_BUSINESS));
    }

    private String at(LocalDate date, LocalTime time) {
        return ZonedDateTime.of(date, time, clock.getZone())
                .format(DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssXXX"));
    }
}
