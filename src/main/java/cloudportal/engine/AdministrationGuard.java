package cloudportal.engine;

import java.util.Set;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.springframework.stereotype.Component;

/**
 * Names the commands of the engine that people may give; what is not named is left to administrators. So nobody else can carry a case
 * past its model: start in its middle, move, migrate or restart it, send it messages, signals and errors, write variables directly,
 * rewrite tasks, run jobs, or make a batch of any of it. Whom a named command answers is for the grants to say.
 */
@Component
class AdministrationGuard implements CommandGuard {

    static final String ENGINE = "org.camunda.bpm.engine.impl.";

    /** What changes something, or is asked by the engine and the web apps on a person's behalf. */
    static final Set<String> COMMANDS = Set.of(
            "StartProcessInstanceCmd",
            "SubmitStartFormCmd",
            "SubmitTaskFormCmd",
            "CompleteTaskCmd",
            "ClaimTaskCmd",
            "AssignTaskCmd",
            "AddUserIdentityLinkCmd",
            "AddGroupIdentityLinkCmd",
            "CreateFilterCmd",
            "SaveFilterCmd",
            "SaveUserCmd",
            "DeployCmd",
            // What the engine does after a deployment that failed, in the thread and the name of who deployed.
            "DeleteDeploymentFailCmd",
            "DeleteDeploymentListenerCmd",
            "EvaluateDecisionCmd",
            "EvaluateDecisionTableCmd",
            "AuthorizationCheckCmd");

    /** What reads. The commands for Optimize read all history at once, and are not among them. */
    static final Pattern READS =
            Pattern.compile("(Get|Find|Is|ExecuteFilter|ExecuteDuration|Historic)\\w*Cmd|Create\\w*QueryCmd");

    private static final String ANNOTATION = "SetAnnotationForOperationLog";

    @Override
    public void check(Command<?> command, Authentication person, CommandContext context) {
        if (isAdministration(command.getClass()) && !Administrators.include(person)) {
            throw new AuthorizationException("この操作はシステム管理者だけが行えます。");
        }
    }

    /** Queries are no commands by name, and pass. */
    static boolean isAdministration(Class<?> type) {
        String name = type.getSimpleName();
        return type.getName().startsWith(ENGINE)
                && (name.endsWith("Cmd") || name.equals(ANNOTATION))
                && !COMMANDS.contains(name)
                && !READS.matcher(name).matches();
    }
}
