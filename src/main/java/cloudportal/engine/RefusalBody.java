package cloudportal.engine;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpStatus;

/** What a filter answers in the form in which {@link RefusalAnswers} answers what was thrown behind it. */
final class RefusalBody {

    private static final String UNAVAILABLE = "ただいまサービスをご利用いただけません。時間をおいてもう一度お試しください。";

    private RefusalBody() {}

    /** Where a filter itself failed, which it does while the database is away. */
    static void unavailable(HttpServletResponse response) throws IOException {
        Refusals.count(HttpStatus.SERVICE_UNAVAILABLE.value());
        send(response, HttpStatus.SERVICE_UNAVAILABLE, UNAVAILABLE);
    }

    /** @param sentence in Japanese, without quotation marks */
    static void send(HttpServletResponse response, HttpStatus status, String sentence) throws IOException {
        response.setStatus(status.value());
        response.setContentType("application/json;charset=UTF-8");
        response.getOutputStream()
                .write("{\"type\":\"Refusal\",\"message\":\"%s\",\"code\":0,\"details\":[]}"
                        .formatted(sentence)
                        .getBytes(StandardCharsets.UTF_8));
    }
}
