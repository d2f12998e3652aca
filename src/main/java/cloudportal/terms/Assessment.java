package cloudportal.terms;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * What a cancellation applied for on a day means (guide 5.1-5.7). All dates are Japan's, amounts whole yen without tax.
 *
 * @param assessedOn the day it was assessed for
 * @param cancellationDate 解約日
 * @param desiredMonth 解約希望月; null unless the customer chooses one
 * @param minimumTermMonths 最低利用期間 in monthly bills; 0 for none
 * @param minimumTermEnd 満了日; null without a minimum term
 * @param shortfallMonths 不足: months that are billed at once
 * @param settlementAmount まとめてお支払い in yen; 0 without a shortfall, null where the monthly fee is unknown
 * @param freeFrom the first day on which applying costs nothing extra, perhaps past; null without a minimum term
 * @param cutoffDeadline the last day on which applying still leads to this cancellation date
 */
public record Assessment(
        LocalDate assessedOn,
        LocalDate cancellationDate,
        YearMonth desiredMonth,
        int minimumTermMonths,
        LocalDate minimumTermEnd,
        int shortfallMonths,
        Long settlementAmount,
        LocalDate freeFrom,
        LocalDate cutoffDeadline) {}
