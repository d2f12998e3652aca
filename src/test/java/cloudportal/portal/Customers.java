package cloudportal.portal;

import cloudportal.contract.Contract;
import cloudportal.contract.ContractDirectory;
import cloudportal.contract.Customer;
import cloudportal.request.CancellationRequest;
import cloudportal.request.RequestDirectory;
import cloudportal.request.RequestKind;
import cloudportal.request.RequestStatus;
import cloudportal.support.Person;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.springframework.jdbc.core.JdbcTemplate;

/** Customers of a test's own, with a login to Tasklist, contracts and requests; never the same twice. */
public final class Customers {

    private static final AtomicInteger COUNTER = new AtomicInteger(700_000);

    private final IdentityService identityService;
    private final ContractDirectory directory;
    private final RequestDirectory requests;
    private final JdbcTemplate database;
    private final Clock clock;

    public Customers(
            IdentityService identityService,
            ContractDirectory directory,
            RequestDirectory requests,
            JdbcTemplate database,
            Clock clock) {
        this.identityService = identityService;
        this.directory = directory;
        this.requests = requests;
        this.database = database;
        this.clock = clock;
    }

    /** A customer with one login. */
    public record Someone(String login, long id) {}

    public Someone add(String company) {
        String login = "pages%d@customer.example".formatted(COUNTER.incrementAndGet());
        User user = identityService.newUser(login);
        user.setPassword(Person.PASSWORD);
        user.setLastName("頁");
        user.setFirstName("太郎");
        identityService.saveUser(user);
        identityService.createMembership(login, "customers");
        Customer customer = directory.add(new Customer(company, "頁 太郎"), List.of(login));
        return new Someone(login, customer.getId());
    }

    /** A contract for 3,000 yen a month, billed from the month after its start. */
    public Contract contract(Someone owner, String category, String service, String startDate) {
        return directory.add(new Contract(
                "HMPG%06d".formatted(COUNTER.incrementAndGet()),
                owner.id(),
                category,
                service,
                LocalDate.parse(startDate),
                null,
                3_000L));
    }

    /** A request that was made elsewhere; while it is open its contract says so. */
    public String request(Someone owner, Contract contract, RequestStatus status) {
        CancellationRequest request = requests.add(new CancellationRequest(
                COUNTER.incrementAndGet(),
                RequestKind.CHANGE,
                status,
                contract,
                owner.id(),
                contract == null ? "IT保守サービス" : contract.getCategory(),
                contract == null ? "Barracuda Backup障害切り分け (PC10台)" : contract.getService(),
                owner.login(),
                OffsetDateTime.now(clock),
                status == RequestStatus.IN_SERVICE ? LocalDate.now(clock) : null));
        if (contract != null && status.isOpen()) {
            database.update(
                    "update contract set status = 'CHANGE_IN_PREPARATION' where number = ?", contract.getNumber());
        }
        return request.getNumber();
    }

    /** How many cases of a person run. */
    public int casesOf(Someone person) {
        return database.queryForObject(
                "select count(*) from cancellation_case where login = ?", Integer.class, person.login());
    }
}
