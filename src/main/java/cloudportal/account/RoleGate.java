package cloudportal.account;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.FeatureContext;
import java.util.List;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.rest.util.EngineUtil;
import org.glassfish.jersey.internal.spi.AutoDiscoverable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns away what a role has no use for, before its body is read and before any resource looks for what it names: at
 * {@code /engine-rest}, at the web apps' own copy of it, and at the plugins of the web apps.
 */
@PreMatching
final class RoleGate implements ContainerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(RoleGate.class);
    private static final RolePaths PATHS = new RolePaths();

    /** Reaches every Jersey application of this server. */
    public static final class Discovery implements AutoDiscoverable {

        @Override
        public void configure(FeatureContext context) {
            context.register(RoleGate.class);
        }
    }

    @Override
    public void filter(ContainerRequestContext request) {
        String path = request.getUriInfo().getRequestUri().getRawPath();
        Authentication person =
                EngineUtil.lookupProcessEngine(null).getIdentityService().getCurrentAuthentication();
        String login = person == null ? null : person.getUserId();
        List<String> groups = login == null || person.getGroupIds() == null ? List.of() : person.getGroupIds();
        if (!PATHS.allow(request.getMethod(), path, login, groups)) {
            LOG.debug("Not for {}: {} {}", groups, request.getMethod(), path);
            throw new AuthorizationException("No request of this role: " + request.getMethod() + " " + path);
        }
    }
}
