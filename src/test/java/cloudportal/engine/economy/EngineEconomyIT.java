package cloudportal.engine.economy;

import static org.assertj.core.api.Assertions.assertThat;

import cloudportal.support.CaseWalk;
import cloudportal.support.MovableClock;
import cloudportal.support.Person;
import cloudportal.support.PortalIT;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** Whoever asks less still has to write all, leave nothing behind, and refuse what it refused. */
@PortalIT
class EngineEconomyIT {

    @LocalServerPort
    int port;

    @Autowired
    JdbcTemplate database;

    @Autowired
    ManagementService managementService;

    @Autowired
    MovableClock clock;

    @Autowired
    AuthorizationService authorizationService;

    private CaseWalk cases;

    @BeforeEach
    void onTheGuidesDay() {
        clock.moveTo("2019-10-15T10:00:00+09:00");
        cases = new CaseWalk(port, database, managementService, clock);
    }

    @Test
    void keepsTheWholeHistoryOfACase() {
        // when a case has gone to its end
        CaseWalk.Walked walked = cases.completed();

        // then every step and task of it has its start, its end and how long it took
        for (String table : List.of("act_hi_actinst", "act_hi_taskinst", "act_hi_procinst")) {
            assertThat(database.queryForList(
                            """
                            select count(*) as n, count(end_time_) as ended, count(duration_) as lasted from %s
                            where proc_inst_id_ in (?, ?)"""
                                    .formatted(table),
                            walked.process(),
                            walked.fulfilment()))
                    .singleElement()
                    .satisfies(row -> assertThat(row.get("n"))
                            .as(table)
                            .isNotEqualTo(0L)
                            .isEqualTo(row.get("ended"))
                            .isEqualTo(row.get("lasted")));
            assertThat(count(
                            """
                            select count(*) from %s where proc_inst_id_ in (?, ?) and end_time_ > start_time_
                            and duration_ = 0"""
                                    .formatted(table),
                            walked))
                    .as("lasted no time in " + table)
                    .isZero();
        }

        // and who claimed a task is in both, task and step
        assertThat(database.queryForList(
                        """
                        select distinct t.assignee_ || '/' || a.assignee_ from act_hi_taskinst t
                        join act_hi_actinst a on a.task_id_ = t.id_
                        where t.proc_inst_id_ = ? and t.task_def_key_ = 'userTask_reviewRequest'""",
                        String.class,
                        walked.fulfilment()))
                .containsExactly(CaseWalk.CENTER + "/" + CaseWalk.CENTER);
    }

    @Test
    void leavesNothingBehind() {
        // when a case has gone to its end, and another was withdrawn
        CaseWalk.Walked completed = cases.completed();
        CaseWalk.Walked withdrawn = cases.editedTwiceAndWithdrawn();

        // then the engine works on nothing of them any more, and nobody has a grant for their tasks
        for (String table : List.of("act_ru_execution", "act_ru_task", "act_ru_variable", "act_ru_job")) {
            String instance = table.equals("act_ru_job") ? "process_instance_id_" : "proc_inst_id_";
            assertThat(count("select count(*) from %s where %s in (?, ?)".formatted(table, instance), completed))
                    .as(table)
                    .isZero();
            assertThat(count("select count(*) from %s where %s in (?, ?)".formatted(table, instance), withdrawn))
                    .as(table)
                    .isZero();
        }
        assertThat(count(
                        """
                        select count(*) from act_ru_authorization a join act_hi_taskinst t on t.id_ = a.resource_id_
                        where t.proc_inst_id_ in (?, ?)""",
                        completed))
                .isZero();
    }

