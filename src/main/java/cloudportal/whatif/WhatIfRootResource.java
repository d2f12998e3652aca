package cloudportal.whatif;

import jakarta.ws.rs.Path;
import org.camunda.bpm.cockpit.plugin.resource.AbstractCockpitPluginRootResource;
import org.springframework.web.context.support.WebApplicationContextUtils;

/** Where Cockpit's server finds the endpoint; it makes this itself, so the application's part is fetched. */
@Path("plugin/" + WhatIfPlugin.ID)
public class WhatIfRootResource extends AbstractCockpitPluginRootResource {

    public WhatIfRootResource() {
        super(WhatIfPlugin.ID);
    }

    /** The endpoint; the log-in before it has checked the engine's name. */
    @Path("{engine}")
    public WhatIfResource endpoint() {
        return WebApplicationContextUtils.getRequiredWebApplicationContext(servletContext)
                .getBean(WhatIfResource.class);
    }
}
