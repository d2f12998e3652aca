package cloudportal.request;

/**
 * What the customer answered, unchecked.
 *
 * @param domainDisposition {@code transfer} or {@code abolish}
 * @param desiredMonth {@code yyyy-MM}
 */
public record DraftAnswers(String reason, String domainDisposition, String desiredMonth) {}
