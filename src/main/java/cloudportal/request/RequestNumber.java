package cloudportal.request;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/**
 * お申込番号: {@code R-yyyyMMdd-n} (guide 6.4).
 *
 * @param createdOn the day in Japan on which the draft was made
 * @param sequence one sequence for all days, never reset, with gaps
 */
record RequestNumber(LocalDate createdOn, long sequence) {

    @Override
    public String toString() {
        return "R-" + createdOn.format(DateTimeFormatter.BASIC_ISO_DATE) + "-" + sequence;
    }
}
