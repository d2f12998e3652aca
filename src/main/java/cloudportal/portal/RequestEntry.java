package cloudportal.portal;

import cloudportal.request.CancellationRequest;
import cloudportal.request.JapaneseText;

/**
 * A row of お申込一覧 (guide 8.4).
 *
 * @param appliedOn for example 2019/10/15; blank for a draft
 * @param state the status for machines
 */
record RequestEntry(
        String requestNumber,
        String kind,
        String category,
        String service,
        String appliedOn,
        String status,
        String state) {

    static RequestEntry of(CancellationRequest request) {
        return new RequestEntry(
                request.getNumber(),
                request.getKind().label(),
                request.getCategory(),
                request.getService(),
                JapaneseText.date(request.getAppliedOn()),
                request.getStatus().label(),
                request.getStatus().name());
    }
}
