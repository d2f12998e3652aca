package cloudportal.engine.economy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionManager;
import org.camunda.bpm.engine.impl.persistence.entity.TaskManager;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.spring.boot.starter.util.SpringBootProcessEnginePlugin;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;
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
    private final List<StandingGrants> standing;

    EngineEconomy(
            @Value("${portal.engine.reread-definitions-after}") Duration believed, List<StandingGrants> standing) {
        this.believed = believed;
        this.standing = standing;
    }

    @Override
    public void preInit(SpringProcessEngineConfiguration configuration) {
        List<SessionFactory> sessions = new ArrayList<>();
        if (configuration.getCustomSessionFactories() != null) {
            sessions.addAll(configuration.getCustomSessionFactories());
        }
        sessions.add(new InPlaceOf(AuthorizationManager.class, Authorizations::new));
        LongCounts counts = new LongCounts();
        sessions.add(new InPlaceOf(TaskManager.class, () -> new Tasks(counts)));
        ProcessDefinitions.Read read = new ProcessDefinitions.Read(believed);
        sessions.add(new InPlaceOf(ProcessDefinitionManager.class, () -> new ProcessDefinitions(read)));
        configuration.setCustomSessionFactories(sessions);
        configuration.setResourceAuthorizationProvider(new TaskGrants(standing));
        configuration.setHistoryEventProducer(new HistoryFacts());
        configuration.setEnableDefaultDbHistoryEventHandler(false);
        configuration.getCustomHistoryEventHandlers().add(new HistoryWriter());
    }

    /** Along these the lists of {@link CandidateTasks} are read, by whichever of them finds the first page soonest. */
    @Override
    public void postProcessEngineBuild(ProcessEngine engine) {
        JdbcTemplate database =
                new JdbcTemplate(engine.getProcessEngineConfiguration().getDataSource());
        database.execute("create index if not exists portal_task_due on ACT_RU_TASK (DUE_DATE_)");
        database.execute("create index if not exists portal_task_created on ACT_RU_TASK (CREATE_TIME_)");
        database.execute("create index if not exists portal_task_step on ACT_RU_TASK (TASK_DEF_KEY_)");
    }
}
