package cloudportal.engine;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers a sentence where the web apps' own filters fail, which stand before all resources: they look up who is logged in every
 * half minute, and that fails while the database is away. Pages have the server's page of faults, which is for people already.
 */
class WebAppFaults extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(WebAppFaults.class);

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (RuntimeException | ServletException e) {
            if (response.isCommitted()) {
                throw e;
            }
            LOG.error("Not served: {} {}", request.getMethod(), request.getRequestURI(), e);
            response.resetBuffer();
            RefusalBody.unavailable(response);
        }
    }
}
