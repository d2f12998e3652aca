package cloudportal.process;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.complete;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.execute;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.init;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.job;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.reset;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.task;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.withVariables;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.spy;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import cloudportal.contract.Contract;
import cloudportal.contract.ContractDirectory;
import cloudportal.contract.Customer;
import cloudportal.engine.PermanentFailure;
import cloudportal.engine.Refusal;
import cloudportal.notice.MailKind;
import cloudportal.notice.MailNotSentException;
import cloudportal.notice.Outbox;
import cloudportal.request.CancellationRequest;
import cloudportal.request.CaseCustomer;
import cloudportal.request.ContractChoice;
import cloudportal.request.ContractChoice.State;
import cloudportal.request.ContractSelection;
import cloudportal.request.CustomerCases;
import cloudportal.request.DraftAnswers;
import cloudportal.request.DraftToWithdraw;
import cloudportal.request.FulfilmentCases;
import cloudportal.request.Judgement;
import cloudportal.request.RequestDirectory;
import cloudportal.request.RequestKind;
import cloudportal.request.RequestRefusedException;
import cloudportal.request.RequestStatus;
import cloudportal.request.Submission;
import cloudportal.request.UnknownServiceCase;
import cloudportal.request.UnknownServiceException;
import cloudportal.terms.Assessment;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

/** Every answer of every gateway, every timer, message and error of both models, to its named end; the use cases are stood in for. */
@SpringBootTest(
        classes = ProcessTestConfiguration.class,
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:process-paths;DB_CLOSE_DELAY=-1",
            "camunda.bpm.job-execution.enabled=false",
            "camunda.bpm.authorization.enabled=false"
        })
class ProcessPathsTest {

    private static final String LOGIN = "kannon@kannon-do.example";
    private static final LocalDate CANCELLATION_DATE = LocalDate.of(2019, 11, 30);
    private static final Assessment ASSESSMENT = new Assessment(
            LocalDate.of(2019, 10, 15),
            CANCELLATION_DATE,
            null,
            12,
            LocalDate.of(2020, 9, 30),
            10,
            30_000L,
            LocalDate.of(2020, 8, 1),
            LocalDate.of(2019, 10, 31));
    private static final Assessment MOVED = new Assessment(
            LocalDate.of(2019, 11, 1),
            LocalDate.of(2019, 12, 31),
            null,
            12,
            LocalDate.of(2020, 9, 30),
            9,
            27_000L,
            LocalDate.of(2020, 8, 1),
            LocalDate.of(2019, 11, 30));

    @MockitoBean
    CustomerCases customerCases;

    @MockitoBean
    FulfilmentCases fulfilmentCases;

    @MockitoBean
    Outbox outbox;

    @MockitoBean
    ContractDirectory contractDirectory;

    @MockitoBean
    RequestDirectory requestDirectory;

    @Autowired
    ProcessEngine engine;

    @Autowired
    RuntimeService runtimeService;

    @Autowired
    ManagementService managementService;

    @Autowired
    IdentityService identityService;

    private final Customer customer = new Customer("株式会社観音堂", "観音 花子");
    private final Contract contract =
            new Contract("HMMH061530", 1L, "HOME", "type-M", LocalDate.of(2019, 9, 15), null, 3_000L);
    private final CancellationRequest request = request();

    @BeforeEach
    void standInForTheUseCases() {
        init(engine);
        when(customerCases.open(anyString(), anyString()))
                .thenAnswer(call -> new CaseCustomer(call.getArgument(1), customer));
        when(customerCases.contracts(anyString()))
                .thenReturn(new ContractSelection(List.of(new ContractSelection.Row(contract, true, ""))));
        choosing(State.CANCELLABLE);
        judging(true);
        when(customerCases.saveDraft(anyString(), any())).thenReturn(request);
        when(customerCases.submit(anyString(), anyBoolean())).thenReturn(new Submission(true, request, ASSESSMENT));
        when(customerCases.draftToWithdraw(anyString())).thenReturn(new DraftToWithdraw(request, true));
        when(customerCases.withdraw(anyString(), anyBoolean())).thenReturn(request);
        when(fulfilmentCases.brief(anyString())).thenReturn(request);
        when(fulfilmentCases.review(anyString(), any(), any(), anyString())).thenReturn(true);
        when(contractDirectory.customer(anyLong())).thenReturn(customer);
    }

    @AfterEach
    void leaveNothingBehind() {
        identityService.clearAuthentication();
        runtimeService
                .createProcessInstanceQuery()
                .list()
                .forEach(left -> runtimeService.deleteProcessInstance(left.getId(), "end of test", true));
        ClockUtil.reset();
        reset();
    }

    // 解約お申込: login and selection

    @Test
    void startsNothingForALoginWithoutACustomer() {
        // given
        when(customerCases.open(anyString(), anyString())).thenThrow(new RequestRefusedException("お客様情報がありません。"));

        // when / then
        assertThatThrownBy(this::start).isInstanceOf(Refusal.class).hasMessage("お客様情報がありません。");
        org.assertj.core.api.Assertions.assertThat(
                        runtimeService.createProcessInstanceQuery().count())
                .isZero();
    }

