package cloudportal.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Tasklist as a person with a mouse uses it. */
final class Tasklist implements AutoCloseable {

    private static final Path PICTURES = Path.of("target", "screenshots");

    private final BrowserContext session;
    private final Page page;
    private final String base;

    Tasklist(Browser browser, int port, String login, String password) {
        session = browser.newContext(new Browser.NewContextOptions()
                .setLocale("ja-JP")
                .setTimezoneId("Asia/Tokyo")
                .setViewportSize(1280, 1000));
        page = session.newPage();
        base = "http://localhost:%d/camunda/app/tasklist/default/".formatted(port);
        page.navigate(base + "#/login");
        page.locator("input[ng-model='username']").fill(login);
        page.locator("input[ng-model='password']").fill(password);
        page.locator("button[type=submit]").click();
        page.locator(".account.dropdown").first().waitFor();
    }

    /** Starts a process by its start form. */
    void start(String processKey) {
        page.navigate(base + "#/?processStart=" + processKey);
        Locator dialog = page.locator(".modal-content");
        dialog.locator(".fjs-form").waitFor();
        picture("start-" + processKey);
        dialog.locator("button:visible", new Locator.LocatorOptions().setHasText(Pattern.compile("^\\s*開始\\s*$")))
                .click();
        dialog.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
    }

    /** Opens a task of the list by its name. */
    void open(String taskName) {
        page.navigate(base + "#/");
        page.reload();
        page.locator(".tasks-list h4 a", new Page.LocatorOptions().setHasText(taskName))
                .first()
                .click();
        form().waitFor();
        page.locator("h2.name, .task-details h2, [cam-tasklist-task] h2")
                .getByText(taskName)
                .first()
                .waitFor();
    }

    /** Takes over a task that waits for anybody of the group. */
    void claim() {
        page.getByText("担当する", new Page.GetByTextOptions().setExact(true)).click();
        page.locator(".fjs-form.disabled-form, .disabled-form")
                .first()
                .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
    }

    /** Chooses from a list that opens. */
    void select(String item) {
        form().locator(".fjs-input-group, .fjs-select-display").last().click();
        Locator option = form().locator(".fjs-dropdownlist-item", new Locator.LocatorOptions().setHasText(item));
        option.click();
    }

    /** Ticks a box or a choice. */
    void choose(String label) {
        Locator choice = form().locator(
                        "label.fjs-form-field-label", new Locator.LocatorOptions().setHas(page.locator("input")))
                .filter(new Locator.FilterOptions().setHasText(Pattern.compile("^\\s*" + label + "\\s*$")));
        choice.first().click();
        choice.locator("input:checked").first().waitFor();
    }

    /** Types into the only text area. */
    void type(String text) {
        form().locator("textarea").fill(text);
        // The form takes over what was typed a moment later, and would lose a click that comes before.
        page.waitForTimeout(500);
    }

    String text() {
        return form().innerText();
    }

    /** Completes the task, which is accepted. */
    void complete() {
        completeButton().click();
        form().waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
    }

    /** Completes the task, which is refused, and answers the sentence that is shown. */
    String completeInVain() {
        completeButton().click();
        Locator sentence = page.locator("[notifications-panel] .alert-danger");
        sentence.waitFor();
        String shown = sentence.innerText();
        picture("refused");
        sentence.locator("button.close:visible").click();
        sentence.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
        return shown;
    }

    void picture(String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
    }

    @Override
    public void close() {
        session.close();
    }

    private Locator form() {
        return page.locator(".fjs-form").last();
    }

    private Locator completeButton() {
        return page.locator("button.btn-primary[ng-click='complete()']");
    }
}
