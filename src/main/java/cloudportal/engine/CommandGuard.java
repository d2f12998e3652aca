package cloudportal.engine;

import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;

/**
 * Looks at a command that a person gives, before it is carried out and within its transaction. What delegates, jobs and listeners
 * do meanwhile is not asked about.
 */
public interface CommandGuard {

    /**
     * @throws Refusal where the command is refused for what it carries (400)
     * @throws org.camunda.bpm.engine.AuthorizationException where it is refused to this person (403)
     */
    void check(Command<?> command, Authentication person, CommandContext context);
}
