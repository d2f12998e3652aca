package cloudportal.terms;

import java.util.Arrays;

/** How the cancellation date follows from the application (guide 5.1, 5.2). */
public enum CutoffRule {
    /** 翌月末: the end of the month after the month of application. */
    END_OF_NEXT_MONTH("end-of-next-month"),
    /** The end of a month that the customer chooses, applied for a number of days before. */
    DAYS_BEFORE_MONTH("days-before-month");

    private final String code;

    CutoffRule(String code) {
        this.code = code;
    }

    /** The word that the decision table uses. */
    public String code() {
        return code;
    }

    /** @throws IllegalArgumentException where no rule has this code */
    public static CutoffRule of(String code) {
        return Arrays.stream(values())
                .filter(rule -> rule.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No cutoff rule is called " + code));
    }
}