    @Test
    void belongsToWhoeverStartsItWhateverTheVariablesSay() {
        // given
        identityService.setAuthenticatedUserId("shop@other.example");

        // when
        ProcessInstance instance = start();

        // then
        assertThat(instance).isWaitingAt("userTask_selectContract");
        assertThat(task(instance)).isAssignedTo("shop@other.example");
        verify(customerCases).open(instance.getId(), "shop@other.example");
    }

    @Test
    void leadsBackToTheListWhereTheContractIsNotAvailable() {
        // given
        choosing(State.UNAVAILABLE);
        ProcessInstance instance = start();

        // when
        complete(task(instance), withVariables("contractNumber", "HMSL034004"));

        // then
        assertThat(instance)
                .isWaitingAt("userTask_selectContract")
                .hasPassed("serviceTask_checkContract")
                .hasNotPassed("userTask_requestCancellation", "serviceTask_prepareWithdrawal")
                .variables()
                .containsEntry("contractState", "unavailable");
    }

    @Test
    void leavesTheTaskOpenWhereAChoiceIsRefused() {
        // given
        ProcessInstance instance = start();
        when(customerCases.choose(anyString(), any())).thenThrow(new RequestRefusedException("該当する契約が見つかりません。"));

        // when
        assertThatThrownBy(() -> complete(task(instance), withVariables("contractNumber", "HMXX000000")))
                .isInstanceOf(Refusal.class);

        // then
        assertThat(instance).isWaitingAt("userTask_selectContract");
        assertAbsent(instance, "contractNumber", "contractState");
    }

    @Test
    void goesBackToTheListFromTheContractsDetailUnlessItsCancellationIsAskedFor() {
        for (String answer : List.of("back", "nonsense")) {
            // given
            ProcessInstance instance = chosen();

            // when
            complete(task(instance), withVariables("contractAction", answer));

            // then
            assertThat(instance).isWaitingAt("userTask_selectContract").hasNotPassed("businessRuleTask_lookUpTerms");
            assertAbsent(instance, "contractAction");
        }
    }

    // 解約お申込: reason and rules

    @Test
    void asksForTheDomainWhereTheTermsSaySo() {
        // when
        ProcessInstance instance = judged();

        // then
        assertThat(instance)
                .isWaitingAt("userTask_giveReasonAndDomain")
                .hasPassedInOrder("businessRuleTask_lookUpTerms", "serviceTask_assessCancellation")
                .hasNotPassed("userTask_giveReason");
    }

    @Test
    void asksForTheReasonAloneWhereTheTermsSaySo() {
        // given
        judging(false);

        // when
        ProcessInstance instance = judged();
        assertThat(instance).isWaitingAt("userTask_giveReason");
        complete(task(instance), withVariables("reasonAction", "next", "cancellationReason", "統合のため"));

        // then
        assertThat(instance).isWaitingAt("userTask_confirmRequest").hasNotPassed("userTask_giveReasonAndDomain");
        verify(customerCases).saveDraft(instance.getId(), new DraftAnswers("統合のため", null, null));
    }

    @Test
    void givesTheContractCenterACaseWhereTheTableKnowsNoTerms() {
        // given
        UnknownServiceException unknown = mock(UnknownServiceException.class);
        when(unknown.getMessage()).thenReturn("no terms");
        when(customerCases.judge(anyString(), any(), anyInt())).thenThrow(unknown);
        when(customerCases.unknownService(anyString())).thenReturn(new UnknownServiceCase(contract, customer, LOGIN));

        // when
        ProcessInstance instance = judged();

        // then
        assertThat(instance)
                .isWaitingAt("userTask_contactDesk")
                .hasPassedInOrder("event_serviceUnknown", "event_serviceUnknownReported")
                .hasNotPassed("userTask_giveReason", "userTask_giveReasonAndDomain");
        ProcessInstance inquiry = fulfilment("HMMH061530");
        assertThat(inquiry).isWaitingAt("userTask_answerInquiry");
        assertThat(task(inquiry)).hasCandidateGroup("contract-center").isNotAssigned();
        complete(task(inquiry), withVariables("inquiryNote", "電話でご案内"));
        assertThat(inquiry).isEnded().hasPassed("endEvent_inquiryAnswered");
        complete(task(instance));
        assertThat(instance).isEnded().hasPassed("endEvent_referredToDesk");
    }

    @Test
    void savesNothingUnlessTheCustomerGoesOn() {
        for (String answer : List.of("back", "nonsense")) {
            // given
            ProcessInstance instance = judged();

            // when
            complete(task(instance), withVariables("reasonAction", answer));

            // then
            assertThat(instance).isWaitingAt("userTask_requestCancellation").hasNotPassed("serviceTask_createDraft");
        }
        verify(customerCases, never()).saveDraft(anyString(), any());
    }

