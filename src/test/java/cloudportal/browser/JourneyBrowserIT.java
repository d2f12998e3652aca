package cloudportal.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cloudportal.contract.Contract;
import cloudportal.contract.ContractDirectory;
import cloudportal.portal.Customers;
import cloudportal.portal.Customers.Someone;
import cloudportal.request.RequestDirectory;
import cloudportal.request.RequestStatus;
import cloudportal.support.MovableClock;
import cloudportal.support.Person;
import cloudportal.support.PortalIT;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** The guide's steps 1 to 8 and its appendix, by what a person sees. The pictures are left in {@code target/screens}. */
@PortalIT
class JourneyBrowserIT {

    private static final String REASON = "最低利用期間を満たしていませんが、料金が発生することは承知しています。 ドメインは他社に移す予定です";
    private static final String CONSENT = "最低利用期間分の料金をまとめて支払うことを承知しました";

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

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

    @Autowired
    RuntimeService runtimeService;

    @Autowired
    TaskService taskService;

    private Customers customers;

    @BeforeEach
    void setUp() {
        clock.moveTo("2019-10-15T10:00:00+09:00");
        customers = new Customers(identityService, directory, requests, database, clock);
    }

    @ParameterizedTest(name = "{0}, {1} wide")
    @CsvSource({"ja-JP, 1280", "ja-JP, 360", "en-US, 1280"})
    void oneClickAScreenFromTheContractToTheList(String locale, int width) {
        // given a customer with a type-M contract whose minimum term is not over
        Someone someone = customers.add("株式会社観音堂");
        Contract contract = customers.contract(someone, "HOME", "type-M", "2019-09-15");
        boolean japanese = locale.startsWith("ja");
        try (Visitor customer = visitor(locale, width, locale.substring(0, 2) + "-" + width)) {
            customer.logIn(someone.login(), Person.PASSWORD);

            // when the guide's screens are gone through (3, 4)
            customer.waitFor(contract.getNumber());
            assertThat(customer.barriers("3-contracts")).isEmpty();
            customer.follow(japanese ? contract.getNumber() + " の詳細" : "Details of %s".formatted(contract.getNumber()));
            customer.button("解約お申込").or(customer.button("Cancel this contract")).waitFor();
            assertThat(customer.barriers("4-contract")).isEmpty();
            customer.click(japanese ? "解約お申込" : "Cancel this contract");

            // then each step opens the next, says where one is, and shows nothing that a customer may not do (5)
            customer.arriveAt("解約理由 入力");
            assertThat(customer.text())
                    .contains(japanese ? "手順 3/6" : "Step 3/6", "最低利用期間を経過しておりません。", "2019/11/30", "30,000円（税抜）")
                    .doesNotContain("お手続き ※必須");
            assertThat(customer.page()
                            .locator(".create-task-action, .task-card > header, .nav-tabs, .column-left")
                            .filter(new Locator.FilterOptions().setVisible(true)))
                    .hasCount(0);
            customer.type("解約理由 ※必須", REASON);
            customer.choose("ドメインを他社に移行");
            assertThat(customer.barriers("5-reason")).isEmpty();
            customer.click("保存して次へ");

            // (6)
            customer.arriveAt("お申込情報詳細");
            assertThat(customer.text()).contains(japanese ? "手順 4/6" : "Step 4/6", REASON, "解約お申込作成中");
            customer.choose(CONSENT);
            assertThat(customer.barriers("6-confirm")).isEmpty();
            customer.click("解約");

            // (7)
            customer.waitFor("」を解約します。よろしいですか？");
            assertThat(customer.button("OK")).isFocused();
            assertThat(customer.barriers("7-question")).isEmpty();
            customer.click("OK");

            // (8)
            customer.arriveAt("お申込完了");
            assertThat(customer.text()).contains("解約のお申込を承りました。", "以上で解約申込は完了です。");
            assertThat(customer.barriers("8-completed")).isEmpty();
            customer.click("お申込一覧に戻る");
            customer.waitFor("解約お申込受付中");
            assertThat(customer.barriers("8-requests")).isEmpty();
            assertThat(customer.clicks()).as("one for each screen of the guide").isEqualTo(6);
        }
        assertThat(requests.requestsOf(someone.id())).singleElement().satisfies(request -> {
            assertThat(request.getStatus()).isEqualTo(RequestStatus.RECEIVED);
            assertThat(request.getReason()).isEqualTo(REASON);
            assertThat(request.getDomainDisposition()).isEqualTo("transfer");
        });
    }

