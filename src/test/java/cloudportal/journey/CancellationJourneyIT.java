package cloudportal.journey;

import static org.assertj.core.api.Assertions.assertThat;

import cloudportal.support.MovableClock;
import cloudportal.support.Person;
import cloudportal.support.PortalIT;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** The guide's eight steps and its appendix, over the real application, as the people who take them. */
@PortalIT
class CancellationJourneyIT {

    private static final String REASON = "最低利用期間を満たしていませんが、料金が発生することは承知しています。 ドメインは他社に移す予定です";

    @LocalServerPort
    int port;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcTemplate database;

    @Autowired
    ManagementService managementService;

    private Person customer;
    private Person staff;
    private Person auditor;

    @BeforeEach
    void logIn() {
        clock.moveTo("2019-10-15T10:00:00+09:00");
        customer = new Person(port, "kannon@kannon-do.example", Person.PASSWORD);
        staff = new Person(port, "center@portal.example", Person.PASSWORD);
        auditor = new Person(port, "auditor@portal.example", Person.PASSWORD);
    }

    @Test
    void cancelsTheTypeMContractOfTheGuideToItsEnd() {
        // given the guide's type-M contract, one month old
        String instance = chooses("HMMH061530");

        // when the customer asks for its cancellation
        customer.completes(instance, "userTask_requestCancellation", Map.of("contractAction", "request"));

        // then the form says what it costs and when it takes effect, before anything is saved
        JsonNode assessment = customer.variable(taskId(instance), "assessment");
        assertThat(assessment.get("cancellationDate").asText()).isEqualTo("2019-11-30");
        assertThat(assessment.get("shortfallMonths").asInt()).isEqualTo(10);
        assertThat(assessment.get("minimumTermEnd").asText()).isEqualTo("2020-09-30");
        assertThat(assessment.get("freeFrom").asText()).isEqualTo("2020-08-01");
        assertThat(statusOfContract("HMMH061530")).isEqualTo("IN_SERVICE");

        // when the reason and the domain's future are given and the draft is confirmed
        customer.completes(
                instance,
                "userTask_giveReasonAndDomain",
                Map.of("reasonAction", "next", "cancellationReason", REASON, "domainDisposition", "transfer"));
        JsonNode draft = customer.variable(taskId(instance), "request");
        String number = draft.get("requestNumber").asText();
        assertThat(number).matches("R-20191015-\\d{5,}");
        assertThat(draft.get("status").asText()).isEqualTo("解約お申込作成中");
        assertThat(statusOfContract("HMMH061530")).isEqualTo("CHANGE_IN_PREPARATION");
        customer.completes(instance, "userTask_confirmRequest", Map.of("confirmation", "submit", "confirmed", true));

        // then it is with the contract center, its number as business key
        assertThat(customer.tasks(instance)).containsExactly("userTask_requestCompleted");
        assertThat(statusOfContract("HMMH061530")).isEqualTo("CANCELLATION_RECEIVED");
        assertThat(statusOfRequest(number)).isEqualTo("RECEIVED");
        String fulfilment = fulfilmentOf(number);
        assertThat(customer.get("/task?maxResults=50&processInstanceId=" + fulfilment)
                        .json())
                .isEmpty();

        // when the receipt is sent, the customer closes the last page and the contract center does its work
        runJobs(instance);
        assertThat(database.queryForList("select kind from mail_outbox where request_number = ?", String.class, number))
                .containsExactly("RECEIPT");
        customer.completes(instance, "userTask_requestCompleted", Map.of());
        JsonNode review = staff.task(fulfilment, "userTask_reviewRequest");
        claim(review);
        assertThat(staff.answer(review, Map.of("reviewDecision", "accept", "reviewComment", ""))
                        .status())
                .isEqualTo(204);
        assertThat(staff.tasks(fulfilment))
                .containsExactly(
                        "userTask_arrangeSettlement", "userTask_awaitCancellationDate", "userTask_transferDomain");
        JsonNode domain = staff.task(fulfilment, "userTask_transferDomain");
        claim(domain);
        assertThat(staff.answer(domain, Map.of("domainHandledOn", "2019-10-15", "domainNote", ""))
                        .status())
                .isEqualTo(204);
        JsonNode settlement = staff.task(fulfilment, "userTask_arrangeSettlement");
        claim(settlement);
        assertThat(staff.answer(settlement, Map.of("settlementReference", "B-1", "settlementNote", ""))
                        .status())
                .isEqualTo(204);

        // and the cancellation date passes
        clock.moveTo("2019-12-01T00:00:00+09:00");
        runJobs(fulfilment);

        // then the contract is 解約済, the request 解約完了, the mail is written, and the auditor finds both cases
        assertThat(statusOfContract("HMMH061530")).isEqualTo("CANCELLED");
        assertThat(statusOfRequest(number)).isEqualTo("COMPLETED");
        assertThat(database.queryForList(
                        "select kind from mail_outbox where request_number = ? order by id", String.class, number))
                .contains("RECEIPT", "COMPLETED");
        JsonNode history = auditor.get("/history/process-instance?maxResults=50&processInstanceBusinessKey=" + number)
                .json();
        assertThat(history)
                .hasSize(2)
                .allSatisfy(found -> assertThat(found.get("state").asText()).isEqualTo("COMPLETED"));
    }

