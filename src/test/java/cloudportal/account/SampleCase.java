package cloudportal.account;

import cloudportal.support.Person;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.task.Task;

/** A running case of the customer, and what the paths and bodies of the endpoints name: its ids, and those of what it belongs to. */
final class SampleCase {

    /** What lists or counts by criteria that are sent. */
    private static final Pattern QUERIES = Pattern.compile(
            ".*/(task|execution|process-instance|variable-instance|activity-instance|detail|job|job-log|external-task|"
                    + "external-task-log|incident)(/count)?|.*/filter/[^/]+/(list|count)");

    private static final Pattern PARAMETER = Pattern.compile("\\{\\s*([^}/]+)}");

    private final String instance;
    private final String task;
    private final String definition;
    /** By what stands before the parameter in the path. */
    private final Map<String, String> ids;

    SampleCase(ProcessEngine engine, int port) {
        Person customer = new Person(port, Visitor.CUSTOMER.login(), Person.PASSWORD);
        instance = customer.startCancellation();
        Task open = engine.getTaskService()
                .createTaskQuery()
                .processInstanceId(instance)
                .singleResult();
        task = open.getId();
        ProcessDefinition process = engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionId(open.getProcessDefinitionId())
                .singleResult();
        definition = process.getId();
        HistoricActivityInstance activity = engine.getHistoryService()
                .createHistoricActivityInstanceQuery()
                .processInstanceId(instance)
                .activityType("userTask")
                .singleResult();
        String variable = engine.getHistoryService()
                .createHistoricVariableInstanceQuery()
                .processInstanceId(instance)
                .variableName("customerLogin")
                .singleResult()
                .getId();
        ids = Map.ofEntries(
                Map.entry("task", task),
                Map.entry("process-instance", instance),
                Map.entry("execution", open.getExecutionId()),
                Map.entry("process-definition", definition),
                Map.entry("key", "cancellation-request"),
                Map.entry(
                        "decision-definition",
                        engine.getRepositoryService()
                                .createDecisionDefinitionQuery()
                                .decisionDefinitionKey("service-terms")
                                .latestVersion()
                                .singleResult()
                                .getId()),
                Map.entry("deployment", process.getDeploymentId()),
                Map.entry(
                        "resources",
                        engine.getRepositoryService()
                                .getDeploymentResources(process.getDeploymentId())
                                .get(0)
                                .getId()),
                Map.entry(
                        "filter",
                        engine.getFilterService()
                                .createFilterQuery()
                                .filterName("お手続き中の解約")
                                .singleResult()
                                .getId()),
                Map.entry("activity-instance", activity.getId()),
                Map.entry("variable-instance", variable),
                Map.entry("variables", "customerLogin"),
                Map.entry("localVariables", "customerLogin"),
                Map.entry("user", Visitor.CUSTOMER.login().replace("@", "%40")),
                Map.entry("members", Visitor.CUSTOMER.login().replace("@", "%40")),
                Map.entry("group", "customers"),
                Map.entry(
                        "authorization",
                        engine.getAuthorizationService()
                                .createAuthorizationQuery()
                                .groupIdIn("customers")
                                .list()
                                .get(0)
                                .getId()),
                Map.entry("contracts", "HMMH061530"),
                Map.entry("requests", "R-20170828-92562"));
    }

    String path(Endpoint endpoint, String address) {
        String template =
                endpoint.isOfEngine() ? address + endpoint.path().substring(Endpoint.ENGINE.length()) : endpoint.path();
        StringBuilder path = new StringBuilder();
        Matcher parameter = PARAMETER.matcher(template);
        int end = 0;
        while (parameter.find()) {
            path.append(template, end, parameter.start());
            path.append(value(path.toString(), parameter.group(1).strip()));
            end = parameter.end();
        }
        path.append(template.substring(end));
        String concrete = path.toString().replace("/**", "/sample").replace("/*", "/sample");
        if (!endpoint.method().equals("GET")) {
            return concrete + "?maxResults=50";
        }
        String asked = concrete + "?maxResults=50&";
        if (concrete.contains("identity-link-log")) {
            return asked + "taskId=" + task;
        }
        String criteria = asked + "processInstanceId=" + instance;
        return concrete.contains("/job")
                ? criteria
                : criteria + "&processInstanceIdIn=%1$s&processInstanceIds=%1$s".formatted(instance);
    }

