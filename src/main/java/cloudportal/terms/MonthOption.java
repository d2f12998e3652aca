package cloudportal.terms;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * A 解約希望月 that can still be applied for (guide 5.2).
 *
 * @param month 解約希望月
 * @param deadline the last day to apply, to its 24:00 in Japan
 * @param cancellationDate 解約日: the last day of the month
 */
public record MonthOption(YearMonth month, LocalDate deadline, LocalDate cancellationDate) {

    static MonthOption of(Cutoff cutoff, YearMonth month) {
        return new MonthOption(month, cutoff.deadlineFor(month), month.atEndOfMonth());
    }
}
