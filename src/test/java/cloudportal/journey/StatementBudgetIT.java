package cloudportal.journey;

import static org.assertj.core.api.Assertions.assertThat;

import cloudportal.support.MovableClock;
import cloudportal.support.Person;
import cloudportal.support.PortalIT;
import cloudportal.support.Statements;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What each step of the guide's case asks of the database, to the statement, once everything is warm. A change of the table has to
 * be explained where it is committed.
 */
@PortalIT
class StatementBudgetIT {

    private static final Path TABLE = Path.of("src/test/resources/budget/statements.csv");

    @LocalServerPort
    int port;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcTemplate database;

    @Autowired
    ManagementService managementService;

    @Autowired
    Statements statements;

    private final Map<String, Integer> counted = new LinkedHashMap<>();

    @Test
    void asksTheDatabaseNoMoreOftenThanTheTableSays() throws IOException {
        // given a case that has warmed up caches and connections
        clock.moveTo("2019-10-15T10:00:00+09:00");
        walk("BUDGET1");

        // when another one is walked
        counted.clear();
        walk("BUDGET2");

        // then each step takes what the table says for this database
        int column = product().equals("H2") ? 1 : 2;
        Map<String, Integer> budget = new LinkedHashMap<>();
        List<String> lines = Files.readAllLines(TABLE);
        lines.subList(1, lines.size()).stream()
                .map(line -> line.split(","))
                .forEach(cells -> budget.put(cells[0], Integer.valueOf(cells[column])));
        assertThat(counted).as("statements on " + product()).isEqualTo(budget);
    }

    private void walk(String contract) {
        newContract(contract);
        Person customer = new Person(port, "kannon@kannon-do.example", Person.PASSWORD);
        Person staff = new Person(port, "center@portal.example", Person.PASSWORD);
        customer.get("/task?maxResults=1");
        staff.get("/task?maxResults=1");
        String[] instance = new String[1];
        count("start", () -> instance[0] = customer.startCancellation());
        answer(customer, instance[0], "userTask_selectContract", Map.of("contractNumber", contract));
        answer(customer, instance[0], "userTask_requestCancellation", Map.of("contractAction", "request"));
        answer(
                customer,
                instance[0],
                "userTask_giveReasonAndDomain",
                Map.of("reasonAction", "next", "cancellationReason", "統合のため", "domainDisposition", "transfer"));
        answer(customer, instance[0], "userTask_confirmRequest", Map.of("confirmation", "submit", "confirmed", true));
        count("receipt mail", () -> runJob(instance[0]));
        answer(customer, instance[0], "userTask_requestCompleted", Map.of());
        String fulfilment = database.queryForObject(
                """
                select proc_inst_id_ from act_ru_execution
                where business_key_ = (select number from request where open_contract_number = ?) and parent_id_ is null""",
                String.class,
                contract);
        claimAndAnswer(
                staff, fulfilment, "userTask_reviewRequest", Map.of("reviewDecision", "accept", "reviewComment", ""));
        claimAndAnswer(
                staff,
                fulfilment,
                "userTask_transferDomain",
                Map.of("domainHandledOn", "2019-10-15", "domainNote", ""));
        claimAndAnswer(
                staff,
                fulfilment,
                "userTask_arrangeSettlement",
                Map.of("settlementReference", "B-1", "settlementNote", ""));
    }

    private void claimAndAnswer(Person staff, String instance, String step, Map<String, ?> answers) {
        JsonNode task = staff.task(instance, step);
        count("claim " + step, () -> assertThat(staff.post(
                                "/task/%s/claim".formatted(task.get("id").asText()),
                                Map.of("userId", "center@portal.example"))
                        .status())
                .isEqualTo(204));
        answer(staff, instance, step, answers);
    }

    private void answer(Person person, String instance, String step, Map<String, ?> answers) {
        JsonNode task = person.task(instance, step);
        count(step, () -> assertThat(person.answer(task, answers).status()).isEqualTo(204));
    }

    private void runJob(String instance) {
        managementService
                .createJobQuery()
                .processInstanceId(instance)
                .messages()
                .list()
                .forEach(job -> managementService.executeJob(job.getId()));
    }

    private void count(String step, Runnable run) {
        counted.put(step, statements.during(run));
    }

    private void newContract(String number) {
        database.update(
                """
                insert into contract (number, customer_id, category, service, start_date, billing_start, monthly_fee, status, version)
                select ?, customer_id, 'HOME', 'type-M', ?, ?, 3000, 'IN_SERVICE', 0 from customer_login where login = ?""",
                number,
                Date.valueOf("2019-09-15"),
                Date.valueOf("2019-10-01"),
                "kannon@kannon-do.example");
    }

    private String product() {
        return database.execute((ConnectionCallback<String>)
                (Connection connection) -> connection.getMetaData().getDatabaseProductName());
    }
}
