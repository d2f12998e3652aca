package cloudportal.account;

import static org.assertj.core.api.Assertions.assertThat;

import cloudportal.support.PortalIT;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The commands that carry a case past its model, each as it would work, on both paths: administrators only. */
@PortalIT
class CommandsIT {

    private static final String START_BEFORE =
            "[{\"type\":\"startBeforeActivity\",\"activityId\":\"userTask_requestCompleted\"}]";

    private static final String START = "/process-definition/key/cancellation-request/start";

    /** Method, path and body; ids of the sample case in angle brackets. */
    private static final List<List<String>> COMMANDS = List.of(
            List.of("POST", START, "{'startInstructions':" + START_BEFORE + "}"),
            List.of("POST", START, "{'skipCustomListeners':true}"),
            List.of("POST", START, "{'skipIoMappings':true}"),
            List.of("POST", "/process-definition/<definition>/start", "{'startInstructions':" + START_BEFORE + "}"),
            List.of("POST", "/process-definition/<definition>/restart", restart()),
            List.of("POST", "/process-definition/<definition>/restart-async", restart()),
            List.of("POST", "/process-instance/<instance>/modification", "{'instructions':" + START_BEFORE + "}"),
            List.of(
                    "POST",
                    "/process-instance/<instance>/modification",
                    "{'skipCustomListeners':true,'skipIoMappings':true,'instructions':" + START_BEFORE + "}"),
            List.of("POST", "/process-instance/<instance>/modification-async", "{'instructions':" + START_BEFORE + "}"),
            List.of("POST", "/modification/execute", modification()),
            List.of("POST", "/modification/executeAsync", modification()),
            List.of(
                    "POST",
                    "/migration/generate",
                    "{'sourceProcessDefinitionId':'<definition>','targetProcessDefinitionId':'<definition>'}"),
            List.of("POST", "/migration/execute", migration()),
            List.of("POST", "/migration/executeAsync", migration()),
            List.of("POST", "/process-instance/variables-async", "{" + instances() + ",'variables':{'a':{'value':1}}}"),
            List.of("POST", "/process-instance/message-async", "{" + instances() + ",'messageName':'any'}"),
            List.of("POST", "/process-instance/suspended-async", "{" + instances() + ",'suspended':true}"),
            List.of("POST", "/process-instance/delete", "{" + instances() + "}"),
            List.of("POST", "/history/process-instance/delete", "{'historicProcessInstanceIds':['<instance>']}"),
            List.of("PUT", "/process-instance/<instance>/suspended", "{'suspended':true}"),
            List.of("PUT", "/process-instance/<instance>/variables/customerLogin", "{'value':'x'}"),
            List.of("POST", "/process-instance/<instance>/variables", "{'modifications':{'a':{'value':1}}}"),
            List.of("DELETE", "/process-instance/<instance>/variables/customerLogin", ""),
            List.of("PUT", "/execution/<instance>/localVariables/customerLogin", "{'value':'x'}"),
            List.of("PUT", "/task/<task>/variables/customerLogin", "{'value':'x'}"),
            List.of("POST", "/task/<task>/variables", "{'modifications':{'a':{'value':1}}}"),
            List.of("PUT", "/task/<task>/localVariables/a", "{'value':'x'}"),
            List.of("POST", "/message", "{'messageName':'draft-withdrawn','processInstanceId':'<instance>'}"),
            List.of("POST", "/signal", "{'name':'any'}"),
            List.of("POST", "/signal", "{'name':'any','executionId':'<instance>'}"),
            List.of("POST", "/execution/<instance>/signal", "{'variables':{}}"),
            List.of("POST", "/execution/<instance>/messageSubscriptions/draft-withdrawn/trigger", "{}"),
            List.of("POST", "/execution/<instance>/create-incident", "{'incidentType':'x','configuration':'x'}"),
            List.of("POST", "/task/<task>/bpmnError", "{'errorCode':'any'}"),
            List.of("POST", "/task/<task>/bpmnEscalation", "{'escalationCode':'any'}"),
            List.of("POST", "/task/<task>/delegate", "{'userId':'shop@other.example'}"),
            List.of("POST", "/task/<task>/resolve", "{}"),
            List.of("PUT", "/task/<task>", "{'name':'x','assignee':'shop@other.example'}"),
            List.of("DELETE", "/task/<task>", ""),
            List.of("POST", "/task/create", "{'name':'x'}"),
            // The engine itself takes a comment on any task, and under any case beside it, from anybody.
            List.of("POST", "/task/<task>/comment/create", "{'message':'x','processInstanceId':'<instance>'}"),
            List.of("POST", "/external-task/none/complete", "{'workerId':'x'}"),
            List.of("POST", "/external-task/none/bpmnError", "{'workerId':'x','errorCode':'x'}"),
            List.of("POST", "/job/none/execute", "{}"),
            List.of("PUT", "/job/none/retries", "{'retries':1}"),
            List.of("PUT", "/job/none/duedate", "{'duedate':'2019-10-15T10:00:00.000+0900'}"),
            List.of("DELETE", "/job/none", ""),
            List.of("POST", "/history/cleanup", "{}"),
            List.of("DELETE", "/process-instance/<instance>", ""),
            List.of("DELETE", "/process-instance/<instance>?skipCustomListeners=true&skipIoMappings=true", ""),
            List.of("DELETE", "/history/variable-instance/none", ""),
            List.of("DELETE", "/process-definition/<definition>?cascade=true", ""),
            List.of("DELETE", "/process-definition/key/cancellation-request?cascade=true", ""),
            List.of("DELETE", "/deployment/<deployment>?cascade=true", ""),
            List.of("DELETE", "/batch/none?cascade=true", ""));

    @LocalServerPort
    int port;

    @Autowired
    ProcessEngine engine;

    @Test
    void pastTheModelAreForAdministratorsOnly() {
        SampleCase sample = new SampleCase(engine, port);
        for (Visitor visitor : Visitor.values()) {
            if (visitor == Visitor.ANONYMOUS) {
                continue;
            }
            Visits visits = new Visits(port, visitor, sample);
            for (String address :
                    List.of("/engine-rest", "/engine-rest/engine/default", "/camunda/api/engine/engine/default")) {
                for (List<String> command : COMMANDS) {
                    // when
                    int status = visits.give(
                            command.get(0), address + sample.named(command.get(1)), sample.named(command.get(2)));

                    // then the answer is clean, and a refusal to everybody else
                    if (visitor == Visitor.ADMIN) {
                        assertThat(status)
                                .as("%s %s", visitor, command)
                                .isLessThan(500)
                                .isNotEqualTo(403);
                    } else {
                        assertThat(status).as("%s %s", visitor, command).isIn(400, 403);
                    }
                }
            }
        }
    }

    private static String instances() {
        return "'processInstanceIds':['<instance>']";
    }

    private static String restart() {
        return "{" + instances() + ",'instructions':" + START_BEFORE + "}";
    }

    private static String modification() {
        return "{" + instances() + ",'processDefinitionId':'<definition>','instructions':" + START_BEFORE + "}";
    }

    private static String migration() {
        return ("{" + instances() + ",'migrationPlan':{'sourceProcessDefinitionId':'<definition>',"
                + "'targetProcessDefinitionId':'<definition>','instructions':[]}}");
    }
}
