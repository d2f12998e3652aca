package cloudportal.terms;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Objects;

/**
 * What the rules need to know of a contract (guide 5.3, 5.4).
 *
 * @param startDate 開始日
 * @param billingStart 課金開始月 where the contract states one; null where it follows from the start date
 * @param monthlyFee 月額 (標準価格, 税抜) in yen; null where it is unknown
 */
public record BilledContract(LocalDate startDate, YearMonth billingStart, Long monthlyFee) {

    /** @throws IllegalArgumentException where the monthly fee is negative */
    public BilledContract {
        Objects.requireNonNull(startDate);
        if (monthlyFee != null && monthlyFee < 0) {
            throw new IllegalArgumentException("A monthly fee cannot be negative: " + monthlyFee);
        }
    }

    YearMonth firstBilledMonth(int offsetMonths) {
        return billingStart != null ? billingStart : YearMonth.from(startDate).plusMonths(offsetMonths);
    }
}
