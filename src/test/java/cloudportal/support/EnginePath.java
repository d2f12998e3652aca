package cloudportal.support;

import java.net.http.HttpResponse;

/** The two ways to the engine that people have. What holds on one must hold on the other. */
public enum EnginePath {
    REST {
        @Override
        public Client of(int port, String login) {
            Person person = new Person(port, login, Person.PASSWORD);
            return (method, path, body) -> switch (method) {
                case "GET" -> person.get(path);
                case "PUT" -> person.put(path, body);
                case "DELETE" -> person.delete(path);
                default -> person.post(path, body);
            };
        }
    },
    WEB_APP {
        @Override
        public Client of(int port, String login) {
            Browser browser = new Browser(port);
            String app = login.startsWith("auditor") || login.startsWith("owner") ? "cockpit" : "tasklist";
            if (browser.logIn(login, Person.PASSWORD, app).statusCode() != 200) {
                throw new AssertionError("No log-in for " + login);
            }
            return (method, path, body) -> {
                String url = "/camunda/api/engine/engine/default" + path;
                HttpResponse<String> response =
                        method.equals("GET") ? browser.get(url) : browser.send(method, url, body);
                return new Person.Answer(response.statusCode(), response.body());
            };
        }
    };

    /** Calls the engine's REST API as one person; paths begin after the engine's. */
    @FunctionalInterface
    public interface Client {
        Person.Answer call(String method, String path, Object body);

        default Person.Answer get(String path) {
            return call("GET", path, null);
        }

        default Person.Answer post(String path, Object body) {
            return call("POST", path, body);
        }

        /** Starts 解約申込 and answers the id of the process instance. */
        default String startCancellation() {
            Person.Answer answer =
                    post("/process-definition/key/cancellation-request/submit-form", "{\"variables\":{}}");
            if (answer.status() != 200) {
                throw new AssertionError(answer.text());
            }
            return answer.json().get("id").asText();
        }

        /** The id of the only open task of a process instance. */
        default String taskOf(String processInstanceId) {
            return get("/task?maxResults=50&processInstanceId=" + processInstanceId)
                    .json()
                    .get(0)
                    .get("id")
                    .asText();
        }
    }

    public abstract Client of(int port, String login);
}
