package cloudportal.whatif;

import cloudportal.contract.Contract;
import cloudportal.contract.ContractDirectory;
import cloudportal.contract.Customer;
import cloudportal.support.Person;
import java.time.LocalDate;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;

/** A customer of these tests alone, so that no other test's contracts move. */
final class TrialCustomer {

    static final String COMPANY = "試算商事株式会社";

    private final IdentityService identityService;
    private final ContractDirectory directory;
    private final String login;
    private final long id;

    TrialCustomer(IdentityService identityService, ContractDirectory directory, String login) {
        this.identityService = identityService;
        this.directory = directory;
        this.login = login;
        this.id = directory
                .customerOf(login)
                .orElseGet(() -> directory.add(new Customer(COMPANY, "試算 太郎"), List.of(login)))
                .getId();
        User user = identityService.newUser(login);
        user.setPassword(Person.PASSWORD);
        identityService.saveUser(user);
        identityService.createMembership(login, "customers");
    }

    /** A HOME contract that began on 2019-09-01 at 3,000 yen a month. */
    void has(String number, String service) {
        directory.add(new Contract(number, id, "HOME", service, LocalDate.parse("2019-09-01"), null, 3_000L));
    }

    Person person(int port) {
        return new Person(port, login, Person.PASSWORD);
    }

    /** The account goes, since other tests count them; the contracts are nobody else's. */
    void leave() {
        identityService.deleteUser(login);
    }
}
