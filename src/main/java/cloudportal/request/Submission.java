package cloudportal.request;

import cloudportal.terms.Assessment;

/**
 * What became of a submission.
 *
 * @param stillAsShown true where the request was taken; false where its dates or amount moved and have to be shown again
 * @param shown what the customer had been shown
 */
public record Submission(boolean stillAsShown, CancellationRequest request, Assessment shown) {}
