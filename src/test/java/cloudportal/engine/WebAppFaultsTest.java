package cloudportal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngineException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class WebAppFaultsTest {

    private final MockHttpServletRequest request =
            new MockHttpServletRequest("GET", "/camunda/api/engine/engine/default/task");
    private final MockHttpServletResponse response = new MockHttpServletResponse();

    @ParameterizedTest
    @MethodSource("faults")
    void asksPeopleToComeBackWhileTheDatabaseIsAway(FilterChain failing) throws Exception {
        // when
        new WebAppFaults().doFilter(request, response, failing);
        // then
        assertThat(response.getStatus()).isEqualTo(503);
        assertThat(response.getContentType()).startsWith("application/json");
        assertThat(response.getContentAsString(StandardCharsets.UTF_8))
                .contains("\"message\":\"ただいまサービスをご利用いただけません。時間をおいてもう一度お試しください。\"")
                .doesNotContain("Connection", "Exception", "half an answer");
    }

    @Test
    void cannotTakeBackWhatWasSent() {
        FilterChain failing = (asked, answer) -> {
            answer.flushBuffer();
            throw new ProcessEngineException("Connection refused");
        };
        assertThatThrownBy(() -> new WebAppFaults().doFilter(request, response, failing))
                .isInstanceOf(ProcessEngineException.class);
    }

    static Stream<FilterChain> faults() {
        return Stream.of(
                (asked, answer) -> {
                    answer.getWriter().write("half an answer");
                    throw new ProcessEngineException("Connection refused");
                },
                (asked, answer) -> {
                    throw new ServletException(new ProcessEngineException("Connection refused"));
                });
    }
}