    @Test
    void keepsTheTaskAndItsAnswersWhereTheReasonIsRefused() {
        // given
        ProcessInstance instance = judged();
        when(customerCases.saveDraft(anyString(), any())).thenThrow(new RequestRefusedException("解約理由を入力してください。"));

        // when
        assertThatThrownBy(() ->
                        complete(task(instance), withVariables("reasonAction", "next", "cancellationReason", "　")))
                .isInstanceOf(Refusal.class)
                .hasMessage("解約理由を入力してください。");

        // then
        assertThat(instance).isWaitingAt("userTask_giveReasonAndDomain");
        assertAbsent(instance, "requestNumber");
    }

    @Test
    void takesTheSafeWayWhereAnAnswerIsMissing() {
        // given each step of a case, answered with nothing
        ProcessInstance detail = chosen();
        ProcessInstance reason = judged();
        ProcessInstance confirmation = drafted();
        ProcessInstance withdrawal = drafted();
        complete(task(withdrawal), withVariables("confirmation", "withdraw"));

        // when
        complete(task(detail));
        complete(task(reason));
        complete(task(confirmation));
        complete(task(withdrawal));

        // then nothing was asked for, saved, submitted or withdrawn
        assertThat(detail).isWaitingAt("userTask_selectContract");
        assertThat(reason).isWaitingAt("userTask_requestCancellation");
        assertThat(confirmation).isWaitingAt("userTask_giveReasonAndDomain");
        assertThat(withdrawal).isWaitingAt("userTask_confirmRequest");
        verify(customerCases, never()).submit(anyString(), anyBoolean());
        verify(customerCases, never()).withdraw(anyString(), anyBoolean());
    }

    // 解約お申込: confirmation and submission

    @Test
    void submitsAndHandsOverToTheContractCenterInOneTransaction() {
        // given
        ProcessInstance instance = drafted();
        assertThat(instance).isWaitingAt("userTask_confirmRequest");
        org.assertj.core.api.Assertions.assertThat(businessKey(instance)).isEqualTo(request.getNumber());

        // when
        complete(task(instance), withVariables("confirmation", "submit", "confirmed", true));

        // then
        verify(customerCases).submit(instance.getId(), true);
        assertThat(instance)
                .isWaitingAt("userTask_requestCompleted", "serviceTask_sendReceipt")
                .hasPassedInOrder("serviceTask_submitRequest", "event_cancellationSubmitted");
        assertThat(fulfilment(request.getNumber())).isWaitingAt("userTask_reviewRequest");

        // when the receipt goes out and the customer has seen the last page
        execute(jobOf(instance, "serviceTask_sendReceipt"));
        complete(task(instance));

        // then
        verify(outbox).send(request.getNumber(), MailKind.RECEIPT);
        verify(customerCases).close(instance.getId());
        assertThat(instance).isEnded().hasPassed("endEvent_requestSubmitted").hasNotPassed("event_completionShown");
    }

    @Test
    void closesTheLastPageByItselfAfterTwoWeeks() {
        // given
        ProcessInstance instance = submitted();

        // when
        execute(jobOf(instance, "event_completionShown"));
        execute(jobOf(instance, "serviceTask_sendReceipt"));

        // then
        assertThat(instance).isEnded().hasPassed("event_completionShown", "endEvent_requestSubmitted");
    }

    @Test
    void goesOnWhileTheMailServerIsDownAndKeepsTheReceiptToBeSent() {
        // given
        ProcessInstance instance = submitted();
        doThrow(new IllegalStateException("mail server down")).when(outbox).send(anyString(), any());

        // when
        String receipt = jobOf(instance, "serviceTask_sendReceipt").getId();
        assertThatThrownBy(() -> managementService.executeJob(receipt)).hasMessage("mail server down");
        complete(task("userTask_requestCompleted", instance));

        // then the customer is done and the receipt waits for its next try
        assertThat(instance).isWaitingAt("serviceTask_sendReceipt").hasPassed("userTask_requestCompleted");
        org.assertj.core.api.Assertions.assertThat(
                        jobOf(instance, "serviceTask_sendReceipt").getRetries())
                .isPositive();
    }

    @Test
    void showsTheRequestAgainWhereItsDateMovedAndTakesTheOkBack() {
        // given
        ProcessInstance instance = drafted();
        doReturn(MOVED).when(request).getAssessment();
        when(customerCases.submit(anyString(), anyBoolean())).thenReturn(new Submission(false, request, ASSESSMENT));

        // when
        complete(task(instance), withVariables("confirmation", "submit", "confirmed", true));

        // then
        assertThat(instance)
                .isWaitingAt("userTask_confirmRequest")
                .hasPassed("gateway_confirmAgain")
                .hasNotPassed("event_cancellationSubmitted")
                .variables()
                .containsEntry("stillAsShown", false);
        assertAbsent(instance, "confirmed", "confirmation");
        org.assertj.core.api.Assertions.assertThat(runtimeService
                        .getVariable(instance.getId(), "assessment")
                        .toString())
                .contains("解約日が2019/11/30から2019/12/31", "\"changed\":true");
    }

    @Test
    void judgesAnewWhereTheCustomerEditsOrAnswersNonsense() {
        for (String answer : List.of("edit", "nonsense")) {
            // given
            ProcessInstance instance = drafted();

            // when
            complete(task(instance), withVariables("confirmation", answer));

            // then
            assertThat(instance)
                    .isWaitingAt("userTask_giveReasonAndDomain")
                    .hasNotPassed("serviceTask_submitRequest", "serviceTask_prepareWithdrawal");
        }
    }

