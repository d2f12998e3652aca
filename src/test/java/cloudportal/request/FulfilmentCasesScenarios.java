package cloudportal.request;

import static cloudportal.request.RequestFixture.REASON;
import static cloudportal.request.RequestFixture.TYPE_M;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloudportal.contract.Contract;
import cloudportal.contract.ContractStatus;
import cloudportal.request.RequestFixture.Entry;
import cloudportal.request.RequestFixture.Person;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The contract center's part, from review to the end of the contract, the same on every database. */
abstract class FulfilmentCasesScenarios {

    private static final String CENTER = "center@portal.example";

    @Autowired
    private FulfilmentCases fulfilment;

    @Autowired
    private CustomerCases cases;

    @Autowired
    private RequestDirectory directory;

    @Autowired
    private RequestFixture fixture;

    @Autowired
    private Notices notices;

    @Autowired
    private SettableClock clock;

    private String number;

    @BeforeEach
    void theGuidesRequestIsReceived() {
        clock.set("2019-10-15T10:00:00+09:00");
        number = fixture.aReceivedRequest();
    }

    // --- review

    @Test
    void acceptsARequestWithOrWithoutAComment() {
        // when
        boolean accepted = fulfilment.review(number, "accept", " \u3000", CENTER);
        // then
        assertThat(accepted).isTrue();
        assertThat(status()).isEqualTo(RequestStatus.RECEIVED);
        assertThat(contractStatus()).isEqualTo(ContractStatus.CANCELLATION_RECEIVED);
        assertThat(lastEntry().type()).isEqualTo("ACCEPTED");
        assertThat(lastEntry().actor()).isEqualTo(CENTER);
        assertThat(lastEntry().after()).doesNotContain("comment");
        assertThat(notices.kindsAbout(number)).containsExactly(RequestNotice.Kind.RECEIPT);
    }

