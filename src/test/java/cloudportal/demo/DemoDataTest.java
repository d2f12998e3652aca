package cloudportal.demo;

import static org.assertj.core.api.Assertions.assertThat;

import cloudportal.contract.Contract;
import cloudportal.contract.ContractDirectory;
import cloudportal.request.CancellationRequest;
import cloudportal.request.RequestDirectory;
import cloudportal.terms.Assessment;
import cloudportal.terms.BilledContract;
import cloudportal.terms.CancellationRules;
import cloudportal.terms.Cutoff;
import cloudportal.terms.CutoffRule;
import cloudportal.terms.NoticeAnchor;
import cloudportal.terms.ServiceTerms;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.orm.jpa.DataJpaTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

@DataJpaTest(showSql = false)
@Import({ContractDirectory.class, RequestDirectory.class})
class DemoDataTest {

    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

    @Autowired
    private ContractDirectory directory;

    @Autowired
    private RequestDirectory requests;

    @Autowired
    private JdbcClient database;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private EntityManager entities;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            HMAO061322 | HOME             | type-O Powered by Office 365 | 2019-09-15 | 900   | サービス開始
            HMMH061530 | HOME             | type-M                       | 2019-09-15 | 3000  | サービス開始
            HMUH022123 | HOME             | type-U2 Pro                  | 2017-09-26 | 1200  | サービス開始
            HMAO021976 | HOME             | type-O                       | 2017-09-26 | 900   | 変更お申込作成中
            HMAP022072 | HOME             | type-AP                      | 2017-08-31 | 2000  | サービス開始
            CSUF031001 | uniFLOW Online   | uniFLOW Online               | 2018-04-02 | 5000  | サービス開始
            CSTO032002 | Therefore Online | Therefore Online             | 2018-06-01 | 20000 | サービス開始
            NVVS033003 | NVSクラウド      | VisualstageType-S            | 2017-08-31 | 4000  | サービス開始
            HMSL034004 | HOME             | type-SL                      | 2018-02-15 | 1500  | 変更お申込作成中
            HMMH091001 | HOME             | type-M                       | 2019-09-01 | 3000  | サービス開始
            HMCX092002 | HOME             | type-CX                      | 2019-10-01 | 800   | サービス開始
            CSTO093003 | Therefore Online | Therefore Online             | 2019-09-01 | 20000 | サービス開始
            CSUF094004 | uniFLOW Online   | uniFLOW Online               | 2019-09-01 | 5000  | サービス開始
            HMUH095005 | HOME             | type-R                       | 2019-09-01 |       | サービス開始
            HMZZ096006 | HOME             | type-Z                       | 2019-04-01 | 1000  | サービス開始
            """)
    void givesTheGuidesCustomerEveryContractOfTheTable(
            String number, String category, String service, LocalDate startDate, Long monthlyFee, String status) {
        // when
        fillOn("2019-10-15");
        // then
        Contract contract = directory.find(kannon(), number).orElseThrow();
        assertThat(contract.getCategory()).isEqualTo(category);
        assertThat(contract.getService()).isEqualTo(service);
        assertThat(contract.getStartDate()).isEqualTo(startDate);
        assertThat(contract.getBillingStart()).isEqualTo(startDate.plusMonths(1).withDayOfMonth(1));
        assertThat(contract.getMonthlyFee()).isEqualTo(monthlyFee);
        assertThat(contract.getStatus().label()).isEqualTo(status);
    }

    @Test
    void givesTheGuidesCustomerNothingBesidesTheTableAndTheOtherCustomerFive() {
        // when
        fillOn("2019-10-15");
        // then
        assertThat(directory.contractsOf(kannon())).hasSize(15);
        assertThat(directory.contractsOf(customer("shop@other.example")))
                .extracting(Contract::getNumber)
                .containsExactly("HMMH040202", "HMCX040303", "CSTO040505", "CSUF040404", "HMSS040101");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            R-20191011-238065 | IT保守サービス | Barracuda Backup障害切り分け (PC10台) | 2019-10-11 | 作成中             |
            R-20190906-231470 | HOME           | type-SL                               |            | パートナー作成中   | HMSL034004
            R-20170829-92699  | HOME           | type-AP                               | 2017-08-30 | サービス開始       | HMAP022072
            R-20170828-92562  | HOME           | type-O                                |            | 変更お申込作成中   | HMAO021976
            R-20170823-92335  | NVSクラウド    | VisualstageType-S                     | 2017-08-24 | サービス開始       | NVVS033003
            """)
    void givesTheGuidesCustomerEveryRequestOfTheTable(
            String number, String category, String service, LocalDate appliedOn, String status, String contract) {
        // when
        fillOn("2019-10-15");
        // then
        CancellationRequest request = requests.find(number).orElseThrow();
        assertThat(request.getCustomerId()).isEqualTo(kannon());
        assertThat(request.getCategory()).isEqualTo(category);
        assertThat(request.getService()).isEqualTo(service);
        assertThat(request.getAppliedOn()).isEqualTo(appliedOn);
        assertThat(request.getStatus().label()).isEqualTo(status);
        assertThat(request.getContractNumber()).isEqualTo(contract);
    }

    @Test
    void listsTheRequestsNewestFirst() {
        // when
        fillOn("2019-10-15");
        // then
        assertThat(requests.requestsOf(kannon()))
                .extracting(CancellationRequest::getNumber)
                .containsExactly(
                        "R-20191011-238065",
                        "R-20190906-231470",
                        "R-20170829-92699",
                        "R-20170828-92562",
                        "R-20170823-92335");
        assertThat(requests.requestsOf(customer("shop@other.example"))).isEmpty();
    }

    @Test
    void blocksExactlyTheContractsWithAnOpenRequest() {
        // when
        fillOn("2019-10-15");
        // then
        entities.flush();
        assertThat(database.sql("select open_contract_number from request where open_contract_number is not null"
                                + " order by open_contract_number")
                        .query(String.class)
                        .list())
                .containsExactly("HMAO021976", "HMSL034004");
    }

    @Test
    void leavesTheGuidesOwnNumberToTheNextRequest() {
        // when
        fillOn("2019-10-15");
        // then
        assertThat(nextSequence()).isEqualTo(238_079);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2019-10-15", "2024-02-29", "2026-01-31", "2026-12-01", "2026-12-31"})
    void hasAContractForEachWarningWhateverTheDay(String today) {
        // when
        fillOn(today);
        // then
        assertThat(assessed("HMMH091001", home(12), today).shortfallMonths()).isPositive();
        assertThat(assessed("HMCX092002", home(2), today).shortfallMonths()).isEqualTo(1);
        assertThat(assessed("CSTO093003", therefore(), today).shortfallMonths()).isPositive();
        assertThat(assessed("CSUF094004", home(12), today).shortfallMonths()).isPositive();
        Assessment withoutFee = assessed("HMUH095005", home(12), today);
        assertThat(withoutFee.shortfallMonths()).isPositive();
        assertThat(withoutFee.settlementAmount()).isNull();
    }

    @Test
    void makesTheGuidesCaseCostTenMonths() {
        // when
        fillOn("2019-10-15");
        // then
        Assessment typeM = assessed("HMMH061530", home(12), "2019-10-15");
        assertThat(typeM.cancellationDate()).isEqualTo("2019-11-30");
        assertThat(typeM.settlementAmount()).isEqualTo(30_000);
    }

    @Test
    void leavesADatabaseWithCustomersAlone() {
        // given
        fillOn("2019-10-15");
        entities.flush();
        database.sql("update contract set monthly_fee = 1 where number = 'HMMH061530'")
                .update();
        database.sql("alter sequence request_number_seq restart with 238090").update();
        entities.clear();
        // when
        fillOn("2020-10-15");
        // then
        entities.flush();
        assertThat(directory.contractsOf(kannon())).hasSize(15);
        assertThat(directory.find(kannon(), "HMMH061530").orElseThrow().getMonthlyFee())
                .isEqualTo(1);
        assertThat(nextSequence()).isEqualTo(238_090);
    }

    private void fillOn(String today) {
        Instant morning = LocalDate.parse(today).atTime(10, 0).atZone(JAPAN).toInstant();
        new DemoData(directory, requests, database, transactions, Clock.fixed(morning, JAPAN))
                .afterSingletonsInstantiated();
    }

    private long nextSequence() {
        return database.sql("select nextval('request_number_seq')")
                .query(Long.class)
                .single();
    }

    private Assessment assessed(String contractNumber, ServiceTerms terms, String today) {
        Contract contract = directory.find(kannon(), contractNumber).orElseThrow();
        BilledContract billed = new BilledContract(
                contract.getStartDate(), YearMonth.from(contract.getBillingStart()), contract.getMonthlyFee());
        return new CancellationRules(1, 12).assess(terms, billed, LocalDate.parse(today), null);
    }

    private static ServiceTerms home(int minimumTermMonths) {
        Cutoff cutoff = new Cutoff(CutoffRule.END_OF_NEXT_MONTH, 0, NoticeAnchor.MONTH_START);
        return new ServiceTerms(minimumTermMonths, cutoff, false, "home");
    }

    private static ServiceTerms therefore() {
        Cutoff cutoff = new Cutoff(CutoffRule.DAYS_BEFORE_MONTH, 35, NoticeAnchor.MONTH_START);
        return new ServiceTerms(12, cutoff, false, "therefore-uniflow");
    }

    private long kannon() {
        return customer("kannon@kannon-do.example");
    }

    private long customer(String login) {
        return directory.customerOf(login).orElseThrow().getId();
    }
}
