package cloudportal.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;

/** Somebody who is logged in to Tasklist, with a session and the token against forged requests, as a browser. */
final class Session {

    static final ObjectMapper JSON = new ObjectMapper();
    private static final Executor ANSWERS = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "answers");
        thread.setDaemon(true);
        return thread;
    });
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .executor(ANSWERS)
            .build();

    private final Server server;
    private final String login;
    private final Map<String, String> cookies = new TreeMap<>();
    private String list;

    private Session(Server server, String login) {
        this.server = server;
        this.login = login;
    }

    /** Logs in and looks up the task list that belongs to the person. */
    static Session logIn(Server server, String login, String listName) {
        Session session = new Session(server, login);
        session.send("GET", server.page(), null, null);
        session.send(
                "POST",
                server.api() + "/admin/auth/user/default/login/tasklist",
                "application/x-www-form-urlencoded",
                "username=%s&password=%s".formatted(encoded(login), encoded(People.PASSWORD)));
        session.send("GET", server.api() + "/admin/auth/user/default", null, null);
        if (listName != null) {
            session.list = session.get("/filter?resourceType=Task&name=" + encoded(listName))
                    .get(0)
                    .get("id")
                    .asText();
        }
        return session;
    }

    String login() {
        return login;
    }

    /** The id of the person's task list. */
    String list() {
        return list;
    }

    JsonNode get(String path) {
        return json(send("GET", engine(path), null, null));
    }

    JsonNode post(String path, Object body) {
        return json(send("POST", engine(path), "application/json", write(body)));
    }

    JsonNode put(String path, Object body) {
        return json(send("PUT", engine(path), "application/json", write(body)));
    }

    /** Asks the back end of a web app, by its path behind {@code /api}. */
    JsonNode ask(String path) {
        return json(send("GET", server.api() + path, null, null));
    }

    private String engine(String path) {
        return server.api() + "/engine/engine/default" + path;
    }

    private String send(String method, String url, String type, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url))
                .timeout(Duration.ofSeconds(100))
                // As Tasklist asks; lists come with what their cards show.
                .header("Accept", url.contains("/list?") ? "application/hal+json" : "application/json, */*;q=0.5")
                .method(
                        method,
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8));
        if (type != null) {
            request.header("Content-Type", type);
        }
        if (!cookies.isEmpty()) {
            StringBuilder sent = new StringBuilder();
            cookies.forEach(
                    (name, value) -> sent.append(name).append('=').append(value).append("; "));
            request.header("Cookie", sent.toString());
        }
        if (cookies.containsKey("XSRF-TOKEN")) {
            request.header("X-XSRF-TOKEN", cookies.get("XSRF-TOKEN"));
        }
        try {
            HttpResponse<String> answer =
                    HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            answer.headers().allValues("Set-Cookie").stream()
                    .flatMap(cookie -> HttpCookie.parse(cookie).stream())
                    .forEach(cookie -> cookies.put(cookie.getName(), cookie.getValue()));
            if (answer.statusCode() >= 300) {
                throw new Refused("%s %s: %d %s".formatted(method, url, answer.statusCode(), answer.body()));
            }
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String write(Object body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new Refused("No JSON: " + text);
        }
    }

    /** An answer that is none. */
    static final class Refused extends RuntimeException {

        private static final long serialVersionUID = 1;

        Refused(String message) {
            super(message);
        }
    }
}