    private String value(String before, String parameter) {
        String segment = before.substring(
                        before.substring(0, before.length() - 1).lastIndexOf('/') + 1)
                .replace("/", "");
        if (parameter.equals("engineName") || parameter.equals("engine") || before.endsWith("/engine/engine/")) {
            return "default";
        }
        if (parameter.equals("name") && segment.equals("engine") || parameter.equals("processEngineName")) {
            return "default";
        }
        if (parameter.equals("appName") || parameter.equals("app")) {
            return "tasklist";
        }
        if (segment.equals("key") && before.contains("decision")) {
            return "service-terms";
        }
        return ids.getOrDefault(segment, "none");
    }

    /** What is sent along, or null. */
    String body(Endpoint endpoint, String login) {
        if (List.of("GET", "OPTIONS", "HEAD").contains(endpoint.method())) {
            return null;
        }
        return switch (endpoint.path()) {
            case "{engine}/deployment/create" -> multipart();
            case "/camunda/api/cockpit/plugin/portal-whatif/{engine}/service-terms" -> "no table";
            case "{engine}/task/{id}/comment/create" -> "{\"message\":\"x\"}";
            case "{engine}/task/{id}/claim", "{engine}/task/{id}/assignee" -> "{\"userId\":\"%s\"}".formatted(login);
            case "{engine}/task/{id}/identity-links", "{engine}/task/{id}/identity-links/delete" ->
                "{\"type\":\"assignee\",\"userId\":\"%s\"}".formatted(login);
            case "{engine}/user/{id}/profile" ->
                "{\"id\":\"%s\",\"firstName\":\"x\"}".formatted(Visitor.CUSTOMER.login());
            case "{engine}/user/{id}/credentials" ->
                "{\"password\":\"Portal-demo-2\",\"authenticatedUserPassword\":\"%s\"}".formatted(Person.PASSWORD);
            case "{engine}/process-instance/{id}/modification" ->
                "{\"instructions\":[{\"type\":\"startBeforeActivity\",\"activityId\":\"userTask_requestCompleted\"}]}";
            case "{engine}/message" ->
                "{\"messageName\":\"draft-withdrawn\",\"processInstanceId\":\"%s\"}".formatted(instance);
            case "{engine}/signal" -> "{\"name\":\"any\"}";
            case "{engine}/user/create" ->
                "{\"profile\":{\"id\":\"new@portal.example\"},\"credentials\":{\"password\":\"Portal-demo-2\"}}";
            case "{engine}/authorization/create" ->
                "{\"type\":1,\"permissions\":[\"ALL\"],\"groupId\":\"customers\",\"resourceType\":0,\"resourceId\":\"*\"}";
            case "{engine}/filter/create" -> "{\"resourceType\":\"Task\",\"name\":\"mine\",\"query\":{}}";
            default -> QUERIES.matcher(endpoint.path()).matches() ? criteria(endpoint) : "{}";
        };
    }

    /** A text in which {@code <instance>}, {@code <task>}, {@code <definition>} and {@code <deployment>} stand for the case's ids. */
    String named(String template) {
        return template.replace('\'', '"')
                .replace("<instance>", instance)
                .replace("<task>", task)
                .replace("<definition>", definition)
                .replace("<deployment>", ids.get("deployment"));
    }

    private static String multipart() {
        return "--part\r\nContent-Disposition: form-data; name=\"deployment-name\"\r\n\r\nsample\r\n--part--\r\n";
    }

    /** Each kind of query knows its own of these, and passes over the others. */
    private String criteria(Endpoint endpoint) {
        String several = endpoint.path().contains("/process-instance") ? ",\"processInstanceIds\":[\"%1$s\"]" : "";
        return ("{\"processInstanceId\":\"%1$s\",\"processInstanceIdIn\":[\"%1$s\"]" + several + "}")
                .formatted(instance);
    }

    /** Whether a text shows something of the case. */
    boolean isToldBy(String text) {
        return text.contains(instance) || text.contains(task);
    }
}
