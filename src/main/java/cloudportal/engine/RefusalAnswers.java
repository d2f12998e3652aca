package cloudportal.engine;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.rest.exception.ExceptionHandlerHelper;
import org.camunda.bpm.engine.rest.exception.InvalidRequestException;
import org.camunda.bpm.engine.rest.exception.RestException;
import org.camunda.bpm.engine.rest.util.EngineUtil;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;

/**
 * What people read where their command was not carried out, on both paths to the engine: a refusal's sentence alone, a sentence for
 * whoever lost a race, and for faults a number under which the log has the cause.
 */
final class RefusalAnswers {

    static final String OVERTAKEN = "ほかの操作で先に処理されました。画面を更新して、最新の状態をご確認ください。";

    private static final String INCOMPLETE = "必要な項目が足りません。送信する内容をご確認のうえ、もう一度お試しください。";
    private static final String ENGINE = "org.camunda.bpm.engine.";
    private static final String RESOURCES = ENGINE + "rest.";

    private static final Logger LOG = LoggerFactory.getLogger(RefusalAnswers.class);
    private static final String FAULT = "処理を完了できませんでした。時間をおいてもう一度お試しください。解決しない場合は、番号 %s を添えてお問合せ窓口へご連絡ください。";
    private static final String CONSTRAINT_VIOLATION = "23";
    private static final Pattern WORK_ON_TASK = Pattern.compile("(?:^|/)task/(?!report/)([^/]+)/[^/]+/?$");

    /** Where the model goes on as it says; what the engine cannot do there is a fault of the model, not of who asked. */
    private static final Pattern WORK =
            Pattern.compile("(?:^|/)(task/[^/]+/(?!bpmn)[^/]+|process-definition/.+/(start|submit-form)|plugin/.*)/?$");

    private RefusalAnswers() {}

    /** Answers by what was thrown and what it was thrown at. */
    private abstract static class Answers<T extends Throwable> implements ExceptionMapper<T> {

        private final UriInfo uri;

        Answers(UriInfo uri) {
            this.uri = uri;
        }

        @Override
        public final Response toResponse(T exception) {
            return answer(exception, uri.getPath());
        }
    }

    /** For the exceptions into which the resources wrap what the engine throws. */
    static final class OfRestExceptions extends Answers<RestException> {

        OfRestExceptions(@Context UriInfo uri) {
            super(uri);
        }
    }

    /** For invalid requests, which the engine maps apart from their parent. */
    static final class OfInvalidRequests extends Answers<InvalidRequestException> {

        OfInvalidRequests(@Context UriInfo uri) {
            super(uri);
        }
    }

    /** For what the resources let through. */
    static final class OfEngineExceptions extends Answers<ProcessEngineException> {

        OfEngineExceptions(@Context UriInfo uri) {
            super(uri);
        }
    }

    /** For everything else, so that no stack trace and no class name reaches anybody. */
    static final class OfFaults extends Answers<Throwable> {

        OfFaults(@Context UriInfo uri) {
            super(uri);
        }
    }

