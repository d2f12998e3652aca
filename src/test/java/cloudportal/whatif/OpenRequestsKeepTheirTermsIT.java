package cloudportal.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import cloudportal.contract.ContractDirectory;
import cloudportal.request.CancellationRequest;
import cloudportal.request.RequestDirectory;
import cloudportal.support.Browser;
import cloudportal.support.MovableClock;
import cloudportal.support.Person;
import cloudportal.support.PortalIT;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The table is changed between draft and submission: who was shown dates and amounts is held to those, until judged again. */
@PortalIT
class OpenRequestsKeepTheirTermsIT {

    private static final String PATH = "/camunda/api/cockpit/plugin/portal-whatif/default/service-terms";

    @LocalServerPort
    int port;

    @Autowired
    MovableClock clock;

    @Autowired
    ContractDirectory contracts;

    @Autowired
    RequestDirectory requests;

    @Autowired
    IdentityService identityService;

    @Autowired
    RepositoryService repositoryService;

    private TrialCustomer customer;
    private Person person;
    private String deployment;

    @BeforeEach
    void logIn() {
        clock.moveTo("2019-10-15T10:00:00+09:00");
        customer = new TrialCustomer(identityService, contracts, "keep@whatif.example");
        person = customer.person(port);
    }

    /** The other tests know one version of the table. */
    @AfterEach
    void takeTheTableBack() {
        if (deployment != null) {
            repositoryService.deleteDeployment(deployment, true);
        }
        customer.leave();
    }

    @Test
    void aDraftIsSubmittedByTheTermsItWasShownWith() {
        // given a draft judged by version 1
        customer.has("HMWI100001", "type-M");
        String instance = drafts("HMWI100001");
        String number = number(instance);

        // when the table is changed
        deploy(ChangedTable.asItIs().withMinimumTermOfTypeM(24));

        // then what the customer sees stays
        JsonNode shown = person.variable(task(instance), "assessment");
        assertThat(shown.get("settlementAmount").asLong()).isEqualTo(30_000);

        // and the table's trial says by which version the open request was judged
        JsonNode open = underWay(number);
        assertThat(open.get("decisionVersion").asInt()).isEqualTo(1);
        assertThat(open.get("status").asText()).isEqualTo("解約お申込作成中");

        // and the submission is by the same terms, without a second look
        person.completes(instance, "userTask_confirmRequest", Map.of("confirmation", "submit", "confirmed", true));
        assertThat(person.tasks(instance)).containsExactly("userTask_requestCompleted");
        CancellationRequest submitted = requests.find(number).orElseThrow();
        assertThat(submitted.getDecisionVersion()).isEqualTo(1);
        assertThat(submitted.getMinimumTermMonths()).isEqualTo(12);
        assertThat(submitted.getSettlementAmount()).isEqualTo(30_000);
        assertThat(underWay(number).get("decisionVersion").asInt()).isEqualTo(1);
    }

    @Test
    void aDraftThatIsEditedIsJudgedByTheTableOfThatMoment() {
        // given
        customer.has("HMWI100002", "type-M");
        String instance = drafts("HMWI100002");
        String number = number(instance);
        int changed = deploy(ChangedTable.asItIs().withMinimumTermOfTypeM(24));

        // when the customer goes back to edit
        person.completes(instance, "userTask_confirmRequest", Map.of("confirmation", "edit"));

        // then the new terms are shown before they count
        JsonNode shown = person.variable(task(instance), "assessment");
        assertThat(shown.get("settlementAmount").asLong()).isEqualTo(66_000);
        assertThat(requests.find(number).orElseThrow().getSettlementAmount()).isEqualTo(30_000);

        // and count from the moment the draft is saved
        givesReason(instance);
        CancellationRequest edited = requests.find(number).orElseThrow();
        assertThat(edited.getDecisionVersion()).isEqualTo(changed);
        assertThat(edited.getSettlementAmount()).isEqualTo(66_000);
    }

    @Test
    void aSubmissionInAnotherMonthGoesBackToTheCustomerByTheOldTerms() {
        // given
        customer.has("HMWI100003", "type-M");
        String instance = drafts("HMWI100003");
        String number = number(instance);
        deploy(ChangedTable.asItIs().withMinimumTermOfTypeM(24));

        // when the month has turned before the OK
        clock.moveTo("2019-11-01T10:00:00+09:00");
        person.completes(instance, "userTask_confirmRequest", Map.of("confirmation", "submit", "confirmed", true));

        // then date and amount are shown again, and they are those of the terms that the draft has
        assertThat(person.tasks(instance)).containsExactly("userTask_confirmRequest");
        CancellationRequest moved = requests.find(number).orElseThrow();
        assertThat(moved.getAppliedOn()).isNull();
        assertThat(moved.getCancellationDate()).isEqualTo(LocalDate.parse("2019-12-31"));
        assertThat(moved.getSettlementAmount()).isEqualTo(27_000);
        assertThat(moved.getDecisionVersion()).isEqualTo(1);
    }

    private String drafts(String contract) {
        String instance = person.startCancellation();
        person.completes(instance, "userTask_selectContract", Map.of("contractNumber", contract));
        person.completes(instance, "userTask_requestCancellation", Map.of("contractAction", "request"));
        givesReason(instance);
        return instance;
    }

    private void givesReason(String instance) {
        person.completes(
                instance,
                "userTask_giveReasonAndDomain",
                Map.of("reasonAction", "next", "cancellationReason", "試算のため", "domainDisposition", "abolish"));
    }

    private String number(String instance) {
        return person.variable(task(instance), "request").get("requestNumber").asText();
    }

    private String task(String instance) {
        return person.task(instance).get("id").asText();
    }

    private JsonNode underWay(String number) {
        Browser owner = new Browser(port);
        owner.logIn("owner@portal.example", Person.PASSWORD, "cockpit");
        JsonNode answer = new Person.Answer(
                        200, owner.upload(PATH, ChangedTable.asItIs().bytes()).body())
                .json();
        for (JsonNode request : answer.get("requests")) {
            if (request.get("number").asText().equals(number)) {
                return request;
            }
        }
        throw new AssertionError(number + " is not under way");
    }

    private int deploy(ChangedTable table) {
        deployment = repositoryService
                .createDeployment()
                .addString("service-terms.dmn", table.text())
                .deploy()
                .getId();
        return repositoryService.createDecisionDefinitionQuery().deploymentId(deployment).list().stream()
                .mapToInt(DecisionDefinition::getVersion)
                .findFirst()
                .orElseThrow();
    }
}
