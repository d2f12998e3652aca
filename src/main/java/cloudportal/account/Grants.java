package cloudportal.account;

import static cloudportal.account.Role.AUDITORS;
import static cloudportal.account.Role.CONTRACT_CENTER;
import static cloudportal.account.Role.CUSTOMERS;
import static cloudportal.account.Role.PROCESS_OWNERS;

import java.util.List;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.authorization.UserOperationLogCategoryPermissions;

/**
 * What each role may do, in one place. Administrators ({@code camunda-admin}) may do everything and need no row. The assignee of a
 * task may read and work it by the engine's own grant.
 */
final class Grants {

    private static final String REQUEST = "cancellation-request";
    private static final String FULFILMENT = "cancellation-fulfilment";
    private static final String ALL = "*";

    /** A role, what it concerns, and what the role may do with it. */
    record Grant(Role role, Resource resource, String id, List<Permission> permissions) {}

    /** Process owners deploy what the deployment policy lets through, and delete nothing: a deployment takes its cases with it. */
    static final List<Grant> ALL_GRANTS = List.of(
            grant(CUSTOMERS, Resources.APPLICATION, "tasklist", Permissions.ACCESS),
            grant(CUSTOMERS, Resources.PROCESS_DEFINITION, REQUEST, Permissions.READ, Permissions.CREATE_INSTANCE),
            grant(CUSTOMERS, Resources.PROCESS_INSTANCE, ALL, Permissions.CREATE),
            grant(CONTRACT_CENTER, Resources.APPLICATION, "tasklist", Permissions.ACCESS),
            grant(
                    CONTRACT_CENTER,
                    Resources.PROCESS_DEFINITION,
                    FULFILMENT,
                    Permissions.READ,
                    ProcessDefinitionPermissions.READ_TASK,
                    ProcessDefinitionPermissions.READ_INSTANCE,
                    ProcessDefinitionPermissions.READ_INSTANCE_VARIABLE,
                    ProcessDefinitionPermissions.READ_TASK_VARIABLE,
                    ProcessDefinitionPermissions.TASK_WORK,
                    ProcessDefinitionPermissions.TASK_ASSIGN),
            grant(PROCESS_OWNERS, Resources.APPLICATION, "cockpit", Permissions.ACCESS),
            grant(PROCESS_OWNERS, Resources.PROCESS_DEFINITION, ALL, Permissions.READ),
            grant(PROCESS_OWNERS, Resources.DECISION_DEFINITION, ALL, Permissions.READ, Permissions.READ_HISTORY),
            grant(PROCESS_OWNERS, Resources.DECISION_REQUIREMENTS_DEFINITION, ALL, Permissions.READ),
            grant(PROCESS_OWNERS, Resources.DEPLOYMENT, ALL, Permissions.READ, Permissions.CREATE),
            grant(AUDITORS, Resources.APPLICATION, "cockpit", Permissions.ACCESS),
            grant(
                    AUDITORS,
                    Resources.PROCESS_DEFINITION,
                    ALL,
                    Permissions.READ,
                    ProcessDefinitionPermissions.READ_HISTORY,
                    ProcessDefinitionPermissions.READ_HISTORY_VARIABLE,
                    ProcessDefinitionPermissions.READ_INSTANCE,
                    ProcessDefinitionPermissions.READ_INSTANCE_VARIABLE,
                    ProcessDefinitionPermissions.READ_TASK,
                    ProcessDefinitionPermissions.READ_TASK_VARIABLE),
            grant(AUDITORS, Resources.DECISION_DEFINITION, ALL, Permissions.READ, Permissions.READ_HISTORY),
            grant(AUDITORS, Resources.DECISION_REQUIREMENTS_DEFINITION, ALL, Permissions.READ),
            grant(AUDITORS, Resources.DEPLOYMENT, ALL, Permissions.READ),
            grant(AUDITORS, Resources.OPERATION_LOG_CATEGORY, ALL, UserOperationLogCategoryPermissions.READ),
            grant(AUDITORS, Resources.USER, ALL, Permissions.READ));

    private Grants() {}

    private static Grant grant(Role role, Resource resource, String id, Permission... permissions) {
        return new Grant(role, resource, id, List.of(permissions));
    }
}
