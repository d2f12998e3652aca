package cloudportal.engine.economy;

import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.cfg.auth.AuthorizationCommandChecker;
import org.camunda.bpm.engine.impl.db.PermissionCheckBuilder;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;

/** Checks permissions for tasks as the engine does; the process is taken from the task, not from the execution, which is read for it. */
public final class TaskChecks extends AuthorizationCommandChecker {

    @Override
    protected void checkTaskPermission(TaskEntity task, Permission ofProcess, Permission ofTask) {
        if (task.getExecutionId() == null) {
            super.checkTaskPermission(task, ofProcess, ofTask);
            return;
        }
        getAuthorizationManager()
                .checkAuthorization(new PermissionCheckBuilder()
                        .disjunctive()
                        .atomicCheckForResourceId(Resources.TASK, task.getId(), ofTask)
                        .atomicCheckForResourceId(
                                Resources.PROCESS_DEFINITION,
                                task.getProcessDefinition().getKey(),
                                ofProcess)
                        .build());
    }
}
