package cloudportal.operations;

import cloudportal.operations.Figures.Reading;
import cloudportal.operations.Figures.Waiting;
import java.time.Duration;
import java.util.function.Function;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Health beyond the process and its database: down where something has waited for too long and somebody has to look. That is not
 * part of the readiness, since no node gets better by being taken out of service.
 */
@Configuration(proxyBeanMethods = false)
class PortalHealth {

    private final Figures figures;
    private final WatchProperties limits;

    PortalHealth(Figures figures, WatchProperties limits) {
        this.figures = figures;
        this.limits = limits;
    }

    @Bean
    HealthIndicator mailBacklogHealthIndicator() {
        return indicator(Reading::unsentMails, limits.mailAge());
    }

    @Bean
    HealthIndicator heldMailsHealthIndicator() {
        return indicator(Reading::heldMails, limits.mailAge());
    }

    @Bean
    HealthIndicator jobLagHealthIndicator() {
        return indicator(Reading::jobs, limits.jobLag());
    }

    @Bean
    HealthIndicator incidentsHealthIndicator() {
        return indicator(Reading::incidents, limits.incidentAge());
    }

    /** Part of the readiness: what people ask for would be entered with a wrong time. */
    @Bean
    HealthIndicator clockHealthIndicator(NodeAgreement nodes) {
        return () -> (nodes.step().isZero() ? Health.up() : Health.down())
                .withDetail("stepSeconds", nodes.step().toSeconds())
                .build();
    }

    private HealthIndicator indicator(Function<Reading, Waiting> what, Duration limit) {
        return () -> health(what.apply(figures.recent()), limit);
    }

    static Health health(Waiting waiting, Duration limit) {
        return (waiting.oldest().compareTo(limit) > 0 ? Health.down() : Health.up())
                .withDetail("count", waiting.count())
                .withDetail("oldestSeconds", waiting.oldest().toSeconds())
                .withDetail("limitSeconds", limit.toSeconds())
                .build();
    }
}