    @Test
    void remindsOfADraftThatWasLeftOpenForAWeekAndKeepsItOpen() {
        // given
        ProcessInstance instance = drafted();

        // when
        execute(jobOf(instance, "event_draftOpenWeek"));
        execute(jobOf(instance, "serviceTask_remindDraft"));
        execute(jobOf(instance, "serviceTask_sendDraftReminder"));

        // then
        verify(customerCases).draftLeftOpen(instance.getId());
        verify(outbox).send(request.getNumber(), MailKind.DRAFT_REMINDER);
        assertThat(instance).isWaitingAt("userTask_confirmRequest").hasPassed("endEvent_draftReminded");
    }

    // 解約お申込: withdrawal

    @Test
    void withdrawsADraftFromItsConfirmationAndFinishes() {
        // given
        ProcessInstance instance = drafted();
        complete(task(instance), withVariables("confirmation", "withdraw"));
        assertThat(instance).isWaitingAt("userTask_withdrawDraft");

        // when
        complete(task(instance), withVariables("withdrawal", "withdraw", "confirmed", true));

        // then
        verify(customerCases).withdraw(instance.getId(), true);
        assertThat(instance).isWaitingAt("userTask_draftWithdrawn").hasPassed("event_draftWithdrawn");
        complete(task(instance), withVariables("nextStep", "nonsense"));
        assertThat(instance).isEnded().hasPassed("endEvent_draftWithdrawn");
    }

    @Test
    void withdrawsADraftMadeElsewhereAndLeadsBackToTheContracts() {
        // given
        choosing(State.OWN_DRAFT);
        ProcessInstance instance = start();
        complete(task(instance), withVariables("contractNumber", "HMAO021976"));
        assertThat(instance).isWaitingAt("userTask_withdrawDraft").hasNotPassed("userTask_requestCancellation");

        // when
        complete(task(instance), withVariables("withdrawal", "withdraw", "confirmed", true));
        complete(task(instance), withVariables("nextStep", "contracts"));

        // then
        assertThat(instance).isWaitingAt("userTask_selectContract").hasNotPassed("endEvent_draftWithdrawn");
    }

    @Test
    void keepsADraftAndReturnsToItsConfirmationOrToTheContracts() {
        // given the draft of this case
        ProcessInstance own = drafted();
        complete(task(own), withVariables("confirmation", "withdraw"));

        // when
        complete(task(own), withVariables("withdrawal", "keep"));

        // then
        assertThat(own).isWaitingAt("userTask_confirmRequest").hasNotPassed("serviceTask_withdrawDraft");

        // given a draft made elsewhere
        choosing(State.OWN_DRAFT);
        when(customerCases.draftToWithdraw(anyString())).thenReturn(new DraftToWithdraw(request, false));
        ProcessInstance other = start();
        complete(task(other), withVariables("contractNumber", "HMAO021976"));

        // when
        complete(task(other), withVariables("withdrawal", "nonsense"));

        // then
        assertThat(other).isWaitingAt("userTask_selectContract").hasNotPassed("serviceTask_withdrawDraft");
    }

    @Test
    void endsTheOtherCaseOfADraftThatIsWithdrawn() {
        // given
        ProcessInstance first = drafted();
        choosing(State.OWN_DRAFT);
        ProcessInstance second = start();
        complete(task(second), withVariables("contractNumber", "HMMH061530"));
        when(customerCases.othersOnWithdrawnDraft(second.getId())).thenReturn(List.of(first.getId()));

        // when
        complete(task(second), withVariables("withdrawal", "withdraw", "confirmed", true));

        // then
        assertThat(first).isEnded().hasPassed("startEvent_withdrawnElsewhere", "endEvent_withdrawnElsewhere");
        assertThat(second).isWaitingAt("userTask_draftWithdrawn");
    }

    // 解約手続

    @Test
    void returnsARequestWithAMail() {
        // given
        ProcessInstance instance = handedOver();
        assertThat(task(instance)).hasCandidateGroup("contract-center").isNotAssigned();
        when(fulfilmentCases.review(anyString(), eq("return"), any(), anyString()))
                .thenReturn(false);

        // when
        complete(task(instance), withVariables("reviewDecision", "return", "reviewComment", "書類不足"));
        execute(jobOf(instance, "serviceTask_sendReturn"));

        // then
        verify(fulfilmentCases).review(request.getNumber(), "return", "書類不足", "system");
        verify(outbox).send(request.getNumber(), MailKind.RETURNED);
        assertThat(instance).isEnded().hasPassed("endEvent_requestReturned").hasNotPassed("subProcess_fulfilment");
    }

    @Test
    void leavesTheReviewOpenWhereItIsRefused() {
        // given
        ProcessInstance instance = handedOver();
        when(fulfilmentCases.review(anyString(), any(), any(), anyString()))
                .thenThrow(new RequestRefusedException("審査の結果を選択してください。"));

        // when / then
        assertThatThrownBy(() -> complete(task(instance), withVariables("reviewDecision", "nonsense")))
                .isInstanceOf(Refusal.class);
        assertThat(instance).isWaitingAt("userTask_reviewRequest");
    }

