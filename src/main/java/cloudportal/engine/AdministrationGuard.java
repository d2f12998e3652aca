package cloudportal.engine;

import java.util.Set;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.springframework.stereotype.Component;

/**
 * Leaves to administrators what would carry a case past its model: starting in its middle, moving, migrating or restarting it,
 * sending it messages, signals, errors and escalations, writing variables directly, rewriting tasks, and batches of any kind.
 */
@Component
class AdministrationGuard implements CommandGuard {

    static final String ENGINE = "org.camunda.bpm.engine.impl.";

    static final Set<String> COMMANDS = Set.of(
            "StartProcessInstanceAtActivitiesCmd",
            "ModifyProcessInstanceCmd",
            "ModifyProcessInstanceAsyncCmd",
            "ProcessInstanceModificationCmd",
            "RestartProcessInstancesCmd",
            "CreateMigrationPlanCmd",
            "MigrateProcessInstanceCmd",
            "CorrelateMessageCmd",
            "EvaluateStartConditionCmd",
            "CorrelateAllMessageCmd",
            "MessageEventReceivedCmd",
            "SignalCmd",
            "SignalEventReceivedCmd",
            "HandleTaskBpmnErrorCmd",
            "HandleTaskEscalationCmd",
            "SetExecutionVariablesCmd",
            "PatchExecutionVariablesCmd",
            "RemoveExecutionVariablesCmd",
            "SetTaskVariablesCmd",
            "PatchTaskVariablesCmd",
            "RemoveTaskVariablesCmd",
            "SetJobDuedateCmd",
            "SetJobRetriesCmd",
            "CreateTaskCmd",
            "SaveTaskCmd",
            "DelegateTaskCmd",
            "CreateAttachmentCmd",
            "SaveAttachmentCmd");

    @Override
    public void check(Command<?> command, Authentication person, CommandContext context) {
        if (isAdministration(command.getClass()) && !Administrators.include(person)) {
            throw new AuthorizationException("この操作はシステム管理者だけが行えます。");
        }
    }

    static boolean isAdministration(Class<?> type) {
        for (Class<?> known = type; known != null; known = known.getSuperclass()) {
            if (known.getName().startsWith(ENGINE)
                    && (COMMANDS.contains(known.getSimpleName())
                            || known.getSimpleName().endsWith("BatchCmd"))) {
                return true;
            }
        }
        return false;
    }
}
