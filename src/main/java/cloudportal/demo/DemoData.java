package cloudportal.demo;

import cloudportal.contract.Contract;
import cloudportal.contract.ContractDirectory;
import cloudportal.contract.Customer;
import cloudportal.request.RequestDirectory;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Fills an empty database with the demo's customers, contracts and requests, before the first page is served. A database
 * with a customer in it is left alone, so that a restart keeps what was tried out.
 */
@Component
@Profile("demo")
class DemoData implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(DemoData.class);

    private final ContractDirectory directory;
    private final RequestDirectory requests;
    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DemoData(
            ContractDirectory directory,
            RequestDirectory requests,
            JdbcClient database,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.directory = directory;
        this.requests = requests;
        this.database = database;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    @Override
    public void afterSingletonsInstantiated() {
        transaction.executeWithoutResult(status -> fillIfEmpty());
    }

    private void fillIfEmpty() {
        if (hasCustomers()) {
            LOG.info("The database has customers already; the demo's are not added");
            return;
        }
        LocalDate today = LocalDate.now(clock);
        addKannon(today);
        addYorozu();
        database.sql("alter sequence request_number_seq restart with " + DemoRequests.NEXT_SEQUENCE)
                .update();
        LOG.info("Added the demo's customers, contracts and requests; the young contracts are young on {}", today);
    }

    private boolean hasCustomers() {
        return database.sql("select count(*) from customer").query(Long.class).single() > 0;
    }

    private void addKannon(LocalDate today) {
        Customer kannon = directory.add(new Customer("株式会社観音堂", "観音 花子"), List.of("kannon@kannon-do.example"));
        Map<String, Contract> contracts = DemoContracts.ofKannon(kannon.getId(), today).stream()
                .map(directory::add)
                .collect(Collectors.toMap(Contract::getNumber, Function.identity()));
        DemoRequests.ofKannon(kannon.getId(), contracts).forEach(requests::add);
    }

    private void addYorozu() {
        Customer yorozu = directory.add(new Customer("株式会社萬商店", "萬 一郎"), List.of("shop@other.example"));
        DemoContracts.ofYorozu(yorozu.getId()).forEach(directory::add);
    }
}