    @Test
    void endsTheContractAfterItsDateAndTheCaseWithTheLastDuty() {
        // given a transfer and a settlement
        ProcessInstance instance = accepted("transfer", true);
        assertThat(instance)
                .isWaitingAt("userTask_awaitCancellationDate", "userTask_transferDomain", "userTask_arrangeSettlement")
                .variables()
                .containsEntry("cancellationEnd", "2019-12-01T00:00:00+09:00");

        // when the date passes
        execute(jobOf(instance, "event_cancellationDate"));
        execute(jobOf(instance, "serviceTask_terminateContract"));
        execute(jobOf(instance, "serviceTask_sendCompletion"));

        // then the contract has ended, the duties have not
        verify(fulfilmentCases).terminate(request.getNumber());
        verify(outbox).send(request.getNumber(), MailKind.COMPLETED);
        assertThat(instance).isWaitingAt("userTask_transferDomain", "userTask_arrangeSettlement");

        // when they are done
        complete(
                task("userTask_transferDomain", instance),
                withVariables("domainHandledOn", "2019-10-15", "domainNote", "完了"));
        complete(
                task("userTask_arrangeSettlement", instance),
                withVariables("settlementReference", "B-1", "settlementNote", ""));

        // then
        verify(fulfilmentCases).recordDomainHandled(request.getNumber(), "system", "2019-10-15", "完了");
        verify(fulfilmentCases).recordSettlementArranged(request.getNumber(), "system", "B-1", "");
        assertThat(instance)
                .isEnded()
                .hasPassed("endEvent_contractEnded")
                .hasNotPassed("userTask_abolishDomain", "endEvent_requestRetracted");
    }

    @Test
    void remindsOfEitherDomainDutyWithoutEndingIt() {
        for (Map.Entry<String, String> duty : Map.of("transfer", "event_transferDue", "abolish", "event_abolitionDue")
                .entrySet()) {
            // given
            ProcessInstance instance = accepted(duty.getKey(), false);
            String waiting = duty.getKey().equals("transfer") ? "userTask_transferDomain" : "userTask_abolishDomain";

            // when
            execute(jobOf(instance, duty.getValue()));
            execute(jobOf(instance, "serviceTask_remindDomain"));
            execute(jobOf(instance, "serviceTask_sendDomainReminder"));

            // then
            assertThat(instance).isWaitingAt(waiting).hasPassed("endEvent_domainReminded");
            complete(task(waiting, instance), withVariables("domainHandledOn", "2019-10-15"));
            assertThat(instance)
                    .isWaitingAt("userTask_awaitCancellationDate")
                    .isNotWaitingAt(waiting, "userTask_arrangeSettlement");
        }
        verify(fulfilmentCases, org.mockito.Mockito.times(2)).reminded(request.getNumber());
        verify(outbox, org.mockito.Mockito.times(2)).send(request.getNumber(), MailKind.DOMAIN_REMINDER);
    }

    @Test
    void asksForNoDutyWhereNeitherDomainNorSettlementIsDue() {
        // when
        ProcessInstance instance = accepted(null, false);

        // then
        assertThat(instance)
                .isWaitingAt("userTask_awaitCancellationDate")
                .hasNotPassed("userTask_transferDomain", "userTask_abolishDomain", "userTask_arrangeSettlement");
        execute(jobOf(instance, "event_cancellationDate"));
        execute(jobOf(instance, "serviceTask_terminateContract"));
        execute(jobOf(instance, "serviceTask_sendCompletion"));
        assertThat(instance).isEnded().hasPassed("endEvent_contractEnded");
    }

    @Test
    void asksForTheSettlementWhereNobodyKnowsWhetherOneIsDue() {
        // given
        ProcessInstance instance = handedOver();
        runtimeService.removeVariable(instance.getId(), "settlementDue");

        // when
        complete(task(instance), withVariables("reviewDecision", "accept", "reviewComment", ""));

        // then
        assertThat(instance).isWaitingAt("userTask_arrangeSettlement");
    }

    @Test
    void endsAllBranchesOnARetraction() {
        // given
        ProcessInstance instance = accepted("abolish", true);

        // when
        complete(
                task("userTask_awaitCancellationDate", instance),
                withVariables("retraction", true, "retractionReason", "継続利用のため"));

        // then
        verify(fulfilmentCases).retract(request.getNumber(), true, "継続利用のため", "system");
        assertThat(instance)
                .isWaitingAt("serviceTask_sendRetraction")
                .isNotWaitingAt(
                        "userTask_abolishDomain", "userTask_arrangeSettlement", "userTask_awaitCancellationDate");
        execute(jobOf(instance, "serviceTask_sendRetraction"));
        verify(outbox).send(request.getNumber(), MailKind.RETRACTED);
        verify(fulfilmentCases, never()).terminate(anyString());
        assertThat(instance).isEnded().hasPassed("endEvent_requestRetracted").hasNotPassed("endEvent_contractEnded");
    }

