package cloudportal.engine;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.UriInfo;
import java.util.regex.Pattern;

/**
 * Gives whoever asks for a list and names no length its first rows, as many as {@link ListGuard} lets through, which would refuse
 * the request otherwise.
 */
@PreMatching
final class ListLength implements ContainerRequestFilter {

    private static final String LENGTH = "maxResults";
    private static final Pattern ENGINE = Pattern.compile(".*/(engine-rest|camunda/api/engine)/");

    @Override
    public void filter(ContainerRequestContext request) {
        UriInfo uri = request.getUriInfo();
        if (!uri.getQueryParameters().containsKey(LENGTH)
                && ENGINE.matcher(uri.getBaseUri().getPath()).matches()) {
            request.setRequestUri(uri.getRequestUriBuilder()
                    .queryParam(LENGTH, ListGuard.LONGEST)
                    .build());
        }
    }
}
