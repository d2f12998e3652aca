package cloudportal.portal;

import static org.assertj.core.api.Assertions.assertThat;

import cloudportal.support.Browser;
import cloudportal.support.Person;
import cloudportal.support.PortalIT;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The back end of the portal's pages, over the web app's session as a browser has it. */
@PortalIT
class PortalPagesIT {

    private static final String PAGES = "/camunda/api/tasklist/plugin/portal/default/";
    private static final String KANNON = "kannon@kannon-do.example";

    @LocalServerPort
    int port;

    @Test
    void saysWhoIsLoggedIn() {
        Person.Answer customer = get(loggedIn(KANNON), "me");
        assertThat(customer.text())
                .isEqualTo(
                        """
                        {"userId":"kannon@kannon-do.example","name":"観音 花子","company":"株式会社観音堂",\
                        "customer":true,"staff":false,"administrator":false}""");

        Person.Answer staff = get(loggedIn("center@portal.example"), "me");
        assertThat(staff.json().get("customer").asBoolean()).isFalse();
        assertThat(staff.json().get("staff").asBoolean()).isTrue();

        Person.Answer administrator = get(loggedIn("admin@portal.example"), "me");
        assertThat(administrator.json().get("administrator").asBoolean()).isTrue();
    }

    @Test
    void answersNothingToStrangers() {
        assertThat(get(new Browser(port), "me").status()).isEqualTo(401);
        assertThat(get(new Browser(port), "../other/me").status()).isIn(400, 401);
    }

    private Browser loggedIn(String login) {
        Browser browser = new Browser(port);
        assertThat(browser.logIn(login, Person.PASSWORD, "tasklist").statusCode())
                .isEqualTo(200);
        return browser;
    }

    private static Person.Answer get(Browser browser, String page) {
        HttpResponse<String> response = browser.get(PAGES + page);
        return new Person.Answer(response.statusCode(), response.body());
    }
}
