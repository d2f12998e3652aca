package cloudportal.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Cockpit as an auditor with a mouse uses it. */
final class Cockpit implements AutoCloseable {

    private static final Path PICTURES = Path.of("target", "screens");

    private final BrowserContext session;
    private final Page page;
    private final String base;
    private final List<String> faults = new ArrayList<>();

    Cockpit(Browser browser, int port, String login, String password) {
        session = browser.newContext(new Browser.NewContextOptions()
                .setLocale("ja-JP")
                .setTimezoneId("Asia/Tokyo")
                .setViewportSize(1400, 1000));
        page = session.newPage();
        page.onPageError(faults::add);
        page.onResponse(answer -> {
            if (answer.status() >= 400 && answer.url().contains("/camunda/api/engine/")) {
                faults.add(answer.status() + " " + answer.url());
            }
        });
        base = "http://localhost:%d/camunda/app/cockpit/default/".formatted(port);
        page.navigate(base + "#/login");
        page.locator("input[ng-model='username']").fill(login);
        page.locator("input[ng-model='password']").fill(password);
        page.locator("button[type=submit]").click();
        page.locator(".account.dropdown").first().waitFor();
    }

    Page page() {
        return page;
    }

    /** Goes to a place in Cockpit. */
    void go(String hash) {
        page.navigate(base + hash);
    }

    /** Opens the search from Cockpit's menu. */
    void openAudit() {
        go("#/dashboard");
        page.locator("a[href='#/audit']").first().click();
        page.locator(".audit-search").waitFor();
    }

    /** Searches with exactly the given criteria, pairs of a field's name and what is typed or chosen. */
    Locator search(String... criteria) {
        page.getByText("条件を消す").click();
        waitForResult();
        for (int i = 0; i < criteria.length; i += 2) {
            Locator field = page.locator(".audit-search [name=" + criteria[i] + "]");
            if (field.evaluate("field => field.tagName").equals("SELECT")) {
                field.selectOption(criteria[i + 1]);
            } else {
                field.fill(criteria[i + 1]);
            }
        }
        page.waitForResponse(
                answer -> answer.url().contains("/portal-audit/default/cases?"),
                () -> page.locator(".audit-search button[type=submit]").click());
        waitForResult();
        return page.locator(".audit-panel tbody tr");
    }

    /** Waits for the history of a case and its drawn diagram. */
    void waitForCase() {
        page.locator(".audit-diagram[data-drawn=true]").waitFor();
    }

    /** Whether the diagram shows an element as passed. */
    boolean isMarked(String elementId) {
        return page.locator(".audit-diagram [data-element-id='" + elementId + "']:is(.audit-taken, .audit-reached)")
                        .count()
                > 0;
    }

    /** Opens a tab and answers what it shows. */
    String tab(String name) {
        page.locator("#audit-tab-" + name).click();
        return page.locator(".audit-panel").innerText();
    }

    /** Clicks what saves a file, and answers its content. */
    String download(String label) {
        Download download =
                page.waitForDownload(() -> page.locator("a.btn", new Page.LocatorOptions().setHasText(label))
                        .click());
        try {
            return Files.readString(download.path());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String text() {
        return page.locator(".audit-page").innerText();
    }

    void picture(String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
    }

    /** What the pages' scripts threw, and what the engine did not answer them. */
    List<String> faults() {
        return faults;
    }

    @Override
    public void close() {
        session.close();
    }

    private void waitForResult() {
        page.getByText("読み込んでいます…").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
    }
}
