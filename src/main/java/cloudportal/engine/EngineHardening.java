package cloudportal.engine;

import cloudportal.engine.deployment.DeploymentGate;
import cloudportal.engine.deployment.DeploymentPolicy;
import cloudportal.time.ClockOffset;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.spring.boot.starter.util.SpringBootProcessEnginePlugin;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.stereotype.Component;

/** Puts the guards into the engine, takes out what runs code, and sets its clock by the business clock. */
@Component
class EngineHardening extends SpringBootProcessEnginePlugin {

    private final List<CommandGuard> guards;
    private final BeanFactory beanFactory;
    private final ClockOffset clockOffset;
    private final DeploymentPolicy deploymentPolicy;

    EngineHardening(
            List<CommandGuard> guards,
            BeanFactory beanFactory,
            ClockOffset clockOffset,
            DeploymentPolicy deploymentPolicy) {
        this.deploymentPolicy = deploymentPolicy;
        this.guards = guards;
        this.beanFactory = beanFactory;
        this.clockOffset = clockOffset;
    }

    @Override
    public void preInit(SpringProcessEngineConfiguration configuration) {
        if (clockOffset.toMillis() != 0) {
            ClockUtil.offset(clockOffset.toMillis());
        }
        configuration.setExpressionManager(new ModelExpressions(beanFactory));
        configuration.setScriptEngineResolver(new NoScripts());
        PersonInterceptors interceptors = new PersonInterceptors(guards);
        configuration.setCustomPreCommandInterceptorsTxRequired(
                with(configuration.getCustomPreCommandInterceptorsTxRequired(), interceptors.outer()));
        configuration.setCustomPostCommandInterceptorsTxRequired(with(
                configuration.getCustomPostCommandInterceptorsTxRequired(),
                interceptors.inner(),
                new DeploymentGate(deploymentPolicy)));
        PersonInterceptors requiringNew = new PersonInterceptors(guards);
        configuration.setCustomPreCommandInterceptorsTxRequiresNew(
                with(configuration.getCustomPreCommandInterceptorsTxRequiresNew(), requiringNew.outer()));
        configuration.setCustomPostCommandInterceptorsTxRequiresNew(with(
                configuration.getCustomPostCommandInterceptorsTxRequiresNew(),
                requiringNew.inner(),
                new DeploymentGate(deploymentPolicy)));
    }

    private static List<CommandInterceptor> with(List<CommandInterceptor> present, CommandInterceptor... more) {
        List<CommandInterceptor> all = present == null ? new ArrayList<>() : new ArrayList<>(present);
        all.addAll(List.of(more));
        return all;
    }
}
