package cloudportal.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class RequestStatusTest {

    @Test
    void namesTheStatusesAsTheGuideDoes() {
        assertThat(Arrays.stream(RequestStatus.values()).map(RequestStatus::label))
                .containsExactly(
                        "解約お申込作成中", "変更お申込作成中", "作成中", "パートナー作成中", "解約お申込受付中", "サービス開始", "差戻し", "取下げ", "取消", "解約完了");
    }

    @Test
    void knowsWhichRequestsHoldTheirContractAndWhichTheCustomerMayWithdraw() {
        assertThat(RequestStatus.values())
                .filteredOn(RequestStatus::isOpen)
                .containsExactly(
                        RequestStatus.CANCELLATION_DRAFT,
                        RequestStatus.CHANGE_DRAFT,
                        RequestStatus.DRAFT,
                        RequestStatus.PARTNER_DRAFT,
                        RequestStatus.RECEIVED);
        assertThat(RequestStatus.values())
                .filteredOn(RequestStatus::isOwnDraft)
                .containsExactly(RequestStatus.CANCELLATION_DRAFT, RequestStatus.CHANGE_DRAFT, RequestStatus.DRAFT);
    }
}