    // What goes wrong, and what time does

    @Test
    void takesTheSubmissionBackWhereTheContractCentersCaseCannotStart() {
        // given
        ProcessInstance instance = drafted();
        when(fulfilmentCases.brief(anyString())).thenThrow(new IllegalStateException("no such request"));

        // when
        assertThatThrownBy(() -> complete(task(instance), withVariables("confirmation", "submit", "confirmed", true)))
                .hasStackTraceContaining("no such request");

        // then neither the submission nor the case of the contract center is left
        assertThat(instance)
                .isWaitingAt("userTask_confirmRequest")
                .hasNotPassed("serviceTask_submitRequest", "event_cancellationSubmitted");
        assertAbsent(instance, "stillAsShown", "confirmation", "confirmed");
        org.assertj.core.api.Assertions.assertThat(fulfilment(request.getNumber()))
                .isNull();
    }

    @Test
    void makesAnIncidentOfAReceiptThatIsNeverTakenAndSendsItOnceTheServerIsBack() {
        // given
        ProcessInstance instance = submitted();
        String receipt = jobOf(instance, "serviceTask_sendReceipt").getId();
        doThrow(new IllegalStateException("mail server down")).when(outbox).send(anyString(), any());

        // when every try fails
        int tries = 0;
        while (jobOf(instance, "serviceTask_sendReceipt").getRetries() > 0 && tries < 10) {
            assertThatThrownBy(() -> managementService.executeJob(receipt)).hasMessage("mail server down");
            tries++;
        }

        // then
        org.assertj.core.api.Assertions.assertThat(tries)
                .as("first try and retries")
                .isEqualTo(6);
        org.assertj.core.api.Assertions.assertThat(runtimeService
                        .createIncidentQuery()
                        .processInstanceId(instance.getId())
                        .list())
                .singleElement()
                .satisfies(incident -> {
                    org.assertj.core.api.Assertions.assertThat(incident.getIncidentType())
                            .isEqualTo("failedJob");
                    org.assertj.core.api.Assertions.assertThat(incident.getActivityId())
                            .isEqualTo("serviceTask_sendReceipt");
                });
        complete(task("userTask_requestCompleted", instance));
        assertThat(instance).isNotEnded();

        // when
        org.mockito.Mockito.doNothing().when(outbox).send(anyString(), any());
        managementService.setJobRetries(receipt, 1);
        managementService.executeJob(receipt);

        // then
        assertThat(instance).isEnded().hasPassed("endEvent_requestSubmitted");
    }

    @Test
    void makesAnIncidentAtOnceOfAReceiptThatIsRefusedForGoodAndSendsItAgainFromCockpit() {
        // given
        ProcessInstance instance = submitted();
        String receipt = jobOf(instance, "serviceTask_sendReceipt").getId();
        String refused = "Mail <R-1> to kannon@kannon-do.example was not taken: 550 5.1.1 No such user here";
        MailNotSentException noSuchUser = mock(MailNotSentException.class);
        when(noSuchUser.isPermanent()).thenReturn(true);
        when(noSuchUser.getMessage()).thenReturn(refused);
        when(noSuchUser.getStackTrace()).thenReturn(new StackTraceElement[0]);
        when(noSuchUser.getSuppressed()).thenReturn(new Throwable[0]);
        doThrow(noSuchUser).when(outbox).send(anyString(), any());

        // when
        assertThatThrownBy(() -> managementService.executeJob(receipt)).isInstanceOf(PermanentFailure.class);

        // then
        org.assertj.core.api.Assertions.assertThat(
                        jobOf(instance, "serviceTask_sendReceipt").getRetries())
                .isZero();
        org.assertj.core.api.Assertions.assertThat(runtimeService
                        .createIncidentQuery()
                        .processInstanceId(instance.getId())
                        .list())
                .singleElement()
                .satisfies(incident -> org.assertj.core.api.Assertions.assertThat(incident.getIncidentMessage())
                        .isEqualTo(refused));

        // when Cockpit's retry, after the address was put right
        org.mockito.Mockito.doNothing().when(outbox).send(anyString(), any());
        managementService.setJobRetries(receipt, 1);
        managementService.executeJob(receipt);

        // then
        org.assertj.core.api.Assertions.assertThat(runtimeService
                        .createIncidentQuery()
                        .processInstanceId(instance.getId())
                        .count())
                .isZero();
        verify(outbox, org.mockito.Mockito.times(2)).send(anyString(), eq(MailKind.RECEIPT));
    }

    @Test
    void keepsTheEndOfAContractToBeTriedAgainAndTakesNoRetractionMeanwhile() {
        // given
        ProcessInstance instance = accepted("transfer", true);
        execute(jobOf(instance, "event_cancellationDate"));
        doThrow(new IllegalStateException("database down"))
                .when(fulfilmentCases)
                .terminate(anyString());

        // when
        String end = jobOf(instance, "serviceTask_terminateContract").getId();
        assertThatThrownBy(() -> managementService.executeJob(end)).hasMessage("database down");

        // then
        assertThat(instance)
                .isWaitingAt("serviceTask_terminateContract", "userTask_transferDomain", "userTask_arrangeSettlement")
                .isNotWaitingAt("userTask_awaitCancellationDate")
                .hasNotPassed("serviceTask_sendCompletion");
        org.assertj.core.api.Assertions.assertThat(
                        jobOf(instance, "serviceTask_terminateContract").getRetries())
                .isEqualTo(5);
    }

