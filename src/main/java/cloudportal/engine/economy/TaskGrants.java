package cloudportal.engine.economy;

import java.util.List;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.impl.cfg.auth.DefaultAuthorizationProvider;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.db.entitymanager.DbEntityManager;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.Task;

/**
 * The engine's grants for assignees and candidates. For a task that is just being made they cannot be in the database yet; and a group
 * that may work all tasks of a process needs none for each: with a hundred thousand open tasks these would be a hundred thousand rows
 * that each list of tasks goes through.
 */
public final class TaskGrants extends DefaultAuthorizationProvider {

    private final List<StandingGrants> standing;

    TaskGrants(List<StandingGrants> standing) {
        this.standing = List.copyOf(standing);
    }

    @Override
    public AuthorizationEntity[] newTaskGroupIdentityLink(Task task, String group, String type) {
        String process = task.getProcessDefinitionId() == null
                ? null
                : ((TaskEntity) task).getProcessDefinition().getKey();
        return standing.stream().anyMatch(grants -> grants.coverTasks(group, process))
                ? new AuthorizationEntity[0]
                : super.newTaskGroupIdentityLink(task, group, type);
    }

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
