package cloudportal.demo;

import static cloudportal.request.RequestKind.CHANGE;
import static cloudportal.request.RequestKind.NEW_ORDER;
import static cloudportal.request.RequestStatus.CHANGE_DRAFT;
import static cloudportal.request.RequestStatus.DRAFT;
import static cloudportal.request.RequestStatus.IN_SERVICE;
import static cloudportal.request.RequestStatus.PARTNER_DRAFT;

import cloudportal.contract.Contract;
import cloudportal.request.CancellationRequest;
import cloudportal.request.RequestKind;
import cloudportal.request.RequestStatus;
import cloudportal.time.BusinessClock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

/** The demo's requests: the rows of the guide's お申込一覧 (guide 8 and appendix) and a partner's draft. */
final class DemoRequests {

    /** The guide's customer gets R-20191015-238079 (guide 6): it is the first number given out after the demo's own. */
    static final long NEXT_SEQUENCE = 238_079;

    private static final String KANNON = "kannon@kannon-do.example";
    private static final String PARTNER = "partner@reseller.example";

    private DemoRequests() {}

    /**
     * The requests of the guide's customer.
     *
     * @param contracts the customer's contracts by number
     */
    static List<CancellationRequest> ofKannon(long customer, Map<String, Contract> contracts) {
        return List.of(
                // The guide prints an お申込日 beside this 作成中.
                new CancellationRequest(
                        238_065,
                        NEW_ORDER,
                        DRAFT,
                        null,
                        customer,
                        "IT保守サービス",
                        "Barracuda Backup障害切り分け (PC10台)",
                        KANNON,
                        morningOf("2019-10-11"),
                        LocalDate.parse("2019-10-11")),
                about(contracts.get("HMSL034004"), 231_470, CHANGE, PARTNER_DRAFT, PARTNER, "2019-09-06", null),
                about(contracts.get("HMAP022072"), 92_699, NEW_ORDER, IN_SERVICE, KANNON, "2017-08-29", "2017-08-30"),
                about(contracts.get("HMAO021976"), 92_562, CHANGE, CHANGE_DRAFT, KANNON, "2017-08-28", null),
                about(contracts.get("NVVS033003"), 92_335, NEW_ORDER, IN_SERVICE, KANNON, "2017-08-23", "2017-08-24"));
    }

    private static CancellationRequest about(
            Contract contract,
            long sequence,
            RequestKind kind,
            RequestStatus status,
            String createdBy,
            String createdOn,
            String appliedOn) {
        return new CancellationRequest(
                sequence,
                kind,
                status,
                contract,
                contract.getCustomerId(),
                contract.getCategory(),
                contract.getService(),
                createdBy,
                morningOf(createdOn),
                appliedOn == null ? null : LocalDate.parse(appliedOn));
    }

    private static OffsetDateTime morningOf(String isoDate) {
        return LocalDate.parse(isoDate).atTime(10, 0).atZone(BusinessClock.ZONE).toOffsetDateTime();
    }
}
