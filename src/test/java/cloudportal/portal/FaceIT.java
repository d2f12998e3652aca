package cloudportal.portal;

import static org.assertj.core.api.Assertions.assertThat;

import cloudportal.support.PortalIT;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a browser is given before anybody logs in: the files of the portal's face, and the texts of the log-in page. */
@PortalIT
class FaceIT {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @LocalServerPort
    int port;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/camunda/app/tasklist/scripts/config.js",
                "/camunda/app/tasklist/locales/ja.json",
                "/camunda/app/tasklist/portal/sentences.js",
                "/camunda/app/cockpit/styles/user-styles.css",
                "/camunda/assets/portal/face.js",
                "/camunda/assets/portal/face.css",
                "/portal/login-page.json"
            })
    void aBrowserAsksAgainForEachFileAndKeepsItForItsContentOnly(String path) throws Exception {
        // given a file that a browser has from before
        HttpResponse<String> first = get(path);
        String tag = first.headers().firstValue("ETag").orElseThrow();

        // when it asks again, as it must
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(first.headers().firstValue("Cache-Control")).contains("no-cache");
        HttpResponse<String> same = get(path, "If-None-Match", tag);
        HttpResponse<String> changed = get(
                path, "If-None-Match", "\"of-another-release\"", "If-Modified-Since", "Fri, 31 Dec 2100 00:00:00 GMT");

        // then the same content is not sent again, and another content is, however old the file
        assertThat(same.statusCode()).isEqualTo(304);
        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(changed.body()).isEqualTo(first.body());
    }

    @Test
    void theLoginPageNamesTheServicesAndTheDesksOfTheConfiguration() throws Exception {
        JsonNode page =
                new ObjectMapper().readTree(get("/portal/login-page.json").body());

        assertThat(page.path("services"))
                .extracting(JsonNode::asText)
                .containsExactly("HOME", "Canonet", "VisualStage");
        assertThat(page.path("news")).isEmpty();
        assertThat(page.path("desks"))
                .extracting(desk -> desk.path("tel").asText())
                .containsExactly("03-6631-2540", "03-6631-1138", "03-6719-9532");
        assertThat(page).hasSize(5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/portal", "/portal/", "/portal/login-page.json/x", "/portal/x"})
    void nothingElseIsAnsweredThere(String path) throws Exception {
        assertThat(get(path).statusCode()).isEqualTo(404);
    }

    /** A value that one load of the page makes for itself and another overwrites has left every second page blank. */
    @Test
    void noLoadOfAPageDependsOnAnother() throws Exception {
        ExecutorService browsers = Executors.newFixedThreadPool(8);
        try {
            List<Future<HttpResponse<String>>> loads =
                    browsers.invokeAll(Collections.nCopies(8 * 50, () -> get("/camunda/app/tasklist/default/")));

            for (Future<HttpResponse<String>> load : loads) {
                assertThat(load.get().statusCode()).isEqualTo(200);
                assertThat(load.get().body())
                        .contains("camunda-tasklist-bootstrap.js")
                        .doesNotContain("$CSP_NONCE");
                assertThat(load.get().headers().firstValue("Content-Security-Policy"))
                        .hasValueSatisfying(policy -> assertThat(policy)
                                .contains("script-src 'self' 'unsafe-inline'")
                                .doesNotContain("nonce", "strict-dynamic"));
            }
        } finally {
            browsers.shutdownNow();
        }
    }

    private HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
