package cloudportal.bench.peer;

import jakarta.annotation.PostConstruct;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.stereotype.Component;

/** The groups that play cases, with the portal's grants and task lists. */
@Component
class Roles {

    private static final String CUSTOMERS = "customers";
    private static final String CONTRACT_CENTER = "contract-center";

    private final IdentityService identityService;
    private final AuthorizationService authorizationService;
    private final FilterService filterService;
    private final TaskService taskService;

    Roles(
            IdentityService identityService,
            AuthorizationService authorizationService,
            FilterService filterService,
            TaskService taskService) {
        this.identityService = identityService;
        this.authorizationService = authorizationService;
        this.filterService = filterService;
        this.taskService = taskService;
    }

    @PostConstruct
    void setUp() {
        if (identityService.createGroupQuery().groupId(CUSTOMERS).count() > 0) {
            return;
        }
        group(CUSTOMERS);
        group(CONTRACT_CENTER);
        grant(CUSTOMERS, Resources.APPLICATION, "tasklist", Permissions.ACCESS);
        grant(
                CUSTOMERS,
                Resources.PROCESS_DEFINITION,
                "cancellation-request",
                Permissions.READ,
                Permissions.CREATE_INSTANCE);
        grant(CUSTOMERS, Resources.PROCESS_INSTANCE, Authorization.ANY, Permissions.CREATE);
        grant(CONTRACT_CENTER, Resources.APPLICATION, "tasklist", Permissions.ACCESS);
        grant(
                CONTRACT_CENTER,
                Resources.PROCESS_DEFINITION,
                "cancellation-fulfilment",
                Permissions.READ,
                ProcessDefinitionPermissions.READ_TASK,
                ProcessDefinitionPermissions.READ_INSTANCE,
                ProcessDefinitionPermissions.READ_INSTANCE_VARIABLE,
                ProcessDefinitionPermissions.READ_TASK_VARIABLE,
                ProcessDefinitionPermissions.TASK_WORK,
                ProcessDefinitionPermissions.TASK_ASSIGN);
        list(CUSTOMERS, "お手続き中の解約", tasks().taskAssigneeExpression("${currentUser()}"), List.of());
        list(
                CONTRACT_CENTER,
                "すべての手続",
                tasks().taskCandidateGroup(CONTRACT_CENTER).includeAssignedTasks(),
                List.of("requestNumber", "contractNumber", "companyName", "serviceName", "cancellationDate"));
    }

    private TaskQuery tasks() {
        return taskService.createTaskQuery();
    }

    private void group(String id) {
        Group group = identityService.newGroup(id);
        group.setName(id);
        group.setType("WORKFLOW");
        identityService.saveGroup(group);
    }

    private void list(String group, String name, TaskQuery query, List<String> onCards) {
        Filter filter = filterService.newTaskFilter(name);
        filter.setQuery(query);
        filter.setProperties(Map.of(
                "variables",
                onCards.stream()
                        .map(variable -> Map.of("name", variable, "label", variable))
                        .toList()));
        filterService.saveFilter(filter);
        grant(group, Resources.FILTER, filter.getId(), Permissions.READ);
    }

    private void grant(String group, Resource resource, String id, Permission... permissions) {
        Authorization grant = authorizationService.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        grant.setGroupId(group);
        grant.setResource(resource);
        grant.setResourceId(id);
        grant.setPermissions(permissions);
        authorizationService.saveAuthorization(grant);
    }
}
