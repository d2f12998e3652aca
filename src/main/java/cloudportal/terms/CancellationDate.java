package cloudportal.terms;

import java.time.LocalDate;
import java.time.YearMonth;

/** 解約日: always the last day of a month; the service stops at its 24:00 in Japan. */
public final class CancellationDate {

    private CancellationDate() {}

    /** 翌月末: HOME and uniFLOW Online (guide 5.1). */
    public static LocalDate endOfNextMonth(LocalDate appliedOn) {
        return YearMonth.from(appliedOn).plusMonths(1).atEndOfMonth();
    }
}
