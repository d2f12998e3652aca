package cloudportal.terms;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Applies the terms of a service to a contract (guide 5.1-5.7). Pure: the same input gives the same answer, on any machine. */
public final class CancellationRules {

    private final int billingStartOffsetMonths;
    private final int offeredMonths;

    /**
     * @param billingStartOffsetMonths how many months after the start date's month billing begins, where a contract does not
     *     say; 1 is 翌月課金
     * @param offeredMonths how many 解約希望月 are offered at most
     */
    public CancellationRules(int billingStartOffsetMonths, int offeredMonths) {
        if (billingStartOffsetMonths < 0 || offeredMonths < 1) {
            throw new IllegalArgumentException(
                    "Billing cannot start before the contract, and at least one month must be offered");
        }
        this.billingStartOffsetMonths = billingStartOffsetMonths;
        this.offeredMonths = offeredMonths;
    }

    /** The 解約希望月 that can be applied for today, the earliest first; none where the date follows from the application. */
    public List<MonthOption> offeredMonths(ServiceTerms terms, LocalDate today) {
        if (terms.cutoff().rule() == CutoffRule.END_OF_NEXT_MONTH) {
            return List.of();
        }
        return Stream.iterate(YearMonth.from(today), month -> month.plusMonths(1))
                .map(month -> MonthOption.of(terms.cutoff(), month))
                .dropWhile(option -> option.deadline().isBefore(today))
                .limit(offeredMonths)
                .toList();
    }

    /**
     * Assesses a cancellation applied for today.
     *
     * @param desired 解約希望月; null for the earliest on offer. Only for services that offer a choice
     * @throws MonthNotOfferedException where the month is no longer, or not yet, on offer
     * @throws IllegalArgumentException where a month is given although the service offers none
     */
    public Assessment assess(ServiceTerms terms, BilledContract contract, LocalDate today, YearMonth desired) {
        YearMonth month = cancellationMonth(terms, today, desired);
        LocalDate cancellationDate = month.atEndOfMonth();
        MinimumTerm minimumTerm =
                new MinimumTerm(contract.firstBilledMonth(billingStartOffsetMonths), terms.minimumTermMonths());
        int shortfall = minimumTerm.shortfall(cancellationDate);
        return new Assessment(
                today,
                cancellationDate,
                terms.cutoff().rule() == CutoffRule.DAYS_BEFORE_MONTH ? month : null,
                terms.minimumTermMonths(),
                minimumTerm.end().orElse(null),
                shortfall,
                settlement(shortfall, contract.monthlyFee()),
                minimumTerm.end().map(end -> freeFrom(terms.cutoff(), end)).orElse(null),
                terms.cutoff().deadlineFor(month));
    }

    private YearMonth cancellationMonth(ServiceTerms terms, LocalDate today, YearMonth desired) {
        if (terms.cutoff().rule() == CutoffRule.END_OF_NEXT_MONTH) {
            if (desired != null) {
                throw new IllegalArgumentException("The service offers no choice of a month");
            }
            return YearMonth.from(CancellationDate.endOfNextMonth(today));
        }
        List<MonthOption> offered = offeredMonths(terms, today);
        YearMonth month = Objects.requireNonNullElse(desired, offered.get(0).month());
        if (offered.stream().noneMatch(option -> option.month().equals(month))) {
            throw new MonthNotOfferedException(month, offered);
        }
        return month;
    }

    private static Long settlement(int shortfall, Long monthlyFee) {
        if (shortfall == 0) {
            return 0L;
        }
        return monthlyFee == null ? null : Math.multiplyExact(shortfall, monthlyFee);
    }

    /** The day after the last one on which the earliest cancellation still ends before the minimum term does. */
    private static LocalDate freeFrom(Cutoff cutoff, LocalDate minimumTermEnd) {
        return cutoff.deadlineFor(YearMonth.from(minimumTermEnd).minusMonths(1)).plusDays(1);
    }
}
