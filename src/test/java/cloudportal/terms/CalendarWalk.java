package cloudportal.terms;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * The guide's rules told a second time, without a formula: it only ever goes to the next or the previous day and counts. A
 * month is meant by its first day; a bill falls due on each first day.
 */
final class CalendarWalk {

    private CalendarWalk() {}

    static LocalDate firstOfMonth(LocalDate day) {
        LocalDate walked = day;
        while (walked.getDayOfMonth() != 1) {
            walked = walked.minusDays(1);
        }
        return walked;
    }

    static LocalDate firstOfNextMonth(LocalDate day) {
        LocalDate walked = day.plusDays(1);
        while (walked.getDayOfMonth() != 1) {
            walked = walked.plusDays(1);
        }
        return walked;
    }

    static LocalDate lastOfMonth(LocalDate day) {
        return firstOfNextMonth(day).minusDays(1);
    }

    static LocalDate endOfNextMonth(LocalDate appliedOn) {
        return lastOfMonth(firstOfNextMonth(appliedOn));
    }

    /** 初日不算入: the anchor itself is not counted. */
    static LocalDate daysBefore(LocalDate anchor, int days) {
        LocalDate walked = anchor;
        for (int counted = 0; counted < days; counted++) {
            walked = walked.minusDays(1);
        }
        return walked;
    }

    static LocalDate deadline(LocalDate month, int noticeDays, boolean fromMonthEnd) {
        return daysBefore(fromMonthEnd ? lastOfMonth(month) : month, noticeDays);
    }

    /** The months on offer, each by its first day. */
    static List<LocalDate> offered(LocalDate today, int noticeDays, boolean fromMonthEnd, int count) {
        List<LocalDate> months = new ArrayList<>();
        for (LocalDate month = firstOfMonth(today); months.size() < count; month = firstOfNextMonth(month)) {
            if (!deadline(month, noticeDays, fromMonthEnd).isBefore(today)) {
                months.add(month);
            }
        }
        return months;
    }

    static LocalDate billingStart(LocalDate startDate, int offsetMonths) {
        LocalDate month = firstOfMonth(startDate);
        for (int counted = 0; counted < offsetMonths; counted++) {
            month = firstOfNextMonth(month);
        }
        return month;
    }

    /** How many bills fall due from the first one to the cancellation date. */
    static int bills(LocalDate billingStart, LocalDate cancellationDate) {
        int bills = 0;
        for (LocalDate day = billingStart; !day.isAfter(cancellationDate); day = day.plusDays(1)) {
            if (day.getDayOfMonth() == 1) {
                bills++;
            }
        }
        return bills;
    }

    /** The last day of the month in which the last necessary bill falls due. */
    static LocalDate minimumTermEnd(LocalDate billingStart, int necessaryBills) {
        LocalDate day = billingStart;
        for (int bills = 1; bills < necessaryBills; ) {
            day = day.plusDays(1);
            if (day.getDayOfMonth() == 1) {
                bills++;
            }
        }
        return lastOfMonth(day);
    }

    /** Adds a month's fee for every bill that is necessary and does not fall due any more. */
    static long settlement(int bills, int necessaryBills, long monthlyFee) {
        long amount = 0;
        for (int bill = bills + 1; bill <= necessaryBills; bill++) {
            amount += monthlyFee;
        }
        return amount;
    }
}
