package cloudportal.reliability;

import java.time.Instant;
import java.util.stream.Stream;

/** No job is left lying, and nobody's help is needed. */
final class NothingStuck implements Invariant {

    @Override
    public Stream<String> brokenBy(History history) {
        Instant latest = history.records().readAt().minus(history.patience());
        Stream<String> lying = history.records().jobs().stream()
                .filter(job -> job.lockedUntil() != null && job.lockedUntil().isBefore(latest)
                        || job.lockedUntil() == null
                                && job.due() != null
                                && job.due().isBefore(latest))
                .map(job -> "%s is left lying".formatted(job));
        Stream<String> givenUp = history.records().jobs().stream()
                .filter(job -> job.retries() == 0)
                .map(job -> "%s was given up".formatted(job));
        Stream<String> incidents = history.records().incidents().stream().map(incident -> incident + " needs help");
        return Stream.of(lying, givenUp, incidents).flatMap(broken -> broken);
    }
}
