package cloudportal.request;

import cloudportal.terms.CutoffRule;
import cloudportal.terms.MonthOption;
import cloudportal.terms.ServiceTerms;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Set;

/** Checks what the customer answered, by the terms of the service (guide 5.2, 5.8-5.10). */
final class DraftCheck {

    private static final Set<String> DISPOSITIONS = Set.of("transfer", "abolish");

    /**
     * Answers that stand.
     *
     * @param domainDisposition null where the service asks for none
     * @param desiredMonth null where the service offers no choice
     */
    record Checked(String reason, String domainDisposition, YearMonth desiredMonth) {}

    /** @throws RequestRefusedException for the first answer that is missing or wrong */
    Checked check(DraftAnswers answers, ServiceTerms terms, List<MonthOption> offered) {
        return new Checked(
                reason(answers.reason()),
                domainDisposition(answers.domainDisposition(), terms.domainDispositionRequired()),
                desiredMonth(answers.desiredMonth(), terms, offered));
    }

    private static String reason(String typed) {
        return FreeText.checked(typed, "解約理由").orElseThrow(() -> new RequestRefusedException(Sentences.REASON_MISSING));
    }

    private static String domainDisposition(String chosen, boolean required) {
        if (!required) {
            if (FreeText.of(chosen).isPresent()) {
                throw new RequestRefusedException(Sentences.DOMAIN_NOT_ASKED);
            }
            return null;
        }
        if (chosen == null || !DISPOSITIONS.contains(chosen)) {
            throw new RequestRefusedException(Sentences.DOMAIN_MISSING);
        }
        return chosen;
    }

    private static YearMonth desiredMonth(String chosen, ServiceTerms terms, List<MonthOption> offered) {
        boolean asked = terms.cutoff().rule() == CutoffRule.DAYS_BEFORE_MONTH;
        boolean given = FreeText.of(chosen).isPresent();
        if (!asked) {
            if (given) {
                throw new RequestRefusedException(Sentences.MONTH_NOT_ASKED);
            }
            return null;
        }
        if (!given) {
            throw new RequestRefusedException(Sentences.MONTH_MISSING);
        }
        YearMonth month = parse(chosen);
        if (offered.stream().noneMatch(option -> option.month().equals(month))) {
            YearMonth earliest = offered.get(0).month();
            throw new RequestRefusedException(Sentences.MONTH_OVER.formatted(JapaneseText.month(earliest)));
        }
        return month;
    }

    private static YearMonth parse(String chosen) {
        try {
            return YearMonth.parse(chosen);
        } catch (DateTimeParseException e) {
            throw new RequestRefusedException(Sentences.MONTH_UNREADABLE, e);
        }
    }
}
