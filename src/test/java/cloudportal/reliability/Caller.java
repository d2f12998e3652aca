package cloudportal.reliability;

import cloudportal.support.Person;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** Somebody who calls the portal; where a node does not answer, the next call goes to another. */
final class Caller {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final List<Integer> ports;
    private final String authorization;
    private final Journal journal;
    private int node;

    Caller(List<Integer> ports, int node, String login, Journal journal) {
        this.ports = ports;
        this.node = node % ports.size();
        this.authorization = "Basic "
                + Base64.getEncoder().encodeToString((login + ":" + Person.PASSWORD).getBytes(StandardCharsets.UTF_8));
        this.journal = journal;
    }

    /** @param status 0 where no answer came */
    record Reply(int status, String text) {

        boolean isOk() {
            return status / 100 == 2;
        }

        JsonNode json() {
            try {
                return JSON.readTree(text);
            } catch (JsonProcessingException e) {
                throw new AssertionError("No JSON: " + text, e);
            }
        }
    }

    Reply get(String path) {
        return send("GET", path, HttpRequest.BodyPublishers.noBody());
    }

    Reply post(String path, Object body) {
        return send(
                "POST",
                path,
                HttpRequest.BodyPublishers.ofString(JSON.valueToTree(body).toString()));
    }

    Reply put(String path, Object body) {
        return send(
                "PUT",
                path,
                HttpRequest.BodyPublishers.ofString(JSON.valueToTree(body).toString()));
    }

    /** Answers a task's form. */
    Reply answer(JsonNode task, Map<String, ?> answers) {
        ObjectNode variables = JSON.createObjectNode();
        answers.forEach((name, value) -> variables.putObject(name).set("value", JSON.valueToTree(value)));
        return post("/task/" + task.get("id").asText() + "/submit-form", Map.of("variables", variables));
    }

    private Reply send(String method, String path, HttpRequest.BodyPublisher body) {
        String base = "http://localhost:%d/engine-rest".formatted(ports.get(node));
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + path))
                .header("Authorization", authorization)
                .header("Content-Type", "application/json")
                .timeout(PATIENCE)
                .method(method, body)
                .build();
        try {
            HttpResponse<String> response =
                    HTTP.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            if (response.statusCode() >= 400) {
                journal.refused(method + " " + path, response.statusCode(), response.body());
            }
            return new Reply(response.statusCode(), response.body());
        } catch (IOException e) {
            node = (node + 1) % ports.size();
            return new Reply(0, "");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Reply(0, "");
        }
    }
}
