package cloudportal.portal;

import cloudportal.contract.Contract;
import cloudportal.request.CancellationRequest;
import cloudportal.request.ContractChoice;
import cloudportal.request.JapaneseText;
import cloudportal.request.ListedContract;

/**
 * A row of ご契約一覧 (guide 3.1).
 *
 * @param startDate for example 2019/09/15
 * @param state the status for machines
 * @param note why it cannot be cancelled now; blank where it can
 * @param draft the request that holds it; null where none does
 */
record ContractEntry(
        String contractNumber,
        String category,
        String service,
        String startDate,
        String status,
        String state,
        boolean cancellable,
        String note,
        Holder draft) {

    /**
     * The request that holds a contract.
     *
     * @param own whether it is a draft that the customer may withdraw
     */
    record Holder(String requestNumber, String kind, String status, boolean own) {

        static Holder of(CancellationRequest request) {
            return request == null
                    ? null
                    : new Holder(
                            request.getNumber(),
                            request.getKind().label(),
                            request.getStatus().label(),
                            request.getStatus().isOwnDraft());
        }
    }

    static ContractEntry of(ListedContract listed) {
        Contract contract = listed.choice().contract();
        return new ContractEntry(
                contract.getNumber(),
                contract.getCategory(),
                contract.getService(),
                JapaneseText.date(contract.getStartDate()),
                contract.getStatus().label(),
                contract.getStatus().name(),
                listed.choice().state() == ContractChoice.State.CANCELLABLE,
                listed.choice().note(),
                Holder.of(listed.open()));
    }
}
