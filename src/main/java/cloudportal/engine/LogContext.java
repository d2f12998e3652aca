package cloudportal.engine;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.camunda.bpm.webapp.impl.security.auth.Authentication;
import org.camunda.bpm.webapp.impl.security.auth.Authentications;
import org.slf4j.MDC;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Puts into each log entry who asked for what is done, until it is done. Which request (お申込) is worked on the engine puts there, for
 * as long as it works on it.
 */
class LogContext extends OncePerRequestFilter {

    static final String USER = "user";

    /** Where the web apps keep who has logged in. */
    private static final String LOGGED_IN = "authenticatedUser";

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            HttpSession session = request.getSession(false);
            if (session != null && session.getAttribute(LOGGED_IN) instanceof Authentications persons) {
                persons.getAuthentications().stream()
                        .findFirst()
                        .map(Authentication::getName)
                        .ifPresent(login -> MDC.put(USER, login));
            }
            chain.doFilter(request, response);
        } finally {
            MDC.remove(USER);
        }
    }
}
