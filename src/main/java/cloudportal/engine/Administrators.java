package cloudportal.engine;

import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.impl.identity.Authentication;

/** Who administers the engine: the members of {@code camunda-admin}. */
public final class Administrators {

    private Administrators() {}

    public static boolean include(Authentication person) {
        return person.getGroupIds() != null && person.getGroupIds().contains(Groups.CAMUNDA_ADMIN);
    }
}