    static Response answer(Throwable thrown, String path) {
        Refusal refusal = causeOf(thrown, Refusal.class);
        if (refusal != null) {
            Response.Status refused = refusal instanceof TooManyAttempts
                    ? Response.Status.TOO_MANY_REQUESTS
                    : Response.Status.BAD_REQUEST;
            Refusals.count(refusal instanceof TooManyAttempts ? "too-many-attempts" : "rule");
            return sentence(refused, "Refusal", refusal.getMessage(), refusal.details());
        }
        int status = thrown instanceof WebApplicationException known
                ? known.getResponse().getStatus()
                : ExceptionHandlerHelper.getInstance().getStatus(thrown).getStatusCode();
        boolean fault = status >= Response.Status.INTERNAL_SERVER_ERROR.getStatusCode();
        if (isOvertaken(thrown)
                || fault && isThereAlready(thrown) && !WORK.matcher(path).find()
                || (fault || status == Response.Status.FORBIDDEN.getStatusCode()) && isWorkOnGoneTask(path)) {
            Refusals.count(Response.Status.CONFLICT.getStatusCode());
            return sentence(Response.Status.CONFLICT, "Overtaken", OVERTAKEN);
        }
        AuthorizationException denied = causeOf(thrown, AuthorizationException.class);
        if (fault && denied != null && denied != thrown) {
            // Some resources wrap a refusal as if it were a fault.
            return answer(denied, path);
        }
        if (fault && thrown.getCause() instanceof BadUserRequestException bad) {
            // And some what the engine calls a bad request.
            return answer(bad, path);
        }
        Throwable cause = innermost(thrown);
        boolean work = WORK.matcher(path).find();
        if (fault && !work && (cause instanceof ProcessEngineException || cause instanceof InvalidRequestException)) {
            // The engine itself says that this cannot be done, and has no status of its own for it.
            LOG.warn("Not possible: {}", path, thrown);
            status = Response.Status.BAD_REQUEST.getStatusCode();
            fault = false;
        }
        if (fault && isIncomplete(cause, work)) {
            LOG.warn("Incomplete: {}", path, thrown);
            Refusals.count(Response.Status.BAD_REQUEST.getStatusCode());
            return sentence(Response.Status.BAD_REQUEST, "Incomplete", INCOMPLETE);
        }
        Refusals.count(status);
        if (!fault) {
            return Response.status(status)
                    .type(MediaType.APPLICATION_JSON_TYPE.withCharset("UTF-8"))
                    .entity(PlainAnswers.of(ExceptionHandlerHelper.getInstance().fromException(thrown), status))
                    .build();
        }
        String number = UUID.randomUUID().toString().substring(0, 8);
        LOG.error("Fault {}", number, thrown);
        return sentence(Response.Status.INTERNAL_SERVER_ERROR, "Fault", FAULT.formatted(number));
    }

    private static Throwable innermost(Throwable thrown) {
        Throwable cause = thrown;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        return cause;
    }

    /** The resources, and some commands of administrators, read bodies without asking whether what they need is there. */
    private static boolean isIncomplete(Throwable cause, boolean work) {
        return cause instanceof NullPointerException
                && Arrays.stream(cause.getStackTrace())
                        .map(StackTraceElement::getClassName)
                        .filter(type -> !type.startsWith("java."))
                        .findFirst()
                        .filter(type -> type.startsWith(work ? RESOURCES : ENGINE))
                        .isPresent();
    }

    private static boolean isThereAlready(Throwable thrown) {
        SQLException refused = causeOf(thrown, SQLException.class);
        return refused != null && String.valueOf(refused.getSQLState()).startsWith(CONSTRAINT_VIOLATION);
    }

    private static boolean isOvertaken(Throwable thrown) {
        NullValueException missing = causeOf(thrown, NullValueException.class);
        return causeOf(thrown, OptimisticLockingException.class) != null
                || causeOf(thrown, ConcurrencyFailureException.class) != null
                || causeOf(thrown, TaskAlreadyClaimedException.class) != null
                || missing != null && String.valueOf(missing.getMessage()).contains("Cannot find task with id");
    }

    /** Whoever loses a race for a task can fail in the engine in many ways; that the task is gone tells them from faults. */
    private static boolean isWorkOnGoneTask(String path) {
        Matcher task = WORK_ON_TASK.matcher(path);
        if (!task.find()) {
            return false;
        }
        try {
            return isGone(task.group(1));
        } catch (RuntimeException e) {
            // The database is away: a fault, and no race.
            LOG.debug("Nobody can say whether the task is gone", e);
            return false;
        }
    }

    private static boolean isGone(String task) {
        ProcessEngine engine = EngineUtil.lookupProcessEngine(null);
        IdentityService identityService = engine.getIdentityService();
        Authentication person = identityService.getCurrentAuthentication();
        try {
            identityService.clearAuthentication();
            return engine.getTaskService().createTaskQuery().taskId(task).count() == 0;
        } finally {
            identityService.setAuthentication(person);
        }
    }

    private static Response sentence(Response.Status status, String type, String message) {
        return sentence(status, type, message, List.of());
    }

    private static Response sentence(Response.Status status, String type, String message, List<?> details) {
        return Response.status(status)
                .type(MediaType.APPLICATION_JSON_TYPE.withCharset("UTF-8"))
                .entity(Map.of("type", type, "message", message, "code", 0, "details", details))
                .build();
    }

    private static <T extends Throwable> T causeOf(Throwable thrown, Class<T> type) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return type.cast(cause);
            }
        }
        return null;
    }
}
