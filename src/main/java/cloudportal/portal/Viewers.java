package cloudportal.portal;

import cloudportal.contract.ContractDirectory;
import cloudportal.contract.Customer;
import cloudportal.engine.Administrators;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.stereotype.Component;

/** Says who is looking at the pages, by the web app's login alone. */
@Component
class Viewers {

    private static final String CONTRACT_CENTER = "contract-center";

    private final IdentityService identityService;
    private final ContractDirectory directory;

    Viewers(IdentityService identityService, ContractDirectory directory) {
        this.identityService = identityService;
        this.directory = directory;
    }

    Me me() {
        Authentication person = identityService.getCurrentAuthentication();
        Optional<Customer> customer = directory.customerOf(person.getUserId());
        return new Me(
                person.getUserId(),
                nameOf(person.getUserId()),
                customer.map(Customer::getCompanyName).orElse(""),
                customer.isPresent(),
                person.getGroupIds() != null && person.getGroupIds().contains(CONTRACT_CENTER),
                Administrators.include(person));
    }

    /** The login. */
    String login() {
        return identityService.getCurrentAuthentication().getUserId();
    }

    /**
     * The customer whose rows may be shown.
     *
     * @throws NoCustomerException where the login belongs to none
     */
    Customer customer() {
        return directory.customerOf(login()).orElseThrow(NoCustomerException::new);
    }

    private String nameOf(String login) {
        User user = identityService.createUserQuery().userId(login).singleResult();
        return user == null
                ? login
                : Stream.of(user.getLastName(), user.getFirstName())
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining(" "));
    }
}
