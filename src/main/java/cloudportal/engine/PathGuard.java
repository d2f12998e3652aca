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
 * Refuses paths that the filters behind it and the resources behind them would read differently (path parameters, empty and dot
 * segments, encoded separators), and the set-up pages that would let the first comer make an administrator.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class PathGuard extends OncePerRequestFilter {

    private static final Pattern AMBIGUOUS =
            Pattern.compile(";|//|\\\\|/\\.{1,2}(/|$)|%(2e|2f|3b|5c|25|00)", Pattern.CASE_INSENSITIVE);
    private static final Pattern SET_UP = Pattern.compile("^/camunda/(api/admin/setup|app/admin/[^/]+/setup)(/.*)?$");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String path = request.getRequestURI();
        if (AMBIGUOUS.matcher(path).find()) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        } else if (SET_UP.matcher(path.toLowerCase(Locale.ROOT)).matches()) {
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
        } else {
            chain.doFilter(request, response);
        }
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return true;
    }
}
