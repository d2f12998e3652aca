package cloudportal.engine;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.rest.exception.ExceptionHandlerHelper;
import org.camunda.bpm.engine.rest.exception.RestException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;

/**
 * What people read where their command was not carried out, on both paths to the engine: a refusal's sentence alone, a sentence for
 * whoever lost a race, and for faults a number under which the log has the cause.
 */
final class RefusalAnswers {

    private static final Logger LOG = LoggerFactory.getLogger(RefusalAnswers.class);
    private static final String OVERTAKEN = "ほかの操作で先に処理されました。画面を更新して、最新の状態をご確認ください。";
    private static final String FAULT = "処理を完了できませんでした。時間をおいてもう一度お試しください。解決しない場合は、番号 %s を添えてお問合せ窓口へご連絡ください。";

    private RefusalAnswers() {}

    /** For the exceptions into which the resources wrap what the engine throws. */
    static final class OfRestExceptions implements ExceptionMapper<RestException> {
        @Override
        public Response toResponse(RestException exception) {
            return answer(exception);
        }
    }

    /** For invalid requests, which the engine maps apart from their parent. */
    static final class OfInvalidRequests
            implements ExceptionMapper<org.camunda.bpm.engine.rest.exception.InvalidRequestException> {
        @Override
        public Response toResponse(org.camunda.bpm.engine.rest.exception.InvalidRequestException exception) {
            return answer(exception);
        }
    }

    /** For what the resources let through. */
    static final class OfEngineExceptions implements ExceptionMapper<org.camunda.bpm.engine.ProcessEngineException> {
        @Override
        public Response toResponse(org.camunda.bpm.engine.ProcessEngineException exception) {
            return answer(exception);
        }
    }

    /** For everything else, so that no stack trace and no class name reaches anybody. */
    static final class OfFaults implements ExceptionMapper<RuntimeException> {
        @Override
        public Response toResponse(RuntimeException exception) {
            return exception instanceof jakarta.ws.rs.WebApplicationException known
                    ? known.getResponse()
                    : answer(exception);
        }
    }

    static Response answer(RuntimeException exception) {
        Refusal refusal = causeOf(exception, Refusal.class);
        if (refusal != null) {
            return sentence(Response.Status.BAD_REQUEST, "Refusal", refusal.getMessage());
        }
        if (causeOf(exception, OptimisticLockingException.class) != null
                || causeOf(exception, ConcurrencyFailureException.class) != null
                || isTaskGone(exception)) {
            return sentence(Response.Status.CONFLICT, "Overtaken", OVERTAKEN);
        }
        Response usual = ExceptionHandlerHelper.getInstance().getResponse(exception);
        if (usual.getStatus() < Response.Status.INTERNAL_SERVER_ERROR.getStatusCode()) {
            return usual;
        }
        String number = UUID.randomUUID().toString().substring(0, 8);
        LOG.error("Fault {}", number, exception);
        return sentence(Response.Status.INTERNAL_SERVER_ERROR, "Fault", FAULT.formatted(number));
    }

    private static boolean isTaskGone(RuntimeException exception) {
        NullValueException missing = causeOf(exception, NullValueException.class);
        return missing != null
                && missing.getMessage() != null
                && missing.getMessage().contains("Cannot find task with id");
    }

    private static Response sentence(Response.Status status, String type, String message) {
        return Response.status(status)
                .type(MediaType.APPLICATION_JSON_TYPE.withCharset("UTF-8"))
                .entity(Map.of("type", type, "message", message))
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
