package cloudportal.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloudportal.contract.Contract;
import cloudportal.contract.ContractStatus;
import cloudportal.request.RequestFixture.Person;
import cloudportal.request.RunningCases.Withdrawal;
import jakarta.persistence.EntityManagerFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The customer's lists and the way on from them (guide 3, 8 and the appendix), the same on every database. */
abstract class CustomerListsScenarios {

    private static final Pageable FIRST = PageRequest.of(0, 20);

    @Autowired
    private CustomerLists lists;

    @Autowired
    private RunningCases running;

    @Autowired
    private CustomerCases cases;

    @Autowired
    private RequestFixture fixture;

    @Autowired
    private SettableClock clock;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private EntityManagerFactory entityManagers;

    @Autowired
    private PlatformTransactionManager transactions;

    private Person person;

    @BeforeEach
    void aCustomerOnTheDayOfTheGuide() {
        clock.set("2019-10-15T10:00:00+09:00");
        person = fixture.aCustomer();
    }

    // --- lists

    @Test
    void turnsPagesInTheGuidesOrder() {
        // given three contracts, two since the same day
        Contract old = fixture.aContract(person, "HOME", "type-AP", "2017-08-31", 2000L);
        Contract one = fixture.aTypeM(person);
        Contract another = fixture.aTypeM(person);
        fixture.aTypeM(fixture.aCustomer());

        // when
        Page<ListedContract> first = lists.contracts(person.customerId(), "", PageRequest.of(0, 2));
        Page<ListedContract> second = lists.contracts(person.customerId(), "", PageRequest.of(1, 2));

        // then
        assertThat(numbers(first)).containsExactly(one.getNumber(), another.getNumber());
        assertThat(numbers(second)).containsExactly(old.getNumber());
        assertThat(first.getTotalElements()).isEqualTo(3);
        assertThat(lists.contracts(person.customerId(), "", PageRequest.of(9, 2)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "type-u2 pro, 1",
        "ＴＹＰＥ－Ｕ２　ＰＲＯ, 1",
        "'  type-u2   pro ', 1",
        "type-, 2",
        "100%, 1",
        "100_, 0",
        "'100\\', 0",
        "%, 1",
        "ｸﾗｳﾄﾞ, 1",
        "HMXX, 4",
        "HMYY, 0"
    })
    void findsWhatWasMeant(String typed, int expected) {
        fixture.aContract(person, "HOME", "type-U2 Pro", "2017-09-26", 1200L);
        fixture.aContract(person, "HOME", "type-M", "2019-09-15", 3000L);
        fixture.aContract(person, "NVSクラウド", "クラウドスキャン", "2019-09-15", 3000L);
        fixture.aContract(person, "HOME", "100%プラン", "2019-09-15", 3000L);
        fixture.aContract(fixture.aCustomer(), "HOME", "type-M", "2019-09-15", 3000L);

        assertThat(lists.contracts(person.customerId(), typed, FIRST).getTotalElements())
                .isEqualTo(expected);
    }

    @Test
    void leavesOutWhatWasWithdrawnAndWhatIsOthers() {
        Contract contract = fixture.aTypeM(person);
        CancellationRequest withdrawn = fixture.aRequest(contract, RequestStatus.WITHDRAWN);
        CancellationRequest draft = fixture.aRequest(contract, RequestStatus.CHANGE_DRAFT);
        CancellationRequest foreign = fixture.aRequest(fixture.aTypeM(fixture.aCustomer()), RequestStatus.RECEIVED);

        assertThat(lists.requests(person.customerId(), "", FIRST))
                .extracting(CancellationRequest::getNumber)
                .containsExactly(draft.getNumber());
        assertThat(lists.requests(person.customerId(), contract.getNumber().toLowerCase(), FIRST))
                .hasSize(1);
        assertThat(lists.request(person.customerId(), draft.getNumber())).isPresent();
        assertThat(lists.request(person.customerId(), withdrawn.getNumber())).isEmpty();
        assertThat(lists.request(person.customerId(), foreign.getNumber())).isEmpty();
        assertThat(lists.contract(person.customerId(), foreign.getContractNumber()))
                .isEmpty();
    }

    @Test
    void asksTheDatabaseAsOftenForTenThousandContractsAsForFew() {
        // given one customer with one contract, and one with ten thousand, every tenth of them blocked
        fixture.aTypeM(person);
        Person big = fixture.aCustomer();
        tenThousandContractsOf(big);

        // when
        long few = statements(() -> lists.contracts(person.customerId(), "type", FIRST));
        for (PageRequest page : List.of(PageRequest.of(0, 20), PageRequest.of(499, 20), PageRequest.of(0, 100))) {
            for (String search : List.of("", "type", "9999")) {
                Instant start = Instant.now();
                long many = statements(() -> lists.contracts(big.customerId(), search, page));

                // then
                LoggerFactory.getLogger(getClass())
                        .info(
                                "Page {} of {} with search [{}]: {} ms, {} statements",
                                page.getPageNumber(),
                                page.getPageSize(),
                                search,
                                Duration.between(start, Instant.now()).toMillis(),
                                many);
                assertThat(many).isLessThanOrEqualTo(few + 1).isLessThanOrEqualTo(3);
            }
        }
        assertThat(lists.contracts(big.customerId(), "", FIRST).getTotalElements())
                .isEqualTo(10_000);
    }

    // --- the way on

    @Test
    void findsTheCaseThatIsAboutToCancelTheContract() {
        Contract contract = fixture.aTypeM(person);
        assertThat(cancelling(contract)).isEmpty();

        String judged = fixture.aJudgedCase(person, contract, RequestFixture.TYPE_M);
        assertThat(cancelling(contract)).containsExactly(judged);

        cases.saveDraft(judged, RequestFixture.MOVES_DOMAIN);
        assertThat(cancelling(contract)).containsExactly(judged);

        cases.withdraw(judged, true);
        assertThat(cancelling(contract)).isEmpty();
    }

    @Test
    void takesNoCaseOfAnotherPersonAndNoneThatMerelyLooksAtADraft() {
        Contract contract = fixture.aTypeM(person);
        CancellationRequest draft = fixture.aRequest(contract, RequestStatus.CHANGE_DRAFT);
        cases.choose(fixture.aCase(person), contract.getNumber());

        assertThatThrownBy(() -> cancelling(contract))
                .isInstanceOfSatisfying(ContractBlockedException.class, blocked -> assertThat(blocked.requestNumber())
                        .isEqualTo(draft.getNumber()))
                .hasMessageContaining("何らかのお申込途中です");
        assertThat(running.canGoOn(person.login(), draft)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(
            value = ContractStatus.class,
            names = {"CANCELLATION_RECEIVED", "CANCELLED"})
    void refusesAContractThatIsOnItsWayOut(ContractStatus status) {
        Contract contract = fixture.aTypeM(person);
        fixture.setStatus(contract, status);

        assertThatThrownBy(() -> cancelling(contract))
                .isInstanceOfSatisfying(ContractBlockedException.class, blocked -> assertThat(blocked.requestNumber())
                        .isNull());
    }

    @Test
    void knowsNoContractAndNoRequestOfOthers() {
        Contract foreign = fixture.aTypeM(fixture.aCustomer());
        CancellationRequest draft = fixture.aRequest(foreign, RequestStatus.CHANGE_DRAFT);

        assertThatThrownBy(() -> cancelling(foreign)).isInstanceOf(NoSuchNumberException.class);
        assertThatThrownBy(() -> withdrawing(draft.getNumber())).isInstanceOf(NoSuchNumberException.class);
        assertThatThrownBy(() -> withdrawing("R-1-1")).isInstanceOf(NoSuchNumberException.class);
    }

    @Test
    void findsThePersonsCasesOnADraft() {
        Contract contract = fixture.aTypeM(person);
        String drafted = fixture.aDraftedCase(person, contract);
        String draft = jdbc.queryForObject(
                "select number from request where contract_number = ?", String.class, contract.getNumber());
        String looking = fixture.aCase(person);
        cases.choose(looking, contract.getNumber());

        Withdrawal withdrawal = withdrawing(draft);

        assertThat(withdrawal.contractNumber()).isEqualTo(contract.getNumber());
        assertThat(withdrawal.processInstanceIds()).containsExactlyInAnyOrder(drafted, looking);
        assertThat(running.canGoOn(person.login(), fixture.request(draft))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"PARTNER_DRAFT, パートナーが作成中", "RECEIVED, すでに「解約お申込受付中」", "RETURNED, すでに「差戻し」"})
    void withdrawsDraftsOfTheCustomersOwnOnly(RequestStatus status, String sentence) {
        CancellationRequest request = fixture.aRequest(fixture.aTypeM(person), status);

        assertThatThrownBy(() -> withdrawing(request.getNumber()))
                .isInstanceOf(RequestRefusedException.class)
                .hasMessageContaining(sentence);
    }

    private List<String> cancelling(Contract contract) {
        return new TransactionTemplate(transactions)
                .execute(status -> running.cancelling(person.login(), contract.getNumber()));
    }

    private Withdrawal withdrawing(String requestNumber) {
        return new TransactionTemplate(transactions)
                .execute(status -> running.withdrawing(person.login(), requestNumber));
    }

    private void tenThousandContractsOf(Person owner) {
        List<Object[]> rows = IntStream.range(0, 10_000)
                .mapToObj(index -> new Object[] {
                    "HM%d-%04d".formatted(owner.customerId(), index), owner.customerId(), "type-" + index % 50
                })
                .toList();
        jdbc.batchUpdate(
                """
                insert into contract (number, customer_id, category, service, start_date, status, version)
                values (?, ?, 'HOME', ?, date '2019-09-15', 'IN_SERVICE', 0)""",
                rows);
        jdbc.batchUpdate(
                """
                insert into request (number, sequence, kind, status, contract_number, open_contract_number, customer_id,
                    category, service, created_by, created_at, version)
                select ?, ?, 'CHANGE', 'CHANGE_DRAFT', number, number, customer_id, category, service, 'x', current_timestamp, 0
                from contract where number = ?""",
                IntStream.range(0, 1_000)
                        .mapToObj(index -> new Object[] {
                            "R-20190101-%d%04d".formatted(owner.customerId(), index),
                            index,
                            "HM%d-%04d".formatted(owner.customerId(), index * 10)
                        })
                        .toList());
    }

    private long statements(Supplier<?> work) {
        Statistics statistics = entityManagers.unwrap(SessionFactory.class).getStatistics();
        statistics.setStatisticsEnabled(true);
        statistics.clear();
        work.get();
        return statistics.getPrepareStatementCount();
    }

    private static List<String> numbers(Page<ListedContract> page) {
        return page.map(listed -> listed.choice().contract().getNumber()).getContent();
    }
}
