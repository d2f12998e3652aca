package cloudportal.portal;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.camunda.bpm.tasklist.resource.AbstractTasklistPluginRootResource;
import org.springframework.web.context.support.WebApplicationContextUtils;

/**
 * The addresses of the portal's pages: {@code /camunda/api/tasklist/plugin/portal/default/…}. The web app asks for a login and
 * for its token against forged requests before any of them is reached.
 */
@Path("plugin/" + PortalPlugin.ID)
@Produces(PortalResource.JSON)
public class PortalResource extends AbstractTasklistPluginRootResource {

    static final String JSON = "application/json;charset=UTF-8";

    public PortalResource() {
        super(PortalPlugin.ID);
    }

    /** Who is logged in, and as what. */
    @GET
    @Path("{engine}/me")
    public Me me() {
        return bean(Viewers.class).me();
    }

    /** The web app makes this resource itself; here alone it reaches for the application's beans. */
    private <T> T bean(Class<T> type) {
        return WebApplicationContextUtils.getRequiredWebApplicationContext(servletContext)
                .getBean(type);
    }
}