    @Test
    void returnsARequestTellsTheCustomerWhyAndFreesTheContract() {
        // when
        boolean accepted = fulfilment.review(number, "return", "契約者名をご確認ください。", CENTER);
        // then
        assertThat(accepted).isFalse();
        assertThat(status().label()).isEqualTo("差戻し");
        assertThat(contractStatus().label()).isEqualTo("サービス開始");
        assertThat(notices.about(number))
                .contains(new RequestNotice(number, RequestNotice.Kind.RETURNED, "契約者名をご確認ください。"));
        assertThat(lastEntry().type()).isEqualTo("RETURNED");
        assertThat(lastEntry().before()).contains("RECEIVED");
        assertThat(lastEntry().after()).contains("RETURNED", "契約者名をご確認ください。");
        assertThat(aNewDraftForTheSameContract()).isNotEqualTo(number);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "　\n"})
    void refusesToReturnARequestWithoutTellingWhy(String comment) {
        assertRefused(() -> fulfilment.review(number, "return", comment, CENTER), "差し戻す場合は、お客様へお伝えする理由をコメントに入力してください。");
        assertThat(status()).isEqualTo(RequestStatus.RECEIVED);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "maybe"})
    void refusesAReviewWithoutADecision(String decision) {
        assertRefused(() -> fulfilment.review(number, decision, "コメント", CENTER), "審査の結果（受理または差戻し）を選択してください。");
    }

    @Test
    void refusesACommentThatCannotBeKept() {
        assertRefused(
                () -> fulfilment.review(number, "accept", "あ".repeat(1001), CENTER),
                "コメントは1,000文字以内で入力してください（現在1,001文字）。");
        assertRefused(
                () -> fulfilment.review(number, "return", "a\u0000b", CENTER), "コメントに使用できない文字が含まれています。文字を入力し直してください。");
    }

    // --- retraction

    @Test
    void retractsARequestUntilTheLastSecondOfTheCancellationDate() {
        // given
        clock.set("2019-11-30T23:59:59+09:00");
        // when
        fulfilment.retract(number, true, "継続利用のため", CENTER);
        // then
        assertThat(status().label()).isEqualTo("取下げ");
        assertThat(contractStatus().label()).isEqualTo("サービス開始");
        assertThat(notices.about(number)).contains(new RequestNotice(number, RequestNotice.Kind.RETRACTED, "継続利用のため"));
        assertThat(lastEntry().type()).isEqualTo("RETRACTED");
        assertThat(lastEntry().actor()).isEqualTo(CENTER);
        assertThat(lastEntry().after()).contains("\"retractionReason\":\"継続利用のため\"");
        assertThat(aNewDraftForTheSameContract()).isNotEqualTo(number);
    }

    @Test
    void refusesARetractionFromMidnightOn() {
        clock.set("2019-12-01T00:00:00+09:00");
        assertRefused(
                () -> fulfilment.retract(number, true, "継続利用のため", CENTER), "解約日（2019/11/30）を過ぎているため、取下げを記録できません。");
        assertThat(status()).isEqualTo(RequestStatus.RECEIVED);
    }

    @Test
    void refusesARetractionWithoutTheTickOrTheReason() {
        assertRefused(
                () -> fulfilment.retract(number, false, "継続利用のため", CENTER),
                "取下げを記録する場合は、「取下げを記録する」にチェックを入れてください。解約日を待つ場合は、この作業を完了しないでください。");
        assertRefused(() -> fulfilment.retract(number, true, "　", CENTER), "取下げの理由を入力してください。");
        assertThat(status()).isEqualTo(RequestStatus.RECEIVED);
    }

    // --- the end of the contract

    @Test
    void endsTheContractOnceHoweverOftenItIsRun() {
        // given
        clock.set("2019-12-01T00:00:03+09:00");
        // when
        fulfilment.terminate(number);
        fulfilment.terminate(number);
        // then
        assertThat(status().label()).isEqualTo("解約完了");
        assertThat(contractStatus().label()).isEqualTo("解約済");
        assertThat(notices.kindsAbout(number))
                .containsExactly(RequestNotice.Kind.RECEIPT, RequestNotice.Kind.COMPLETED);
        assertThat(fixture.logOf(number)).extracting(Entry::type).containsExactly("DRAFTED", "SUBMITTED", "COMPLETED");
        assertThat(lastEntry().actor()).isEqualTo("system");
    }

    @Test
    void endsTheContractEarlyAndLogsWhenItReallyDid() {
        // given the timer was run by hand, before the cancellation date
        clock.set("2019-11-02T15:00:00+09:00");
        // when
        fulfilment.terminate(number);
        // then
        assertThat(lastEntry().occurredAt()).isEqualTo(OffsetDateTime.parse("2019-11-02T15:00:00+09:00"));
    }

    @Test
    void leavesTheContractOfAnotherRequestAlone() {
        // given
        String other = fixture.aReceivedRequest();
        // when
        fulfilment.terminate(number);
        // then
        assertThat(fixture.statusOf(fixture.request(other).getContractNumber()))
                .isEqualTo(ContractStatus.CANCELLATION_RECEIVED);
    }

    // --- the state table, what it forbids

    static Stream<Arguments> stepsOnReceivedRequests() {
        List<Named<BiConsumer<FulfilmentCases, String>>> steps = List.of(
                Named.of("accept", (service, request) -> service.review(request, "accept", null, CENTER)),
                Named.of("return", (service, request) -> service.review(request, "return", "理由", CENTER)),
                Named.of("retract", (service, request) -> service.retract(request, true, "理由", CENTER)),
                Named.of("terminate", FulfilmentCases::terminate));
        return Stream.of(RequestStatus.values())
                .filter(status -> status != RequestStatus.RECEIVED)
                .flatMap(status -> steps.stream()
                        .filter(step -> status != RequestStatus.COMPLETED
                                || !step.getName().equals("terminate"))
                        .map(step -> Arguments.of(status, step)));
    }

    @ParameterizedTest
    @MethodSource("stepsOnReceivedRequests")
    void movesNothingButAReceivedRequest(RequestStatus status, BiConsumer<FulfilmentCases, String> step) {
        // given
        Contract contract = fixture.aTypeM(fixture.aCustomer());
        String request = fixture.aRequest(contract, status).getNumber();
        ContractStatus before = fixture.statusOf(contract.getNumber());
        // then
        assertRefused(
                () -> step.accept(fulfilment, request),
                "このお申込（%s）は「%s」のため、この作業を完了できません。画面を更新して、最新の状態をご確認ください。".formatted(request, status.label()));
        assertThat(fixture.request(request).getStatus()).isEqualTo(status);
        assertThat(fixture.statusOf(contract.getNumber())).isEqualTo(before);
        assertThat(fixture.logOf(request)).isEmpty();
        assertThat(notices.about(request)).isEmpty();
    }

    // --- domain and settlement

    @ParameterizedTest
    @CsvSource({"2019-10-15", "2019/10/15", "２０１９/10/15", "' 2019/10/15 '"})
    void recordsWhenTheDomainWasHandled(String typed) {
        // when
        fulfilment.recordDomainHandled(number, CENTER, typed, "移管を確認しました。");
        // then
        assertThat(lastEntry().type()).isEqualTo("DOMAIN_HANDLED");
        assertThat(lastEntry().actor()).isEqualTo(CENTER);
        assertThat(lastEntry().after())
                .isEqualTo(
                        "{\"domainDisposition\":\"transfer\",\"domainHandledOn\":\"2019-10-15\",\"note\":\"移管を確認しました。\"}");
    }

    @Test
    void recordsTheDomainAfterTheContractHasEnded() {
        // given
        fulfilment.terminate(number);
        // when
        fulfilment.recordDomainHandled(number, CENTER, "2019-10-15", null);
        fulfilment.recordSettlementArranged(number, CENTER, "INV-1", null);
        // then
        assertThat(fixture.logOf(number))
                .extracting(Entry::type)
                .endsWith("COMPLETED", "DOMAIN_HANDLED", "SETTLEMENT_ARRANGED");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {
                "null, ドメイン手続が完了した日を入力してください。",
                "'　', ドメイン手続が完了した日を入力してください。",
                "昨日, ドメイン手続が完了した日を、2019/11/30のような日付で入力してください。",
                "2019-02-29, ドメイン手続が完了した日を、2019/11/30のような日付で入力してください。",
                "2019-10-16, ドメイン手続が完了した日には、本日以前の日付を入力してください。"
            })
    void refusesADayOnWhichTheDomainCannotHaveBeenHandled(String typed, String sentence) {
        assertRefused(() -> fulfilment.recordDomainHandled(number, CENTER, typed, null), sentence);
        assertThat(lastEntry().type()).isEqualTo("SUBMITTED");
    }

    @Test
    void recordsHowTheSettlementWasArranged() {
        // when
        fulfilment.recordSettlementArranged(number, CENTER, " INV-2019-7 ", "");
        // then
        assertThat(lastEntry().type()).isEqualTo("SETTLEMENT_ARRANGED");
        assertThat(lastEntry().after())
                .isEqualTo("{\"settlementReference\":\"INV-2019-7\",\"settlementAmount\":30000}");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "　"})
    void refusesASettlementWithoutAReference(String reference) {
        assertRefused(
                () -> fulfilment.recordSettlementArranged(number, CENTER, reference, null),
                "精算の手配番号（請求番号など）を入力してください。");
    }

    @ParameterizedTest
    @EnumSource(
            value = RequestStatus.class,
            names = {"RETURNED", "RETRACTED", "WITHDRAWN", "CANCELLATION_DRAFT"})
    void recordsNothingMoreForARequestThatIsOver(RequestStatus status) {
        // given
        String over =
                fixture.aRequest(fixture.aTypeM(fixture.aCustomer()), status).getNumber();
        String sentence = "このお申込（%s）は「%s」のため、この作業を完了できません。画面を更新して、最新の状態をご確認ください。".formatted(over, status.label());
        // then
        assertRefused(() -> fulfilment.recordDomainHandled(over, CENTER, "2019-10-15", null), sentence);
        assertRefused(() -> fulfilment.recordSettlementArranged(over, CENTER, "INV-1", null), sentence);
    }

    @Test
    void remindsOfTheDomainOnlyWhileTheRequestIsOpen() {
        // when
        fulfilment.reminded(number);
        fulfilment.retract(number, true, "継続利用のため", CENTER);
        fulfilment.reminded(number);
        // then
        assertThat(notices.kindsAbout(number))
                .containsExactly(
                        RequestNotice.Kind.RECEIPT, RequestNotice.Kind.DOMAIN_REMINDER, RequestNotice.Kind.RETRACTED);
    }

    @Test
    void listsTheCustomersRequestsTheNewestNumberFirstWithoutTheWithdrawn() {
        // given
        Person person = fixture.aCustomer();
        String first = fixture.aRequest(fixture.aTypeM(person), RequestStatus.IN_SERVICE)
                .getNumber();
        fixture.aRequest(fixture.aTypeM(person), RequestStatus.WITHDRAWN);
        String partners = fixture.aRequest(fixture.aTypeM(person), RequestStatus.PARTNER_DRAFT)
                .getNumber();
        String returned =
                fixture.aRequest(fixture.aTypeM(person), RequestStatus.RETURNED).getNumber();
        // then
        assertThat(directory.requestsOf(person.customerId()))
                .extracting(CancellationRequest::getNumber)
                .containsExactly(returned, partners, first);
    }

    @Test
    void knowsNoRequestUnderAnotherNumber() {
        assertThatThrownBy(() -> fulfilment.brief("R-20191015-1")).isInstanceOf(NoSuchElementException.class);
        assertThat(fulfilment.brief(number).getReason()).isEqualTo(REASON);
    }

    private String aNewDraftForTheSameContract() {
        CancellationRequest request = fixture.request(number);
        Person owner = new Person(request.getCreatedBy(), request.getCustomerId());
        String processInstanceId = fixture.aCase(owner);
        cases.choose(processInstanceId, request.getContractNumber());
        cases.judge(processInstanceId, Optional.of(TYPE_M), RequestFixture.DECISION_VERSION);
        return cases.saveDraft(processInstanceId, RequestFixture.MOVES_DOMAIN).getNumber();
    }

    private RequestStatus status() {
        return fixture.request(number).getStatus();
    }

    private ContractStatus contractStatus() {
        return fixture.statusOf(fixture.request(number).getContractNumber());
    }

    private Entry lastEntry() {
        List<Entry> log = fixture.logOf(number);
        return log.get(log.size() - 1);
    }

    private static void assertRefused(ThrowingCallable step, String sentence) {
        assertThatThrownBy(step).isInstanceOf(RequestRefusedException.class).hasMessage(sentence);
    }
}
