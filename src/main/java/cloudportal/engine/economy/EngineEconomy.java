package cloudportal.engine.economy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionManager;
import org.camunda.bpm.engine.impl.persistence.entity.TaskManager;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.spring.boot.starter.util.SpringBootProcessEnginePlugin;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Puts this package's parts into the engine, each in place of one of the engine's own. */
@Component
class EngineEconomy extends SpringBootProcessEnginePlugin {

    private record InPlaceOf(Class<?> original, Supplier<Session> own) implements SessionFactory {
        @Override
        public Class<?> getSessionType() {
            return original;
        }

        @Override
        public Session openSession() {
            return own.get();
        }
    }

    private final Duration believed;

    EngineEconomy(@Value("${portal.engine.reread-definitions-after}") Duration believed) {
        this.believed = believed;
    }

    @Override
    public void preInit(SpringProcessEngineConfiguration configuration) {
        List<SessionFactory> sessions = new ArrayList<>();
        if (configuration.getCustomSessionFactories() != null) {
            sessions.addAll(configuration.getCustomSessionFactories());
        }
        sessions.add(new InPlaceOf(AuthorizationManager.class, Authorizations::new));
        sessions.add(new InPlaceOf(TaskManager.class, Tasks::new));
        ProcessDefinitions.Read read = new ProcessDefinitions.Read(believed);
        sessions.add(new InPlaceOf(ProcessDefinitionManager.class, () -> new ProcessDefinitions(read)));
        configuration.setCustomSessionFactories(sessions);
        configuration.setResourceAuthorizationProvider(new TaskGrants());
        configuration.setHistoryEventProducer(new HistoryFacts());
        configuration.setEnableDefaultDbHistoryEventHandler(false);
        configuration.getCustomHistoryEventHandlers().add(new HistoryWriter());
    }
}
