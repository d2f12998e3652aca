package cloudportal.audit;

import jakarta.ws.rs.Path;
import org.camunda.bpm.cockpit.plugin.resource.AbstractCockpitPluginRootResource;
import org.springframework.web.context.support.WebApplicationContextUtils;

/** Where Cockpit's server finds the auditors' endpoints; it makes this itself, so the application's part is fetched. */
@Path("plugin/" + AuditPlugin.ID)
public class AuditRootResource extends AbstractCockpitPluginRootResource {

    public AuditRootResource() {
        super(AuditPlugin.ID);
    }

    /** The endpoints; the log-in before them has checked the engine's name. */
    @Path("{engine}")
    public AuditResource endpoints() {
        return WebApplicationContextUtils.getRequiredWebApplicationContext(servletContext)
                .getBean(AuditResource.class);
    }
}
