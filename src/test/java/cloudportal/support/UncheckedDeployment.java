package cloudportal.support;

import java.util.Map;
import org.camunda.bpm.engine.impl.cmd.DeployCmd;
import org.camunda.bpm.engine.impl.interceptor.CommandContextInterceptor;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutorImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.repository.DeploymentBuilderImpl;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.engine.spring.SpringTransactionInterceptor;
import org.springframework.transaction.TransactionDefinition;

/** Deploys past every guard, as if it had been done before there was a policy: for what holds of models that are there already. */
public final class UncheckedDeployment {

    private UncheckedDeployment() {}

    /** @param files texts by name */
    public static Deployment of(SpringProcessEngineConfiguration configuration, Map<String, String> files) {
        DeploymentBuilderImpl builder =
                (DeploymentBuilderImpl) configuration.getRepositoryService().createDeployment();
        files.forEach(builder::addString);
        CommandInterceptor transaction = new SpringTransactionInterceptor(
                configuration.getTransactionManager(), TransactionDefinition.PROPAGATION_REQUIRED, configuration);
        CommandInterceptor context =
                new CommandContextInterceptor(configuration.getCommandContextFactory(), configuration);
        transaction.setNext(context);
        context.setNext(new CommandExecutorImpl());
        return transaction.execute(new DeployCmd(builder));
    }
}
