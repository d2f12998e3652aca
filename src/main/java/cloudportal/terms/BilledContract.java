package cloudportal.terms;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Objects;

/**
 * What the rules need to know of a contract.
 *
 * @param startDate 開始日
 * @param billingStart 課金開始月 where the contract states one; null where it follows from the start date
 * @param monthlyFee 月額 (標準価格, 税抜) in yen; null where it is unknown
 */
public record BilledContract(LocalDate startDate, YearMonth billingStart, Long monthlyFee) {

    public BilledContract {
        Objects.requireNonNull(startDate);
    }

    YearMonth firstBilledMonth(int offsetMonths) {
        return billingStart != null ? billingStart : YearMonth.from(startDate).plusMonths(offsetMonths);
    }
}
