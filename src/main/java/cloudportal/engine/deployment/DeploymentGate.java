package cloudportal.engine.deployment;

import cloudportal.engine.CommandFields;
import cloudportal.engine.Refusal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.engine.impl.cfg.CommandChecker;
import org.camunda.bpm.engine.impl.cmd.DeployCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.repository.DeploymentBuilderImpl;

/**
 * Asks the policy about every deployment before anything is stored: a person's, and the application's own at its start. What is
 * deployed already is loaded without it, so that a stricter policy strands no running case.
 */
public final class DeploymentGate extends CommandInterceptor {

    private final DeploymentPolicy policy;

    public DeploymentGate(DeploymentPolicy policy) {
        this.policy = policy;
    }

    @Override
    public <T> T execute(Command<T> command) {
        if (command instanceof DeployCmd) {
            check((DeploymentBuilderImpl) CommandFields.read(command, "deploymentBuilder"));
        }
        return next.execute(command);
    }

    private void check(DeploymentBuilderImpl deployment) {
        CommandContext context = Context.getCommandContext();
        // Before anything is said about the files, which is for those who may deploy.
        context.getProcessEngineConfiguration().getCommandCheckers().forEach(CommandChecker::checkCreateDeployment);
        refuse(
                deployment.getNameFromDeployment() != null
                        || !deployment.getDeployments().isEmpty()
                        || !deployment.getDeploymentResourcesById().isEmpty()
                        || !deployment.getDeploymentResourcesByName().isEmpty(),
                "以前のデプロイの再デプロイはできません。Camunda Modeler からファイルをもう一度デプロイしてください。");
        refuse(deployment.getProcessDefinitionsActivationDate() != null, "有効にする日時の指定はできません。指定を外し、有効にするときにデプロイしてください。");
        DeploymentEntity entity = deployment.getDeployment();
        refuse(entity.getTenantId() != null, "テナントは使えません。Tenant ID を空にしてください。");
        Map<String, byte[]> contents = new LinkedHashMap<>();
        if (entity.getResources() != null) {
            entity.getResources().values().forEach(resource -> contents.put(resource.getName(), resource.getBytes()));
        }
        policy.check(DeployedFiles.of(
                contents,
                decision ->
                        context.getDecisionDefinitionManager().findLatestDecisionDefinitionByKey(decision) != null));
        takeWhole(deployment);
    }

    /**
     * A form counts for the process with which it is deployed. Were only the changed ones of several files taken, as Modeler asks for,
     * a changed process would lose its unchanged forms, and a changed form its unchanged process.
     */
    private static void takeWhole(DeploymentBuilderImpl deployment) {
        if (deployment.isDeployChangedOnly()) {
            deployment.enableDuplicateFiltering(false);
        }
    }

    private static void refuse(boolean wrong, String sentence) {
        if (wrong) {
            throw new Refusal(sentence);
        }
    }
}
