package cloudportal.engine;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Basic authentication of {@code /engine-rest} against the engine's users, for Modeler and scripts. Nothing there answers without
 * it. Sessions of the web apps do not count here, so no page can call it on somebody's behalf. Mapped by the container in the same
 * way as the resources behind it.
 */
class RestAuthentication extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(RestAuthentication.class);
    private static final String SCHEME = "Basic ";
    private static final String HMAC = "HmacSHA256";

    /** How long a password that was right is taken without looking: a call in a hundred pays for the slow hash, not each. */
    private static final Duration TRUSTED = Duration.ofSeconds(30);

    private static final int MOST = 10_000;

    private record Credentials(String login, String password) {}

    private final IdentityService identityService;
    private final Cache<String, List<String>> trusted =
            Caffeine.newBuilder().expireAfterWrite(TRUSTED).maximumSize(MOST).build();
    private final SecretKeySpec key;

    RestAuthentication(IdentityService identityService) {
        this.identityService = identityService;
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        key = new SecretKeySpec(random, HMAC);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Credentials> given = credentials(request.getHeader(HttpHeaders.AUTHORIZATION));
        Optional<List<String>> groups;
        try {
            groups = given.flatMap(this::groups);
        } catch (TooManyAttempts e) {
            Refusals.count("too-many-attempts");
            RefusalBody.send(response, HttpStatus.TOO_MANY_REQUESTS, e.getMessage());
            return;
        } catch (RuntimeException e) {
            LOG.error("Nobody can be recognized", e);
            RefusalBody.unavailable(response);
            return;
        }
        if (groups.isEmpty()) {
            Refusals.count(HttpStatus.UNAUTHORIZED.value());
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"portal\", charset=\"UTF-8\"");
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            return;
        }
        MDC.put(LogContext.USER, given.get().login());
        try {
            identityService.setAuthentication(given.get().login(), groups.get(), List.of());
            chain.doFilter(request, response);
        } finally {
            identityService.clearAuthentication();
            MDC.remove(LogContext.USER);
        }
    }

    /** The groups of whoever gives the right password; whatever is taken from somebody is gone after half a minute. */
    private Optional<List<String>> groups(Credentials given) {
        String fingerprint = fingerprint(given);
        List<String> known = trusted.getIfPresent(fingerprint);
        if (known == null && identityService.checkPassword(given.login(), given.password())) {
            known = groupsOf(given.login());
            trusted.put(fingerprint, known);
        }
        return Optional.ofNullable(known);
    }

    /** Tells credentials apart without keeping them: under a key that this process alone has, and forgets. */
    private String fingerprint(Credentials given) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            mac.update(given.login().getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return Base64.getEncoder()
                    .encodeToString(mac.doFinal(given.password().getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
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