    @ParameterizedTest(name = "{0}, {1} wide")
    @CsvSource({"ja-JP, 1280", "en-US, 360"})
    void withdrawsADraftAsTheAppendixSays(String locale, int width) {
        Someone someone = customers.add("有限会社他店");
        Contract contract = customers.contract(someone, "HOME", "type-S", "2017-05-20");
        boolean japanese = locale.startsWith("ja");
        try (Visitor customer = visitor(locale, width, locale.substring(0, 2) + "-" + width)) {
            // given a draft of the customer's own, at which the customer is asked once, and says no with the keyboard
            customer.logIn(someone.login(), Person.PASSWORD);
            customer.waitFor(contract.getNumber());
            customer.goTo("#/contracts/" + contract.getNumber());
            customer.click(japanese ? "解約お申込" : "Cancel this contract");
            customer.arriveAt("解約理由 入力");
            customer.click("保存して次へ");
            assertThat(customer.page().locator(".portal-summary")).isFocused();
            assertThat(customer.page().locator(".portal-missing")).hasText("解約理由を入力してください。");
            assertThat(customer.barriers("a-missing")).isEmpty();
            customer.page().getByLabel("解約理由 ※必須").focus();
            customer.page().keyboard().type("サービスを利用しなくなったため解約します。");
            customer.page().keyboard().press("Tab");
            assertThat(customer.button("保存して次へ")).isFocused();
            customer.page().keyboard().press("Enter");
            customer.arriveAt("お申込情報詳細");
            assertThat(customer.page().getByLabel(CONSENT)).hasCount(0);
            customer.click("解約");
            customer.waitFor("」を解約します。よろしいですか？");
            customer.page().keyboard().press("Escape");
            assertThat(customer.button("解約")).isFocused();

            // when it is withdrawn: 取消, OK, OK
            customer.click("取消");
            customer.button("解約").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
            customer.arriveAt("お申込情報詳細");
            assertThat(customer.barriers("a-withdraw")).isEmpty();
            customer.click("取消");
            customer.waitFor("元に戻せません");
            customer.picture("a-question");
            customer.click("OK");
            customer.arriveAt("お申込の取消完了");
            assertThat(customer.text()).contains("「変更お申込作成中」の文書は削除されました。");
            assertThat(customer.barriers("a-withdrawn")).isEmpty();
            customer.click("OK");

            // then it is gone from the list
            customer.waitFor(japanese ? "お申込はありません。" : "There are no requests.");
        }
        assertThat(requests.requestsOf(someone.id())).isEmpty();
    }

    @Test
    void oneDoubleClickIsOneCaseAndOneAnswer() {
        Someone someone = customers.add("株式会社二重");
        Contract contract = customers.contract(someone, "HOME", "type-S", "2017-05-20");
        try (Visitor customer = visitor("ja-JP", 1280, "double")) {
            customer.logIn(someone.login(), Person.PASSWORD);
            customer.waitFor(contract.getNumber());
            customer.goTo("#/contracts/" + contract.getNumber());
            customer.doubleClick("解約お申込");
            customer.arriveAt("解約理由 入力");
            customer.type("解約理由 ※必須", "二重に押しました");
            customer.doubleClick("保存して次へ");
            customer.arriveAt("お申込情報詳細");
            customer.doubleClick("解約");
            customer.doubleClick("OK");
            customer.arriveAt("お申込完了");
        }
        assertThat(requests.requestsOf(someone.id())).hasSize(1);
        assertThat(taskService.createTaskQuery().taskAssignee(someone.login()).list())
                .extracting(Task::getTaskDefinitionKey)
                .containsExactly("userTask_requestCompleted");
    }

