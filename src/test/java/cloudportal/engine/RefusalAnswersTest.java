package cloudportal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.rest.exception.InvalidRequestException;
import org.camunda.bpm.engine.rest.exception.RestException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
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

    private static String message(Response answer) {
        return (String) ((Map<?, ?>) answer.getEntity()).get("message");
    }
}