    @Test
    void waitsForTheDaysThatTheGuideAndTheRequestName() {
        // given
        Instant now = Instant.parse("2019-10-15T01:00:00Z");
        ClockUtil.setCurrentTime(Date.from(now));

        // when
        ProcessInstance open = drafted();
        ProcessInstance shown = submitted();
        ProcessInstance transfer = accepted("transfer", false);
        ProcessInstance abolition = accepted("abolish", false);

        // then the draft's week and the last page's two weeks
        assertDue(open, "event_draftOpenWeek", now.plus(Duration.ofDays(7)));
        assertDue(shown, "event_completionShown", now.plus(Duration.ofDays(14)));

        // then 24:00 in Japan of the cancellation date, and two weeks before it at 9:00
        assertDue(
                transfer,
                "event_cancellationDate",
                OffsetDateTime.parse("2019-12-01T00:00:00+09:00").toInstant());
        assertDue(
                transfer,
                "event_transferDue",
                OffsetDateTime.parse("2019-11-16T09:00:00+09:00").toInstant());
        assertDue(
                abolition,
                "event_abolitionDue",
                OffsetDateTime.parse("2019-11-16T09:00:00+09:00").toInstant());
        org.assertj.core.api.Assertions.assertThat(
                        task("userTask_abolishDomain", abolition).getDueDate().toInstant())
                .isEqualTo(OffsetDateTime.parse("2019-11-23T17:00:00+09:00").toInstant());
    }

    @Test
    void opensNoStepOfTheCustomersWithAChoiceOfAnEarlierOne() {
        // given choices that were sent along with an earlier step
        Map<String, Object> stale = Map.of(
                "contractAction", "request",
                "reasonAction", "next",
                "confirmation", "submit",
                "confirmed", true,
                "withdrawal", "withdraw",
                "nextStep", "contracts");
        ProcessInstance instance = runtimeService.startProcessInstanceByKey(
                "cancellation-request", Variables.fromMap(stale).putValue("customerLogin", LOGIN));
        List<String> steps = List.of(
                "userTask_selectContract",
                "userTask_requestCancellation",
                "userTask_giveReasonAndDomain",
                "userTask_confirmRequest",
                "userTask_withdrawDraft",
                "userTask_draftWithdrawn");

        for (String step : steps) {
            // then
            assertThat(instance).isWaitingAt(step);
            assertAbsent(instance, stale.keySet().toArray(String[]::new));

            // when
            if (!step.equals("userTask_draftWithdrawn")) {
                complete(
                        task(instance),
                        Variables.fromMap(stale)
                                .putValue("contractNumber", "HMMH061530")
                                .putValue("confirmation", "withdraw"));
            }
        }
    }

    @Test
    void leavesEveryStepOpenWithItsVariablesAsTheyWereWhereItIsRefused() {
        RequestRefusedException no = new RequestRefusedException("お受けできません。");

        // given
        ProcessInstance confirmation = drafted();
        ProcessInstance withdrawal = drafted();
        complete(task(withdrawal), withVariables("confirmation", "withdraw"));
        ProcessInstance center = accepted("transfer", true);
        doThrow(no).when(customerCases).submit(anyString(), anyBoolean());
        doThrow(no).when(customerCases).withdraw(anyString(), anyBoolean());
        doThrow(no).when(fulfilmentCases).retract(anyString(), anyBoolean(), any(), anyString());
        doThrow(no).when(fulfilmentCases).recordDomainHandled(anyString(), anyString(), any(), any());
        doThrow(no).when(fulfilmentCases).recordSettlementArranged(anyString(), anyString(), any(), any());

        // when / then
        assertRefused(
                confirmation, "userTask_confirmRequest", withVariables("confirmation", "submit", "confirmed", true));
        assertRefused(withdrawal, "userTask_withdrawDraft", withVariables("withdrawal", "withdraw", "confirmed", true));
        assertRefused(
                center, "userTask_awaitCancellationDate", withVariables("retraction", true, "retractionReason", "継続"));
        assertRefused(center, "userTask_transferDomain", withVariables("domainHandledOn", "2019-10-16"));
        assertRefused(center, "userTask_arrangeSettlement", withVariables("settlementReference", " "));
    }

    @Test
    void takesNothingButATickForAnOkOrARetraction() {
        // given
        ProcessInstance confirmation = drafted();
        ProcessInstance withdrawal = drafted();
        complete(task(withdrawal), withVariables("confirmation", "withdraw"));
        ProcessInstance center = accepted(null, false);

        // when
        complete(task(confirmation), withVariables("confirmation", "submit", "confirmed", "true"));
        complete(task(withdrawal), withVariables("withdrawal", "withdraw", "confirmed", 1));
        complete(
                task("userTask_awaitCancellationDate", center),
                withVariables("retraction", "true", "retractionReason", "継続"));

        // then the use cases are told that nobody said so
        verify(customerCases).submit(confirmation.getId(), false);
        verify(customerCases).withdraw(withdrawal.getId(), false);
        verify(fulfilmentCases).retract(request.getNumber(), false, "継続", "system");
    }

