package cloudportal.browser;

import static org.assertj.core.api.Assertions.assertThat;

import cloudportal.support.MovableClock;
import cloudportal.support.Person;
import cloudportal.support.PortalIT;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import com.microsoft.playwright.options.WaitUntilState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The portal's name, words and colours as a person sees them. The pictures are left in {@code target/screens}. */
@PortalIT
class FaceBrowserIT {

    private static final String NAME = "クラウドサービスポータルサイト";
    private static final Path SCREENS = Path.of("target", "screens");
    private static final Pattern LATIN_WORD = Pattern.compile("[A-Za-z][A-Za-z.@/-]*[A-Za-z]");

    /** Names and addresses that are written so in Japanese as well. */
    private static final Set<String> ALSO_JAPANESE = Set.of(
            "ID", "TEL", "Email", "HOME", "Canonet", "VisualStage", "Therefore/uniFLOW", "Asia/Tokyo", "Web", "CSV");

    /** Each takes some ten seconds; {@code -Dportal.browser.rounds=50} for a release. */
    private static final int ROUNDS = Integer.getInteger("portal.browser.rounds", 2);

    /** Milliseconds: a busy machine takes its time for the web apps' megabytes. */
    private static final double PATIENCE = 90_000;

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    @LocalServerPort
    int port;

    @Autowired
    MovableClock clock;

    @BeforeEach
    void setUp() {
        clock.moveTo("2019-10-15T10:00:00+09:00");
    }

    @ParameterizedTest
    @CsvSource({"1280, 1000", "360, 740"})
    void theLoginPageSpeaksTheGuidesWords(int width, int height) {
        try (BrowserContext context = context("ja-JP", width, height)) {
            // when somebody opens the portal
            Page page = loginPage(context, "tasklist");
            picture(page, "login-ja-" + width);

            // then it is the guide's page, in Japanese, as wide as the screen, and open to everybody
            assertThat(page.title()).isEqualTo(NAME);
            assertThat(page.locator("html").getAttribute("lang")).isEqualTo("ja");
            assertThat(page.locator("body").innerText())
                    .contains(
                            NAME,
                            "下記対象クラウドサービスのご契約申込/契約確認、お問合せ・お知らせサイトです",
                            "対象サービス",
                            "お知らせ",
                            "最近のお知らせはありません。",
                            "ログインIDをお持ちのお客様",
                            "〈HOME お申込みに関するお問い合わせ〉",
                            "03-6631-2540",
                            "〈HOME 製品に関するお問い合わせ〉",
                            "〈 Therefore/uniFLOW お申込みに関するお問い合わせ〉",
                            "受付時間：平日 9:30～12:00 13:00～17:00")
                    .doesNotContain("Camunda");
            assertThat(page.getByLabel("ログインID（メールアドレス）").isEditable()).isTrue();
            assertThat(page.getByLabel("パスワード").isEditable()).isTrue();
            assertThat(englishOf(page)).isEmpty();
            assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                    .isEqualTo(width);
            assertThat(seriousViolations(page)).isEmpty();
        }
    }

