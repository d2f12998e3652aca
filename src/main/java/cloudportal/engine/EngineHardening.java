package cloudportal.engine;

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

    EngineHardening(List<CommandGuard> guards, BeanFactory beanFactory, ClockOffset clockOffset) {
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
        configuration.setCustomPostCommandInterceptorsTxRequired(
                with(configuration.getCustomPostCommandInterceptorsTxRequired(), interceptors.inner()));
        PersonInterceptors requiringNew = new PersonInterceptors(guards);
        configuration.setCustomPreCommandInterceptorsTxRequiresNew(
                with(configuration.getCustomPreCommandInterceptorsTxRequiresNew(), requiringNew.outer()));
        configuration.setCustomPostCommandInterceptorsTxRequiresNew(
                with(configuration.getCustomPostCommandInterceptorsTxRequiresNew(), requiringNew.inner()));
    }

    private static List<CommandInterceptor> with(List<CommandInterceptor> present, CommandInterceptor another) {
        List<CommandInterceptor> all = present == null ? new ArrayList<>() : new ArrayList<>(present);
        all.add(another);
        return all;
    }
}
