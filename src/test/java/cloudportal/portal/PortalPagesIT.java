package cloudportal.portal;

import static org.assertj.core.api.Assertions.assertThat;

import cloudportal.contract.Contract;
import cloudportal.contract.ContractDirectory;
import cloudportal.portal.Customers.Someone;
import cloudportal.request.RequestDirectory;
import cloudportal.request.RequestStatus;
import cloudportal.support.Browser;
import cloudportal.support.MovableClock;
import cloudportal.support.Person;
import cloudportal.support.PortalIT;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** The back end of the portal's pages, over the web app's session as a browser has it. */
@PortalIT
class PortalPagesIT {

    private static final String PAGES = "/camunda/api/tasklist/plugin/portal/default/";
    private static final String NO_SUCH_CONTRACT = "該当する契約が見つかりません。ご契約一覧から契約を選択してください。";
    private static final String NO_SUCH_REQUEST = "該当するお申込が見つかりません。お申込一覧からお申込を選択してください。";

    @LocalServerPort
    int port;

    @Autowired
    MovableClock clock;

    @Autowired
    IdentityService identityService;

    @Autowired
    ContractDirectory directory;

    @Autowired
    RequestDirectory requests;

    @Autowired
    JdbcTemplate database;

    private Customers customers;
    private Someone customer;
    private Someone other;
    private Browser browser;

    @BeforeEach
    void twoCustomers() {
        clock.moveTo("2019-10-15T10:00:00+09:00");
        customers = new Customers(identityService, directory, requests, database, clock);
        customer = customers.add("頁商会");
        other = customers.add("他社");
        browser = loggedIn(customer.login());
    }

    @Test
    void saysWhoIsLoggedIn() {
        assertThat(get(loggedIn("kannon@kannon-do.example"), "me").text())
                .isEqualTo(
                        """
                        {"userId":"kannon@kannon-do.example","name":"観音 花子","company":"株式会社観音堂",\
                        "customer":true,"staff":false,"administrator":false}""");

        JsonNode staff = get(loggedIn("center@portal.example"), "me").json();
        assertThat(staff.get("customer").asBoolean()).isFalse();
        assertThat(staff.get("staff").asBoolean()).isTrue();
        assertThat(get(loggedIn("admin@portal.example"), "me")
                        .json()
                        .get("administrator")
                        .asBoolean())
                .isTrue();
    }

    // --- ご契約一覧

    @Test
    void listsTheCustomersOwnContractsTheNewestFirst() {
        // given contracts of both
        Contract old = customers.contract(customer, "HOME", "type-AP", "2017-08-31");
        Contract young = customers.contract(customer, "HOME", "type-M", "2019-09-15");
        Contract elsewhere = customers.contract(customer, "NVSクラウド", "VisualstageType-S", "2018-08-31");
        customers.contract(other, "HOME", "type-M", "2019-09-16");

        // when
        JsonNode list = get(browser, "contracts").json();

        // then
        assertThat(list.get("total").asInt()).isEqualTo(3);
        assertThat(list.get("rows").findValuesAsText("contractNumber"))
                .containsExactly(young.getNumber(), elsewhere.getNumber(), old.getNumber());
        JsonNode row = list.get("rows").get(0);
        assertThat(row.get("category").asText()).isEqualTo("HOME");
        assertThat(row.get("service").asText()).isEqualTo("type-M");
        assertThat(row.get("startDate").asText()).isEqualTo("2019/09/15");
        assertThat(row.get("status").asText()).isEqualTo("サービス開始");
        assertThat(row.get("cancellable").asBoolean()).isTrue();
        assertThat(row.get("note").asText()).isEmpty();
        assertThat(row.get("draft").isNull()).isTrue();
        assertThat(list.get("rows").get(1).get("cancellable").asBoolean()).isFalse();
        assertThat(list.get("rows").get(1).get("note").asText()).contains("本サイトでは");
    }

