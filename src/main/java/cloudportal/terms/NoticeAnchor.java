package cloudportal.terms;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;

/** The day from which the notice days of {@link CutoffRule#DAYS_BEFORE_MONTH} count back (guide 5.2). */
public enum NoticeAnchor {
    MONTH_START("month-start") {
        @Override
        LocalDate in(YearMonth month) {
            return month.atDay(1);
        }
    },
    MONTH_END("month-end") {
        @Override
        LocalDate in(YearMonth month) {
            return month.atEndOfMonth();
        }
    };

    private final String code;

    NoticeAnchor(String code) {
        this.code = code;
    }

    abstract LocalDate in(YearMonth month);

    /** The word that the decision table uses. */
    public String code() {
        return code;
    }

    /** @throws IllegalArgumentException where no anchor has this code */
    public static NoticeAnchor of(String code) {
        return Arrays.stream(values())
                .filter(anchor -> anchor.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No notice anchor is called " + code));
    }
}
