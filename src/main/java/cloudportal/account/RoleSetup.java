package cloudportal.account;

import jakarta.annotation.PostConstruct;
import java.util.List;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.stereotype.Component;

/** Sets up groups, grants and the task lists of Tasklist before anybody can log in. Repeating it changes nothing. */
@Component
class RoleSetup {

    private final IdentityService identityService;
    private final AuthorizationService authorizationService;
    private final FilterService filterService;
    private final TaskService taskService;

    RoleSetup(
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
        for (Role role : Role.values()) {
            group(role);
        }
        Grants.ALL_GRANTS.forEach(grant -> grant(grant.role(), grant.resource(), grant.id(), grant.permissions()));
        for (Resources resource : Resources.values()) {
            grant(Role.ADMINISTRATORS, resource, Authorization.ANY, List.of(Permissions.ALL));
        }
        list("お手続き中の解約", Role.CUSTOMERS, 10, taskService.createTaskQuery().taskAssigneeExpression("${currentUser()}"));
        list(
                "担当者のいない手続",
                Role.CONTRACT_CENTER,
                10,
                taskService.createTaskQuery().taskCandidateGroup(Role.CONTRACT_CENTER.group()));
        list(
                "自分の担当",
                Role.CONTRACT_CENTER,
                20,
                taskService.createTaskQuery().taskAssigneeExpression("${currentUser()}"));
        list(
                "すべての手続",
                Role.CONTRACT_CENTER,
                30,
                taskService
                        .createTaskQuery()
                        .taskCandidateGroup(Role.CONTRACT_CENTER.group())
                        .includeAssignedTasks());
    }

    private void group(Role role) {
        if (identityService.createGroupQuery().groupId(role.group()).count() == 0) {
            Group group = identityService.newGroup(role.group());
            group.setName(role.label());
            group.setType(role == Role.ADMINISTRATORS ? Groups.GROUP_TYPE_SYSTEM : "WORKFLOW");
            identityService.saveGroup(group);
        }
    }

    private void grant(Role role, Resource resource, String id, List<Permission> permissions) {
        Authorization grant = authorizationService
                .createAuthorizationQuery()
                .groupIdIn(role.group())
                .resourceType(resource)
                .resourceId(id)
                .singleResult();
        if (grant == null) {
            grant = authorizationService.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
            grant.setGroupId(role.group());
            grant.setResource(resource);
            grant.setResourceId(id);
        }
        grant.setPermissions(permissions.toArray(Permission[]::new));
        authorizationService.saveAuthorization(grant);
    }

    private void list(String name, Role role, int priority, TaskQuery query) {
        Filter filter = filterService.createFilterQuery().filterName(name).singleResult();
        if (filter == null) {
            filter = filterService.newTaskFilter(name);
            filter.setQuery(query);
            filter.setProperties(
                    java.util.Map.of("priority", priority, "refresh", true, "showUndefinedVariable", false));
            filterService.saveFilter(filter);
        }
        grant(role, Resources.FILTER, filter.getId(), List.of(Permissions.READ));
    }
}
