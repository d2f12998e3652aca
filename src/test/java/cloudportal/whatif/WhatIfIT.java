package cloudportal.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import cloudportal.contract.ContractDirectory;
import cloudportal.support.Browser;
import cloudportal.support.MovableClock;
import cloudportal.support.Person;
import cloudportal.support.PortalIT;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A process owner tries a changed table on the contracts there are, in Cockpit, before it is deployed. */
@PortalIT
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WhatIfIT {

    private static final String PATH = "/camunda/api/cockpit/plugin/portal-whatif/default/service-terms";

    @LocalServerPort
    int port;

    @Autowired
    MovableClock clock;

    @Autowired
    ContractDirectory directory;

    @Autowired
    IdentityService identityService;

    @Autowired
    RepositoryService repositoryService;

    private TrialCustomer customer;
    private Browser owner;

    @BeforeAll
    void haveContracts() {
        customer = new TrialCustomer(identityService, directory, "trial@whatif.example");
        customer.has("HMWI000001", "type-M");
        customer.has("HMWI000002", "type-Y");
        customer.has("HMWI000003", "type-AU");
    }

    @BeforeEach
    void logIn() {
        clock.moveTo("2019-10-15T10:00:00+09:00");
        owner = loggedIn("owner@portal.example");
    }

    @AfterAll
    void leave() {
        customer.leave();
    }

    @Test
    void theTableThatDecidesNowMovesNothing() {
        // when
        JsonNode answer = compare(ChangedTable.asItIs());

        // then
        assertThat(answer.get("today").asText()).isEqualTo("2019/10/15");
        assertThat(answer.get("deployedVersion").asInt()).isEqualTo(1);
        assertThat(answer.get("contracts").asInt()).isGreaterThan(3);
        assertThat(answer.get("rows")).isEmpty();
        assertThat(answer.get("problems")).isEmpty();
    }

    @Test
    void showsFieldByFieldWhatALongerMinimumTermWouldMove() {
        // when
        JsonNode answer = compare(ChangedTable.asItIs().withMinimumTermOfTypeM(24));

        // then the customer's contract moves as its own case would, and those of other plans do not
        JsonNode row = row(answer, "HMWI000001");
        assertThat(row.get("company").asText()).isEqualTo(TrialCustomer.COMPANY);
        assertThat(row.get("service").asText()).isEqualTo("type-M");
        assertThat(row.get("move").asText()).isEqualTo("CHANGED");
        assertThat(changes(row))
                .containsOnly(
                        Map.entry("満了日", "2020/09/30 → 2021/09/30"),
                        Map.entry("不足", "10か月 → 22か月"),
                        Map.entry("まとめてお支払い", "30,000円（税抜） → 66,000円（税抜）"),
                        Map.entry("追加料金なしのお申込", "2020/08/01以降 → 2021/08/01以降"));
        assertThat(answer.get("rows"))
                .allSatisfy(any -> assertThat(any.get("service").asText()).isEqualTo("type-M"));
        assertThat(answer.get("changed").asInt()).isEqualTo(answer.get("rows").size());
    }

    @Test
    void showsAnotherDateAndAnotherDesk() {
        // when
        JsonNode answer = compare(ChangedTable.asItIs()
                .withCellOfRow4("cutoffRule", "\"end-of-next-month\"", "\"days-before-month\"")
                .withCellOfRow4("noticeDays", "0", "40")
                .withCellOfRow4("contactDesk", "\"home\"", "\"therefore-uniflow\"")
                .withCellOfRow4("domainDispositionRequired", "true", "false"));

        // then 40 days before the first of the month leads past November
        assertThat(changes(row(answer, "HMWI000001")))
                .contains(
                        Map.entry("解約日", "2019/11/30 → 2019/12/31"),
                        Map.entry("お問合せ窓口", "HOME → Therefore/uniFLOW"),
                        Map.entry("ドメインの取扱い", "うかがう → うかがわない"));
    }

    @Test
    void tellsWhatIsNewlyCoveredAndWhatNoLonger() {
        // when type-Y takes the place of type-AU
        JsonNode answer = compare(ChangedTable.asItIs().with("\"type-AU\",\"type-AM\"</text>", "\"type-Y\"</text>"));

        // then
        assertThat(row(answer, "HMWI000002").get("move").asText()).isEqualTo("NEWLY_COVERED");
        assertThat(changes(row(answer, "HMWI000002"))).containsEntry("解約日", " → 2019/11/30");
        assertThat(row(answer, "HMWI000003").get("move").asText()).isEqualTo("NO_LONGER_COVERED");
        assertThat(changes(row(answer, "HMWI000003"))).containsEntry("解約日", "2019/11/30 → ");
        assertThat(answer.get("newlyCovered").asInt()).isEqualTo(1);
        assertThat(answer.get("noLongerCovered").asInt()).isEqualTo(1);
    }

    @Test
    void tellsWhichServicesTheTableCannotJudge() {
        // when two rows apply to type-M
        JsonNode answer =
                compare(ChangedTable.asItIs().with("\"type-AU\",\"type-AM\"</text>", "\"type-AU\",\"type-M\"</text>"));

        // then
        assertThat(answer.get("problems")).hasSize(1);
        JsonNode problem = answer.get("problems").get(0);
        assertThat(problem.get("service").asText()).isEqualTo("type-M");
        assertThat(problem.get("contracts").asInt()).isPositive();
        assertThat(problem.get("sentence").asText()).startsWith("2つ以上の行が当てはまります");
    }

    @Test
    void refusesWhatIsNotInFeelAndDeploysNothing() {
        // given
        long versions = repositoryService.createDecisionDefinitionQuery().count();
        long deployments = repositoryService.createDeploymentQuery().count();

        // when
        HttpResponse<String> answer = owner.upload(
                PATH,
                ChangedTable.asItIs()
                        .with(
                                "<outputEntry id=\"outputEntry_row4_contactDesk\"",
                                "<outputEntry id=\"outputEntry_row4_contactDesk\" expressionLanguage=\"groovy\"")
                        .bytes());
        compare(ChangedTable.asItIs().withMinimumTermOfTypeM(24));

        // then
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body())
                .containsPattern("service-terms.dmn:\\d+:\\d+ outputEntry_row4_contactDesk: 式の言語「groovy」は使えません。");
        assertThat(repositoryService.createDecisionDefinitionQuery().count()).isEqualTo(versions);
        assertThat(repositoryService.createDeploymentQuery().count()).isEqualTo(deployments);
    }

    @Test
    void refusesWhatWouldRunOnForEver() {
        // when a cell loops
        HttpResponse<String> answer = owner.upload(
                PATH,
                ChangedTable.asItIs()
                        .with("\"type-AU\",\"type-AM\"</text>", "some x in 1..9999999999 satisfies false</text>")
                        .bytes());

        // then it is not judged
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("セルに繰返しや関数の定義");
    }

    @ParameterizedTest
    @CsvSource({
        "owner@portal.example, 200",
        "admin@portal.example, 200",
        "auditor@portal.example, 403",
        "center@portal.example, 403",
        "kannon@kannon-do.example, 403"
    })
    void isForProcessOwnersAndAdministrators(String login, int status) {
        // given
        Browser browser = loggedIn(login);

        // then
        assertThat(browser.get(PATH).statusCode()).isEqualTo(status);
        HttpResponse<String> answer = browser.upload(PATH, ChangedTable.asItIs().bytes());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        if (status == 403) {
            assertThat(answer.body()).contains("プロセスオーナーとシステム管理者だけ").doesNotContain("HM");
        }
    }

    @Test
    void answersNobodyWithoutLogInNorWithoutTheTokenAgainstForgedRequests() throws Exception {
        // given somebody who is not logged in
        Browser stranger = new Browser(port);
        assertThat(stranger.get(PATH).statusCode()).isEqualTo(401);
        assertThat(stranger.upload(PATH, ChangedTable.asItIs().bytes()).statusCode())
                .isIn(401, 403);

        // and a page elsewhere that uses an owner's session
        HttpRequest forged = HttpRequest.newBuilder(URI.create("http://localhost:%d%s".formatted(port, PATH)))
                .header("Cookie", "JSESSIONID=" + owner.session())
                .header("Content-Type", "application/octet-stream")
                .POST(HttpRequest.BodyPublishers.ofByteArray(
                        ChangedTable.asItIs().bytes()))
                .build();
        assertThat(HttpClient.newHttpClient()
                        .send(forged, HttpResponse.BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(403);
    }

    private Browser loggedIn(String login) {
        Browser browser = new Browser(port);
        String app = login.startsWith("owner") || login.startsWith("auditor") ? "cockpit" : "tasklist";
        assertThat(browser.logIn(login, Person.PASSWORD, app).statusCode()).isEqualTo(200);
        return browser;
    }

    private JsonNode compare(ChangedTable table) {
        HttpResponse<String> answer = owner.upload(PATH, table.bytes());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return new Person.Answer(200, answer.body()).json();
    }

    private static JsonNode row(JsonNode answer, String contract) {
        return StreamSupport.stream(answer.get("rows").spliterator(), false)
                .filter(row -> row.get("contractNumber").asText().equals(contract))
                .findFirst()
                .orElseThrow(() -> new AssertionError(contract + " does not move"));
    }

    private static Map<String, String> changes(JsonNode row) {
        return StreamSupport.stream(row.get("changes").spliterator(), false)
                .collect(Collectors.toMap(
                        change -> change.get("label").asText(),
                        change -> change.get("before").asText() + " → "
                                + change.get("after").asText(),
                        (one, other) -> one,
                        HashMap::new));
    }
}