    @Test
    void warnsOfNothingForTypeO() {
        // given
        String instance = chooses("HMAO061322");

        // when
        customer.completes(instance, "userTask_requestCancellation", Map.of("contractAction", "request"));

        // then
        JsonNode assessment = customer.variable(taskId(instance), "assessment");
        assertThat(assessment.get("shortfallMonths").asInt()).isZero();
        assertThat(assessment.get("cancellationDate").asText()).isEqualTo("2019-11-30");
        assertThat(customer.tasks(instance)).containsExactly("userTask_giveReason");
    }

    @Test
    void withdrawsTheChangeDraftOfTheAppendixAndLeadsBackToTheContracts() {
        // given the appendix's contract, blocked by R-20170828-92562
        String instance = chooses("HMAO021976");
        JsonNode task = customer.task(instance, "userTask_withdrawDraft");
        assertThat(customer.variable(task.get("id").asText(), "request")
                        .get("requestNumber")
                        .asText())
                .isEqualTo("R-20170828-92562");

        // when it is withdrawn without its OK
        Person.Answer refused = customer.answer(task, Map.of("withdrawal", "withdraw", "confirmed", false));

        // then it says so, and with its OK it goes
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.message()).contains("OK").doesNotContain("Cannot");
        assertThat(customer.answer(task, Map.of("withdrawal", "withdraw", "confirmed", true))
                        .status())
                .isEqualTo(204);
        assertThat(statusOfContract("HMAO021976")).isEqualTo("IN_SERVICE");
        customer.completes(instance, "userTask_draftWithdrawn", Map.of("nextStep", "contracts"));
        assertThat(customer.tasks(instance)).containsExactly("userTask_selectContract");
    }

    @Test
    void endsTheFirstCaseWhenItsDraftIsWithdrawnFromASecond() {
        // given a draft of one's own running case
        String first = draftOf("HMUH022123", "userTask_giveReason", Map.of());
        String second = chooses("HMUH022123");

        // when
        customer.completes(second, "userTask_withdrawDraft", Map.of("withdrawal", "withdraw", "confirmed", true));

        // then
        assertThat(customer.tasks(first)).isEmpty();
        assertThat(auditor.get("/history/process-instance/" + first)
                        .json()
                        .get("state")
                        .asText())
                .isEqualTo("COMPLETED");
        assertThat(customer.tasks(second)).containsExactly("userTask_draftWithdrawn");
        assertThat(statusOfContract("HMUH022123")).isEqualTo("IN_SERVICE");
    }

    @Test
    void comesBackWithTheMovedDateWhenTheMonthTurnsBeforeTheOk() {
        // given a draft made at 23:59 on the last day of a month in Japan
        clock.moveTo("2019-10-31T23:59:00+09:00");
        String instance = draftOf("HMAP022072", "userTask_giveReason", Map.of());
        assertThat(customer.variable(taskId(instance), "request")
                        .get("cancellationDate")
                        .asText())
                .isEqualTo("2019-11-30");

        // when it is confirmed at 00:01
        clock.moveTo("2019-11-01T00:01:00+09:00");
        customer.completes(instance, "userTask_confirmRequest", Map.of("confirmation", "submit", "confirmed", true));

        // then it is shown again with the moved date, the OK taken back
        assertThat(customer.tasks(instance)).containsExactly("userTask_confirmRequest");
        JsonNode assessment = customer.variable(taskId(instance), "assessment");
        assertThat(assessment.get("changed").asBoolean()).isTrue();
        assertThat(assessment.get("changedText").asText()).contains("2019/11/30", "2019/12/31");
        assertThat(customer.get("/task/%s/form-variables?deserializeValues=false".formatted(taskId(instance)))
                        .json()
                        .has("confirmed"))
                .isFalse();
        assertThat(statusOfContract("HMAP022072")).isEqualTo("CHANGE_IN_PREPARATION");

        // when it is confirmed again
        customer.completes(instance, "userTask_confirmRequest", Map.of("confirmation", "submit", "confirmed", true));

        // then it is accepted
        assertThat(customer.tasks(instance)).containsExactly("userTask_requestCompleted");
    }

    @Test
    void makesOneOfTwoRequestsForAContractAtTheSameInstant() throws Exception {
        // given two cases of the same contract, both before their draft
        Person other = new Person(port, "shop@other.example", Person.PASSWORD);
        String contract = database.queryForObject(
                """
                select min(c.number) from contract c join customer_login l on l.customer_id = c.customer_id
                where l.login = 'shop@other.example' and c.status = 'IN_SERVICE' and c.category = 'HOME'
                  and c.service not in ('type-M', 'type-W', 'type-D')
                """,
                String.class);
        List<JsonNode> tasks = List.of(reasonTask(other, contract), reasonTask(other, contract));
        CyclicBarrier start = new CyclicBarrier(2);
        ExecutorService threads = Executors.newFixedThreadPool(2);

        // when both are sent at once
        List<Callable<Person.Answer>> calls = tasks.stream()
                .map(task -> (Callable<Person.Answer>) () -> {
                    start.await();
                    return other.answer(task, Map.of("reasonAction", "next", "cancellationReason", "統合のため"));
                })
                .toList();
        List<Person.Answer> answers = threads.invokeAll(calls).stream()
                .map(CancellationJourneyIT::result)
                .toList();
        threads.shutdown();

        // then one is made and the other gets a sentence
        assertThat(answers).extracting(Person.Answer::status).contains(204);
        Person.Answer loser = answers.stream()
                .filter(answer -> answer.status() != 204)
                .findFirst()
                .orElseThrow();
        assertThat(loser.status()).isIn(400, 409);
        assertThat(loser.message()).matches(".*[ぁ-ん].*").doesNotContain("Exception", "Cannot");
        assertThat(database.queryForObject(
                        "select count(*) from request where open_contract_number = ?", Integer.class, contract))
                .isEqualTo(1);
    }

    @Test
    void letsThereforeOnlineChooseAmongTheMonthsWhoseDeadlineIsNotOver() {
        // given, 35 days before 2019/12/01 is 2019/10/27
        String instance = chooses("CSTO032002");
        customer.completes(instance, "userTask_requestCancellation", Map.of("contractAction", "request"));
        JsonNode task = customer.task(instance, "userTask_giveReason");
        JsonNode months = customer.variable(task.get("id").asText(), "monthOptions");
        assertThat(months).hasSize(12);
        assertThat(months.get(0).get("value").asText()).isEqualTo("2019-12");
        assertThat(months.get(0).get("label").asText()).contains("2019年12月", "2019/10/27");

        // when a month that is no longer offered is sent
        Person.Answer refused = customer.answer(
                task, Map.of("reasonAction", "next", "cancellationReason", "移行のため", "desiredMonth", "2019-11"));

        // then
        assertRefused(refused, "解約希望月は表示された選択肢から選択してください。");
        customer.completes(
                instance,
                "userTask_giveReason",
                Map.of("reasonAction", "next", "cancellationReason", "移行のため", "desiredMonth", "2020-01"));
        assertThat(customer.variable(taskId(instance), "request")
                        .get("cancellationDate")
                        .asText())
                .isEqualTo("2020-01-31");
    }

    @Test
    void promisesNoDateForAServiceThatTheTableDoesNotKnow() {
        // given
        String instance = chooses("HMZZ096006");

        // when
        customer.completes(instance, "userTask_requestCancellation", Map.of("contractAction", "request"));

        // then the customer is told whom to ask, and the contract center has a case
        assertThat(customer.tasks(instance)).containsExactly("userTask_contactDesk");
        JsonNode inquiry = staff.get("/task?maxResults=50&processInstanceBusinessKey=HMZZ096006")
                .json();
        assertThat(inquiry).hasSize(1);
        assertThat(inquiry.get(0).get("taskDefinitionKey").asText()).isEqualTo("userTask_answerInquiry");
        assertThat(statusOfContract("HMZZ096006")).isEqualTo("IN_SERVICE");
    }

    @Test
    void answersBadInputWithASentenceAndKeepsTheTask() {
        // given
        Person shop = new Person(port, "shop@other.example", Person.PASSWORD);
        String instance = shop.startCancellation();
        JsonNode select = shop.task(instance);
        String foreign = "HMAO061322";

        // when / then: another customer's contract is as one that does not exist
        Person.Answer another = shop.answer(select, Map.of("contractNumber", foreign));
        assertRefused(another, "詳細を表示する契約は表示された選択肢から選択してください。");
        assertThat(another.text())
                .isEqualTo(shop.answer(select, Map.of("contractNumber", "HMXX999999"))
                        .text());
        assertRefused(shop.answer(select, Map.of()), "詳細を表示する契約を選択してください。");
        assertRefused(shop.answer(select, Map.of("customerLogin", "shop@other.example")), "");
        assertThat(shop.tasks(instance)).containsExactly("userTask_selectContract");

        // when / then: reason and domain
        shop.completes(instance, "userTask_selectContract", Map.of("contractNumber", "HMMH040202"));
        shop.completes(instance, "userTask_requestCancellation", Map.of("contractAction", "request"));
        JsonNode reason = shop.task(instance, "userTask_giveReasonAndDomain");
        assertRefused(
                shop.answer(reason, Map.of("reasonAction", "next", "cancellationReason", "\u3000 ")), "解約理由を入力してください。");
        assertRefused(
                shop.answer(reason, Map.of("reasonAction", "next", "cancellationReason", "あ".repeat(1001))),
                "解約理由は1,000文字以内で入力してください（現在1,001文字）。");
        assertRefused(
                shop.answer(reason, Map.of("reasonAction", "next", "cancellationReason", "統合のため")),
                "ドメイン移行・ドメイン廃止のどちらかを選択してください。");
        assertRefused(
                shop.answer(reason, Map.of("reasonAction", "next", "cancellationReason", 5, "domainDisposition", true)),
                "");
        assertThat(shop.tasks(instance)).containsExactly("userTask_giveReasonAndDomain");
        assertThat(statusOfContract("HMMH040202")).isEqualTo("IN_SERVICE");

        // when / then: a domain choice where none is asked
        String uniflow = shop.startCancellation();
        shop.completes(uniflow, "userTask_selectContract", Map.of("contractNumber", "CSUF040404"));
        shop.completes(uniflow, "userTask_requestCancellation", Map.of("contractAction", "request"));
        assertRefused(
                shop.answer(
                        shop.task(uniflow, "userTask_giveReason"),
                        Map.of("reasonAction", "next", "cancellationReason", "統合のため", "domainDisposition", "transfer")),
                "");
        assertThat(shop.tasks(uniflow)).containsExactly("userTask_giveReason");
    }

    private static void assertRefused(Person.Answer answer, String sentence) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.message())
                .contains(sentence)
                .matches("(?s).*[ぁ-ん].*")
                .doesNotContain("Exception", "Cannot", "cloudportal");
    }

    private JsonNode reasonTask(Person person, String contract) {
        String instance = person.startCancellation();
        person.completes(instance, "userTask_selectContract", Map.of("contractNumber", contract));
        person.completes(instance, "userTask_requestCancellation", Map.of("contractAction", "request"));
        return person.task(instance, "userTask_giveReason");
    }

    private String chooses(String contractNumber) {
        String instance = customer.startCancellation();
        customer.completes(instance, "userTask_selectContract", Map.of("contractNumber", contractNumber));
        return instance;
    }

    private String draftOf(String contractNumber, String reasonTask, Map<String, ?> more) {
        String instance = chooses(contractNumber);
        customer.completes(instance, "userTask_requestCancellation", Map.of("contractAction", "request"));
        Map<String, Object> answers = new java.util.HashMap<>(more);
        answers.put("reasonAction", "next");
        answers.put("cancellationReason", "サービスを利用しなくなったため解約します。");
        customer.completes(instance, reasonTask, answers);
        return instance;
    }

    private String taskId(String instance) {
        return customer.task(instance).get("id").asText();
    }

    private void claim(JsonNode task) {
        Person.Answer claimed =
                staff.post("/task/" + task.get("id").asText() + "/claim", Map.of("userId", "center@portal.example"));
        assertThat(claimed.status()).as(claimed.text()).isEqualTo(204);
    }

    private String fulfilmentOf(String requestNumber) {
        JsonNode found = staff.get("/task?maxResults=50&processInstanceBusinessKey=" + requestNumber
                        + "&processDefinitionKey=cancellation-fulfilment")
                .json();
        assertThat(found).hasSize(1);
        return found.get(0).get("processInstanceId").asText();
    }

    private void runJobs(String instance) {
        for (int round = 0; round < 5; round++) {
            for (Job job : managementService
                    .createJobQuery()
                    .processInstanceId(instance)
                    .executable()
                    .list()) {
                managementService.executeJob(job.getId());
            }
        }
    }

    private String statusOfContract(String number) {
        return database.queryForObject("select status from contract where number = ?", String.class, number);
    }

    private String statusOfRequest(String number) {
        return database.queryForObject("select status from request where number = ?", String.class, number);
    }

    private static Person.Answer result(Future<Person.Answer> answer) {
        try {
            return answer.get();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
