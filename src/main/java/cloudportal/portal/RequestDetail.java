package cloudportal.portal;

import cloudportal.contract.Customer;
import cloudportal.notice.Desk;
import cloudportal.request.CancellationRequest;
import cloudportal.request.JapaneseText;
import cloudportal.request.RequestKind;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Objects;

/**
 * お申込情報詳細: what stands under its five tabs (guide 6.1-6.4). Texts are blank where there is nothing to say.
 *
 * @param cancellation whether it asks for a cancellation; where not, what follows its contract is blank
 * @param settlement まとめてお支払い, for example 30,000円（税抜） or, where the fee is unknown, 10か月分
 * @param submittable whether this person can go on to submit it (guide 6.5)
 * @param withdrawable whether it can be withdrawn (guide A.3)
 * @param desks where to ask about it
 */
record RequestDetail(
        @JsonUnwrapped RequestEntry entry,
        String contractNumber,
        String companyName,
        String contactName,
        String login,
        boolean cancellation,
        String cancellationDate,
        String cutoffDeadline,
        String desiredMonth,
        String minimumTerm,
        String minimumTermEnd,
        int shortfallMonths,
        String settlement,
        String freeFrom,
        String domain,
        String reason,
        boolean submittable,
        boolean withdrawable,
        List<Desk> desks) {

    static RequestDetail of(CancellationRequest request, Customer customer, boolean submittable, List<Desk> desks) {
        boolean cancellation = request.getKind() == RequestKind.CANCELLATION;
        return new RequestDetail(
                RequestEntry.of(request),
                text(request.getContractNumber()),
                customer.getCompanyName(),
                customer.getContactName(),
                request.getCreatedBy(),
                cancellation,
                JapaneseText.date(request.getCancellationDate()),
                JapaneseText.date(request.getCutoffDeadline()),
                JapaneseText.month(request.getDesiredMonth()),
                cancellation ? JapaneseText.minimumTerm(request.getMinimumTermMonths()) : "",
                JapaneseText.date(request.getMinimumTermEnd()),
                request.getShortfallMonths(),
                JapaneseText.settlement(request.getShortfallMonths(), request.getSettlementAmount()),
                JapaneseText.date(request.getFreeFrom()),
                JapaneseText.domain(request.getDomainDisposition()),
                text(request.getReason()),
                submittable,
                request.isWithdrawable(),
                desks);
    }

    private static String text(String value) {
        return Objects.requireNonNullElse(value, "");
    }
}
