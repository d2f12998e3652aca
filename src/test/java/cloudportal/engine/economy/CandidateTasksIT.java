package cloudportal.engine.economy;

import static org.assertj.core.api.Assertions.assertThat;

import cloudportal.support.CaseWalk;
import cloudportal.support.MovableClock;
import cloudportal.support.PortalIT;
import java.util.Date;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.camunda.bpm.engine.variable.type.ValueType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** The lists that are asked in other words answer what the engine's own would. */
@PortalIT
class CandidateTasksIT {

    private static final String GROUP = "contract-center";

    @LocalServerPort
    int port;

    @Autowired
    JdbcTemplate database;

    @Autowired
    ManagementService managementService;

    @Autowired
    MovableClock clock;

    @Autowired
    TaskService taskService;

    @Autowired
    IdentityService identityService;

    private record Asker(String login, List<String> groups) {}

    static List<Asker> askers() {
        return List.of(
                new Asker(CaseWalk.CENTER, List.of(GROUP)),
                new Asker(CaseWalk.CENTER, List.of(GROUP, "auditors")),
                new Asker(CaseWalk.CUSTOMER, List.of("customers")),
                new Asker("auditor@portal.example", List.of("auditors")),
                new Asker("owner@portal.example", List.of("process-owners")),
                new Asker("admin@portal.example", List.of(Groups.CAMUNDA_ADMIN)),
                new Asker("nobody@portal.example", List.of()));
    }

    private static final List<UnaryOperator<TaskQuery>> QUESTIONS = List.of(
            query -> query.taskCandidateGroup(GROUP),
            query -> query.taskCandidateGroup(GROUP).includeAssignedTasks(),
            query -> query.taskCandidateGroup("customers").includeAssignedTasks(),
            query -> query.taskCandidateGroupIn(List.of(GROUP, "customers")).includeAssignedTasks(),
            query -> query.taskCandidateGroup(GROUP).taskDefinitionKey("userTask_reviewRequest"),
            query -> query.taskCandidateGroup(GROUP)
                    .includeAssignedTasks()
                    .taskDefinitionKeyIn("userTask_reviewRequest", "userTask_transferDomain"),
            query -> query.taskCandidateGroup(GROUP).includeAssignedTasks().dueBefore(new Date(0)),
            query -> query.taskCandidateGroup(GROUP).includeAssignedTasks().dueBefore(new Date(4_000_000_000_000L)));

    private static final List<UnaryOperator<TaskQuery>> ORDERS = List.of(
            query -> query,
            query -> query.orderByTaskCreateTime().desc().orderByTaskId().asc(),
            query -> query.orderByDueDate()
                    .asc()
                    .orderByTaskName()
                    .asc()
                    .orderByTaskId()
                    .desc(),
            query -> query.orderByTaskPriority().desc().orderByTaskId().asc());

    @BeforeEach
    void someTasks() {
        clock.moveTo("2019-10-15T10:00:00+09:00");
        CaseWalk cases = new CaseWalk(port, database, managementService, clock);
        cases.submitted();
        CaseWalk.Walked taken = cases.submitted();
        taskService
                .createTaskQuery()
                .processInstanceId(taken.fulfilment())
                .list()
                .forEach(task -> taskService.setAssignee(task.getId(), CaseWalk.CENTER));
    }

    @AfterEach
    void asNobody() {
        identityService.clearAuthentication();
    }

    @ParameterizedTest
    @MethodSource("askers")
    void answerWhatTheEnginesOwnListsWould(Asker asker) {
        for (UnaryOperator<TaskQuery> question : QUESTIONS) {
            for (UnaryOperator<TaskQuery> order : ORDERS) {
                // given a list, and the same one with a condition that says nothing and is not translated
                Supplier<TaskQuery> own = () -> order.apply(question.apply(taskService.createTaskQuery()));
                Supplier<TaskQuery> engines = () -> own.get().taskNameLike("%");

                // when both are asked
                identityService.setAuthentication(asker.login(), asker.groups());

                // then they answer the same, whole and by pages
                assertThat(ids(own.get().listPage(0, 2000)))
                        .isEqualTo(ids(engines.get().listPage(0, 2000)));
                assertThat(ids(own.get().listPage(1, 2)))
                        .isEqualTo(ids(engines.get().listPage(1, 2)));
                assertThat(own.get().count()).isEqualTo(engines.get().count());
            }
        }
    }

    @Test
    void showTheContractCenterSomething() {
        // given that the comparison above would hold for empty lists too
        identityService.setAuthentication(CaseWalk.CENTER, List.of(GROUP));

        // when the contract center's lists are asked, then there is something in them
        assertThat(taskService.createTaskQuery().taskCandidateGroup(GROUP).count())
                .isPositive();
        assertThat(taskService
                        .createTaskQuery()
                        .taskCandidateGroup(GROUP)
                        .includeAssignedTasks()
                        .count())
                .isGreaterThan(
                        taskService.createTaskQuery().taskCandidateGroup(GROUP).count());
    }

    static Stream<UnaryOperator<TaskQuery>> otherQuestions() {
        return Stream.of(
                query -> query,
                query -> query.taskAssignee("x"),
                query -> query.taskCandidateGroup(GROUP).taskNameLike("%"),
                query -> query.taskCandidateGroup(GROUP).processInstanceBusinessKeyLike("R-%"),
                query -> query.taskCandidateGroup(GROUP).processVariableValueEquals("requestNumber", "x"),
                query -> query.taskCandidateGroup(GROUP).dueAfter(new Date(0)),
                query -> query.taskCandidateGroup(GROUP).withoutTenantId(),
                query -> query.taskCandidateGroup(GROUP).or().taskName("x").endOr(),
                query -> query.taskCandidateGroup(GROUP)
                        .orderByTaskNameCaseInsensitive()
                        .asc(),
                query -> query.taskCandidateGroup(GROUP)
                        .orderByProcessVariable("requestNumber", ValueType.STRING)
                        .asc());
    }

    @ParameterizedTest
    @MethodSource("otherQuestions")
    void leaveOtherQuestionsToTheEngine(UnaryOperator<TaskQuery> question) {
        assertThat(CandidateTasks.of((TaskQueryImpl) question.apply(taskService.createTaskQuery()), "h2"))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("questions")
    void areAskedInOtherWords(UnaryOperator<TaskQuery> question) {
        assertThat(CandidateTasks.of((TaskQueryImpl) question.apply(taskService.createTaskQuery()), "h2"))
                .isPresent();
    }

    static List<UnaryOperator<TaskQuery>> questions() {
        return QUESTIONS;
    }

    private static List<String> ids(List<Task> tasks) {
        return tasks.stream().map(Task::getId).toList();
    }
}
