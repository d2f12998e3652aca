package cloudportal.contract;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds customers and their contracts. Nobody's contract is found through another customer. */
@Service
@Transactional(readOnly = true)
public class ContractDirectory {

    private final ContractRepository contracts;
    private final CustomerRepository customers;
    private final CustomerLoginRepository logins;

    ContractDirectory(ContractRepository contracts, CustomerRepository customers, CustomerLoginRepository logins) {
        this.contracts = contracts;
        this.customers = customers;
        this.logins = logins;
    }

    /** The customer that a login belongs to (guide 1.5); upper and lower case are one. */
    public Optional<Customer> customerOf(String login) {
        return Optional.ofNullable(login)
                .flatMap(known -> logins.findById(known.toLowerCase(Locale.ROOT)))
                .map(CustomerLogin::getCustomer);
    }

    /** @throws java.util.NoSuchElementException where there is no such customer */
    public Customer customer(long customerId) {
        return customers.findById(customerId).orElseThrow();
    }

    /** ご契約一覧: the customer's contracts, the newest start date first (guide 3.1). */
    public List<Contract> contractsOf(long customerId) {
        return contracts.findByCustomerIdOrderByStartDateDescNumberAsc(customerId);
    }

    /** A contract of this customer; full-width characters and surrounding blanks are taken for what they mean. */
    public Optional<Contract> find(long customerId, String number) {
        return Optional.ofNullable(number)
                .map(typed -> Normalizer.normalize(typed, Normalizer.Form.NFKC).strip())
                .flatMap(plain -> contracts.findByCustomerIdAndNumber(customerId, plain));
    }

    /** Stores a new contract. */
    @Transactional
    public Contract add(Contract contract) {
        return contracts.save(contract);
    }

    /** Stores a new customer with its logins. */
    @Transactional
    public Customer add(Customer customer, List<String> loginIds) {
        Customer stored = customers.save(customer);
        loginIds.forEach(login -> logins.save(new CustomerLogin(login, stored)));
        return stored;
    }
}
