package cloudportal.terms;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;

/**
 * 最低利用期間, counted in monthly bills and never in days (guide 5.3-5.4).
 *
 * @param billingStart 課金開始月: the first month that is billed
 * @param billings 月額請求回数: how many months must be billed; 0 for no minimum term
 */
public record MinimumTerm(YearMonth billingStart, int billings) {

    /** @throws IllegalArgumentException where the number of bills is negative */
    public MinimumTerm {
        Objects.requireNonNull(billingStart);
        if (billings < 0) {
            throw new IllegalArgumentException("A minimum term cannot be negative: " + billings);
        }
    }

    /** 満了日: the last day of the last month that must be billed; empty without a minimum term. */
    public Optional<LocalDate> end() {
        return billings == 0
                ? Optional.empty()
                : Optional.of(billingStart.plusMonths(billings - 1L).atEndOfMonth());
    }

    /** How many months are billed up to and including the month of the cancellation date; 0 before the first. */
    public int billedUntil(LocalDate cancellationDate) {
        long months = ChronoUnit.MONTHS.between(billingStart, YearMonth.from(cancellationDate)) + 1;
        return (int) Math.max(0, months);
    }

    /** 不足: the months that are still to be billed at the cancellation date. */
    public int shortfall(LocalDate cancellationDate) {
        return Math.max(0, billings - billedUntil(cancellationDate));
    }
}
