package cloudportal.account;

import cloudportal.engine.economy.StandingGrants;
import java.util.List;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.springframework.stereotype.Component;

/** What {@link Grants} gives to groups for whole processes. */
@Component
class GroupGrants implements StandingGrants {

    private static final List<Permission> WORK = List.of(
            ProcessDefinitionPermissions.READ_TASK,
            ProcessDefinitionPermissions.READ_TASK_VARIABLE,
            ProcessDefinitionPermissions.TASK_WORK);

    @Override
    public boolean coverTasks(String group, String processDefinitionKey) {
        return Grants.ALL_GRANTS.stream()
                .anyMatch(grant -> grant.role().group().equals(group)
                        && grant.resource() == Resources.PROCESS_DEFINITION
                        && grant.id().equals(processDefinitionKey)
                        && grant.permissions().containsAll(WORK));
    }
}
