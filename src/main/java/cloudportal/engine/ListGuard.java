package cloudportal.engine;

import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.ProcessDefinitionQueryImpl;
import org.camunda.bpm.engine.impl.cmd.ExecuteFilterListCmd;
import org.camunda.bpm.engine.impl.cmd.ExecuteFilterListPageCmd;
import org.camunda.bpm.engine.impl.dmn.entity.repository.DecisionDefinitionQueryImpl;
import org.camunda.bpm.engine.impl.dmn.entity.repository.DecisionRequirementsDefinitionQueryImpl;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.springframework.stereotype.Component;

/**
 * Refuses lists without a limit, and longer ones than any page shows. The engine's own setting would do the same to the versions of a
 * definition, which Cockpit asks for without one; and what the application itself asks for on a person's behalf is not meant.
 */
@Component
class ListGuard implements CommandGuard {

    /** Tasklist asks for no more. */
    static final int LONGEST = 2000;

    @Override
    public void check(Command<?> command, Authentication person, CommandContext context) {
        if (isUnlimited(command)) {
            throw new BadUserRequestException("一覧は、件数（maxResults）を %d 以下で指定してください。".formatted(LONGEST));
        }
    }

    private static boolean isUnlimited(Command<?> command) {
        if (command instanceof AbstractQuery<?, ?> query) {
            return !isOfDefinitions(query)
                    && (boolean) CommandFields.read(command, "maxResultsLimitEnabled")
                    && String.valueOf(CommandFields.read(command, "resultType")).startsWith("LIST")
                    && query.getMaxResults() > LONGEST;
        }
        return command instanceof ExecuteFilterListCmd
                || command instanceof ExecuteFilterListPageCmd
                        && (int) CommandFields.read(command, "maxResults") > LONGEST;
    }

    private static boolean isOfDefinitions(AbstractQuery<?, ?> query) {
        return query instanceof ProcessDefinitionQueryImpl
                || query instanceof DecisionDefinitionQueryImpl
                || query instanceof DecisionRequirementsDefinitionQueryImpl;
    }
}
