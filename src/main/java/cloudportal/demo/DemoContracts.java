package cloudportal.demo;

import cloudportal.contract.Contract;
import java.time.LocalDate;
import java.util.List;

/** The demo's contracts. Those of 観音堂 are the guide's (guide 3 and appendix) and some more; 萬商店 has five. */
final class DemoContracts {

    private static final String HOME = "HOME";
    private static final String UNIFLOW = "uniFLOW Online";
    private static final String THEREFORE = "Therefore Online";

    private DemoContracts() {}

    /**
     * The contracts of the guide's customer.
     *
     * @param today the day on which the young ones are within their minimum term
     */
    static List<Contract> ofKannon(long customer, LocalDate today) {
        LocalDate thisMonth = today.withDayOfMonth(1);
        LocalDate lastMonth = thisMonth.minusMonths(1);
        return List.of(
                // The guide's own.
                contract(customer, "HMAO061322", HOME, "type-O Powered by Office 365", day("2019-09-15"), 900L),
                contract(customer, "HMMH061530", HOME, "type-M", day("2019-09-15"), 3_000L),
                contract(customer, "HMUH022123", HOME, "type-U2 Pro", day("2017-09-26"), 1_200L),
                inPreparation(contract(customer, "HMAO021976", HOME, "type-O", day("2017-09-26"), 900L)),
                contract(customer, "HMAP022072", HOME, "type-AP", day("2017-08-31"), 2_000L),
                // One of each other category, and one that a partner is working on.
                contract(customer, "CSUF031001", UNIFLOW, UNIFLOW, day("2018-04-02"), 5_000L),
                contract(customer, "CSTO032002", THEREFORE, THEREFORE, day("2018-06-01"), 20_000L),
                contract(customer, "NVVS033003", "NVSクラウド", "VisualstageType-S", day("2017-08-31"), 4_000L),
                inPreparation(contract(customer, "HMSL034004", HOME, "type-SL", day("2018-02-15"), 1_500L)),
                // Within the minimum term today, whenever that is.
                contract(customer, "HMMH091001", HOME, "type-M", lastMonth, 3_000L),
                contract(customer, "HMCX092002", HOME, "type-CX", thisMonth, 800L),
                contract(customer, "CSTO093003", THEREFORE, THEREFORE, lastMonth, 20_000L),
                contract(customer, "CSUF094004", UNIFLOW, UNIFLOW, lastMonth, 5_000L),
                contract(customer, "HMUH095005", HOME, "type-R", lastMonth, null),
                // A plan that the decision table does not know.
                contract(customer, "HMZZ096006", HOME, "type-Z", day("2019-04-01"), 1_000L));
    }

    /** The contracts of the other customer. */
    static List<Contract> ofYorozu(long customer) {
        return List.of(
                contract(customer, "HMSS040101", HOME, "type-S", day("2018-05-20"), 1_500L),
                contract(customer, "HMMH040202", HOME, "type-M", day("2019-02-01"), 3_000L),
                contract(customer, "HMCX040303", HOME, "type-CX", day("2018-11-15"), 800L),
                contract(customer, "CSUF040404", UNIFLOW, UNIFLOW, day("2018-07-01"), 5_000L),
                contract(customer, "CSTO040505", THEREFORE, THEREFORE, day("2018-10-01"), 20_000L));
    }

    private static Contract contract(
            long customer, String number, String category, String service, LocalDate start, Long monthlyFee) {
        LocalDate billingStart = start.withDayOfMonth(1).plusMonths(1);
        return new Contract(number, customer, category, service, start, billingStart, monthlyFee);
    }

    private static Contract inPreparation(Contract contract) {
        contract.markInPreparation();
        return contract;
    }

    private static LocalDate day(String isoDate) {
        return LocalDate.parse(isoDate);
    }
}
