package cloudportal.request;

import cloudportal.contract.Contract;
import java.util.List;

/** ご契約一覧 of a customer, with what may be chosen (guide 3.1-3.3). */
public record ContractSelection(List<Row> rows) {

    /**
     * A contract in the list.
     *
     * @param selectable whether choosing it leads on: it can be cancelled, or the customer's own draft can be withdrawn
     * @param note why it cannot be cancelled now; blank where it can
     */
    public record Row(Contract contract, boolean selectable, String note) {}
}
