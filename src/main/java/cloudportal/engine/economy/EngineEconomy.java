package cloudportal.engine.economy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantCommandChecker;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.db.PersistenceSession;
import org.camunda.bpm.engine.impl.db.entitymanager.DbEntityManager;
import org.camunda.bpm.engine.impl.form.entity.CamundaFormDefinitionManager;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;
import org.camunda.bpm.engine.impl.persistence.entity.JobDefinitionManager;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionManager;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceManager;
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

    private final Duration definitions;
    private final Duration rights;
    private final List<StandingGrants> standing;

    EngineEconomy(
            @Value("${portal.engine.reread-definitions-after}") Duration definitions,
            @Value("${portal.engine.reread-rights-after}") Duration rights,
            List<StandingGrants> standing) {
        this.definitions = definitions;
        this.rights = rights;
        this.standing = standing;
    }

    @Override
    public void preInit(SpringProcessEngineConfiguration configuration) {
        List<SessionFactory> sessions = new ArrayList<>();
        if (configuration.getCustomSessionFactories() != null) {
            sessions.addAll(configuration.getCustomSessionFactories());
        }
        StandingRights granted = new StandingRights(rights);
        LongCounts counts = new LongCounts();
        ProcessDefinitions.Read processes = new ProcessDefinitions.Read(definitions);
        JobDefinitions.Read jobs = new JobDefinitions.Read(definitions);
        FormFiles.Shown files = new FormFiles.Shown();
        FormDefinitions.Shown forms = new FormDefinitions.Shown();
        sessions.add(new InPlaceOf(
                DbEntityManager.class,
                () -> new Entities(
                        configuration.getIdGenerator(),
                        Context.getCommandContext().getSession(PersistenceSession.class))));
        sessions.add(new InPlaceOf(AuthorizationManager.class, () -> new Authorizations(granted)));
        sessions.add(new InPlaceOf(TaskManager.class, () -> new Tasks(counts)));
        sessions.add(new InPlaceOf(ProcessDefinitionManager.class, () -> new ProcessDefinitions(processes)));
        sessions.add(new InPlaceOf(JobDefinitionManager.class, () -> new JobDefinitions(jobs)));
        sessions.add(new InPlaceOf(ResourceManager.class, () -> new FormFiles(files)));
        sessions.add(new InPlaceOf(CamundaFormDefinitionManager.class, () -> new FormDefinitions(forms)));
        configuration.setCustomSessionFactories(sessions);
        configuration.setCommandCheckers(new ArrayList<>(List.of(new TenantCommandChecker(), new TaskChecks())));
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