    @Test
    void grantsATaskAgainToWhoeverTakesItAgain() {
        // given a task of the contract center
        CaseWalk.Walked walked = cases.submitted();
        Person center = new Person(port, CaseWalk.CENTER, Person.PASSWORD);
        JsonNode task = center.task(walked.fulfilment(), "userTask_reviewRequest");
        String path = "/task/" + task.get("id").asText();

        // when it is taken, laid down and taken again
        Map<String, String> me = Map.of("userId", CaseWalk.CENTER);
        int[] answers = {
            center.post(path + "/claim", me).status(),
            center.post(path + "/assignee", Collections.singletonMap("userId", null))
                    .status(),
            center.post(path + "/claim", me).status()
        };

        // then there is one grant for it, and none for the group, which may work all such tasks
        assertThat(answers).containsExactly(204, 204, 204);
        assertThat(database.queryForObject(
                        "select count(*) from act_ru_authorization where resource_id_ = ? and group_id_ is not null",
                        Integer.class,
                        task.get("id").asText()))
                .isZero();
        assertThat(database.queryForObject(
                        "select count(*) from act_ru_authorization where resource_id_ = ? and user_id_ = ?",
                        Integer.class,
                        task.get("id").asText(),
                        CaseWalk.CENTER))
                .isEqualTo(1);
    }

    @Test
    void refusesWhatWouldTakeAPermissionAway() {
        // given an administrator
        Person admin = new Person(port, "admin@portal.example", Person.PASSWORD);

        // when a permission is to be taken away from somebody, rather than given
        Person.Answer answer = admin.post(
                "/authorization/create",
                Map.of(
                        "type",
                        2,
                        "permissions",
                        List.of("ALL"),
                        "groupId",
                        "customers",
                        "resourceType",
                        7,
                        "resourceId",
                        "*"));

        // then it is refused: it would be without effect
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.message()).isEqualTo("「拒否」の権限は登録できません。与えている「許可」の権限を削除してください。");
    }

    @Test
    void noticesWhatAGroupIsGivenAndWhatIsTakenFromItAtOnce() {
        // given a right that a group does not have
        BooleanSupplier may = () -> authorizationService.isUserAuthorized(
                "somebody@portal.example", List.of("customers"), Permissions.READ, Resources.REPORT, "r1");
        assertThat(may.getAsBoolean()).isFalse();

        // when it is given, and given for another one only, and taken
        Authorization grant = authorizationService.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        grant.setGroupId("customers");
        grant.setResource(Resources.REPORT);
        grant.setResourceId("r1");
        grant.addPermission(Permissions.READ);
        grant = authorizationService.saveAuthorization(grant);
        assertThat(may.getAsBoolean()).isTrue();
        assertThat(authorizationService.isUserAuthorized(
                        "somebody@portal.example", List.of("customers"), Permissions.UPDATE, Resources.REPORT, "r1"))
                .isFalse();
        assertThat(authorizationService.isUserAuthorized(
                        "somebody@portal.example", List.of("process-owners"), Permissions.READ, Resources.REPORT, "r1"))
                .isFalse();
        grant.setResourceId("r2");
        grant = authorizationService.saveAuthorization(grant);
        assertThat(may.getAsBoolean()).isFalse();
        grant.setResourceId("r1");
        grant = authorizationService.saveAuthorization(grant);
        assertThat(may.getAsBoolean()).isTrue();
        authorizationService.deleteAuthorization(grant.getId());

        // then it is gone
        assertThat(may.getAsBoolean()).isFalse();
    }

    @Test
    void startsNothingOfASuspendedProcess() {
        // given a process that was just started
        Person customer = new Person(port, CaseWalk.CUSTOMER, Person.PASSWORD);
        Person admin = new Person(port, "admin@portal.example", Person.PASSWORD);
        String start = "/process-definition/key/cancellation-request/submit-form";
        String suspended = "/process-definition/key/cancellation-request/suspended";
        assertThat(customer.post(start, Map.of("variables", Map.of())).status()).isEqualTo(200);

        // when it is suspended
        assertThat(admin.put(suspended, Map.of("suspended", true)).status()).isEqualTo(204);
        Person.Answer refused = customer.post(start, Map.of("variables", Map.of()));

        // then nobody starts it, until it is activated again
        assertThat(admin.put(suspended, Map.of("suspended", false)).status()).isEqualTo(204);
        assertThat(refused.status()).as(refused.text()).isNotEqualTo(200);
        assertThat(customer.post(start, Map.of("variables", Map.of())).status()).isEqualTo(200);
    }

    private int count(String sql, CaseWalk.Walked walked) {
        return database.queryForObject(
                sql,
                Integer.class,
                walked.process(),
                walked.fulfilment() == null ? walked.process() : walked.fulfilment());
    }
}
