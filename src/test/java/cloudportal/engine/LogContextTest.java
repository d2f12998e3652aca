package cloudportal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import jakarta.servlet.Filter;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.webapp.impl.security.auth.Authentications;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthentication;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class LogContextTest {

    private static final String LOGIN = "kannon@kannon-do.example";

    private final List<String> users = new ArrayList<>();
    private final MockHttpServletRequest request = new MockHttpServletRequest("GET", "/camunda/app/tasklist/");

    @AfterEach
    void clear() {
        MDC.clear();
    }

    @Test
    void namesThePersonOfTheSessionWhileTheRequestIsWorkedOn() throws Exception {
        // given
        Authentications persons = new Authentications();
        persons.addOrReplace(new UserAuthentication(LOGIN, "default"));
        request.getSession().setAttribute("authenticatedUser", persons);
        // when
        pass(new LogContext());
        // then
        assertThat(users).containsExactly(LOGIN);
        assertThat(MDC.get("user")).isNull();
    }

    @Test
    void namesNobodyWhereNobodyHasLoggedIn() throws Exception {
        // when
        pass(new LogContext());
        // then
        assertThat(users).containsExactly((String) null);
    }

    @Test
    void forgetsThePersonThoughTheWorkFails() {
        // when
        assertThatThrownBy(() -> new LogContext().doFilter(request, new MockHttpServletResponse(), (a, b) -> {
                    MDC.put("user", LOGIN);
                    throw new IllegalStateException("fault");
                }))
                .isInstanceOf(IllegalStateException.class);
        // then
        assertThat(MDC.get("user")).isNull();
    }

    @Test
    void namesWhoeverGivesTheRightPasswordToTheApi() throws Exception {
        // given
        IdentityService identityService = mock(IdentityService.class, RETURNS_DEEP_STUBS);
        when(identityService.checkPassword(LOGIN, "secret")).thenReturn(true);
        HttpHeaders headers = new HttpHeaders();
        headers.setBasicAuth(LOGIN, "secret");
        request.addHeader(HttpHeaders.AUTHORIZATION, headers.getFirst(HttpHeaders.AUTHORIZATION));
        // when
        pass(new RestAuthentication(identityService));
        // then
        assertThat(users).containsExactly(LOGIN);
        assertThat(MDC.get("user")).isNull();
    }

    private void pass(Filter filter) throws Exception {
        filter.doFilter(request, new MockHttpServletResponse(), (a, b) -> users.add(MDC.get("user")));
    }
}
