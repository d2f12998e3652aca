package cloudportal.request;

/**
 * The draft that the customer may withdraw.
 *
 * @param madeByThisCase whether this case made it, and can go on with it where it is kept
 */
public record DraftToWithdraw(CancellationRequest request, boolean madeByThisCase) {}
