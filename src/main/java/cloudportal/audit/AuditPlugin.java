package cloudportal.audit;

import java.util.Set;
import org.camunda.bpm.cockpit.plugin.spi.impl.AbstractCockpitPlugin;

/** Puts the auditors' endpoints behind Cockpit's log-in. */
public final class AuditPlugin extends AbstractCockpitPlugin {

    static final String ID = "portal-audit";

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public String getAssetDirectory() {
        return "plugin/" + ID;
    }

    @Override
    public Set<Class<?>> getResourceClasses() {
        return Set.of(AuditRootResource.class);
    }
}
