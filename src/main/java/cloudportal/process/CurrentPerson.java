package cloudportal.process;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The person whose command the engine is carrying out; nobody while a job runs. Never taken from a variable while there is one. */
@Component
public class CurrentPerson {

    private static final String SYSTEM = "system";

    private final ObjectProvider<IdentityService> identityService;

    /** Takes a provider, because the engine itself is built with the beans that its models may name. */
    CurrentPerson(ObjectProvider<IdentityService> identityService) {
        this.identityService = identityService;
    }

    /** The login of the person, or the given one where no person is at work. */
    public String loginOr(String other) {
        Authentication authentication = identityService.getObject().getCurrentAuthentication();
        return authentication == null || authentication.getUserId() == null ? other : authentication.getUserId();
    }

    /** The login of the person, or {@code system} where a job is at work. */
    public String loginOrSystem() {
        return loginOr(SYSTEM);
    }
}
