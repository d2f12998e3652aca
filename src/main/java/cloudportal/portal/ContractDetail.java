package cloudportal.portal;

import cloudportal.contract.Contract;
import cloudportal.notice.Desk;
import cloudportal.request.JapaneseText;
import cloudportal.request.ListedContract;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;

/**
 * ご契約情報詳細 (guide 4.1-4.5).
 *
 * @param monthlyFee for example 3,000円（税抜）; blank where it is unknown
 * @param desks where to ask about it
 */
record ContractDetail(@JsonUnwrapped ContractEntry entry, String monthlyFee, List<Desk> desks) {

    static ContractDetail of(ListedContract listed, List<Desk> desks) {
        Contract contract = listed.choice().contract();
        return new ContractDetail(ContractEntry.of(listed), JapaneseText.yen(contract.getMonthlyFee()), desks);
    }
}
