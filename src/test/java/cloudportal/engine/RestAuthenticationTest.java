package cloudportal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class RestAuthenticationTest {

    private final IdentityService identityService = mock();

    @Test
    void asksPeopleToComeBackWhileTheDatabaseIsAway() throws Exception {
        // given
        when(identityService.checkPassword(anyString(), anyString()))
                .thenThrow(new ProcessEngineException("Connection refused"));
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/engine-rest/task");
        request.addHeader(
                "Authorization",
                "Basic "
                        + Base64.getEncoder()
                                .encodeToString("kannon@kannon-do.example:x".getBytes(StandardCharsets.UTF_8)));
        MockHttpServletResponse response = new MockHttpServletResponse();
        MockFilterChain chain = new MockFilterChain();
        // when
        new RestAuthentication(identityService).doFilter(request, response, chain);
        // then
        assertThat(response.getStatus()).isEqualTo(503);
        assertThat(response.getContentAsString(StandardCharsets.UTF_8))
                .contains("時間をおいてもう一度お試しください。")
                .doesNotContain("Connection", "Exception");
        assertThat(chain.getRequest()).isNull();
    }
}
