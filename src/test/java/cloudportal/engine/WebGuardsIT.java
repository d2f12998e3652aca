package cloudportal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import cloudportal.support.Browser;
import cloudportal.support.Person;
import cloudportal.support.PortalIT;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What the server answers to people without a login, and to addresses that are not what they seem. */
@PortalIT
class WebGuardsIT {

    private static final String CUSTOMER = "kannon@kannon-do.example";

    @LocalServerPort
    int port;

    @Autowired
    IdentityService identityService;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/engine-rest",
                "/engine-rest/engine",
                "/engine-rest/engine/default/user",
                "/engine-rest/version",
                "/engine-rest/user?maxResults=5",
                "/engine-rest/task/x/form",
                "/engine-rest/identity/password-policy"
            })
    void asksForALoginEverywhereUnderEngineRest(String path) {
        // when nobody, somebody with a wrong password, or a web app's session asks
        HttpResponse<String> nobody = get(path, null);
        HttpResponse<String> wrong = get(path, basic(CUSTOMER, "Wrong-pass-word-1"));
        Browser browser = new Browser(port);
        browser.logIn("auditor@portal.example", Person.PASSWORD, "cockpit");

        // then there is no answer but the challenge
        for (HttpResponse<String> answer : List.of(nobody, wrong, browser.get(path))) {
            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.headers().firstValue("WWW-Authenticate"))
                    .hasValueSatisfying(challenge -> assertThat(challenge).startsWith("Basic realm="));
            assertThat(answer.body()).isEmpty();
        }
    }

    @Test
    void sendsTheTokenAgainToABrowserThatLostIt() {
        // given a page that was left before the token arrived
        Browser browser = new Browser(port);
        browser.loseToken();
        assertThat(browser.logIn(CUSTOMER, Person.PASSWORD, "tasklist").statusCode())
                .isEqualTo(403);

        // when the page is loaded again
        browser.loseToken();
        HttpResponse<String> page = browser.get("/camunda/app/tasklist/default/");

        // then the person can log in, and nothing is sent to those who have it
        assertThat(page.headers().allValues("Set-Cookie"))
                .singleElement()
                .asString()
                .contains("XSRF-TOKEN=", "Path=/camunda", "SameSite=Lax");
        assertThat(browser.logIn(CUSTOMER, Person.PASSWORD, "tasklist").statusCode())
                .isEqualTo(200);
        assertThat(browser.get("/camunda/app/tasklist/default/").headers().allValues("Set-Cookie"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/camunda/api/engine/engine/default/user?maxResults=5",
                "/camunda/api/engine/engine/default/task?maxResults=5",
                "/camunda/api/engine/engine/other/user",
                "/camunda/api/engine/version",
                "/camunda/api/engine",
                "/camunda/api/cockpit/plugin/base/default/process-definition",
                "/camunda/api/unheard/of"
            })
    void answersNothingOfTheWebAppsBackEndToStrangers(String path) {
        assertThat(get(path, null).statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/camunda/api/engine;x=1/engine/default/user",
                "/camunda/api;/engine/engine/default/user",
                "/camunda/api/engine/engine;/default/user",
                "/camunda/api//engine/engine/default/user",
                "//camunda/api/engine/engine/default/user",
                "/camunda/app/../api/engine/engine/default/user",
                "/camunda/api/./engine/engine/default/user",
                "/camunda/app/%2e%2e/api/engine/engine/default/user",
                "/camunda/api%2Fengine/engine/default/user",
                "/camunda/api/%65ngine/engine/default/user",
                "/camunda/%61pi/engine/engine/default/user",
                "/%63amunda/api/engine/engine/default/user",
                "/camunda/api/engine%3bx/engine/default/user",
                "/camunda/api/%2565ngine/engine/default/user",
                "/camunda/api/engine%00/engine/default/user",
                "/camunda/api/engine%5cengine/default/user",
                "/engine-rest;x=1/user",
                "/%65ngine-rest/user",
                "/engine%2Drest/user",
                "/engine-rest/../engine-rest/user",
                "//engine-rest/user",
                "/camunda/api/admin/%73etup/default/user/create"
            })
    void refusesAddressesThatTwoReadersWouldReadDifferently(String path) {
        // when a stranger asks, then neither what is there nor a way around the login comes back
        HttpResponse<String> answer = get(path, null);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).doesNotContain("firstName", "kannon");

        // nor with a login
        assertThat(get(path, basic(CUSTOMER, Person.PASSWORD)).statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/engine-rest/user/kannon%40kannon-do.example/profile",
                "/engine-rest/process-definition/cancellation-request%3A1%3Aunknown/xml",
                "/engine-rest/user/%E8%A6%B3%E9%9F%B3/profile"
            })
    void readsAddressesWithWhatMustBeEncoded(String path) {
        assertThat(get(path, basic(CUSTOMER, Person.PASSWORD)).statusCode()).isIn(200, 404);
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /camunda/api/admin/setup/default/user/create",
        "GET, /camunda/api/admin/setup/default/user/create",
        "POST, /camunda/api/admin/SETUP/default/user/create",
        "GET, /camunda/app/admin/default/setup/",
        "GET, /camunda/app/admin/default/setup",
        "GET, /webjars/camunda/securityFilterRules.json",
        "GET, /webjars/camunda/app/tasklist/index.html"
    })
    void keepsTheSetUpPagesShut(String method, String path) {
        HttpResponse<String> answer = send(HttpRequest.newBuilder(uri(path))
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString("{}")));

        assertThat(answer.statusCode()).isEqualTo(403);
    }

    @Test
    void hasNoDatabaseConsole() {
        assertThat(get("/h2-console", null).statusCode()).isEqualTo(404);
        assertThat(get("/h2-console/", null).statusCode()).isEqualTo(404);
    }

    @Test
    void leadsFromTheBareAddressToTasklist() {
        HttpResponse<String> answer = get("/", null);

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location"))
                .hasValueSatisfying(place -> assertThat(place).endsWith("/camunda/app/tasklist/"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/camunda/app/tasklist/default/",
                "/camunda/app/cockpit/default/",
                "/camunda/app/welcome/default/",
                "/camunda/app/tasklist/scripts/config.js",
                "/camunda/api/tasklist/plugin/tasklistPlugins/static/app/plugin.js",
                "/camunda/api/cockpit/plugin/cockpitPlugins/static/app/plugin.js",
                "/camunda/lib/deps.js"
            })
    void servesTheWebAppsOwnFilesToAnybody(String path) {
        HttpResponse<String> answer = get(path, null);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    }

    @Test
    void protectsTheWebAppsPagesByHeaders() {
        // when a page of the web apps is fetched twice
        HttpResponse<String> first = get("/camunda/app/tasklist/default/", null);
        HttpResponse<String> second = get("/camunda/app/tasklist/default/", null);

        // then its policy names no nonce that two loads could mix up, and it is always asked for anew
        String policy = first.headers().firstValue("Content-Security-Policy").orElseThrow();
        assertThat(policy)
                .doesNotContain("nonce")
                .contains("frame-ancestors 'none'", "object-src 'none'", "default-src 'self'")
                .isEqualTo(
                        second.headers().firstValue("Content-Security-Policy").orElseThrow());
        assertThat(first.headers().firstValue("Cache-Control")).hasValue("no-cache");
        assertThat(get("/camunda/app/tasklist/scripts/config.js", null)
                        .headers()
                        .firstValue("Cache-Control"))
                .hasValue("no-cache");
        assertThat(first.headers().firstValue("Strict-Transport-Security")).isPresent();
        assertThat(first.headers().allValues("Set-Cookie"))
                .anySatisfy(cookie -> assertThat(cookie)
                        .contains("JSESSIONID")
                        .containsIgnoringCase("HttpOnly")
                        .containsIgnoringCase("SameSite=Lax"))
                .allSatisfy(cookie -> assertThat(cookie).doesNotContainIgnoringCase("Secure"));
    }

    @Test
    void knowsALoginHoweverItIsCapitalised() {
        // given a login kept in lower case
        Browser browser = new Browser(port);

        // when it is typed otherwise, in the web apps or to the REST API
        HttpResponse<String> tasklist = browser.logIn(" Kannon@Kannon-Do.Example", Person.PASSWORD, "tasklist");
        HttpResponse<String> rest = get(
                "/engine-rest/identity/groups?userId=" + CUSTOMER, basic("KANNON@kannon-do.example", Person.PASSWORD));

        // then it is the same person
        assertThat(tasklist.statusCode()).as(tasklist.body()).isEqualTo(200);
        assertThat(tasklist.body()).contains("\"userId\":\"kannon@kannon-do.example\"");
        assertThat(rest.statusCode()).isEqualTo(200);
        assertThat(rest.body()).contains("customers");
        assertThat(browser.get("/camunda/api/engine/engine/default/user/kannon%40kannon-do.example/profile")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void makesNoLoginThatDiffersByCase() {
        Person admin = new Person(port, "admin@portal.example", Person.PASSWORD);

        Person.Answer answer = admin.post(
                "/user/create",
                Map.of(
                        "profile", Map.of("id", "Kannon@kannon-do.example", "firstName", "a", "lastName", "b"),
                        "credentials", Map.of("password", Person.PASSWORD)));

        assertThat(answer.status()).isGreaterThanOrEqualTo(400);
        assertThat(identityService
                        .createUserQuery()
                        .userId("Kannon@kannon-do.example")
                        .count())
                .isZero();
    }

    @Test
    void refusesTheWebAppsBackEndWithoutTheTokenAgainstForgedRequests() {
        // given a session in Tasklist
        Browser browser = new Browser(port);
        browser.logIn(CUSTOMER, Person.PASSWORD, "tasklist");
        String session = browser.session();

        // when a page elsewhere makes the browser send a command
        HttpResponse<String> answer = send(HttpRequest.newBuilder(uri("/camunda/api/engine/engine/default/task"))
                .header("Cookie", "JSESSIONID=" + session)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{}")));

        // then it is not carried out
        assertThat(answer.statusCode()).isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({"tasklist, 403", "cockpit, 200", "admin, 403"})
    void letsAnAuditorIntoCockpitOnly(String app, int status) {
        assertThat(new Browser(port)
                        .logIn("auditor@portal.example", Person.PASSWORD, app)
                        .statusCode())
                .isEqualTo(status);
    }

    private HttpResponse<String> get(String path, String authorization) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path)).GET();
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        return send(request);
    }

    private URI uri(String path) {
        return URI.create("http://localhost:%d".formatted(port) + path);
    }

    private static String basic(String login, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((login + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
