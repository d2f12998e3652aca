package cloudportal.engine.economy;

import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.impl.cfg.auth.DefaultAuthorizationProvider;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.db.entitymanager.DbEntityManager;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;

/** The engine's grants for assignees and candidates, which for a task that is just being made cannot be in the database yet. */
public final class TaskGrants extends DefaultAuthorizationProvider {

    @Override
    protected AuthorizationEntity getGrantAuthorization(String task, String user, String group, Resource resource) {
        // What this command has granted already is found by createAuthorization.
        return isNew(task) ? null : super.getGrantAuthorization(task, user, group, resource);
    }

    private static boolean isNew(String id) {
        DbEntityManager database = Context.getCommandContext().getDbEntityManager();
        TaskEntity task = database.getCachedEntity(TaskEntity.class, id);
        return task != null && database.getDbEntityCache().isTransient(task);
    }
}
