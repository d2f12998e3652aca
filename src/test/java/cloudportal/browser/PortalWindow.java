package cloudportal.browser;

import static org.assertj.core.api.Assertions.assertThat;

import cloudportal.support.Person;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** The portal's pages in a browser's window, as a person with a keyboard and a mouse uses them. */
final class PortalWindow implements AutoCloseable {

    private static final Path PICTURES = Path.of("target", "screens");

    private final BrowserContext session;
    private final Page page;
    private final String base;
    private final String pictures;

    PortalWindow(Browser browser, int port, String locale, int width) {
        session = browser.newContext(new Browser.NewContextOptions()
                .setLocale(locale)
                .setTimezoneId("Asia/Tokyo")
                .setViewportSize(width, 900));
        page = session.newPage();
        base = "http://localhost:%d/camunda/app/tasklist/default/".formatted(port);
        pictures = "%s-%d-".formatted(locale.substring(0, 2), width);
    }

    /** Opens an address and logs in where it is asked for. */
    PortalWindow logIn(String login, String address) {
        page.navigate(base + address);
        return logIn(login);
    }

    /** Logs in at the log-in page, which is shown. */
    PortalWindow logIn(String login) {
        page.locator("input[ng-model='username']").fill(login);
        page.locator("input[ng-model='password']").fill(Person.PASSWORD);
        page.locator("button[type=submit]").click();
        return this;
    }

    void logOut() {
        page.locator(".account.dropdown a").first().click();
        page.locator(".account.dropdown .logout a").click();
        page.locator("input[ng-model='username']").waitFor();
    }

    Page page() {
        return page;
    }

    void open(String address) {
        page.navigate(base + address);
    }

    /** Waits until a page of the portal is shown, complete. */
    void shows(String heading) {
        page.getByRole(
                        AriaRole.HEADING,
                        new Page.GetByRoleOptions().setName(heading).setLevel(1))
                .waitFor();
        page.locator(".portal-page .portal-content > :not(.portal-loading)")
                .first()
                .waitFor();
    }

    /** Waits until the form of a task is shown, and answers its text. */
    String task(String heading) {
        Locator form = page.locator(".fjs-form").last();
        form.locator("h1")
                .filter(new Locator.FilterOptions().setHasText(heading))
                .waitFor();
        assertThat(page.url()).contains("task=");
        return form.innerText();
    }

    Locator link(String name) {
        return page.locator(".portal-page")
                .getByRole(
                        AriaRole.LINK,
                        new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator button(String name) {
        return page.locator(".portal-page")
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator tab(String name) {
        return page.getByRole(
                AriaRole.TAB, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    String text() {
        return page.locator(".portal-page").innerText();
    }

    /** The row of a table, or the card of a narrow screen, that is about a number. */
    Locator row(String number) {
        return page.locator(".portal-table tbody tr").filter(new Locator.FilterOptions().setHasText(number));
    }

    /** Waits for an address. */
    void isAt(String address) {
        page.waitForURL(Pattern.compile(".*" + Pattern.quote(address) + ".*"));
    }

    /** Nothing serious for people who use assistive technology, and nothing that is wider than the window. */
    void isUsableByEverybody() {
        List<Rule> serious = new AxeBuilder(page)
                .include(".portal-page").analyze().getViolations().stream()
                        .filter(rule -> List.of("serious", "critical").contains(rule.getImpact()))
                        .toList();
        assertThat(serious)
                .as("what axe-core finds at %s", page.url())
                .extracting(rule -> rule.getId() + " " + rule.getNodes())
                .isEmpty();
        assertThat(
                        (Boolean)
                                page.evaluate(
                                        "() => { const p = document.querySelector('.portal-page'); return p.scrollWidth <= p.clientWidth; }"))
                .as("fits the window at %s", page.url())
                .isTrue();
    }

    void picture(String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(pictures + name + ".png")));
    }

    @Override
    public void close() {
        session.close();
    }
}
