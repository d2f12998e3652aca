package cloudportal.engine;

import java.util.Objects;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.impl.cmd.AbstractAddIdentityLinkCmd;
import org.camunda.bpm.engine.impl.cmd.ClaimTaskCmd;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.springframework.stereotype.Component;

/**
 * A person takes a task or gives it back, and hands it to nobody else: whoever gets a task gets to read its case, which a wrong
 * login would open to a customer.
 */
@Component
class AssignmentGuard implements CommandGuard {

    @Override
    public void check(Command<?> command, Authentication person, CommandContext context) {
        boolean ownHands = true;
        if (command instanceof ClaimTaskCmd) {
            ownHands = isNobodyOr(person, CommandFields.read(command, "userId"));
        } else if (command instanceof AbstractAddIdentityLinkCmd) {
            ownHands = IdentityLinkType.ASSIGNEE.equals(CommandFields.read(command, "type"))
                    && isNobodyOr(person, CommandFields.read(command, "userId"));
        }
        if (!ownHands && !Administrators.include(person)) {
            throw new AuthorizationException("作業は、ご自身で引き受けるか、担当を外すことができます。ほかの人への割当てはシステム管理者だけが行えます。");
        }
    }

    private static boolean isNobodyOr(Authentication person, Object login) {
        return login == null || Objects.equals(login, person.getUserId());
    }
}
