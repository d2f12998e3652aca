package cloudportal.account;

import cloudportal.support.Browser;
import cloudportal.support.Person;
import cloudportal.support.Rehearsal;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;

/** One role's requests on both ways to the portal, all rehearsed: Basic for {@code /engine-rest}, a session for everything else. */
final class Visits {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String BOUNDARY = "part";
    private static final Pattern ROWS = Pattern.compile("\\{\"count\":[1-9]\\d*}");

    /** What takes no case as its criterion: whether this one is among the first, or others are, is chance. */
    private static final Set<Endpoint> OF_ALL_CASES = Set.of(
            new Endpoint("GET", "{engine}/filter/{id}/count"),
            new Endpoint("GET", "{engine}/filter/{id}/list"),
            new Endpoint("GET", "/camunda/api/cockpit/plugin/base/{engine}/process-instance"),
            new Endpoint("POST", "/camunda/api/cockpit/plugin/base/{engine}/process-instance"),
            new Endpoint("GET", "/camunda/api/cockpit/plugin/base/{engine}/process-instance/count"),
            new Endpoint("POST", "/camunda/api/cockpit/plugin/base/{engine}/process-instance/count"),
            new Endpoint("GET", "/camunda/api/cockpit/plugin/portal-audit/{engine}/processes"));

    private static final Set<Visitor> MAY_SEE = EnumSet.of(Visitor.CUSTOMER, Visitor.AUDITOR);

    private final Browser browser;
    private final String basic;
    private final Visitor visitor;
    private final SampleCase sample;

    Visits(int port, Visitor visitor, SampleCase sample) {
        this.sample = sample;
        browser = new Browser(port);
        this.visitor = visitor;
        if (visitor.login() == null) {
            basic = null;
            return;
        }
        basic = "Basic "
                + Base64.getEncoder()
                        .encodeToString((visitor.login() + ":" + Person.PASSWORD).getBytes(StandardCharsets.UTF_8));
        int status =
                browser.logIn(visitor.login(), Person.PASSWORD, visitor.app()).statusCode();
        if (status != 200) {
            throw new AssertionError("No log-in for %s: %d".formatted(visitor, status));
        }
    }

    /**
     * @param address in whose place {@code {engine}} stands
     * @return the status, with {@code +} where the answer shows something of the sample case, or rows where it counts
     */
    String answer(Endpoint endpoint, String address) {
        String path = sample.path(endpoint, address);
        HttpResponse<String> response = send(endpoint.method(), path, sample.body(endpoint, visitor.login()));
        return response.statusCode() + (isTold(endpoint, response) ? "+" : "");
    }

    /** Nothing is kept from administrators. */
    private boolean isTold(Endpoint endpoint, HttpResponse<String> response) {
        if (visitor == Visitor.ADMIN || response.statusCode() / 100 != 2) {
            return false;
        }
        if (OF_ALL_CASES.contains(endpoint)) {
            boolean counted = visitor != Visitor.OTHER_CUSTOMER && counts(response);
            return !MAY_SEE.contains(visitor) && (counted || sample.isToldBy(response.body()));
        }
        return sample.isToldBy(response.body()) || counts(response);
    }

    private static boolean counts(HttpResponse<String> response) {
        return ROWS.matcher(response.body()).matches();
    }

    /** @return the status */
    int give(String method, String path, String body) {
        return send(method, path, body.isEmpty() ? null : body).statusCode();
    }

    private HttpResponse<String> send(String method, String path, String body) {
        HttpRequest.Builder request = browser.request(path)
                .timeout(PATIENCE)
                .header(Rehearsal.HEADER, "yes")
                .header("Accept", "*/*");
        if (basic != null && path.startsWith("/engine-rest")) {
            request.header("Authorization", basic);
        }
        if (body == null) {
            request.method(method, HttpRequest.BodyPublishers.noBody());
        } else {
            request.header("Content-Type", type(body)).method(method, HttpRequest.BodyPublishers.ofString(body));
        }
        return browser.send(request);
    }

    private static String type(String body) {
        if (body.startsWith("--" + BOUNDARY)) {
            return "multipart/form-data; boundary=" + BOUNDARY;
        }
        return body.startsWith("{") ? "application/json" : "application/octet-stream";
    }
}
