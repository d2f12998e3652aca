package cloudportal.portal;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.tasklist.plugin.spi.impl.AbstractTasklistPlugin;

/** Makes the portal's pages part of Tasklist. Found by the web app through its service file. */
public class PortalPlugin extends AbstractTasklistPlugin {

    static final String ID = "portal";

    /** The files in {@code plugin-webapp/portal} that the browser may load; Tasklist asks for the first two itself. */
    static final List<String> ASSETS = Stream.of(
                    "plugin.js",
                    "plugin.css",
                    "details.js",
                    "elements.js",
                    "lists.js",
                    "navigation.js",
                    "page.js",
                    "server.js",
                    "tabs.js",
                    "words.js")
            .map("app/"::concat)
            .toList();

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public Set<Class<?>> getResourceClasses() {
        return Set.of(PortalResource.class);
    }
}
