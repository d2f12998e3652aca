package cloudportal.portal;

import java.util.Set;
import org.camunda.bpm.tasklist.plugin.spi.impl.AbstractTasklistPlugin;

/** Makes the portal's pages part of Tasklist. Found by the web app through its service file. */
public class PortalPlugin extends AbstractTasklistPlugin {

    static final String ID = "portal";

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public Set<Class<?>> getResourceClasses() {
        return Set.of(PortalResource.class);
    }
}
