package cloudportal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.mockito.Mockito.mockStatic;

import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.sql.SQLIntegrityConstraintViolationException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.rest.exception.InvalidRequestException;
import org.camunda.bpm.engine.rest.exception.RestException;
import org.camunda.bpm.engine.rest.util.EngineUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mockito.MockedStatic;
import org.springframework.dao.CannotAcquireLockException;

class RefusalAnswersTest {

    private static final String START = "process-definition/key/cancellation-request/submit-form";

    static Stream<Exception> refusals() {
        Refusal refusal = new Refusal("解約理由を入力してください。");
        return Stream.of(
                refusal,
                new RestException(Status.BAD_REQUEST, refusal, "Cannot submit task form 1: 解約理由を入力してください。"),
                new RestException(Status.INTERNAL_SERVER_ERROR, refusal, "Cannot instantiate process definition"),
                new InvalidRequestException(Status.BAD_REQUEST, refusal, "x"),
                new RestException(
                        Status.INTERNAL_SERVER_ERROR,
                        new ProcessEngineException("while invoking the TaskListener", refusal),
                        "x"));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void answersARefusalByItsSentenceAlone(Exception thrown) {
        Response answer = RefusalAnswers.answer(thrown, START);

        assertThat(answer.getStatus()).isEqualTo(400);
        assertThat(answer.getEntity())
                .isEqualTo(Map.of("type", "Refusal", "message", "解約理由を入力してください。", "code", 0, "details", List.of()));
    }

    @Test
    void answersForProgramsWhatIsWrongOneByOne() {
        Refusal refusal = new Refusal("二つあります。", List.of("one", "two"));

        Map<?, ?> body = (Map<?, ?>) RefusalAnswers.answer(refusal, START).getEntity();

        assertThat(body.get("details")).isEqualTo(List.of("one", "two"));
    }

    @Test
    void answersGuessersThatTheyHaveToWait() {
        assertThat(RefusalAnswers.answer(new TooManyAttempts(), START).getStatus())
                .isEqualTo(429);
    }

    static Stream<Exception> races() {
        return Stream.of(
                new OptimisticLockingException("Entity was updated by another transaction concurrently."),
                new RestException(
                        Status.INTERNAL_SERVER_ERROR, new OptimisticLockingException("x"), "Cannot complete task 1"),
                new RestException(
                        Status.INTERNAL_SERVER_ERROR,
                        new NullValueException("Cannot find task with id 1: task is null"),
                        "Cannot complete task 1"),
                new TaskAlreadyClaimedException("1", "Task '1' is already claimed by someone else."),
                new CannotAcquireLockException("deadlock"));
    }

    @ParameterizedTest
    @MethodSource("races")
    void tellsWhoComesSecondSo(Exception thrown) {
        Response answer = RefusalAnswers.answer(thrown, START);

        assertThat(answer.getStatus()).isEqualTo(409);
        assertThat(message(answer)).isEqualTo(RefusalAnswers.OVERTAKEN);
    }

    static Stream<Throwable> faults() {
        return Stream.of(
                new NullPointerException("Cannot invoke \"org.camunda.X.getId()\""),
                new ProcessEngineException("ENGINE-03083 SELECT * FROM ACT_RU_TASK"),
                new RestException(Status.INTERNAL_SERVER_ERROR, new ProcessEngineException("x"), "java.lang.Secret"),
                new StackOverflowError(),
                new WebApplicationException("java.lang.Secret", 503));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void saysOfAFaultNothingButANumber(Throwable thrown) {
        Response answer = RefusalAnswers.answer(thrown, START);

        assertThat(answer.getStatus()).isEqualTo(500);
        assertThat(message(answer))
                .matches("処理を完了できませんでした。時間をおいてもう一度お試しください。解決しない場合は、番号 [0-9a-f]{8} を添えてお問合せ窓口へご連絡ください。");
    }

    @Test
    void answersWhatIsThereAlreadyAsAConflict() {
        Exception duplicate =
                new ProcessEngineException("x", new SQLIntegrityConstraintViolationException("x", "23505"));

        assertThat(RefusalAnswers.answer(duplicate, "group/customers/members/1").getStatus())
                .isEqualTo(409);
        assertThat(RefusalAnswers.answer(duplicate, START).getStatus()).isEqualTo(500);
    }

    static Stream<Arguments> bodiesThatLackSomething() {
        return Stream.of(
                arguments("org.camunda.bpm.engine.rest.dto.X", "job/1/retries", 400),
                arguments("org.camunda.bpm.engine.rest.dto.X", START, 400),
                arguments("org.camunda.bpm.engine.impl.cmd.X", "group/1", 400),
                arguments("org.camunda.bpm.engine.impl.cmd.X", START, 500),
                arguments("cloudportal.process.X", "group/1", 500));
    }

    @ParameterizedTest
    @MethodSource("bodiesThatLackSomething")
    void asksForWhatIsMissingInABody(String thrower, String path, int status) {
        NullPointerException missing = new NullPointerException("this.text");
        missing.setStackTrace(new StackTraceElement[] {
            new StackTraceElement("java.util.regex.Matcher", "reset", null, 1),
            new StackTraceElement(thrower, "execute", null, 1)
        });

        assertThat(RefusalAnswers.answer(missing, path).getStatus()).isEqualTo(status);
    }

    @Test
    void answersABadRequestAsSuchHoweverItIsWrapped() {
        assertThat(RefusalAnswers.answer(
                                new RestException(
                                        Status.INTERNAL_SERVER_ERROR, new BadUserRequestException("Cannot skip"), "x"),
                                START)
                        .getStatus())
                .isEqualTo(400);
    }

    @Test
    void saysTheSameWhereNobodyCanTellWhetherTheTaskIsGone() {
        // given an engine that cannot be asked, as while the database is away
        ProcessEngineException away = new ProcessEngineException("Connection refused");
        try (MockedStatic<EngineUtil> engine = mockStatic(EngineUtil.class)) {
            engine.when(() -> EngineUtil.lookupProcessEngine(null)).thenThrow(away);

            Response answer = RefusalAnswers.answer(away, "task/1/submit-form");

            assertThat(answer.getStatus()).isEqualTo(500);
            assertThat(message(answer)).contains("時間をおいてもう一度お試しください。");
        }
    }

    @Test
    void leavesTheEnginesOwnAnswersToBadRequests() {
        assertThat(RefusalAnswers.answer(new BadUserRequestException("An unbound number of results"), START)
                        .getStatus())
                .isEqualTo(400);
        assertThat(RefusalAnswers.answer(new InvalidRequestException(Status.NOT_FOUND, "No matching task"), START)
                        .getStatus())
                .isEqualTo(404);
        assertThat(RefusalAnswers.answer(new NotFoundException(), START).getStatus())
                .isEqualTo(404);
        assertThat(RefusalAnswers.answer(new WebApplicationException(422), START)
                        .getStatus())
                .isEqualTo(422);
    }

    static Stream<Arguments> answersOfTheEngine() {
        return Stream.of(
                arguments(new BadUserRequestException("An unbound number of results"), 400, "この内容では処理できませんでした。"),
                arguments(new RestException(Status.UNAUTHORIZED, "No session"), 401, "もう一度ログインしてください。"),
                arguments(new AuthorizationException("The user may not"), 403, "この操作を行う権限がありません。"),
                arguments(new InvalidRequestException(Status.NOT_FOUND, "No deployment"), 404, "見つかりませんでした。"),
                arguments(new WebApplicationException("Conflict", 409), 409, "ほかの操作で先に処理されました。"),
                arguments(new WebApplicationException("Unprocessable", 422), 422, "この内容では処理できませんでした。"));
    }

    @ParameterizedTest
    @MethodSource("answersOfTheEngine")
    void tellsPeopleInJapaneseAndToolsInTheEnginesWords(Exception thrown, int status, String sentence) {
        Response answer = RefusalAnswers.answer(thrown, START);

        assertThat(answer.getStatus()).isEqualTo(status);
        assertThat(message(answer)).contains(sentence);
        assertThat(entity(answer))
                .containsEntry("detail", thrown.getMessage())
                .containsEntry("type", thrown.getClass().getSimpleName())
                .containsKey("code");
    }

    @Test
    void leavesWhatModelerAndTasklistReadInTheMessage() {
        ParseException inAModel =
                new ParseException("Exactly one start event required", "a.bpmn", List.of(), List.of());

        assertThat(message(RefusalAnswers.answer(inAModel, "deployment/create")))
                .isEqualTo(inAModel.getMessage());
        assertThat(entity(RefusalAnswers.answer(inAModel, "deployment/create"))).containsKey("details");
        assertThat(message(RefusalAnswers.answer(
                        new InvalidRequestException(Status.NOT_FOUND, "No matching task with id 1"), "task/1")))
                .isEqualTo("No matching task with id 1");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> entity(Response answer) {
        return (Map<String, Object>) answer.getEntity();
    }

    private static String message(Response answer) {
        return (String) ((Map<?, ?>) answer.getEntity()).get("message");
    }
}
