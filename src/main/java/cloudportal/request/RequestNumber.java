package cloudportal.request;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;

/**
 * お申込番号: {@code R-yyyyMMdd-n} (guide 6.4).
 *
 * @param createdOn the day in Japan on which the draft was made
 * @param sequence one sequence for all days, never reset, with gaps
 */
record RequestNumber(LocalDate createdOn, long sequence) {

    private static final Pattern WRITTEN = Pattern.compile("R-\\d{8}-\\d{1,18}");

    /** Whether a text can be the number of a request at all. */
    static boolean isOne(String text) {
        return WRITTEN.matcher(text).matches();
    }

    @Override
    public String toString() {
        return "R-" + createdOn.format(DateTimeFormatter.BASIC_ISO_DATE) + "-" + sequence;
    }
}
