package cloudportal.operations;

import cloudportal.operations.Figures.Reading;
import cloudportal.request.RequestStatus;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.springframework.stereotype.Component;

/** The figures as metrics. Every node tells the same, since they are the database's: take the highest, not the sum. */
@Component
class PortalMetrics implements MeterBinder {

    private final Figures figures;

    PortalMetrics(Figures figures) {
        this.figures = figures;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (RequestStatus status : RequestStatus.values()) {
            gauge("portal.cases", "Requests in this state", now -> now.cases().get(status))
                    .tag("state", status.name().toLowerCase(Locale.ROOT))
                    .register(registry);
        }
        gauge("portal.jobs.due", "Jobs that are due and wait", now -> now.jobs().count())
                .register(registry);
        gauge("portal.jobs.lag", "How long the oldest due job has waited", now -> now.jobs()
                        .seconds())
                .baseUnit("seconds")
                .register(registry);
        gauge("portal.mail.backlog", "Mails to be sent", now -> now.unsentMails()
                        .count())
                .tag("state", "unsent")
                .register(registry);
        gauge("portal.mail.backlog", "Mails to be sent", now -> now.heldMails().count())
                .tag("state", "held")
                .register(registry);
        gauge("portal.mail.age", "How long the oldest unsent mail has waited", now -> now.unsentMails()
                        .seconds())
                .baseUnit("seconds")
                .register(registry);
        gauge("portal.incidents.open", "Open incidents", now -> now.incidents().count())
                .register(registry);
        gauge("portal.incidents.age", "How long the oldest incident has been open", now -> now.incidents()
                        .seconds())
                .baseUnit("seconds")
                .register(registry);
    }

    private Gauge.Builder<Figures> gauge(String name, String text, ToDoubleFunction<Reading> figure) {
        return Gauge.builder(name, figures, all -> figure.applyAsDouble(all.recent()))
                .description(text);
    }
}
