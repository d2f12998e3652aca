package cloudportal.request;

/**
 * Something happened to a request that somebody has to be told. Published and handled within the transaction that it belongs to.
 *
 * @param comment what the contract center tells the customer; null where there is nothing to tell
 */
public record RequestNotice(String requestNumber, Kind kind, String comment) {

    /** What happened. */
    public enum Kind {
        RECEIPT,
        RETURNED,
        RETRACTED,
        COMPLETED,
        DRAFT_REMINDER,
        DOMAIN_REMINDER
    }
}
