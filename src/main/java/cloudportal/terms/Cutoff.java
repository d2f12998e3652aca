package cloudportal.terms;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Objects;

/**
 * When one must have applied (guide 5.1, 5.2).
 *
 * @param rule how the cancellation date follows from the application
 * @param noticeDays calendar days before the anchor; 0 for {@link CutoffRule#END_OF_NEXT_MONTH}
 * @param anchor the day from which the notice days count back; without meaning for {@link CutoffRule#END_OF_NEXT_MONTH}
 */
public record Cutoff(CutoffRule rule, int noticeDays, NoticeAnchor anchor) {

    /** @throws IllegalArgumentException where the notice days are negative, or given although the rule has none */
    public Cutoff {
        Objects.requireNonNull(rule);
        Objects.requireNonNull(anchor);
        if (noticeDays < 0) {
            throw new IllegalArgumentException("Notice days count back: " + noticeDays);
        }
        if (rule == CutoffRule.END_OF_NEXT_MONTH && noticeDays > 0) {
            throw new IllegalArgumentException("The end of the next month knows no notice days: " + noticeDays);
        }
    }

    /**
     * The last day, to its 24:00 in Japan, on which a cancellation at the end of the month can be applied for. Weekends and
     * holidays do not move it.
     */
    public LocalDate deadlineFor(YearMonth desired) {
        return switch (rule) {
            case END_OF_NEXT_MONTH -> desired.minusMonths(1).atEndOfMonth();
            case DAYS_BEFORE_MONTH -> anchor.in(desired).minusDays(noticeDays);
        };
    }
}
