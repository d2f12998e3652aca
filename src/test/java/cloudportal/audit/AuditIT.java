package cloudportal.audit;

import static org.assertj.core.api.Assertions.assertThat;

import cloudportal.support.Browser;
import cloudportal.support.CaseWalk;
import cloudportal.support.CaseWalk.Walked;
import cloudportal.support.MovableClock;
import cloudportal.support.Person;
import cloudportal.support.PortalIT;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** What auditors find, read and take out through Cockpit's server, and that nobody else does. */
@PortalIT
class AuditIT {

    private static final String PLUGIN = "/camunda/api/cockpit/plugin/portal-audit/default/";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static Walked completed;
    private static Walked withdrawn;
    private static Walked returned;
    private static Walked retracted;
    private static Walked received;

    @LocalServerPort
    int port;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcTemplate database;

    @Autowired
    ManagementService managementService;

    @Autowired
    HistoryService historyService;

    @Autowired
    ProcessEngine processEngine;

    private Browser auditor;

    @BeforeEach
    void casesOfEveryEnd() {
        clock.moveTo("2019-10-15T10:00:00+09:00");
        if (completed == null) {
            CaseWalk walk = new CaseWalk(port, database, managementService, clock);
            withdrawn = walk.editedTwiceAndWithdrawn();
            returned = walk.returned();
            retracted = walk.retracted();
            received = walk.submitted();
            completed = walk.completed();
        }
        auditor = logIn("auditor@portal.example", "cockpit");
    }

    @ParameterizedTest
    @CsvSource({
        "number=NUMBER",
        "number=TAIL",
        "contract=CONTRACT",
        "contract=LOWER",
        "company=観音&contract=CONTRACT",
        "login=Kannon@kannon-do.example&contract=CONTRACT",
        "service=type-M&contract=CONTRACT",
        "outcomes=COMPLETED&contract=CONTRACT",
        "period=APPLIED&from=2019/10/15&to=2019-10-15&contract=CONTRACT",
        "period=CREATED&from=2019/10/15&to=2019/10/15&contract=CONTRACT",
        "period=CLOSED&from=2019/12/01&to=2019/12/01&contract=CONTRACT",
        "period=CANCELLATION&from=2019/11/30&to=2019/11/30&contract=CONTRACT",
        "amountFrom=３０，０００円&amountTo=30000&contract=CONTRACT",
        "period=APPLIED&from=2019/10/01&to=2019/10/31&amountFrom=1&company=観音堂&outcomes=COMPLETED&contract=CONTRACT"
    })
    void findACaseThatHasEnded(String criteria) {
        JsonNode found = json("cases?" + query(criteria)).get("rows");
        assertThat(found).as(criteria).hasSize(1);
        JsonNode row = found.get(0);
        assertThat(row.get("number").asText()).isEqualTo(completed.number());
        assertThat(row.get("statusLabel").asText()).isEqualTo("解約完了");
        assertThat(row.get("settlementAmount").asLong()).isEqualTo(30_000);
        assertThat(texts(row.get("processes"), "id")).containsExactly(completed.process(), completed.fulfilment());
        assertThat(row.get("processes").get(1).get("durationMillis").asLong()).isPositive();
    }

