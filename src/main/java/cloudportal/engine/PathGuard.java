package cloudportal.engine;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses paths that the filters behind it and the resources behind them would read differently: path parameters, empty and dot
 * segments, encoded separators, and encoded characters that need no encoding ({@code %65ngine-rest}). Refuses the set-up pages,
 * which would let the first comer make an administrator, and the web apps' files under their second, unguarded address.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class PathGuard extends OncePerRequestFilter {

    /** Encoded: control characters, {@code % - . / ; \ _ ~}, digits and letters. What an e-mail address or an id needs stays. */
    private static final Pattern AMBIGUOUS = Pattern.compile(
            ";|//|\\\\|/\\.{1,2}(/|$)|%([01][0-9a-f]|7f|25|2[def]|3[0-9b]|4[1-9a-f]|5[0-9acf]|6[1-9a-f]|7[0-9ae])",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern CLOSED =
            Pattern.compile("^(/camunda/(api/admin/setup|app/admin/[^/]+/setup)|/webjars/camunda)(/.*)?$");

    /**
     * What could only fail: cases in the sense of CMMN, whose tables are not there; start by condition and waiting for external tasks,
     * which no model has; the page of faults where there was none. How many case definitions there are, which Cockpit asks for, is
     * known: none.
     */
    private static final Pattern ABSENT =
            Pattern.compile("^/(error|(engine-rest(/engine/[^/]+)?|camunda/api/engine/engine/[^/]+)"
                    + "/((history/)?case-(?!definition/count$)[^/]+|condition|external-task/fetchAndLock))(/.*)?$");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "same-origin");
        String path = request.getRequestURI();
        if (AMBIGUOUS.matcher(path).find()) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        } else if (CLOSED.matcher(path.toLowerCase(Locale.ROOT)).matches()) {
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
        } else if (ABSENT.matcher(path).matches()) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        } else {
            chain.doFilter(request, response);
            return;
        }
        Refusals.count("path");
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return true;
    }
}
