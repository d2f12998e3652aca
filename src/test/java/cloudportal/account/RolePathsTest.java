package cloudportal.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RolePathsTest {

    private final RolePaths paths = new RolePaths();

    @ParameterizedTest
    @CsvSource({
        "GET,     /engine-rest/task,                                            true",
        "GET,     /engine-rest/task/,                                           true",
        "HEAD,    /engine-rest/task,                                            true",
        "GET,     /engine-rest/engine/default/task,                             true",
        "GET,     /camunda/api/engine/engine/default/task,                      true",
        "GET,     /engine-rest/engine,                                          true",
        "get,     /engine-rest/task,                                            false",
        "GET,     /camunda/api/engine/engine/default,                           false",
        "GET,     /camunda/api/cockpit/engine-rest/task,                        false",
        "GET,     /camunda/api/engine/engine/default/engine-rest/task,          false",
        "GET,     /engine-rest/task/1/form,                                     true",
        "GET,     /engine-rest/task/1/form/2,                                   false",
        "GET,     /engine-rest/task/1/variables,                                true",
        "GET,     /engine-rest/process-definition/statistics,                   false",
        "GET,     /engine-rest/process-definition/statistics2,                  true",
        "POST,    /engine-rest/deployment/create,                               false",
        "DELETE,  /engine-rest/task/1,                                          false",
        "GET,     /camunda/api/tasklist/plugin/portal/default/contracts,        true",
        "GET,     /camunda/api/tasklist/plugin/portal2/default/contracts,       false"
    })
    void nameWhatCustomersMayAskFor(String method, String path, boolean allowed) {
        assertThat(paths.allow(method, path, "kannon@kannon-do.example", List.of("customers")))
                .isEqualTo(allowed);
    }

    @ParameterizedTest
    @CsvSource({
        "/camunda/api/engine/engine,                             true",
        "/camunda/api/admin/auth/user/default,                   true",
        "/camunda/api/tasklist/plugin/portal/static/app/x.js,    true",
        "/camunda/api/tasklist/plugin/portal/default/me,         false",
        "/camunda/api/engine/engine/default/version,             false"
    })
    void nameWhatTheLogInNeeds(String path, boolean allowed) {
        assertThat(paths.allow("GET", path, null, List.of())).isEqualTo(allowed);
    }

    @ParameterizedTest
    @CsvSource({
        "customers, false",
        "contract-center, false",
        "process-owners, true",
        "auditors, false",
        "camunda-admin, true",
        "none, false"
    })
    void leaveDeploymentToOwnersAndAdministrators(String group, boolean allowed) {
        assertThat(paths.allow("POST", "/engine-rest/deployment/create", "x", List.of(group)))
                .isEqualTo(allowed);
    }
}