    @Test
    void aRefusedLoginIsSaidInJapaneseAndGivesNothingAway() {
        try (BrowserContext context = context("ja-JP", 1280, 1000)) {
            Page page = loginPage(context, "tasklist");

            page.getByLabel("ログインID（メールアドレス）").fill("nobody@other.example");
            page.getByLabel("パスワード").fill("Wrong-pass-word-1");
            page.locator("button[type=submit]").click();

            Locator notice = page.locator("[role=alert] .alert-danger");
            notice.waitFor();
            picture(page, "login-refused-ja");
            assertThat(notice.innerText()).contains("ログインできませんでした", "ログインIDとパスワードをご確認のうえ");
            assertThat(englishOf(page)).isEmpty();
            assertThat(seriousViolations(page)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
    void otherLanguagesAreAnsweredInEnglishUnderTheSameName(String app) {
        try (BrowserContext context = context("en-US", 1280, 1000)) {
            Page page = loginPage(context, app);
            picture(page, "login-en-" + app);

            assertThat(page.title()).startsWith(NAME).doesNotContain("Camunda");
            assertThat(page.locator("html").getAttribute("lang")).isEqualTo("en");
            assertThat(page.getByLabel("Login ID (e-mail address)").isEditable())
                    .isTrue();
            assertThat(page.locator("button[type=submit]").innerText()).contains("Log in");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "tasklist, shop@other.example, 1280, ご契約一覧",
        "tasklist, center@portal.example, 360, 一覧からタスクを選択してください。",
        "cockpit, owner@portal.example, 1280, 未解決のインシデント",
        "admin, admin@portal.example, 1280, ユーザーの一覧",
        "welcome, admin@portal.example, 1280, パスワードを変更"
    })
    void theFirstPageAfterTheLoginIsJapaneseThroughout(String app, String login, int width, String words) {
        try (BrowserContext context = context("ja-JP", width, 900)) {
            Page page = loggedIn(context, app, login);

            page.waitForFunction("words => document.body.innerText.includes(words)", words);
            picture(page, "start-" + app + "-ja-" + width);

            assertThat(page.title()).contains(NAME).doesNotContain("Camunda");
            assertThat(englishOf(page)).isEmpty();
            assertThat(page.locator(".ce-eol-banner").isVisible()).isFalse();
        }
    }

    @Test
    void formsSayInJapaneseWhatIsMissing() {
        // given a case at the choice of the contract
        Person customer = new Person(port, "shop@other.example", Person.PASSWORD);
        String instance = customer.startCancellation();
        JsonNode task = customer.task(instance);
        try (BrowserContext context = context("ja-JP", 1280, 1000)) {
            Page page = loggedIn(context, "tasklist", "shop@other.example");
            page.navigate(address("tasklist") + "#/?task=" + task.get("id").asText());
            page.locator(".fjs-form .fjs-input").first().waitFor();

            // when it is completed without a choice
            page.locator(".portal-buttons button").click();
            Locator sentence = page.locator(".fjs-form-field-error");
            sentence.waitFor();
            picture(page, "form-sentence-ja");

            // then the field says what to do, and so does the notice
            assertThat(sentence.innerText().strip()).isEqualTo("詳細を表示する契約を選択してください。");
            Locator notice = page.locator("[notifications-panel] .alert-danger");
            notice.waitFor();
            assertThat(notice.innerText()).contains("入力内容を送信できませんでした", "詳細を表示する契約を選択してください。");
            assertThat(page.locator(".fjs-form").innerText()).doesNotContain("Search", "Select", "Field");
        }
    }

    @Test
    void formsCountWhileSomebodyTypesTooMuch() {
        // given a case at the reason
        Person customer = new Person(port, "shop@other.example", Person.PASSWORD);
        String instance = customer.startCancellation();
        customer.completes(instance, "userTask_selectContract", Map.of("contractNumber", "HMCX040303"));
        customer.completes(instance, "userTask_requestCancellation", Map.of("contractAction", "request"));
        try (BrowserContext context = context("ja-JP", 360, 740)) {
            Page page = loggedIn(context, "tasklist", "shop@other.example");
            page.navigate(address("tasklist") + "#/?task="
                    + customer.task(instance).get("id").asText());
            Locator reason = page.locator(".fjs-form textarea");

            // when the reason is longer than it may be, and still grows
            reason.fill("𠮷".repeat(1001));
            Locator sentence = page.locator(".fjs-form-field-error");
            sentence.waitFor();

            // then the sentence counts what a person counts
            assertThat(sentence.innerText().strip()).isEqualTo("解約理由は1,000文字以内で入力してください（現在1,001文字）。");
            reason.press("End");
            reason.pressSequentially("あ");
            page.waitForFunction("document.querySelector('.fjs-form-field-error').textContent.includes('現在1,002文字')");
            picture(page, "form-too-long-ja-360");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"#/?filter=none", "#/requests"})
    void whoseLoginHasEndedIsToldSo(String next) {
        try (BrowserContext context = context("ja-JP", 1280, 1000)) {
            Page page = loggedIn(context, "tasklist", "shop@other.example");
            page.getByText("ご契約一覧").first().waitFor();

            context.clearCookies();
            page.evaluate("next => location.hash = next", next);

            Locator notice = page.locator(".portal-notice");
            notice.waitFor();
            page.locator("#portal-password").waitFor();
            picture(page, "login-expired-ja");
            assertThat(notice.innerText()).isEqualTo("ログインの有効期限が切れました。お手数ですが、もう一度ログインしてください。");

            // and whoever logs out is not
            page.locator("input[type=text]").fill("shop@other.example");
            page.locator("input[type=password]").fill(Person.PASSWORD);
            page.locator("button[type=submit]").click();
            page.locator(".account .dropdown-toggle").click();
            page.locator(".logout a").click();
            page.locator("#portal-password").waitFor();
            page.locator(".portal-desks").waitFor();
            assertThat(notice.count()).isZero();
        }
    }

    @Test
    void manyBrowsersAtOnceSeeTheLoginPageEachTime() {
        List<BrowserContext> contexts = new ArrayList<>();
        try {
            List<Page> pages = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                contexts.add(context("ja-JP", 800, 600));
                pages.add(contexts.get(i).newPage());
            }
            for (int round = 0; round < ROUNDS; round++) {
                pages.forEach(page -> page.navigate(
                        address("tasklist"), new Page.NavigateOptions().setWaitUntil(WaitUntilState.COMMIT)));
                pages.forEach(page -> page.locator("input[type=password]").waitFor());
            }
        } finally {
            contexts.forEach(BrowserContext::close);
        }
    }

    private Page loggedIn(BrowserContext context, String app, String login) {
        Page page = loginPage(context, app);
        page.locator("input[type=text]").fill(login);
        page.locator("input[type=password]").fill(Person.PASSWORD);
        page.locator("button[type=submit]").click();
        page.locator("form[name=signinForm]")
                .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
        return page;
    }

    private Page loginPage(BrowserContext context, String app) {
        Page page = context.newPage();
        page.navigate(address(app));
        page.locator(".portal-desks li").nth(2).waitFor();
        page.locator("#portal-password").waitFor();
        return page;
    }

    private String address(String app) {
        return "http://localhost:%d/camunda/app/%s/default/".formatted(port, app);
    }

    private static BrowserContext context(String locale, int width, int height) {
        BrowserContext context = CHROMIUM.browser()
                .newContext(new Browser.NewContextOptions()
                        .setLocale(locale)
                        .setTimezoneId("Asia/Tokyo")
                        .setViewportSize(width, height));
        context.setDefaultTimeout(PATIENCE);
        return context;
    }

    /** The words of a page that are English: what no Japanese page would say so. */
    private static List<String> englishOf(Page page) {
        return LATIN_WORD
                .matcher(page.locator("body").innerText())
                .results()
                .map(MatchResult::group)
                .filter(word -> !ALSO_JAPANESE.contains(word) && !word.contains("@"))
                .distinct()
                .toList();
    }

    private static List<String> seriousViolations(Page page) {
        return new AxeBuilder(page)
                .analyze().getViolations().stream()
                        .filter(rule -> Set.of("serious", "critical").contains(rule.getImpact()))
                        .map(rule -> rule.getId() + ": " + rule.getNodes())
                        .toList();
    }

    private static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(SCREENS.resolve(name + ".png")));
    }
}
