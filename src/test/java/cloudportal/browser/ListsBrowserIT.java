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
import cloudportal.support.PortalIT;
import com.microsoft.playwright.Locator;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** ご契約一覧 and お申込一覧 in a real browser (guide 3, 4, 6, 8 and the appendix). The pictures are left in {@code target/screens}. */
@PortalIT
class ListsBrowserIT {

    private static final int DESK = 1280;
    private static final int PHONE = 360;

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

    private Customers customers;
    private Someone customer;

    @BeforeEach
    void aCustomer() {
        clock.moveTo("2019-10-15T10:00:00+09:00");
        customers = new Customers(identityService, directory, requests, database, clock);
        customer = customers.add("頁商会");
    }

    @ParameterizedTest
    @ValueSource(ints = {DESK, PHONE})
    void leadsFromTheListToTheCancellationOfAContract(int width) {
        Contract contract = customers.contract(customer, "HOME", "type-M", "2019-09-15");
        customers.contract(customer, "HOME", "type-O", "2019-09-15");
        try (PortalWindow window = window("ja-JP", width)) {
            // when the customer logs in, then the list is the first page
            window.logIn(customer.login(), "");
            window.isAt("#/contracts");
            window.shows("ご契約一覧");
            assertThat(window.row(contract.getNumber())).containsText("2019/09/15");
            assertThat(window.row(contract.getNumber())).containsText("サービス開始");
            assertThat(window.page()).hasTitle("ご契約一覧 - クラウドサービスポータルサイト");
            window.isUsableByEverybody();
            window.picture("contracts");

            // when the contract is looked at and cancelled
            window.link(contract.getNumber() + " の詳細").click();
            window.shows("ご契約情報詳細");
            assertThat(window.page().locator(".portal-page h1")).isFocused();
            assertThat(window.text()).contains("3,000円（税抜）", "費用は標準価格で目安の金額です", "03-6631-2540");
            window.isUsableByEverybody();
            window.picture("contract");
            window.button("解約お申込").dblclick();

            // then the reason is asked for, for this contract, in one case
            assertThat(window.task("解約理由 入力")).contains("2019/11/30", "30,000円（税抜）");
            assertThat(customers.casesOf(customer)).isEqualTo(1);

            // and the contract leads back into it
            String first = taskIn(window.page().url());
            window.open("#/contracts/" + contract.getNumber());
            window.shows("ご契約情報詳細");
            window.button("解約お申込").click();
            window.isAt("task=" + first);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {DESK, PHONE})
    void leadsFromABlockedContractToTheWithdrawalOfItsDraft(int width) {
        Contract contract = customers.contract(customer, "HOME", "type-O", "2017-09-26");
        String draft = customers.request(customer, contract, RequestStatus.CHANGE_DRAFT);
        try (PortalWindow window = window("ja-JP", width)) {
            window.logIn(customer.login(), "");
            window.shows("ご契約一覧");
            assertThat(window.row(contract.getNumber())).containsText("変更お申込作成中");
            assertThat(window.row(contract.getNumber())).containsText("何らかのお申込途中です");
            window.isUsableByEverybody();
            window.picture("contracts-blocked");

            // the contract itself says why, and offers no cancellation
            window.link(contract.getNumber() + " の詳細").click();
            window.shows("ご契約情報詳細");
            assertThat(window.text()).contains("何らかのお申込途中です（" + draft + "）");
            assertThat(window.button("解約お申込")).hasCount(0);
            window.isUsableByEverybody();
            window.picture("contract-blocked");

            // when the customer goes on to the draft and through its tabs by keyboard
            window.link("お申込 " + draft + " を見る").click();
            window.shows("お申込情報詳細");
            window.isUsableByEverybody();
            window.picture("request");
            window.tab("お申込基本情報").focus();
            window.page().keyboard().press("ArrowRight");
            assertThat(window.tab("サービス詳細")).isFocused();
            assertThat(window.tab("サービス詳細")).hasAttribute("aria-selected", "true");
            assertThat(window.page().locator("[role=tabpanel]:visible")).containsText(contract.getNumber());
            window.page().keyboard().press("End");
            assertThat(window.tab("解約理由")).isFocused();
            window.page().keyboard().press("ArrowRight");
            assertThat(window.tab("お申込基本情報")).isFocused();
            window.button("取消").click();

            // then the step of the withdrawal asks for the OK
            assertThat(window.task("お申込情報詳細")).contains(draft, "変更お申込作成中");
            assertThat(customers.casesOf(customer)).isEqualTo(1);
        }
    }

    @Test
    void findsAndTurnsPagesByKeyboardAlone() {
        for (int number = 0; number < 45; number++) {
            customers.contract(customer, "HOME", "type-O", "2018-01-01");
        }
        Contract wanted = customers.contract(customer, "HOME", "type-U2 Pro", "2017-09-26");
        try (PortalWindow window = window("ja-JP", DESK)) {
            window.logIn(customer.login(), "");
            window.shows("ご契約一覧");
            assertThat(window.text()).contains("全46件中 1～20件目を表示しています");

            // the next page
            window.link("次のページ").focus();
            window.page().keyboard().press("Enter");
            window.isAt("page=2");
            assertThat(window.page().getByText("全46件中 21～40件目を表示しています")).isFocused();
            window.isUsableByEverybody();
            window.picture("contracts-page-2");

            // a search, typed in full width
            Locator search = window.page().getByLabel("契約番号・サービスで探す");
            search.focus();
            window.page().keyboard().type("ｕ２　ｐｒｏ");
            window.page().keyboard().press("Enter");
            assertThat(window.row(wanted.getNumber())).isVisible();
            assertThat(window.page().locator(".portal-table tbody tr")).hasCount(1);
            assertThat(search).isFocused();
            assertThat(search).hasValue("ｕ２　ｐｒｏ");

            // nothing found, and back to all
            search.fill("無い番号");
            window.page().keyboard().press("Enter");
            assertThat(window.page().getByText("「無い番号」に一致するものはありません")).isVisible();
            window.isUsableByEverybody();
            window.picture("contracts-nothing-found");
            window.link("すべて表示").click();
            assertThat(window.page().getByText("全46件中 1～20件目を表示しています")).isVisible();

            // and where there is nothing at all
            window.open("#/requests");
            window.shows("お申込一覧");
            assertThat(window.text()).contains("お申込はありません。");
            window.isUsableByEverybody();
            window.picture("requests-none");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {DESK, PHONE})
    void showsTheGuidesRequests(int width) {
        try (PortalWindow window = window("ja-JP", width)) {
            // an address that was asked for wins over the first page
            window.logIn("kannon@kannon-do.example", "#/requests");
            window.shows("お申込一覧");
            assertThat(window.row("R-20170829-92699")).containsText("2017/08/30");
            assertThat(window.row("R-20190906-231470")).containsText("パートナー作成中");
            window.isUsableByEverybody();
            window.picture("requests");

            // a partner's draft is for reading only
            window.link("R-20190906-231470 の詳細").click();
            window.shows("お申込情報詳細");
            assertThat(window.text()).contains("担当のパートナーへご連絡ください");
            assertThat(window.button("取消")).hasCount(0);
            window.isUsableByEverybody();
        }
    }

    @Test
    void tellsNothingAboutOthersContracts() {
        Contract foreign = customers.contract(customers.add("他社"), "HOME", "type-M", "2019-09-15");
        try (PortalWindow window = window("ja-JP", DESK)) {
            window.logIn(customer.login(), "#/contracts/" + foreign.getNumber());
            window.shows("ご契約情報詳細");
            assertThat(window.page().getByText("該当する契約が見つかりません。ご契約一覧から契約を選択してください。"))
                    .isVisible();
            window.isUsableByEverybody();
        }
    }

    @Test
    void beginsWithTheListAtEachLogInAndLeavesAReloadAlone() {
        try (PortalWindow window = window("ja-JP", DESK)) {
            window.logIn(customer.login(), "");
            window.shows("ご契約一覧");

            // the tasks stay where they are when they are loaded anew
            window.page().locator(".portal-links a").last().click();
            window.page().locator(".column-center").first().waitFor();
            window.isAt("filter=");
            window.page().reload();
            window.page().locator(".portal-links a").first().waitFor();
            window.page().locator(".column-center").first().waitFor();
            assertThat(window.page().url()).doesNotContain("contracts");

            // and the next person begins with the list again
            window.logOut();
            window.logIn(customers.add("次の会社").login());
            window.isAt("#/contracts");
            assertThat(window.page().getByText("ご契約はありません。")).isVisible();
        }

        // while a task that was asked for is shown after the log-in
        try (PortalWindow window = window("ja-JP", DESK)) {
            window.logIn(customer.login(), "#/?task=of-nobody");
            window.page().locator(".portal-links a").first().waitFor();
            window.isAt("task=of-nobody");
        }
    }

    @Test
    void speaksEnglishAroundJapaneseData() {
        Contract contract = customers.contract(customer, "HOME", "type-M", "2019-09-15");
        try (PortalWindow window = window("en-US", DESK)) {
            window.logIn(customer.login(), "");
            window.shows("Contracts");
            assertThat(window.row(contract.getNumber())).containsText("サービス開始");
            window.isUsableByEverybody();
            window.picture("contracts");
            window.link("Details of " + contract.getNumber()).click();
            window.shows("Contract details");
            assertThat(window.button("Cancel this contract")).isVisible();
            window.isUsableByEverybody();
        }
    }

    @Test
    void leavesStaffAtTheirTasks() {
        try (PortalWindow window = window("ja-JP", DESK)) {
            window.logIn("center@portal.example", "");
            window.page().locator(".column-center").first().waitFor();
            assertThat(window.page().locator(".portal-links")).hasCount(0);
            assertThat(window.page().url()).doesNotContain("contracts");
        }
    }

    private PortalWindow window(String locale, int width) {
        return new PortalWindow(CHROMIUM.browser(), port, locale, width);
    }

    private static String taskIn(String url) {
        return url.replaceFirst(".*[?&]task=([^&]+).*", "$1");
    }
}
