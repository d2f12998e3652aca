package cloudportal.support;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** Somebody who works with the portal through {@code /engine-rest}, as Tasklist and Modeler do. */
public final class Person {

    public static final String PASSWORD = "Portal-demo-1";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final String base;
    private final String authorization;

    public Person(int port, String login, String password) {
        base = "http://localhost:%d/engine-rest".formatted(port);
        authorization = "Basic "
                + Base64.getEncoder().encodeToString((login + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    public record Answer(int status, String text) {

        public JsonNode json() {
            try {
                return JSON.readTree(text);
            } catch (JsonProcessingException e) {
                throw new AssertionError("No JSON: " + text, e);
            }
        }

        /** The sentence of a refusal. */
        public String message() {
            return json().path("message").asText();
        }
    }

    public Answer get(String path) {
        return send(request(path).GET());
    }

    public Answer post(String path, Object body) {
        return send(request(path).POST(HttpRequest.BodyPublishers.ofString(write(body))));
    }

    public Answer put(String path, Object body) {
        return send(request(path).PUT(HttpRequest.BodyPublishers.ofString(write(body))));
    }

    public Answer delete(String path) {
        return send(request(path).DELETE());
    }

    /** Starts 解約申込 and answers the id of the process instance. */
    public String startCancellation() {
        Answer answer = post("/process-definition/key/cancellation-request/submit-form", Map.of("variables", Map.of()));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json().get("id").asText();
    }

    /** The open task of a process instance that this person may see. */
    public JsonNode task(String processInstanceId) {
        JsonNode tasks = get("/task?maxResults=50&processInstanceId=" + processInstanceId)
                .json();
        assertThat(tasks).as("tasks of %s", processInstanceId).hasSize(1);
        return tasks.get(0);
    }

    /** The open task of a kind in a process instance. */
    public JsonNode task(String processInstanceId, String taskDefinitionKey) {
        JsonNode tasks = get("/task?maxResults=50&processInstanceId=%s&taskDefinitionKey=%s"
                        .formatted(processInstanceId, taskDefinitionKey))
                .json();
        assertThat(tasks).as("tasks %s", taskDefinitionKey).hasSize(1);
        return tasks.get(0);
    }

    /** Answers the form of a task as Tasklist does. */
    public Answer answer(JsonNode task, Map<String, ?> answers) {
        ObjectNode variables = JSON.createObjectNode();
        answers.forEach((name, value) -> variables.putObject(name).set("value", JSON.valueToTree(value)));
        return post("/task/" + task.get("id").asText() + "/submit-form", Map.of("variables", variables));
    }

    /** Answers the only open task of a process instance, which must be of the given kind, and must be accepted. */
    public void completes(String processInstanceId, String taskDefinitionKey, Map<String, ?> answers) {
        JsonNode task = task(processInstanceId, taskDefinitionKey);
        Answer answer = answer(task, answers);
        assertThat(answer.status()).as(answer.text()).isEqualTo(204);
    }

    public JsonNode variable(String taskId, String name) {
        JsonNode variable = get("/task/%s/form-variables?deserializeValues=false".formatted(taskId))
                .json()
                .path(name);
        return variable.path("type").asText().equals("Json")
                ? new Answer(200, variable.get("value").asText()).json()
                : variable.get("value");
    }

    /** The keys of the tasks of a process instance. */
    public List<String> tasks(String processInstanceId) {
        return StreamSupport.stream(
                        get("/task?maxResults=50&processInstanceId=" + processInstanceId)
                                .json()
                                .spliterator(),
                        false)
                .map(task -> task.get("taskDefinitionKey").asText())
                .sorted()
                .toList();
    }

    /** Deploys files as Camunda Modeler does. */
    public Answer deploy(String name, Map<String, String> files) {
        String boundary = "----FormBoundary" + Integer.toHexString(name.hashCode());
        StringBuilder body = new StringBuilder();
        Map<String, String> fields = Map.of(
                "deployment-name", name,
                "deployment-source", "Camunda Modeler",
                "enable-duplicate-filtering", "true",
                "deploy-changed-only", "true");
        fields.forEach((field, value) -> body.append(
                "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n".formatted(boundary, field, value)));
        files.forEach((file, content) -> body.append(
                        "--%s\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\n"
                                .formatted(boundary, file, file))
                .append("Content-Type: application/octet-stream\r\n\r\n")
                .append(content)
                .append("\r\n"));
        body.append("--%s--\r\n".formatted(boundary));
        return send(request("/deployment/create")
                .setHeader("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path))
                .header("Authorization", authorization)
                .header("Content-Type", "application/json");
    }

    private static Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response =
                    HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            return new Answer(response.statusCode(), response.body());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static String write(Object body) {
        try {
            return body instanceof String text ? text : JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
