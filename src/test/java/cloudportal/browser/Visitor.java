package cloudportal.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A person at the portal: sees headings, clicks what a button says, types. Counts the clicks on buttons and links. */
final class Visitor implements AutoCloseable {

    private static final Path SCREENS = Path.of("target", "screens");

    /** Milliseconds: a busy machine takes its time for the web app's megabytes. */
    private static final double PATIENCE = 30_000;

    private final BrowserContext session;
    private final Page page;
    private final String base;
    private final String screens;
    private int clicks;

    Visitor(Browser browser, int port, String locale, int width, String screens) {
        session = browser.newContext(new Browser.NewContextOptions()
                .setLocale(locale)
                .setTimezoneId("Asia/Tokyo")
                .setViewportSize(width, width < 500 ? 780 : 1000));
        session.setDefaultTimeout(PATIENCE);
        page = session.newPage();
        base = "http://localhost:%d/camunda/app/tasklist/default/".formatted(port);
        this.screens = screens;
    }

    Visitor logIn(String login, String password) {
        page.navigate(base);
        page.locator("#portal-password").waitFor();
        page.locator("input[ng-model='username']").fill(login);
        page.locator("input[ng-model='password']").fill(password);
        page.locator("button[type=submit]").click();
        try {
            page.locator(".account.dropdown")
                    .first()
                    .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
        } catch (TimeoutError e) {
            picture("not-logged-in");
            throw new AssertionError("Not logged in at %s: %s".formatted(page.url(), text()), e);
        }
        return this;
    }

    Page page() {
        return page;
    }

    void goTo(String place) {
        page.navigate(base + place);
    }

    /** Waits until a screen is there, by its heading; the person is led to it. */
    void arriveAt(String heading) {
        Locator title = page.getByRole(
                AriaRole.HEADING,
                new Page.GetByRoleOptions().setName(heading).setExact(true).setLevel(1));
        title.waitFor();
        assertThat(title).isFocused(new LocatorAssertions.IsFocusedOptions().setTimeout(PATIENCE));
    }

    /** Clicks a button. */
    void click(String name) {
        button(name).click();
        clicks++;
    }

    void doubleClick(String name) {
        button(name).dblclick();
        clicks++;
    }

    /** Clicks a link. */
    void follow(String name) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
        clicks++;
    }

    /** Ticks a box or a choice, which is an entry like typing. */
    void choose(String label) {
        Locator choice = page.locator(
                "label:has(input)", new Page.LocatorOptions().setHasText(Pattern.compile("^\\s*" + label)));
        choice.click();
        assertThat(choice.locator("input")).isChecked();
    }

    /** Types, and leaves the field: form-js takes over what was typed, and draws its choices anew, which a hand is never too fast for. */
    void type(String label, String text) {
        Locator field = page.getByLabel(label);
        field.fill(text);
        field.blur();
        page.evaluate("() => new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)))");
    }

    int clicks() {
        return clicks;
    }

    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    String text() {
        return page.locator("body").innerText();
    }

    void waitFor(String text) {
        page.getByText(text)
                .filter(new Locator.FilterOptions().setVisible(true))
                .first()
                .waitFor();
    }

    void picture(String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(SCREENS.resolve(screens + "-" + name + ".png")));
    }

    /** Takes a picture, and answers what keeps somebody out: for a screen reader, and for a narrow screen. */
    List<String> barriers(String name) {
        picture(name);
        List<String> found = new ArrayList<>(new AxeBuilder(page)
                .analyze().getViolations().stream()
                        .filter(rule -> List.of("serious", "critical").contains(rule.getImpact()))
                        .map(rule -> rule.getId() + ": "
                                + rule.getNodes().stream()
                                        .map(node -> node.getHtml())
                                        .toList())
                        .toList());
        int tooWide = (Integer) page.evaluate("document.documentElement.scrollWidth - window.innerWidth");
        if (tooWide > 0) {
            found.add("wider than the screen by " + tooWide);
        }
        return found;
    }

    @Override
    public void close() {
        session.close();
    }
}
