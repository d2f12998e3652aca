package cloudportal.contract;

import java.text.Normalizer;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds customers and their contracts. Nobody's contract is found through another customer. */
@Service
@Transactional(readOnly = true)
public class ContractDirectory {

    /** What a number can be at all; PostgreSQL does not even compare a text that holds a NUL. */
    private static final Pattern STORABLE = Pattern.compile("[^\\p{Cc}\\p{Cs}]{1,30}");

    /** Neither ended nor about to end. */
    private static final Set<ContractStatus> RUNNING =
            Set.of(ContractStatus.IN_SERVICE, ContractStatus.CHANGE_IN_PREPARATION);

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

    /** A page of ご契約一覧: what the search text finds in number and service, in the guide's order (guide 3.1). */
    public Page<Contract> contractsOf(long customerId, String search, Pageable page) {
        return SearchText.pattern(search)
                .map(pattern -> contracts.search(customerId, pattern, page))
                .orElseGet(() -> contracts.findByCustomerIdOrderByStartDateDescNumberAsc(customerId, page));
    }

    /**
     * A contract of this customer, and nobody else's turn with it until the transaction ends.
     *
     * @param number as it is stored
     */
    @Transactional
    public Optional<Contract> lock(long customerId, String number) {
        return Optional.ofNullable(number)
                .filter(plain -> STORABLE.matcher(plain).matches())
                .map(plain -> contracts.lock(customerId, plain))
                .flatMap(locked -> contracts.findByCustomerIdAndNumber(customerId, locked));
    }

    /** The next contracts that run, in the order of their numbers; begins with those after the given number. */
    public List<Contract> runningAfter(String number, int limit) {
        return contracts.findByNumberGreaterThanAndStatusInOrderByNumber(number, RUNNING, Limit.of(limit));
    }

    /** The company names of customers, by their ids. */
    public Map<Long, String> companies(Collection<Long> customerIds) {
        return customers.findAllById(customerIds).stream()
                .collect(Collectors.toMap(Customer::getId, Customer::getCompanyName));
    }

    /** A contract of this customer; full-width characters, lower case and surrounding blanks are taken for what they mean. */
    public Optional<Contract> find(long customerId, String number) {
        return Optional.ofNullable(number)
                .map(typed -> Normalizer.normalize(typed, Normalizer.Form.NFKC).strip())
                .filter(plain -> STORABLE.matcher(plain).matches())
                .flatMap(plain -> contracts
                        .findByCustomerIdAndNumber(customerId, plain)
                        .or(() -> contracts.findByCustomerIdAndNumber(customerId, plain.toUpperCase(Locale.ROOT))));
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
