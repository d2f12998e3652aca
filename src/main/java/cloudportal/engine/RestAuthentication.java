package cloudportal.engine;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Basic authentication of {@code /engine-rest} against the engine's users, for Modeler and scripts. Nothing there answers without
 * it. Sessions of the web apps do not count here, so no page can call it on somebody's behalf. Mapped by the container in the same
 * way as the resources behind it.
 */
class RestAuthentication extends OncePerRequestFilter {

    private static final String SCHEME = "Basic ";

    private record Credentials(String login, String password) {}

    private final IdentityService identityService;

    RestAuthentication(IdentityService identityService) {
        this.identityService = identityService;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Credentials> known = credentials(request.getHeader(HttpHeaders.AUTHORIZATION))
                .filter(given -> identityService.checkPassword(given.login(), given.password()));
        if (known.isEmpty()) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"portal\", charset=\"UTF-8\"");
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            return;
        }
        String login = known.get().login();
        try {
            identityService.setAuthentication(login, groupsOf(login), List.of());
            chain.doFilter(request, response);
        } finally {
            identityService.clearAuthentication();
        }
    }

    private List<String> groupsOf(String login) {
        return identityService.createGroupQuery().groupMember(login).list().stream()
                .map(Group::getId)
                .toList();
    }

    private static Optional<Credentials> credentials(String header) {
        if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Optional.empty();
        }
        String text;
        try {
            text = new String(
                    Base64.getDecoder().decode(header.substring(SCHEME.length()).strip()), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        int colon = text.indexOf(':');
        return colon < 1
                ? Optional.empty()
                : Optional.of(
                        new Credentials(text.substring(0, colon).toLowerCase(Locale.ROOT), text.substring(colon + 1)));
    }
}