    @Test
    void saysWhatBlocksAContract() {
        Contract own = customers.contract(customer, "HOME", "type-O", "2019-09-15");
        String draft = customers.request(customer, own, RequestStatus.CHANGE_DRAFT);
        Contract partners = customers.contract(customer, "HOME", "type-SL", "2018-02-15");
        String partnersDraft = customers.request(customer, partners, RequestStatus.PARTNER_DRAFT);

        JsonNode rows = get(browser, "contracts").json().get("rows");

        assertThat(rows.get(0).get("status").asText()).isEqualTo("変更お申込作成中");
        assertThat(rows.get(0).get("cancellable").asBoolean()).isFalse();
        assertThat(rows.get(0).get("note").asText()).contains("何らかのお申込途中です", draft);
        assertThat(rows.get(0).get("draft").toString())
                .isEqualTo("{\"requestNumber\":\"%s\",\"kind\":\"変更\",\"status\":\"変更お申込作成中\",\"own\":true}"
                        .formatted(draft));
        assertThat(rows.get(1).get("draft").get("requestNumber").asText()).isEqualTo(partnersDraft);
        assertThat(rows.get(1).get("draft").get("own").asBoolean()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"type-m", "ｔｙｐｅ－Ｍ", "%E3%80%80Type-M%20"})
    void findsContractsHoweverTheServiceIsTyped(String typed) {
        Contract wanted = customers.contract(customer, "HOME", "type-M", "2019-09-15");
        customers.contract(customer, "HOME", "type-O", "2019-09-15");

        assertThat(get(browser, "contracts?search=" + encoded(typed)).json().findValuesAsText("contractNumber"))
                .containsExactly(wanted.getNumber());
    }

    @Test
    void showsAContractInDetail() {
        Contract contract = customers.contract(customer, "HOME", "type-M", "2019-09-15");

        JsonNode detail = get(browser, "contracts/" + contract.getNumber()).json();

        assertThat(detail.get("contractNumber").asText()).isEqualTo(contract.getNumber());
        assertThat(detail.get("status").asText()).isEqualTo("サービス開始");
        assertThat(detail.get("monthlyFee").asText()).isEqualTo("3,000円（税抜）");
        assertThat(detail.get("desks").findValuesAsText("tel")).containsExactly("03-6631-2540", "03-6631-1138");
    }

    @Test
    void tellsNoForeignNumberFromAnUnknownOne() {
        Contract foreign = customers.contract(other, "HOME", "type-O", "2019-09-15");
        String foreignDraft = customers.request(other, foreign, RequestStatus.CHANGE_DRAFT);

        for (String number : List.of(foreign.getNumber(), "HMPG999999", "x")) {
            assertRefused(get(browser, "contracts/" + number), 404, NO_SUCH_CONTRACT);
            assertRefused(post(browser, "contracts/" + number + "/cancellation"), 404, NO_SUCH_CONTRACT);
        }
        for (String number : List.of(foreignDraft, "R-20191015-1", "R-20191015-99999999999999999999", "x")) {
            assertRefused(get(browser, "requests/" + number), 404, NO_SUCH_REQUEST);
            assertRefused(post(browser, "requests/" + number + "/withdrawal"), 404, NO_SUCH_REQUEST);
        }
        assertThat(customers.casesOf(customer)).isZero();
    }

    // --- 解約お申込

    @Test
    void beginsACaseWithTheContractChosen() {
        Contract contract = customers.contract(customer, "HOME", "type-M", "2019-09-15");

        JsonNode step = post(browser, "contracts/" + contract.getNumber() + "/cancellation")
                .json();

        Person person = new Person(port, customer.login(), Person.PASSWORD);
        JsonNode task = person.task(step.get("processInstanceId").asText());
        assertThat(task.get("id").asText()).isEqualTo(step.get("taskId").asText());
        assertThat(task.get("taskDefinitionKey").asText()).isEqualTo("userTask_giveReasonAndDomain");
        assertThat(person.variable(task.get("id").asText(), "contract")
                        .get("contractNumber")
                        .asText())
                .isEqualTo(contract.getNumber());
        assertThat(person.variable(task.get("id").asText(), "contracts")).isNull();
        assertThat(person.variable(task.get("id").asText(), "assessment")
                        .get("cancellationDate")
                        .asText())
                .isEqualTo("2019-11-30");
    }

