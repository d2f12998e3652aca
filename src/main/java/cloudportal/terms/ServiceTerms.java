package cloudportal.terms;

import java.util.Objects;

/**
 * The terms of a service as the decision table {@code service-terms} gives them.
 *
 * @param minimumTermMonths 最低利用期間 as a number of monthly bills; 0 for none
 * @param cutoff until when one must have applied, and for which date (guide 5.1, 5.2)
 * @param domainDispositionRequired whether the customer must say what becomes of the domain (guide 5.9)
 * @param contactDesk the desk to ask: {@code home} or {@code therefore-uniflow} (guide C.1, C.3)
 */
public record ServiceTerms(
        int minimumTermMonths, Cutoff cutoff, boolean domainDispositionRequired, String contactDesk) {

    /** @throws IllegalArgumentException where the minimum term is negative */
    public ServiceTerms {
        Objects.requireNonNull(cutoff);
        Objects.requireNonNull(contactDesk);
        if (minimumTermMonths < 0) {
            throw new IllegalArgumentException("A minimum term cannot be negative: " + minimumTermMonths);
        }
    }
}
