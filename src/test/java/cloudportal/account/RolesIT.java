package cloudportal.account;

import static org.assertj.core.api.Assertions.assertThat;

import cloudportal.support.EnginePath;
import cloudportal.support.EnginePath.Client;
import cloudportal.support.Person.Answer;
import cloudportal.support.PortalIT;
import java.util.List;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Resources;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What each role may do, asked of the running application. */
@PortalIT
class RolesIT {

    @LocalServerPort
    int port;

    @Autowired
    RoleSetup roles;

    @Autowired
    AuthorizationService authorizationService;

    @Autowired
    FilterService filterService;

    @Autowired
    IdentityService identityService;

    /** Columns: customer, contract center, process owner, auditor; the status of an answer, or the number of rows where it is a list. */
    @ParameterizedTest
    @CsvSource({
        "GET,  /process-definition/count,                                          1, 1, 2, 2",
        "GET,  /process-definition/key/cancellation-request,                       200, 404, 200, 200",
        "GET,  /process-definition/key/cancellation-fulfilment,                    404, 200, 200, 200",
        "GET,  /process-definition/key/cancellation-fulfilment/xml,                404, 200, 200, 200",
        "GET,  /process-definition/key/cancellation-request/deployed-start-form,   200, 403, 200, 200",
        "POST, /process-definition/key/cancellation-fulfilment/start,              404, 403, 403, 403",
        "POST, /process-definition/key/cancellation-fulfilment/submit-form,        404, 403, 403, 403",
        "GET,  /decision-definition/count,                                         403, 403, 1, 1",
        "POST, /decision-definition/key/service-terms/evaluate,                    403, 403, 403, 403",
        "GET,  /deployment/count,                                                  403, 403, 1, 1",
        "GET,  /user/count?id=shop%40other.example,                                403, 403, 403, 403",
        "GET,  /user/shop%40other.example/profile,                                 404, 404, 404, 200",
        "GET,  /group/count,                                                       403, 403, 403, 403",
        "GET,  /authorization/count,                                               403, 403, 403, 403",
        "POST, /user/create,                                                       403, 403, 403, 403",
        "POST, /authorization/create,                                              403, 403, 403, 403",
        "POST, /task/create,                                                       403, 403, 403, 403",
        "POST, /filter/create,                                                     403, 403, 403, 403",
        "GET,  /filter/count,                                                      1, 7, 403, 403",
        "POST, /history/cleanup,                                                   403, 403, 403, 403"
    })
    void mayDoWhatIsGrantedAndNothingElse(
            String method, String path, int customer, int contractCenter, int processOwner, int auditor) {
        assertThat(List.of(
                        result("kannon@kannon-do.example", method, path),
                        result("center@portal.example", method, path),
                        result("owner@portal.example", method, path),
                        result("auditor@portal.example", method, path)))
                .containsExactly(customer, contractCenter, processOwner, auditor);
    }

    @ParameterizedTest
    @EnumSource
    void seeTheirTaskListsInTasklist(EnginePath path) {
        assertThat(lists(path.of(port, "kannon@kannon-do.example"))).containsExactly("お手続き中の解約");
        assertThat(lists(path.of(port, "center@portal.example")))
                .containsExactlyInAnyOrder("受付待ち", "ドメイン手続", "精算手配", "期限切れ", "自分の担当", "担当者のいない手続", "すべての手続");
        assertThat(path.of(port, "auditor@portal.example").get("/filter").status())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @EnumSource
    void findTheirOwnTasksInTheirTaskList(EnginePath path) {
        // given a case of a customer
        Client customer = path.of(port, "kannon@kannon-do.example");
        String instance = customer.startCancellation();
        String filter = filter("お手続き中の解約");

        // then it is in the customer's list, and not in another's, who sees the same list
        assertThat(instances(customer, filter)).contains(instance);
        assertThat(instances(path.of(port, "shop@other.example"), filter)).doesNotContain(instance);
    }

    @ParameterizedTest
    @EnumSource
    void letsAnAuditorReadHistoryAndChangeNothing(EnginePath path) {
        // given a case of a customer
        String instance = path.of(port, "kannon@kannon-do.example").startCancellation();
        Client auditor = path.of(port, "auditor@portal.example");

        // then the auditor reads it
        for (String kind : List.of("process-instance", "activity-instance", "variable-instance", "task")) {
            Answer answer = auditor.get("/history/%s?maxResults=50&processInstanceId=%s".formatted(kind, instance));
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.json()).as(kind).isNotEmpty();
        }
        assertThat(auditor.get("/process-instance/" + instance).status()).isEqualTo(200);

        // and changes nothing
        assertThat(auditor.call("DELETE", "/process-instance/" + instance, "").status())
                .isEqualTo(403);
        assertThat(auditor.call("DELETE", "/history/process-instance/" + instance, "")
                        .status())
                .isEqualTo(403);
        assertThat(auditor.call("PUT", "/process-instance/" + instance + "/suspended", "{\"suspended\":true}")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void areSetUpOnce() {
        // given what the start set up
        long grants = authorizationService.createAuthorizationQuery().count();
        long filters = filterService.createFilterQuery().count();
        long groups = identityService.createGroupQuery().count();

        // when it is repeated, as by the next start
        roles.setUp();

        // then nothing is there twice
        assertThat(authorizationService.createAuthorizationQuery().count()).isEqualTo(grants);
        assertThat(filterService.createFilterQuery().count()).isEqualTo(filters);
        assertThat(identityService.createGroupQuery().count()).isEqualTo(groups);
    }

    @Test
    void giveAdministratorsEverything() {
        for (Resources resource : Resources.values()) {
            assertThat(authorizationService
                            .createAuthorizationQuery()
                            .groupIdIn("camunda-admin")
                            .resourceType(resource)
                            .resourceId("*")
                            .count())
                    .as(resource.resourceName())
                    .isEqualTo(1);
        }
    }

    private int result(String login, String method, String path) {
        Answer answer = EnginePath.REST.of(port, login).call(method, path, body(path));
        return answer.status() == 200 && answer.json().has("count")
                ? answer.json().get("count").asInt()
                : answer.status();
    }

    private static String body(String path) {
        return switch (path) {
            case "/user/create" ->
                "{\"profile\":{\"id\":\"new@portal.example\"},\"credentials\":{\"password\":\"Portal-demo-2\"}}";
            case "/authorization/create" ->
                "{\"type\":1,\"permissions\":[\"ALL\"],\"groupId\":\"customers\",\"resourceType\":0,\"resourceId\":\"*\"}";
            case "/filter/create" -> "{\"resourceType\":\"Task\",\"name\":\"mine\",\"query\":{}}";
            case "/decision-definition/key/service-terms/evaluate" -> "{\"variables\":{}}";
            default -> "{}";
        };
    }

    private static List<String> lists(Client person) {
        return StreamSupport.stream(person.get("/filter?maxResults=50").json().spliterator(), false)
                .map(filter -> filter.get("name").asText())
                .toList();
    }

    private String filter(String name) {
        return filterService.createFilterQuery().filterName(name).singleResult().getId();
    }

    private static List<String> instances(Client person, String filter) {
        return StreamSupport.stream(
                        person.get("/filter/" + filter + "/list?firstResult=0&maxResults=2000")
                                .json()
                                .spliterator(),
                        false)
                .map(task -> task.get("processInstanceId").asText())
                .toList();
    }
}