    @Test
    void goesOnWithTheCaseThatIsRunning() {
        // given a case up to its draft
        Contract contract = customers.contract(customer, "HOME", "type-O", "2019-09-15");
        String address = "contracts/" + contract.getNumber() + "/cancellation";
        JsonNode begun = post(browser, address).json();
        assertThat(post(browser, address).json()).isEqualTo(begun);
        String instance = begun.get("processInstanceId").asText();
        Person person = new Person(port, customer.login(), Person.PASSWORD);
        person.completes(
                instance, "userTask_giveReason", Map.of("reasonAction", "next", "cancellationReason", "不要になったため"));

        // when the customer comes back to the contract, then there is the draft to confirm, and no second case
        JsonNode again = post(browser, address).json();
        assertThat(again.get("processInstanceId").asText()).isEqualTo(instance);
        assertThat(again.get("taskId").asText())
                .isEqualTo(person.task(instance, "userTask_confirmRequest")
                        .get("id")
                        .asText());
        assertThat(customers.casesOf(customer)).isEqualTo(1);

        // and the draft says that it can be gone on with, to its author
        String number = get(browser, "requests")
                .json()
                .get("rows")
                .get(0)
                .get("requestNumber")
                .asText();
        assertThat(get(browser, "requests/" + number).json().get("submittable").asBoolean())
                .isTrue();
    }

    @Test
    void makesOneCaseOfADoubleClick() {
        for (int attempt = 0; attempt < 5; attempt++) {
            Contract contract = customers.contract(customer, "HOME", "type-M", "2019-09-15");
            String address = "contracts/" + contract.getNumber() + "/cancellation";
            int before = customers.casesOf(customer);

            List<Person.Answer> answers = atOnce(() -> post(browser, address));

            assertThat(answers).extracting(Person.Answer::status).containsExactly(200, 200);
            assertThat(answers.get(0).json()).isEqualTo(answers.get(1).json());
            assertThat(customers.casesOf(customer)).isEqualTo(before + 1);
        }
    }

