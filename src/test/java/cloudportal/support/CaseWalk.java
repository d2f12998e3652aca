package cloudportal.support;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.jdbc.core.JdbcTemplate;

/** Takes cases of the guide's customer to their ends, each on a new contract of its own. */
public final class CaseWalk {

    public static final String REASON = "最低利用期間を満たしていませんが、料金が発生することは承知しています。 ドメインは他社に移す予定です";
    public static final String CUSTOMER = "kannon@kannon-do.example";
    public static final String CENTER = "center@portal.example";

    private static final AtomicInteger NEXT = new AtomicInteger(900_001);

    private final Person customer;
    private final Person center;
    private final JdbcTemplate database;
    private final ManagementService managementService;
    private final MovableClock clock;

    public CaseWalk(int port, JdbcTemplate database, ManagementService managementService, MovableClock clock) {
        this.customer = new Person(port, CUSTOMER, Person.PASSWORD);
        this.center = new Person(port, CENTER, Person.PASSWORD);
        this.database = database;
        this.managementService = managementService;
        this.clock = clock;
    }

    /**
     * A case that was taken somewhere.
     *
     * @param fulfilment the contract center's; null where it has none
     */
    public record Walked(String contract, String number, String process, String fulfilment) {}

    /** The guide's example, to the end of the contract. */
    public Walked completed() {
        Walked walked = accepted();
        clock.moveTo("2019-12-01T00:00:00+09:00");
        runJobs(walked.fulfilment());
        clock.moveTo("2019-10-15T10:00:00+09:00");
        return walked;
    }

    /** A draft that was edited twice and then withdrawn. */
    public Walked editedTwiceAndWithdrawn() {
        String contract = contract();
        String process = draft(contract);
        for (String reason : List.of("一度目の修正です。", "=HYPERLINK(\"https://evil.example\") <b>二度目</b>")) {
            customer.completes(process, "userTask_confirmRequest", Map.of("confirmation", "edit"));
            customer.completes(
                    process,
                    "userTask_giveReasonAndDomain",
                    Map.of("reasonAction", "next", "cancellationReason", reason, "domainDisposition", "abolish"));
        }
        String number = numberOf(contract);
        customer.completes(process, "userTask_confirmRequest", Map.of("confirmation", "withdraw"));
        customer.completes(process, "userTask_withdrawDraft", Map.of("withdrawal", "withdraw", "confirmed", true));
        customer.completes(process, "userTask_draftWithdrawn", Map.of("nextStep", "finish"));
        return new Walked(contract, number, process, null);
    }

    /** A request that the contract center gave back. */
    public Walked returned() {
        Walked walked = submitted();
        answers(
                walked.fulfilment(),
                "userTask_reviewRequest",
                Map.of("reviewDecision", "return", "reviewComment", "契約者名をご確認ください。"));
        runJobs(walked.fulfilment());
        return walked;
    }

    /** A request that the customer took back after it was accepted. */
    public Walked retracted() {
        Walked walked = accepted();
        answers(
                walked.fulfilment(),
                "userTask_awaitCancellationDate",
                Map.of("retraction", true, "retractionReason", "継続して利用することになったため"));
        runJobs(walked.fulfilment());
        return walked;
    }

    /** A request that waits for the contract center. */
    public Walked submitted() {
        String contract = contract();
        String process = draft(contract);
        customer.completes(
                process,
                "userTask_confirmRequest",
                Map.of("confirmation", "submit", "confirmed", true, "settlementConsent", true));
        runJobs(process);
        customer.completes(process, "userTask_requestCompleted", Map.of());
        String number = numberOf(contract);
        String fulfilment = center.get("/task?maxResults=50&processInstanceBusinessKey=" + number)
                .json()
                .get(0)
                .get("processInstanceId")
                .asText();
        return new Walked(contract, number, process, fulfilment);
    }

    private Walked accepted() {
        Walked walked = submitted();
        answers(walked.fulfilment(), "userTask_reviewRequest", Map.of("reviewDecision", "accept", "reviewComment", ""));
        answers(
                walked.fulfilment(),
                "userTask_transferDomain",
                Map.of("domainHandledOn", "2019-10-15", "domainNote", "移管済み"));
        answers(
                walked.fulfilment(),
                "userTask_arrangeSettlement",
                Map.of("settlementReference", "B-1", "settlementNote", ""));
        return walked;
    }

    private String draft(String contract) {
        String process = customer.startCancellation();
        customer.completes(process, "userTask_selectContract", Map.of("contractNumber", contract));
        customer.completes(process, "userTask_requestCancellation", Map.of("contractAction", "request"));
        customer.completes(
                process,
                "userTask_giveReasonAndDomain",
                Map.of("reasonAction", "next", "cancellationReason", REASON, "domainDisposition", "transfer"));
        return process;
    }

    private void answers(String process, String task, Map<String, ?> answers) {
        JsonNode open = center.task(process, task);
        center.post("/task/" + open.get("id").asText() + "/claim", Map.of("userId", CENTER));
        Person.Answer answer = center.answer(open, answers);
        assertThat(answer.status()).as(answer.text()).isEqualTo(204);
    }

    private String contract() {
        String number = "HMMH" + NEXT.getAndIncrement();
        database.update(
                "insert into contract (number, customer_id, category, service, start_date, monthly_fee, status, version)"
                        + " select ?, customer_id, 'HOME', 'type-M', date '2019-09-15', 3000, 'IN_SERVICE', 0"
                        + " from customer_login where login = ?",
                number,
                CUSTOMER);
        return number;
    }

    private String numberOf(String contract) {
        return database.queryForObject("select number from request where contract_number = ?", String.class, contract);
    }

    private void runJobs(String process) {
        for (int round = 0; round < 10; round++) {
            List<Job> due = managementService
                    .createJobQuery()
                    .processInstanceId(process)
                    .executable()
                    .list();
            if (due.isEmpty()) {
                return;
            }
            due.forEach(job -> managementService.executeJob(job.getId()));
        }
    }
}
