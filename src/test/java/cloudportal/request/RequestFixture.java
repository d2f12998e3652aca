package cloudportal.request;

import cloudportal.contract.Contract;
import cloudportal.contract.ContractDirectory;
import cloudportal.contract.ContractStatus;
import cloudportal.contract.Customer;
import cloudportal.terms.Cutoff;
import cloudportal.terms.CutoffRule;
import cloudportal.terms.NoticeAnchor;
import cloudportal.terms.ServiceTerms;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.JdbcTemplate;

/** Customers, contracts and cases for a test, never the same twice, and what the tables say of them. */
class RequestFixture {

    static final Cutoff END_OF_NEXT_MONTH = new Cutoff(CutoffRule.END_OF_NEXT_MONTH, 0, NoticeAnchor.MONTH_START);
    static final ServiceTerms TYPE_M = new ServiceTerms(12, END_OF_NEXT_MONTH, true, "home");
    static final ServiceTerms TYPE_O = new ServiceTerms(0, END_OF_NEXT_MONTH, false, "home");
    static final ServiceTerms THEREFORE = new ServiceTerms(
            12, new Cutoff(CutoffRule.DAYS_BEFORE_MONTH, 35, NoticeAnchor.MONTH_START), false, "therefore-uniflow");
    static final int DECISION_VERSION = 7;
    static final String REASON = "サービスを利用しなくなったため解約します。";
    static final DraftAnswers MOVES_DOMAIN = new DraftAnswers(REASON, "transfer", null);

    private static final AtomicInteger COUNTER = new AtomicInteger(10_000);

    private final ContractDirectory directory;
    private final CustomerCases cases;
    private final RequestDirectory requests;
    private final JdbcTemplate jdbc;
    private final Clock clock;

    RequestFixture(
            ContractDirectory directory,
            CustomerCases cases,
            RequestDirectory requests,
            JdbcTemplate jdbc,
            SettableClock clock) {
        this.directory = directory;
        this.cases = cases;
        this.requests = requests;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A customer with one login. */
    record Person(String login, long customerId) {}

    /** An entry of the log. */
    record Entry(int seq, String type, String actor, OffsetDateTime occurredAt, String before, String after) {}

    Person aCustomer() {
        String login = "person%d@customer.example".formatted(COUNTER.incrementAndGet());
        Customer customer = directory.add(new Customer("観音堂株式会社", "観音 花子"), List.of(login));
        return new Person(login, customer.getId());
    }

    /** The guide's type-M contract: since 2019/09/15, for 3,000 yen a month. */
    Contract aTypeM(Person owner) {
        return aContract(owner, "HOME", "type-M", "2019-09-15", 3000L);
    }

    Contract aTherefore(Person owner) {
        return aContract(owner, "Therefore Online", "Therefore Online", "2022-05-10", 10_000L);
    }

    Contract aContract(Person owner, String category, String service, String startDate, Long monthlyFee) {
        return directory.add(new Contract(
                "HMXX%d".formatted(COUNTER.incrementAndGet()),
                owner.customerId(),
                category,
                service,
                LocalDate.parse(startDate),
                null,
                monthlyFee));
    }

    /** A request made elsewhere, with its contract in the status that goes with it. */
    CancellationRequest aRequest(Contract contract, RequestStatus status) {
        CancellationRequest request = requests.add(new CancellationRequest(
                COUNTER.incrementAndGet(),
                RequestKind.CHANGE,
                status,
                contract,
                contract.getCustomerId(),
                contract.getCategory(),
                contract.getService(),
                "somebody@customer.example",
                OffsetDateTime.now(clock),
                null));
        if (status.isOpen()) {
            setStatus(
                    contract,
                    status == RequestStatus.RECEIVED
                            ? ContractStatus.CANCELLATION_RECEIVED
                            : ContractStatus.CHANGE_IN_PREPARATION);
        }
        return request;
    }

    /** A case that has just been opened. */
    String aCase(Person person) {
        String processInstanceId = UUID.randomUUID().toString();
        cases.open(processInstanceId, person.login());
        return processInstanceId;
    }

    /** A case that has chosen a contract and had it judged. */
    String aJudgedCase(Person person, Contract contract, ServiceTerms terms) {
        String processInstanceId = aCase(person);
        cases.choose(processInstanceId, contract.getNumber());
        cases.judge(processInstanceId, Optional.of(terms), DECISION_VERSION);
        return processInstanceId;
    }

    /** A case that has made the draft for the guide's type-M contract. */
    String aDraftedCase(Person person, Contract contract) {
        String processInstanceId = aJudgedCase(person, contract, TYPE_M);
        cases.saveDraft(processInstanceId, MOVES_DOMAIN);
        return processInstanceId;
    }

    /** The number of a submitted cancellation of a new type-M contract. */
    String aReceivedRequest() {
        Person person = aCustomer();
        String processInstanceId = aDraftedCase(person, aTypeM(person));
        return cases.submit(processInstanceId, true).request().getNumber();
    }

    void pointCaseAt(String processInstanceId, CancellationRequest request) {
        jdbc.update(
                "update cancellation_case set request_number = ?, contract_number = ? where process_instance_id = ?",
                request.getNumber(),
                request.getContractNumber(),
                processInstanceId);
    }

    void setStatus(Contract contract, ContractStatus status) {
        jdbc.update("update contract set status = ? where number = ?", status.name(), contract.getNumber());
    }

    ContractStatus statusOf(String contractNumber) {
        return ContractStatus.valueOf(
                jdbc.queryForObject("select status from contract where number = ?", String.class, contractNumber));
    }

    CancellationRequest request(String number) {
        return requests.find(number).orElseThrow();
    }

    int requestsFor(Contract contract) {
        return jdbc.queryForObject(
                "select count(*) from request where contract_number = ?", Integer.class, contract.getNumber());
    }

    List<Entry> logOf(String requestNumber) {
        return jdbc.query(
                "select * from request_event where request_number = ? order by seq",
                (row, index) -> new Entry(
                        row.getInt("seq"),
                        row.getString("type"),
                        row.getString("actor"),
                        row.getObject("occurred_at", OffsetDateTime.class),
                        row.getString("before_json"),
                        row.getString("after_json")),
                requestNumber);
    }
}
