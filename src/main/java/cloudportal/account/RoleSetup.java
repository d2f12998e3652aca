package cloudportal.account;

import jakarta.annotation.PostConstruct;
import java.util.List;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.Group;
import org.springframework.stereotype.Component;

/** Sets up groups, grants and the task lists of Tasklist before anybody can log in. Repeating it changes nothing. */
@Component
class RoleSetup {

    private final IdentityService identityService;
    private final AuthorizationService authorizationService;
    private final TaskLists taskLists;

    RoleSetup(IdentityService identityService, AuthorizationService authorizationService, TaskLists taskLists) {
        this.identityService = identityService;
        this.authorizationService = authorizationService;
        this.taskLists = taskLists;
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
        taskLists.setUp().forEach((filter, role) -> grant(role, Resources.FILTER, filter, List.of(Permissions.READ)));
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
}