    @Test
    void isQuickForACustomerOfTenThousandContracts() {
        // given
        database.batchUpdate(
                """
                insert into contract (number, customer_id, category, service, start_date, status, version)
                values (?, ?, 'HOME', 'type-O', date '2019-09-15', 'IN_SERVICE', 0)""",
                IntStream.range(0, 10_000)
                        .mapToObj(index -> new Object[] {"HM%d-%05d".formatted(customer.id(), index), customer.id()})
                        .toList());

        // when the last page is turned to, and a contract on it cancelled, then nobody waits long
        assertThat(within(Duration.ofSeconds(2), () -> get(browser, "contracts?page=500"))
                        .json()
                        .get("rows"))
                .hasSize(20);
        assertThat(within(Duration.ofSeconds(2), () -> get(browser, "contracts?search=09999"))
                        .json()
                        .get("total")
                        .asInt())
                .isEqualTo(1);
        assertThat(within(
                                Duration.ofSeconds(10),
                                () -> post(browser, "contracts/HM%d-09999/cancellation".formatted(customer.id())))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void refusesABlockedContractAndNamesWhatBlocksIt() {
        Contract contract = customers.contract(customer, "HOME", "type-O", "2019-09-15");
        String draft = customers.request(customer, contract, RequestStatus.CHANGE_DRAFT);
        Contract elsewhere = customers.contract(customer, "NVSクラウド", "VisualstageType-S", "2018-08-31");

        Person.Answer blocked = post(browser, "contracts/" + contract.getNumber() + "/cancellation");
        assertThat(blocked.status()).isEqualTo(409);
        assertThat(blocked.message()).contains("何らかのお申込途中です", draft);
        assertThat(blocked.json().get("requestNumber").asText()).isEqualTo(draft);

        Person.Answer notHere = post(browser, "contracts/" + elsewhere.getNumber() + "/cancellation");
        assertThat(notHere.status()).isEqualTo(409);
        assertThat(notHere.message()).contains("お問合せ窓口へご連絡ください");
        assertThat(customers.casesOf(customer)).isZero();
    }

    // --- お申込一覧 and 取消

    @Test
    void listsTheCustomersOwnRequestsTheNewestNumberFirst() {
        Contract contract = customers.contract(customer, "HOME", "type-O", "2019-09-15");
        String done = customers.request(customer, contract, RequestStatus.IN_SERVICE);
        String withdrawn = customers.request(customer, contract, RequestStatus.WITHDRAWN);
        String draft = customers.request(customer, contract, RequestStatus.CHANGE_DRAFT);
        customers.request(other, customers.contract(other, "HOME", "type-O", "2019-09-15"), RequestStatus.IN_SERVICE);

        JsonNode list = get(browser, "requests").json();

        assertThat(list.get("rows").findValuesAsText("requestNumber")).containsExactly(draft, done);
        assertThat(list.get("rows").findValuesAsText("appliedOn")).containsExactly("", "2019/10/15");
        assertThat(list.get("rows").findValuesAsText("status")).containsExactly("変更お申込作成中", "サービス開始");
        assertThat(get(browser, "requests?search=" + contract.getNumber().toLowerCase())
                        .json()
                        .get("total")
                        .asInt())
                .isEqualTo(2);
        assertRefused(get(browser, "requests/" + withdrawn), 404, NO_SUCH_REQUEST);
    }

    @Test
    void leadsFromADraftMadeElsewhereToItsWithdrawal() {
        Contract contract = customers.contract(customer, "HOME", "type-O", "2019-09-15");
        String draft = customers.request(customer, contract, RequestStatus.CHANGE_DRAFT);
        JsonNode detail = get(browser, "requests/" + draft).json();
        assertThat(detail.get("withdrawable").asBoolean()).isTrue();
        assertThat(detail.get("submittable").asBoolean()).isFalse();
        assertThat(detail.get("companyName").asText()).isEqualTo("頁商会");

        // when 取消 is clicked twice
        JsonNode step = post(browser, "requests/" + draft + "/withdrawal").json();
        assertThat(post(browser, "requests/" + draft + "/withdrawal").json()).isEqualTo(step);

        // then one case asks for the OK, and after it the contract is free
        String instance = step.get("processInstanceId").asText();
        Person person = new Person(port, customer.login(), Person.PASSWORD);
        person.completes(instance, "userTask_withdrawDraft", Map.of("withdrawal", "withdraw", "confirmed", true));
        assertThat(get(browser, "contracts/" + contract.getNumber())
                        .json()
                        .get("cancellable")
                        .asBoolean())
                .isTrue();
        assertRefused(get(browser, "requests/" + draft), 404, NO_SUCH_REQUEST);

        // and a cancellation is a case of its own, not the one that shows that the draft is gone
        JsonNode cancellation = post(browser, "contracts/" + contract.getNumber() + "/cancellation")
                .json();
        assertThat(cancellation.get("processInstanceId").asText()).isNotEqualTo(instance);
    }

    @Test
    void leadsFromTheCustomersOwnCancellationDraftToItsWithdrawal() {
        Contract contract = customers.contract(customer, "HOME", "type-O", "2019-09-15");
        String instance = post(browser, "contracts/" + contract.getNumber() + "/cancellation")
                .json()
                .get("processInstanceId")
                .asText();
        Person person = new Person(port, customer.login(), Person.PASSWORD);
        person.completes(
                instance, "userTask_giveReason", Map.of("reasonAction", "next", "cancellationReason", "不要になったため"));
        String draft = get(browser, "requests")
                .json()
                .get("rows")
                .get(0)
                .get("requestNumber")
                .asText();
        JsonNode detail = get(browser, "requests/" + draft).json();
        assertThat(detail.get("reason").asText()).isEqualTo("不要になったため");
        assertThat(detail.get("cancellationDate").asText()).isEqualTo("2019/11/30");
        assertThat(detail.get("minimumTerm").asText()).isEqualTo("最低利用期間無し");

        JsonNode step = post(browser, "requests/" + draft + "/withdrawal").json();

        assertThat(step.get("processInstanceId").asText()).isEqualTo(instance);
        assertThat(person.task(instance, "userTask_withdrawDraft").get("id").asText())
                .isEqualTo(step.get("taskId").asText());
    }

    @Test
    void withdrawsNothingButTheCustomersOwnDrafts() {
        Contract contract = customers.contract(customer, "HOME", "type-SL", "2018-02-15");
        String partners = customers.request(customer, contract, RequestStatus.PARTNER_DRAFT);
        String done = customers.request(customer, contract, RequestStatus.IN_SERVICE);
        String withoutContract = customers.request(customer, null, RequestStatus.DRAFT);

        assertThat(post(browser, "requests/" + partners + "/withdrawal").message())
                .contains("パートナーが作成中");
        assertThat(post(browser, "requests/" + done + "/withdrawal").message()).contains("すでに「サービス開始」");
        Person.Answer elsewhere = post(browser, "requests/" + withoutContract + "/withdrawal");
        assertThat(elsewhere.status()).isEqualTo(409);
        assertThat(elsewhere.message()).contains(withoutContract, "お問合せ窓口");
        assertThat(customers.casesOf(customer)).isZero();
    }

    // --- who may, and how it may be asked

    @Test
    void answersNothingToStrangers() {
        for (String page :
                List.of("me", "contracts", "contracts/HMAO061322", "requests", "requests/R-20170828-92562")) {
            assertThat(get(new Browser(port), page).status()).isEqualTo(401);
        }
        assertThat(post(new Browser(port), "contracts/HMAO061322/cancellation").status())
                .isEqualTo(401);
    }

    @Test
    void showsStaffNoCustomersPages() {
        Browser staff = loggedIn("center@portal.example");
        for (String page : List.of("contracts", "contracts/HMAO061322", "requests", "requests/R-20170828-92562")) {
            assertThat(get(staff, page).status()).isEqualTo(403);
        }
        assertRefused(
                post(staff, "contracts/HMAO061322/cancellation"),
                403,
                "この画面はご契約のお客様だけがご利用になれます。お客様のログインIDでログインし直してください。");
    }

    @Test
    void doesNothingForAForgedRequest() {
        Contract contract = customers.contract(customer, "HOME", "type-M", "2019-09-15");

        HttpResponse<String> answer = browser.sendForged(PAGES + "contracts/" + contract.getNumber() + "/cancellation");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(customers.casesOf(customer)).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"page=0", "page=-1", "page=x", "page=", "page=99999999999", "size=0", "size=101", "size=1e2"})
    void saysWhichPagesThereAre(String parameters) {
        for (String list : List.of("contracts?", "requests?")) {
            Person.Answer answer = get(browser, list + parameters);
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.message()).contains("整数で指定してください。");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"%00", "%25", "_", "%5C", "'", "%EF%BF%BF", "type-M%00x"})
    void findsNothingForTextThatIsInNoRow(String search) {
        customers.contract(customer, "HOME", "type-M", "2019-09-15");
        int expected = search.equals("%00") ? 1 : 0;

        Person.Answer answer = get(browser, "contracts?search=" + search);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().get("total").asInt()).isEqualTo(expected);
    }

    /** What two threads get that ask at the same moment. */
    private static List<Person.Answer> atOnce(Supplier<Person.Answer> asked) {
        CyclicBarrier start = new CyclicBarrier(2);
        Supplier<Person.Answer> together = () -> {
            try {
                start.await();
            } catch (InterruptedException | BrokenBarrierException e) {
                throw new AssertionError(e);
            }
            return asked.get();
        };
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<CompletableFuture<Person.Answer>> answers = Stream.of(together, together)
                    .map(one -> CompletableFuture.supplyAsync(one, threads))
                    .toList();
            return answers.stream().map(CompletableFuture::join).toList();
        } finally {
            threads.shutdown();
        }
    }

    private static Person.Answer within(Duration limit, Supplier<Person.Answer> asked) {
        Instant start = Instant.now();
        Person.Answer answer = asked.get();
        Duration taken = Duration.between(start, Instant.now());
        assertThat(taken).isLessThan(limit);
        return answer;
    }

    private static void assertRefused(Person.Answer answer, int status, String sentence) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.message()).isEqualTo(sentence);
    }

    private Browser loggedIn(String login) {
        Browser person = new Browser(port);
        assertThat(person.logIn(login, Person.PASSWORD, "tasklist").statusCode())
                .isEqualTo(200);
        return person;
    }

    private static String encoded(String typed) {
        return typed.contains("%") ? typed : URLEncoder.encode(typed, StandardCharsets.UTF_8);
    }

    private static Person.Answer get(Browser browser, String page) {
        return answer(browser.get(PAGES + page));
    }

    private static Person.Answer post(Browser browser, String page) {
        return answer(browser.send("POST", PAGES + page, Map.of()));
    }

    private static Person.Answer answer(HttpResponse<String> response) {
        return new Person.Answer(response.statusCode(), response.body());
    }
}
