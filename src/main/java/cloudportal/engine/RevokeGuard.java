package cloudportal.engine;

import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.impl.cmd.SaveAuthorizationCmd;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.springframework.stereotype.Component;

/** Keeps out authorizations that take something away: {@code authorization-check-revokes} is off, and they would be without effect. */
@Component
class RevokeGuard implements CommandGuard {

    @Override
    public void check(Command<?> command, Authentication person, CommandContext context) {
        if (command instanceof SaveAuthorizationCmd
                && CommandFields.read(command, "authorization") instanceof Authorization authorization
                && authorization.getAuthorizationType() == Authorization.AUTH_TYPE_REVOKE) {
            throw new Refusal("「拒否」の権限は登録できません。与えている「許可」の権限を削除してください。");
        }
    }
}