    @ParameterizedTest
    @CsvSource({
        "number=R-20191016-1",
        "contract=HMXX000000",
        "company=観音堂%&contract=CONTRACT",
        "login=shop@other.example&contract=CONTRACT",
        "service=type-O&contract=CONTRACT",
        "outcomes=RETURNED&contract=CONTRACT",
        "period=APPLIED&from=2019/10/16&contract=CONTRACT",
        "period=APPLIED&to=2019/10/14&contract=CONTRACT",
        "period=CLOSED&to=2019/11/30&contract=CONTRACT",
        "amountFrom=30001&contract=CONTRACT",
        "amountTo=29999&contract=CONTRACT"
    })
    void doNotFindWhatDoesNotMeetTheCriteria(String criteria) {
        assertThat(json("cases?" + query(criteria)).get("rows")).as(criteria).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "number=abc,お申込番号は「R-20191015-300000」の形",
        "from=2019/02/30,暦にある日を入力してください。",
        "from=2019/10/16&to=2019/10/15,期間の開始日は",
        "amountFrom=たくさん,金額は「30000」のように",
        "amountFrom=2&amountTo=1,金額の下限は",
        "outcomes=LOST,検索条件の選択が正しくありません。",
        "page=401,条件を追加して絞り込んでください。"
    })
    void areToldWhatToType(String criteria, String sentence) {
        HttpResponse<String> answer = auditor.get(PLUGIN + "cases?" + query(criteria));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains(sentence);
    }

    @Test
    void leafAndSortAndCount() {
        // given the five cases, by the amount and then by the number
        String all = "cases?login=kannon@kannon-do.example&service=type-M&period=CREATED&from=2019/10/15&size=2";
        JsonNode first = json(all + "&sort=NUMBER&direction=asc");
        JsonNode second = json(all + "&sort=NUMBER&direction=asc&page=1");

        // then
        assertThat(first.get("rows")).hasSize(2);
        assertThat(first.get("more").asBoolean()).isTrue();
        assertThat(texts(first.get("rows"), "number")).doesNotContainAnyElementsOf(texts(second.get("rows"), "number"));
        for (String sort : List.of("APPLIED", "CREATED", "CLOSED", "CANCELLATION", "AMOUNT")) {
            assertThat(json(all + "&sort=" + sort).get("rows")).hasSize(2);
        }
        Map<String, Long> counts = StreamSupport.stream(
                        json(all.replace("cases", "outcomes")).spliterator(), false)
                .collect(Collectors.toMap(row -> row.get("label").asText(), row -> row.get("count")
                        .asLong()));
        assertThat(counts).containsKeys("解約完了", "取消", "差戻し", "取下げ", "解約お申込受付中");
        assertThat(json("services")).extracting(JsonNode::asText).contains("type-M", "type-O");
    }

    @Test
    void findCasesWithoutARequestAmongTheProcesses() {
        Person customer = new Person(port, CaseWalk.CUSTOMER, Person.PASSWORD);
        String instance = customer.startCancellation();

        // on whichever page: the customer has other cases of the same moment
        List<String> running = new ArrayList<>();
        List<String> page = List.of("first");
        for (int number = 0; !page.isEmpty(); number++) {
            page = texts(
                    json("processes?definitionKey=cancellation-request&state=running&startedBy=%s&page=%d"
                                    .formatted(CaseWalk.CUSTOMER, number))
                            .get("rows"),
                    "id");
            running.addAll(page);
        }

        assertThat(running).doesNotHaveDuplicates().contains(instance).doesNotContain(completed.process());
    }

    @Test
    void seeThePathOfACaseThatWasEditedTwiceAndWithdrawn() {
        JsonNode history = json("case/" + withdrawn.process());

        JsonNode flows = history.get("path").get("flows");
        assertThat(flows.get("flow_confirmationToJudgeTerms").asInt()).isEqualTo(2);
        assertThat(flows.get("flow_contractActionToJudgeTerms").asInt()).isEqualTo(1);
        assertThat(flows.get("flow_judgeTermsToLookUpTerms").asInt()).isEqualTo(3);
        assertThat(flows.get("flow_confirmationToStartWithdrawal").asInt()).isEqualTo(1);
        assertThat(flows.has("flow_confirmationToSubmitRequest")).isFalse();
        assertThat(flows.has("flow_nextStepToCancelAgain")).isFalse();
        assertThat(history.get("path")
                        .get("nodes")
                        .get("endEvent_draftWithdrawn")
                        .asInt())
                .isEqualTo(1);
        assertThat(texts(history.get("events"), "type")).containsExactly("DRAFTED", "EDITED", "EDITED", "WITHDRAWN");
        assertThat(history.get("requests").get(0).get("status").asText()).isEqualTo("取消");
        assertThat(history.get("diagram").asText()).contains("userTask_confirmRequest");
    }

    @Test
    void seeThePathOfAReturnedAndOfARetractedCase() {
        JsonNode back = json("case/" + returned.fulfilment()).get("path");
        assertThat(back.get("flows").has("flow_reviewDecisionToSendReturn")).isTrue();
        assertThat(back.get("flows").has("flow_reviewDecisionToFulfilment")).isFalse();

        JsonNode taken = json("case/" + retracted.fulfilment()).get("path");
        assertThat(taken.get("flows").has("flow_awaitCancellationDateToRetractRequest"))
                .isTrue();
        assertThat(taken.get("flows").has("flow_requestRetractedToSendRetraction"))
                .isTrue();
        assertThat(taken.get("flows").has("flow_cancellationDateToTerminateContract"))
                .isFalse();
        assertThat(taken.get("flows").has("flow_joinToFulfilled")).isFalse();
        assertThat(taken.get("nodes").has("event_requestRetracted")).isTrue();
    }

    @Test
    void readTheCustomersCaseFromEndToEnd() {
        JsonNode history = json("case/" + completed.process());

        // who did what
        JsonNode confirm = find(history.get("timeline"), "activityId", "userTask_confirmRequest");
        assertThat(confirm.get("by").asText()).isEqualTo(CaseWalk.CUSTOMER);
        assertThat(confirm.get("endedAt").asText()).isEqualTo("2019-10-15T10:00:00+09:00");
        assertThat(find(history.get("timeline"), "activityId", "serviceTask_sendReceipt")
                        .get("by")
                        .isNull())
                .isTrue();

        // what was answered, in the form's words
        JsonNode reason = find(history.get("forms"), "activityId", "userTask_giveReasonAndDomain");
        assertThat(reason.get("by").asText()).isEqualTo(CaseWalk.CUSTOMER);
        JsonNode domain = find(reason.get("fields"), "key", "domainDisposition");
        assertThat(domain.get("label").asText()).isEqualTo("ドメイン移行・ドメイン廃止 ※必須");
        assertThat(domain.get("text").asText()).isEqualTo("ドメインを他社に移行");
        assertThat(find(reason.get("fields"), "key", "cancellationReason")
                        .get("text")
                        .asText())
                .isEqualTo(CaseWalk.REASON);
        JsonNode select = find(history.get("forms"), "activityId", "userTask_selectContract");
        assertThat(select.get("fields").get(0).get("text").asText()).contains(completed.contract(), "HOME type-M");

        // by which rule
        JsonNode decision = history.get("decisions").get(0);
        assertThat(decision.get("key").asText()).isEqualTo("service-terms");
        assertThat(decision.get("version").asInt()).isEqualTo(1);
        assertThat(decision.get("rules")).hasSize(1);
        assertThat(decision.get("rules").get(0).get("description").asText()).contains("type-M");
        assertThat(find(decision.get("inputs"), "name", "サービス").get("value").asText())
                .isEqualTo("type-M");

        // what was mailed, and noted
        JsonNode mail = history.get("mails").get(0);
        assertThat(mail.get("messageId").asText())
                .isEqualTo("<%s.receipt.1@portal.example>".formatted(completed.number()));
        assertThat(mail.get("body").asText()).contains("解約");
        assertThat(mail.get("recipient").asText()).isEqualTo(CaseWalk.CUSTOMER);
        assertThat(mail.get("status").asText()).isEqualTo("HELD");
        assertThat(texts(history.get("events"), "type"))
                .contains("DRAFTED", "SUBMITTED", "ACCEPTED", "DOMAIN_HANDLED", "SETTLEMENT_ARRANGED", "COMPLETED");
        assertThat(history.get("events").get(1).get("before").get("status").asText())
                .isEqualTo("CANCELLATION_DRAFT");
        assertThat(history.get("events").get(1).get("after").get("status").asText())
                .isEqualTo("RECEIVED");

        // and the contract center's case stands beside it, both ways
        assertThat(texts(history.get("related"), "id")).containsExactly(completed.fulfilment());
        JsonNode fulfilment = json("case/" + completed.fulfilment());
        assertThat(texts(fulfilment.get("related"), "id")).containsExactly(completed.process());
        assertThat(texts(fulfilment.get("operations"), "operation")).contains("Claim", "Complete");
        assertThat(fulfilment.get("operations"))
                .allSatisfy(
                        operation -> assertThat(operation.get("by").asText()).isIn(CaseWalk.CENTER, CaseWalk.CUSTOMER));
    }

    @Test
    void seeEveryChangeOfAVariable() {
        JsonNode changes = json("case/" + withdrawn.process()).get("variables");

        List<JsonNode> reasons = StreamSupport.stream(changes.spliterator(), false)
                .filter(change -> change.get("name").asText().equals("cancellationReason"))
                .toList();
        assertThat(reasons).hasSize(3);
        assertThat(reasons.get(0).get("oldValue").isNull()).isTrue();
        assertThat(reasons.get(1).get("oldValue").asText()).isEqualTo(CaseWalk.REASON);
        assertThat(reasons.get(1).get("newValue").asText()).isEqualTo("一度目の修正です。");
        assertThat(reasons.get(2).get("oldValue").asText()).isEqualTo("一度目の修正です。");
        assertThat(reasons)
                .allSatisfy(change -> assertThat(change.get("by").asText()).isEqualTo(CaseWalk.CUSTOMER));
    }

    @Test
    void takeOutACaseAsADocumentInWhichNothingRuns() {
        HttpResponse<String> answer = auditor.get(PLUGIN + "case/" + withdrawn.process() + "/export.html");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow())
                .isEqualTo("attachment; filename=\"case-%s.html\"".formatted(withdrawn.number()));
        assertThat(answer.body())
                .startsWith("<!DOCTYPE html>")
                .contains("&lt;b&gt;二度目&lt;/b&gt;", "@media print", "<svg", "お申込を確認", "修正")
                .doesNotContain("<b>二度目", "<script", "http://localhost");
    }

    @Test
    void takeOutACaseAsJson() throws IOException {
        HttpResponse<String> answer = auditor.get(PLUGIN + "case/" + completed.process() + "/export.json");
        assertThat(JSON.readTree(answer.body())).isEqualTo(json("case/" + completed.process()));
    }

    @Test
    void takeOutASearchAsCsv() {
        HttpResponse<String> answer = auditor.get(PLUGIN + "cases.csv?" + query("contract=CONTRACT"));

        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).isEqualTo("text/csv;charset=UTF-8");
        assertThat(answer.body()).startsWith("\uFEFFお申込番号,");
        List<String> lines = answer.body().lines().toList();
        assertThat(answer.body()).endsWith("\r\n");
        assertThat(lines.get(1))
                .startsWith(completed.number() + ",解約,解約完了," + completed.contract() + ",")
                .contains("2019-11-30,10,30000,2019-12-01T00:00:00+09:00,\"解約お申込 " + completed.process());
        assertThat(auditor.get(PLUGIN + "cases.csv").body().lines()).hasSizeGreaterThan(5);
    }

    @Test
    void leaveATraceOfWhatTheyLookedAt() {
        json("case/" + returned.process());
        auditor.get(PLUGIN + "case/" + returned.process() + "/export.json");
        auditor.get(PLUGIN + "case/" + returned.process() + "/export.html");
        auditor.get(PLUGIN + "cases.csv?" + query("company=観音堂"));

        List<Map<String, Object>> trace = database.queryForList(
                "select actor, action, request_number, detail from audit_access order by id desc limit 4");
        assertThat(trace)
                .extracting(row -> row.get("ACTION"))
                .containsExactly("EXPORTED_SEARCH_CSV", "EXPORTED_CASE_HTML", "EXPORTED_CASE_JSON", "OPENED_CASE");
        assertThat(trace).extracting(row -> row.get("ACTOR")).containsOnly("auditor@portal.example");
        assertThat(trace.get(0).get("DETAIL")).isEqualTo("company=観音堂");
        assertThat(trace.get(3).get("REQUEST_NUMBER")).isEqualTo(returned.number());
        JsonNode accesses = json("accesses");
        assertThat(texts(accesses, "action")).startsWith("READ_ACCESSES", "EXPORTED_SEARCH_CSV");
    }

    @Test
    void areToldThatTheLogIsWhatWasWritten() {
        JsonNode check = json("log-check");
        assertThat(check.get("unchanged").asBoolean()).as(check.toString()).isTrue();
        assertThat(check.get("entries").asInt()).isGreaterThan(10);
        assertThat(json("log-check?seal=" + check.get("seal").asText())
                        .get("matchesSeal")
                        .asBoolean())
                .isTrue();
        assertThat(auditor.get(PLUGIN + "log-check?seal=x").statusCode()).isEqualTo(400);
    }

    @Test
    void areToldWhereTheLogIsNotWhatWasWritten() {
        // given somebody with the database's password
        String before = database.queryForObject(
                "select after_json from request_event where request_number = ? and seq = 2",
                String.class,
                completed.number());
        database.execute("drop trigger request_event_append_only");
        try {
            alter(before.replace("30000", "0"));

            // when
            JsonNode check = json("log-check");

            // then
            assertThat(check.get("unchanged").asBoolean()).isFalse();
            assertThat(check.get("findings")).hasSize(1);
            assertThat(check.get("findings").get(0).get("requestNumber").asText())
                    .isEqualTo(completed.number());
            assertThat(check.get("findings").get(0).get("seq").asInt()).isEqualTo(2);
            assertThat(check.get("findings").get(0).get("kind").asText()).isEqualTo("CHANGED");
        } finally {
            alter(before);
            database.execute("create trigger request_event_append_only before update, delete on request_event"
                    + " for each row call 'cloudportal.request.AppendOnlyTrigger'");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cases",
                "outcomes",
                "services",
                "cases.csv",
                "processes",
                "case/x",
                "case/x/export.html",
                "case/x/export.json",
                "log-check",
                "accesses"
            })
    void areTheOnlyOnesBesideAdministrators(String path) {
        for (Browser other : List.of(
                logIn("kannon@kannon-do.example", "tasklist"),
                logIn("center@portal.example", "tasklist"),
                logIn("owner@portal.example", "cockpit"))) {
            HttpResponse<String> answer = other.get(PLUGIN + path);
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.body()).contains("監査の担当者とシステム管理者だけがご覧になれます。");
        }
        assertThat(new Browser(port).get(PLUGIN + path).statusCode()).isEqualTo(401);
        assertThat(logIn("admin@portal.example", "cockpit").get(PLUGIN + path).statusCode())
                .isIn(200, 404);
    }

    @Test
    void keepEachCaseElevenYearsAfterItsEnd() {
        // given the history's life is set by the models and by the configuration alike
        assertThat(historyService
                        .createHistoricProcessInstanceQuery()
                        .processInstanceId(completed.fulfilment())
                        .singleResult()
                        .getRemovalTime())
                .isEqualTo(Date.from(OffsetDateTime.parse("2019-12-01T00:00:00+09:00")
                        .plusDays(4018)
                        .toInstant()));

        // when it is cleaned up on the last day before any of the two, of which the customer's ended first
        clock.moveTo("2030-10-14T03:00:00+09:00");
        historyService.cleanUpHistoryAsync(true);
        managementService
                .createJobQuery()
                .jobIds(historyService.findHistoryCleanupJobs().stream()
                        .map(Job::getId)
                        .collect(Collectors.toSet()))
                .list()
                .forEach(job -> managementService.executeJob(job.getId()));
        clock.moveTo("2019-10-15T10:00:00+09:00");

        // then it is there, with all its parts
        JsonNode history = json("case/" + completed.fulfilment());
        assertThat(history.get("timeline")).hasSizeGreaterThan(10);
        assertThat(history.get("variables")).isNotEmpty();
        assertThat(history.get("mails")).hasSize(2);
        assertThat(json("case/" + completed.process()).get("decisions")).isNotEmpty();
    }

    @Test
    void knowThatTheCleanupHasAWindow() {
        ProcessEngineConfigurationImpl configuration =
                (ProcessEngineConfigurationImpl) processEngine.getProcessEngineConfiguration();
        assertThat(configuration.getHistoryCleanupBatchWindowStartTime()).isEqualTo("02:00");
        assertThat(configuration.getHistoryCleanupBatchWindowEndTime()).isEqualTo("05:00");
        assertThat(configuration.getHistoryTimeToLive()).isEqualTo("P4018D");
        assertThat(configuration.getHistoryRemovalTimeStrategy()).isEqualTo("end");
    }

    @Test
    void findNothingUnderAnUnknownId() {
        HttpResponse<String> answer = auditor.get(PLUGIN + "case/nothing");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("該当するケースが見つかりません。");
    }

    private void alter(String after) {
        database.update(
                "update request_event set after_json = ? where request_number = ? and seq = 2",
                after,
                completed.number());
    }

    private static String query(String criteria) {
        return Arrays.stream(criteria.split("&"))
                .map(part -> part.split("=", 2))
                .map(part -> part[0] + "="
                        + URLEncoder.encode(
                                part[1].replace("CONTRACT", completed.contract())
                                        .replace("LOWER", completed.contract().toLowerCase(Locale.ROOT))
                                        .replace("NUMBER", completed.number())
                                        .replace("TAIL", completed.number().replaceAll(".*-", "")),
                                StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static List<String> texts(JsonNode list, String field) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(entry -> entry.get(field).asText())
                .toList();
    }

    private static JsonNode find(JsonNode list, String field, String value) {
        return StreamSupport.stream(list.spliterator(), false)
                .filter(entry -> entry.path(field).asText().equals(value))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No " + value + " in " + list));
    }

    private Browser logIn(String login, String app) {
        Browser browser = new Browser(port);
        assertThat(browser.logIn(login, Person.PASSWORD, app).statusCode()).isEqualTo(200);
        return browser;
    }

    private JsonNode json(String path) {
        HttpResponse<String> answer = auditor.get(PLUGIN + path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        try {
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new AssertionError(answer.body(), e);
        }
    }
}
