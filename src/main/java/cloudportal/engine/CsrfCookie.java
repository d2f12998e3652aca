package cloudportal.engine;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Sends the session's token against forged requests again to a browser that does not have it. The engine sends it once; where that
 * answer is lost, as when a page is left before it comes, nobody could log in with that browser until the session is over.
 */
final class CsrfCookie extends OncePerRequestFilter {

    /** Of the engine's own filter, as are name and path of the cookie. */
    private static final String IN_SESSION = "CAMUNDA_CSRF_TOKEN";

    private static final String NAME = "XSRF-TOKEN";

    private final boolean secure;

    CsrfCookie(boolean secure) {
        this.secure = secure;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpSession session = request.getSession(false);
        if (HttpMethod.GET.matches(request.getMethod())
                && session != null
                && session.getAttribute(IN_SESSION) instanceof String token
                && !has(request, token)) {
            response.addHeader(
                    HttpHeaders.SET_COOKIE,
                    "%s=%s;Path=/camunda;SameSite=Lax%s".formatted(NAME, token, secure ? ";Secure" : ""));
        }
        chain.doFilter(request, response);
    }

    private static boolean has(HttpServletRequest request, String token) {
        return request.getCookies() != null
                && Stream.of(request.getCookies())
                        .filter(cookie -> cookie.getName().equals(NAME))
                        .map(Cookie::getValue)
                        .anyMatch(token::equals);
    }
}
