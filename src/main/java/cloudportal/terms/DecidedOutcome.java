package cloudportal.terms;

import java.util.Map;

/** Reads what the decision table {@code service-terms} said about a service. */
public final class DecidedOutcome {

    private DecidedOutcome() {}

    /**
     * The terms that an outcome of the table stands for.
     *
     * @throws IllegalArgumentException where a rule has an outcome that the application does not know
     */
    public static ServiceTerms read(Map<?, ?> outcome) {
        Cutoff cutoff = new Cutoff(
                CutoffRule.of(text(outcome, "cutoffRule")),
                number(outcome, "noticeDays"),
                NoticeAnchor.of(text(outcome, "noticeAnchor")));
        return new ServiceTerms(
                number(outcome, "minimumTermMonths"),
                cutoff,
                fact(outcome, "domainDispositionRequired"),
                text(outcome, "contactDesk"));
    }

    private static String text(Map<?, ?> outcome, String name) {
        if (outcome.get(name) instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException("The decision table gives no word for " + name);
    }

    private static boolean fact(Map<?, ?> outcome, String name) {
        if (outcome.get(name) instanceof Boolean fact) {
            return fact;
        }
        throw new IllegalArgumentException("The decision table says neither yes nor no for " + name);
    }

    private static int number(Map<?, ?> outcome, String name) {
        if (outcome.get(name) instanceof Number number) {
            return number.intValue();
        }
        throw new IllegalArgumentException("The decision table gives no number for " + name);
    }
}
