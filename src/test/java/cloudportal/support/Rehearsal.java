package cloudportal.support;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Carries out what a marked request asks for, answers as always, and rolls all of it back: so that a test can ask whether an
 * administrator's {@code DELETE} is allowed and leave the data of the others as they were.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
public final class Rehearsal extends OncePerRequestFilter implements TransactionExecutionListener {

    /** Marks a request as rehearsed. */
    public static final String HEADER = "X-Rehearsal";

    private final ThreadLocal<Boolean> rehearsing = new ThreadLocal<>();

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getHeader(HEADER) != null) {
            rehearsing.set(true);
        }
        try {
            chain.doFilter(request, response);
        } finally {
            rehearsing.remove();
        }
    }

    @Override
    public void afterBegin(TransactionExecution transaction, Throwable fault) {
        if (fault == null && rehearsing.get() != null) {
            transaction.setRollbackOnly();
        }
    }
}
