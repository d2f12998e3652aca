package cloudportal.engine;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.ShallowEtagHeaderFilter;

/**
 * Lets a browser keep a file of the web apps only as long as its content is the same. The time of a file says nothing: the files
 * of a release can be older than those that a browser has from the release before.
 */
class Revalidation extends ShallowEtagHeaderFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        super.doFilterInternal(new WithoutTime(request), response, chain);
    }

    /** Hides from the server of the files what the browser knows of their time. */
    private static final class WithoutTime extends HttpServletRequestWrapper {

        WithoutTime(HttpServletRequest request) {
            super(request);
        }

        @Override
        public String getHeader(String name) {
            return HttpHeaders.IF_MODIFIED_SINCE.equalsIgnoreCase(name) ? null : super.getHeader(name);
        }

        @Override
        public long getDateHeader(String name) {
            return HttpHeaders.IF_MODIFIED_SINCE.equalsIgnoreCase(name) ? -1 : super.getDateHeader(name);
        }
    }
}
