package cloudportal.whatif;

import java.util.Set;
import org.camunda.bpm.cockpit.plugin.spi.impl.AbstractCockpitPlugin;

/** Puts the endpoint and the page 「表を試す」 behind Cockpit's log-in. */
public final class WhatIfPlugin extends AbstractCockpitPlugin {

    static final String ID = "portal-whatif";

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public Set<Class<?>> getResourceClasses() {
        return Set.of(WhatIfRootResource.class);
    }
}