    @Test
    void whoLosesARaceIsToldSoAndSeesHowThingsStand() {
        Someone someone = customers.add("株式会社競争");
        Contract contract = customers.contract(someone, "HOME", "type-S", "2017-05-20");
        try (Visitor customer = visitor("ja-JP", 1280, "race")) {
            // given a step on the screen, which is done elsewhere
            customer.logIn(someone.login(), Person.PASSWORD);
            customer.waitFor(contract.getNumber());
            customer.goTo("#/contracts/" + contract.getNumber());
            customer.click("解約お申込");
            customer.arriveAt("解約理由 入力");
            Task step =
                    taskService.createTaskQuery().taskAssignee(someone.login()).singleResult();
            taskService.complete(step.getId(), Map.of("reasonAction", "next", "cancellationReason", "ほかの画面で入力しました"));

            // when it is answered here as well
            customer.type("解約理由 ※必須", "こちらでも入力しました");
            customer.click("保存して次へ");

            // then the person reads what happened, at the step that comes now
            customer.arriveAt("お申込情報詳細");
            assertThat(customer.text()).contains("ほかの操作で先に処理されました。", "ほかの画面で入力しました");
            customer.picture("overtaken");
        }
    }

    @Test
    void contractCenterSeesWhatWaitsAndWhoseItIs() {
        // given a request that was submitted
        Someone someone = customers.add("株式会社審査待ち");
        Contract contract = customers.contract(someone, "HOME", "type-M", "2019-09-15");
        try (Visitor customer = visitor("ja-JP", 1280, "staff")) {
            customer.logIn(someone.login(), Person.PASSWORD);
            customer.waitFor(contract.getNumber());
            customer.goTo("#/contracts/" + contract.getNumber());
            customer.click("解約お申込");
            customer.arriveAt("解約理由 入力");
            customer.type("解約理由 ※必須", REASON);
            customer.choose("ドメイン廃止");
            customer.click("保存して次へ");
            customer.arriveAt("お申込情報詳細");
            customer.choose(CONSENT);
            customer.click("解約");
            customer.click("OK");
            customer.arriveAt("お申込完了");
        }
        String request = requests.requestsOf(someone.id()).get(0).getNumber();

        try (Visitor center = visitor("ja-JP", 1280, "staff")) {
            // when the contract center logs in, then it sees its lists with how much waits in each
            center.logIn("center@portal.example", Person.PASSWORD);
            for (String list : new String[] {"受付待ち", "ドメイン手続", "精算手配", "期限切れ", "自分の担当"}) {
                assertThat(center.page().locator(".task-filter", new Page.LocatorOptions().setHasText(list)))
                        .containsText("件）");
            }
            Locator card = center.page().locator("ol.tasks-list > li", new Page.LocatorOptions().setHasText(request));
            assertThat(card).containsText("株式会社審査待ち");
            assertThat(card).containsText("type-M");
            assertThat(card).containsText("2019/11/30");
            center.picture("list");

            // and finds a case by its numbers, in whatever width they are typed, and by a part of the company's name
            for (String known : new String[] {
                request, request.substring(11), contract.getNumber().toLowerCase(), "審査待ち"
            }) {
                center.page().getByLabel("お申込番号・契約番号・会社名で探す").fill(known);
                center.button("検索").click();
                assertThat(center.page().locator("ol.tasks-list > li")).hasCount(1);
                assertThat(card).hasCount(1);
            }
            assertThat(center.barriers("found")).isEmpty();
            center.page().getByLabel("お申込番号・契約番号・会社名で探す").fill("いない会社_%");
            center.button("検索").click();
            assertThat(card).hasCount(0);
            center.page().getByLabel("お申込番号・契約番号・会社名で探す").fill("");
            center.button("検索").click();
            assertThat(card).hasCount(1);

            // and takes a decision with one click, a return only with a reason
            card.locator("h4 a").click();
            center.page().locator("button.claim").click();
            center.button("差戻し").click();
            assertThat(center.page().locator(".portal-missing")).hasText("コメントを入力してください。");
            assertThat(center.barriers("review")).isEmpty();
            center.button("受理").click();
            assertThat(card).hasCount(0);
        }
        String fulfilment = runtimeService
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(request, "cancellation-fulfilment")
                .singleResult()
                .getId();
        assertThat(taskService.createTaskQuery().processInstanceId(fulfilment).list())
                .filteredOn(task -> !task.getTaskDefinitionKey().equals("userTask_awaitCancellationDate"))
                .allSatisfy(task -> assertThat(task.getDueDate()).isNotNull())
                .extracting(Task::getTaskDefinitionKey)
                .containsExactlyInAnyOrder("userTask_abolishDomain", "userTask_arrangeSettlement");
    }

    private Visitor visitor(String locale, int width, String screens) {
        return new Visitor(CHROMIUM.browser(), port, locale, width, screens);
    }
}