    @Test
    void leavesNoTimerBehindOnARetraction() {
        // given
        ProcessInstance instance = accepted("transfer", true);
        execute(jobOf(instance, "event_transferDue"));

        // when
        complete(
                task("userTask_awaitCancellationDate", instance),
                withVariables("retraction", true, "retractionReason", "継続利用のため"));

        // then
        org.assertj.core.api.Assertions.assertThat(managementService
                        .createJobQuery()
                        .processInstanceId(instance.getId())
                        .count())
                .isOne();
        assertThat(instance).isWaitingAt("serviceTask_sendRetraction");
    }

    // steps of the tests

    private void assertDue(ProcessInstance instance, String timer, Instant due) {
        org.assertj.core.api.Assertions.assertThat(
                        jobOf(instance, timer).getDuedate().toInstant())
                .as(timer)
                .isEqualTo(due);
    }

    private void assertRefused(ProcessInstance instance, String step, Map<String, Object> answers) {
        Map<String, Object> before = runtimeService.getVariables(instance.getId());
        String open = task(step, instance).getId();
        assertThatThrownBy(() -> complete(task(step, instance), answers))
                .as(step)
                .isInstanceOf(Refusal.class)
                .hasMessage("お受けできません。");
        assertThat(instance).isWaitingAt(step);
        org.assertj.core.api.Assertions.assertThat(task(step, instance).getId()).isEqualTo(open);
        org.assertj.core.api.Assertions.assertThat(
                        runtimeService.getVariables(instance.getId()).toString())
                .isEqualTo(before.toString());
    }

    private ProcessInstance start() {
        return runtimeService.startProcessInstanceByKey("cancellation-request", withVariables("customerLogin", LOGIN));
    }

    private ProcessInstance chosen() {
        ProcessInstance instance = start();
        complete(task(instance), withVariables("contractNumber", "HMMH061530"));
        return instance;
    }

    private ProcessInstance judged() {
        ProcessInstance instance = chosen();
        complete(task(instance), withVariables("contractAction", "request"));
        return instance;
    }

    private ProcessInstance drafted() {
        ProcessInstance instance = judged();
        complete(
                task(instance),
                withVariables("reasonAction", "next", "cancellationReason", "統合のため", "domainDisposition", "transfer"));
        return instance;
    }

    private ProcessInstance submitted() {
        ProcessInstance instance = drafted();
        complete(task(instance), withVariables("confirmation", "submit", "confirmed", true));
        return instance;
    }

    private ProcessInstance handedOver() {
        return runtimeService
                .createMessageCorrelation("cancellation-submitted")
                .processInstanceBusinessKey(request.getNumber())
                .correlateStartMessage();
    }

    private ProcessInstance accepted(String domainDisposition, boolean settlementDue) {
        doReturn(domainDisposition).when(request).getDomainDisposition();
        doReturn(settlementDue).when(request).isSettlementDue();
        ProcessInstance instance = handedOver();
        complete(task(instance), withVariables("reviewDecision", "accept", "reviewComment", ""));
        return instance;
    }

    private ProcessInstance fulfilment(String businessKey) {
        return runtimeService
                .createProcessInstanceQuery()
                .processDefinitionKey("cancellation-fulfilment")
                .processInstanceBusinessKey(businessKey)
                .singleResult();
    }

    private String businessKey(ProcessInstance instance) {
        return runtimeService
                .createProcessInstanceQuery()
                .processInstanceId(instance.getId())
                .singleResult()
                .getBusinessKey();
    }

    private static org.camunda.bpm.engine.runtime.Job jobOf(ProcessInstance instance, String activityId) {
        return job(activityId, instance);
    }

    private void assertAbsent(ProcessInstance instance, String... names) {
        org.assertj.core.api.Assertions.assertThat(runtimeService.getVariables(instance.getId()))
                .doesNotContainKeys(names);
    }

    private void choosing(State state) {
        when(customerCases.choose(anyString(), any()))
                .thenReturn(new ContractChoice(state, "", contract, state == State.OWN_DRAFT ? request : null));
    }

    private void judging(boolean domainDispositionRequired) {
        when(customerCases.judge(anyString(), any(), anyInt()))
                .thenReturn(new Judgement(ASSESSMENT, List.of(), domainDispositionRequired));
    }

    private CancellationRequest request() {
        CancellationRequest draft = spy(new CancellationRequest(
                238_079,
                RequestKind.CANCELLATION,
                RequestStatus.CANCELLATION_DRAFT,
                contract,
                1L,
                "HOME",
                "type-M",
                LOGIN,
                OffsetDateTime.parse("2019-10-15T10:00:00+09:00"),
                null));
        doReturn(ASSESSMENT).when(draft).getAssessment();
        doReturn(CANCELLATION_DATE).when(draft).getCancellationDate();
        return draft;
    }
}
