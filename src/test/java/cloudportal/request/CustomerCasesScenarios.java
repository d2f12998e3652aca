package cloudportal.request;

import static cloudportal.request.RequestFixture.DECISION_VERSION;
import static cloudportal.request.RequestFixture.MOVES_DOMAIN;
import static cloudportal.request.RequestFixture.REASON;
import static cloudportal.request.RequestFixture.THEREFORE;
import static cloudportal.request.RequestFixture.TYPE_M;
import static cloudportal.request.RequestFixture.TYPE_O;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.tuple;

import cloudportal.contract.Contract;
import cloudportal.contract.ContractStatus;
import cloudportal.request.ContractChoice.State;
import cloudportal.request.RequestFixture.Entry;
import cloudportal.request.RequestFixture.Person;
import cloudportal.terms.ServiceTerms;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.TimeZone;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The customer's part (guide 3-8 and the appendix), the same on every database. */
abstract class CustomerCasesScenarios {

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

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    private Person person;

    @BeforeEach
    void aCustomerOnTheDayOfTheGuide() {
        clock.set("2019-10-15T10:00:00+09:00");
        person = fixture.aCustomer();
    }

    // --- login and choice

    @Test
    void opensACaseWhateverTheCaseOfTheLogin() {
        // when
        CaseCustomer opened =
                cases.open("case-of-" + person.login(), person.login().toUpperCase());
        // then
        assertThat(opened.customer().getId()).isEqualTo(person.customerId());
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "nobody@customer.example"})
    void refusesALoginWithoutACustomer(String login) {
        assertRefused(() -> cases.open("no-case", login), "このログインIDにはお客様情報が登録されていないため、お手続きを開始できません。お問合せ窓口へご連絡ください。");
        assertThat(jdbc.queryForObject(
                        "select count(*) from cancellation_case where process_instance_id = 'no-case'", Integer.class))
                .isZero();
    }

    @Test
    void listsTheCustomersContractsTheNewestFirstAndSaysWhatBlocksThem() {
        // given
        Contract free = fixture.aContract(person, "HOME", "type-O", "2019-09-15", null);
        Contract drafted = fixture.aContract(person, "HOME", "type-M", "2019-09-14", 3000L);
        CancellationRequest draft = fixture.aRequest(drafted, RequestStatus.CHANGE_DRAFT);
        Contract partners = fixture.aContract(person, "HOME", "type-SL", "2019-09-13", null);
        CancellationRequest partnersDraft = fixture.aRequest(partners, RequestStatus.PARTNER_DRAFT);
        Contract received = fixture.aContract(person, "uniFLOW Online", "uniFLOW Online", "2019-09-12", null);
        CancellationRequest receivedRequest = fixture.aRequest(received, RequestStatus.RECEIVED);
        Contract ended = fixture.aContract(person, "HOME", "type-S", "2019-09-11", null);
        fixture.setStatus(ended, ContractStatus.CANCELLED);
        Contract elsewhere = fixture.aContract(person, "NVSクラウド", "VisualstageType-S", "2019-09-10", null);
        Contract changing = fixture.aContract(person, "HOME", "type-AU", "2019-09-09", null);
        fixture.setStatus(changing, ContractStatus.CHANGE_IN_PREPARATION);
        fixture.aTypeM(fixture.aCustomer());
        // when
        ContractSelection selection = cases.contracts(fixture.aCase(person));
        // then
        assertThat(selection.rows())
                .extracting(row -> row.contract().getNumber(), ContractSelection.Row::selectable)
                .containsExactly(
                        tuple(free.getNumber(), true),
                        tuple(drafted.getNumber(), true),
                        tuple(partners.getNumber(), false),
                        tuple(received.getNumber(), false),
                        tuple(ended.getNumber(), false),
                        tuple(elsewhere.getNumber(), false),
                        tuple(changing.getNumber(), false));
        assertThat(selection.rows())
                .extracting(ContractSelection.Row::note)
                .containsExactly(
                        "",
                        "何らかのお申込途中です（%s）。誤って作成してしまった場合は、取り消すことができます。".formatted(draft.getNumber()),
                        "パートナー作成中のお申込（%s）があるため、解約のお申込みはできません。担当のパートナーへご連絡ください。".formatted(partnersDraft.getNumber()),
                        "解約のお申込（%s）を受け付けています。取下げをご希望の場合は、お問合せ窓口へご連絡ください。".formatted(receivedRequest.getNumber()),
                        "解約済みの契約です。",
                        "本サイトでは解約のお申込みを承っておりません。お問合せ窓口へご連絡ください。",
                        "現在「変更お申込作成中」のため、解約のお申込みはできません。お問合せ窓口へご連絡ください。");
    }

    @ParameterizedTest
    @CsvSource({
        "CANCELLATION_DRAFT, OWN_DRAFT",
        "CHANGE_DRAFT, OWN_DRAFT",
        "DRAFT, OWN_DRAFT",
        "PARTNER_DRAFT, UNAVAILABLE",
        "RECEIVED, UNAVAILABLE",
        "IN_SERVICE, CANCELLABLE",
        "RETURNED, CANCELLABLE",
        "RETRACTED, CANCELLABLE",
        "WITHDRAWN, CANCELLABLE"
    })
    void choosesByTheRequestThatHoldsTheContract(RequestStatus status, State state) {
        // given
        Contract contract = fixture.aTypeM(person);
        CancellationRequest request = fixture.aRequest(contract, status);
        // when
        ContractChoice choice = cases.choose(fixture.aCase(person), contract.getNumber());
        // then
        assertThat(choice.state()).isEqualTo(state);
        assertThat(choice.note().isEmpty()).isEqualTo(state == State.CANCELLABLE);
        assertThat(Optional.ofNullable(choice.draft()).map(CancellationRequest::getNumber))
                .isEqualTo(state == State.OWN_DRAFT ? Optional.of(request.getNumber()) : Optional.empty());
    }

    @Test
    void findsItsOwnDraftAgainWhenTheContractIsChosenAgain() {
        // given
        Contract contract = fixture.aTypeM(person);
        String processInstanceId = fixture.aDraftedCase(person, contract);
        cases.contracts(processInstanceId);
        // when
        ContractChoice choice = cases.choose(processInstanceId, contract.getNumber());
        // then
        assertThat(choice.state()).isEqualTo(State.OWN_DRAFT);
        assertThat(cases.draftToWithdraw(processInstanceId).madeByThisCase()).isFalse();
    }

    @Test
    void takesANumberTypedFullWidthInLowerCaseAndWithBlanks() {
        // given
        Contract contract = fixture.aTypeM(person);
        StringBuilder typed = new StringBuilder("\u3000");
        contract.getNumber()
                .toLowerCase()
                .chars()
                .map(character -> character + 0xFEE0)
                .forEach(typed::appendCodePoint);
        // when
        ContractChoice choice =
                cases.choose(fixture.aCase(person), typed.append(" ").toString());
        // then
        assertThat(choice.contract().getNumber()).isEqualTo(contract.getNumber());
    }

    @Test
    void treatsAnotherCustomersContractAsIfItDidNotExist() {
        // given
        Contract foreign = fixture.aTypeM(fixture.aCustomer());
        String processInstanceId = fixture.aCase(person);
        // when
        Throwable refusedForeign = catchThrowable(() -> cases.choose(processInstanceId, foreign.getNumber()));
        Throwable refusedUnknown = catchThrowable(() -> cases.choose(processInstanceId, "HMXX000000"));
        // then
        assertThat(refusedForeign)
                .isInstanceOf(RequestRefusedException.class)
                .hasMessage("該当する契約が見つかりません。ご契約一覧から契約を選択してください。");
        assertThat(refusedUnknown).isInstanceOf(RequestRefusedException.class).hasMessage(refusedForeign.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"HM\u0000", "\uD800", "' or '1'='1", "HMXX1234567890123456789012345678901234567890"})
    void findsNothingUnderATextThatIsNoNumber(String typed) {
        String processInstanceId = fixture.aCase(person);
        assertRefused(() -> cases.choose(processInstanceId, typed), "該当する契約が見つかりません。ご契約一覧から契約を選択してください。");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " \u3000"})
    void asksForAContractWhereNoneWasChosen(String typed) {
        String processInstanceId = fixture.aCase(person);
        assertRefused(() -> cases.choose(processInstanceId, typed), "契約が選択されていません。ご契約一覧から契約を選択してください。");
    }

    @Test
    void judgesByTheTermsOfTheTable() {
        // given
        String processInstanceId = fixture.aCase(person);
        cases.choose(processInstanceId, fixture.aTypeM(person).getNumber());
        // when
        Judgement judgement = cases.judge(processInstanceId, Optional.of(TYPE_M), DECISION_VERSION);
        // then
        assertThat(judgement.assessment().cancellationDate()).isEqualTo("2019-11-30");
        assertThat(judgement.assessment().settlementAmount()).isEqualTo(30_000);
        assertThat(judgement.offeredMonths()).isEmpty();
        assertThat(judgement.domainDispositionRequired()).isTrue();
    }

    @Test
    void neverGuessesAServiceThatTheTableDoesNotKnowAndLetsTheStepGoOn() {
        // given
        String processInstanceId = fixture.aCase(person);
        Contract contract = fixture.aContract(person, "HOME", "type-ZZ", "2019-09-15", null);
        cases.choose(processInstanceId, contract.getNumber());
        // when the step that asks catches it and writes on, as a delegate does
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            assertThatThrownBy(() -> cases.judge(processInstanceId, Optional.empty(), DECISION_VERSION))
                    .isInstanceOf(UnknownServiceException.class)
                    .hasMessageContaining("type-ZZ");
            assertThat(status.isRollbackOnly()).isFalse();
        });
        // then
        UnknownServiceCase unknown = cases.unknownService(processInstanceId);
        assertThat(unknown.contract().getService()).isEqualTo("type-ZZ");
        assertThat(unknown.login()).isEqualTo(person.login());
        assertRefused(
                () -> cases.saveDraft(processInstanceId, MOVES_DOMAIN), "解約の条件を確認できていません。ご契約一覧に戻り、契約を選択し直してください。");
    }

    // --- the draft

    @Test
    void makesTheDraftOfTheGuide() {
        // given
        Contract contract = fixture.aTypeM(person);
        String processInstanceId = fixture.aJudgedCase(person, contract, TYPE_M);
        // when
        String number = cases.saveDraft(processInstanceId, MOVES_DOMAIN).getNumber();
        // then
        assertThat(number).matches("R-20191015-\\d{6}");
        CancellationRequest draft = fixture.request(number);
        assertThat(draft.getStatus().label()).isEqualTo("解約お申込作成中");
        assertThat(draft.getKind()).isEqualTo(RequestKind.CANCELLATION);
        assertThat(draft.getAppliedOn()).isNull();
        assertThat(draft.getCancellationDate()).isEqualTo("2019-11-30");
        assertThat(draft.getMinimumTermMonths()).isEqualTo(12);
        assertThat(draft.getMinimumTermEnd()).isEqualTo("2020-09-30");
        assertThat(draft.getShortfallMonths()).isEqualTo(10);
        assertThat(draft.getSettlementAmount()).isEqualTo(30_000);
        assertThat(draft.isSettlementDue()).isTrue();
        assertThat(draft.getFreeFrom()).isEqualTo("2020-08-01");
        assertThat(draft.getCutoffDeadline()).isEqualTo("2019-10-31");
        assertThat(draft.getDomainDisposition()).isEqualTo("transfer");
        assertThat(draft.getDesiredMonth()).isNull();
        assertThat(draft.getCreatedBy()).isEqualTo(person.login());
        assertThat(draft.getDecisionVersion()).isEqualTo(DECISION_VERSION);
        assertThat(draft.getContactDesk()).isEqualTo("home");
        assertThat(fixture.statusOf(contract.getNumber()).label()).isEqualTo("変更お申込作成中");
        assertThat(fixture.logOf(number)).singleElement().satisfies(entry -> {
            assertThat(entry.seq()).isEqualTo(1);
            assertThat(entry.type()).isEqualTo("DRAFTED");
            assertThat(entry.actor()).isEqualTo(person.login());
            assertThat(entry.occurredAt()).isEqualTo("2019-10-15T10:00:00+09:00");
            assertThat(entry.before()).isEqualTo("{}");
            assertThat(entry.after())
                    .contains("\"status\":\"CANCELLATION_DRAFT\"", "\"cancellationDate\":\"2019-11-30\"", REASON)
                    .contains("\"settlementAmount\":30000", "\"decisionVersion\":7");
        });
        assertThat(notices.about(number)).isEmpty();
        assertThat(cases.draftToWithdraw(processInstanceId).madeByThisCase()).isTrue();
    }

    @Test
    void numbersDraftsInOneSequenceByTheDayInJapan() {
        // given midnight in Japan has just passed, while it is the day before in Greenwich
        clock.set("2019-10-14T15:00:00Z");
        // when
        String first = draftOf(fixture.aDraftedCase(person, fixture.aTypeM(person)));
        String second = draftOf(fixture.aDraftedCase(person, fixture.aTypeM(person)));
        // then
        assertThat(first).startsWith("R-20191015-");
        assertThat(sequence(second)).isGreaterThan(sequence(first));
        assertThat(directory.requestsOf(person.customerId()))
                .extracting(CancellationRequest::getNumber)
                .containsExactly(second, first);
    }

    @Test
    void changesTheDraftThatTheCaseMade() {
        // given
        Contract contract = fixture.aTypeM(person);
        String processInstanceId = fixture.aDraftedCase(person, contract);
        String number = draftOf(processInstanceId);
        // when
        cases.judge(processInstanceId, Optional.of(TYPE_M), DECISION_VERSION + 1);
        CancellationRequest changed = cases.saveDraft(processInstanceId, new DraftAnswers("統合のため", "abolish", null));
        // then
        assertThat(changed.getNumber()).isEqualTo(number);
        assertThat(fixture.request(number).getReason()).isEqualTo("統合のため");
        assertThat(fixture.request(number).getDomainDisposition()).isEqualTo("abolish");
        assertThat(fixture.request(number).getDecisionVersion()).isEqualTo(DECISION_VERSION + 1);
        assertThat(fixture.requestsFor(contract)).isEqualTo(1);
        assertThat(fixture.logOf(number)).extracting(Entry::type).containsExactly("DRAFTED", "EDITED");
        assertThat(fixture.logOf(number).get(1).before()).contains("transfer", REASON);
    }

    @Test
    void keepsTheReasonAsTyped() {
        // given
        String processInstanceId = fixture.aJudgedCase(person, fixture.aTypeM(person), TYPE_M);
        String typed = "　１．統合のため\r\n\t２．ｱｲｳ\r𠮷野家 \"'\\ 😀 ";
        // when
        String number = cases.saveDraft(processInstanceId, new DraftAnswers(typed, "transfer", null))
                .getNumber();
        // then
        assertThat(fixture.request(number).getReason()).isEqualTo("　１．統合のため\n\t２．ｱｲｳ\n𠮷野家 \"'\\ 😀 ");
    }

    @Test
    void storesTheLongestReasonInTheLogTooWhateverItsCharacters() {
        // given
        String processInstanceId = fixture.aJudgedCase(person, fixture.aTypeM(person), TYPE_M);
        String quotes = "\"".repeat(1000);
        cases.saveDraft(processInstanceId, new DraftAnswers(quotes, "transfer", null));
        String emoji = "😀".repeat(1000);
        // when
        String number = cases.saveDraft(processInstanceId, new DraftAnswers(emoji, "transfer", null))
                .getNumber();
        // then
        assertThat(fixture.request(number).getReason()).isEqualTo(emoji);
        assertThat(fixture.logOf(number).get(1).after()).contains(emoji);
    }

    @Test
    void refusesAWrongAnswerAndMakesNothing() {
        // given
        Contract contract = fixture.aTypeM(person);
        String processInstanceId = fixture.aJudgedCase(person, contract, TYPE_M);
        // when
        assertRefused(
                () -> cases.saveDraft(processInstanceId, new DraftAnswers(" \u3000\n", "transfer", null)),
                "解約理由を入力してください。");
        // then
        assertThat(fixture.requestsFor(contract)).isZero();
        assertThat(fixture.statusOf(contract.getNumber())).isEqualTo(ContractStatus.IN_SERVICE);
    }

    @Test
    void refusesADraftWhereAnotherRequestHasTakenTheContractMeanwhile() {
        // given
        Contract contract = fixture.aTypeM(person);
        String processInstanceId = fixture.aJudgedCase(person, contract, TYPE_M);
        CancellationRequest other = fixture.aRequest(contract, RequestStatus.PARTNER_DRAFT);
        // then
        assertRefused(
                () -> cases.saveDraft(processInstanceId, MOVES_DOMAIN),
                "この契約では、ほかのお申込（%s）の手続き中のため、解約のお申込みを進められません。お申込一覧をご確認ください。".formatted(other.getNumber()));
        assertThat(fixture.requestsFor(contract)).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(value = ContractStatus.class, mode = EnumSource.Mode.EXCLUDE, names = "IN_SERVICE")
    void refusesADraftForAContractThatIsNoLongerInService(ContractStatus status) {
        // given
        Contract contract = fixture.aTypeM(person);
        String processInstanceId = fixture.aJudgedCase(person, contract, TYPE_M);
        fixture.setStatus(contract, status);
        // then
        assertRefused(
                () -> cases.saveDraft(processInstanceId, MOVES_DOMAIN),
                "この契約は現在「%s」のため、解約のお申込みを進められません。ご契約一覧をご確認ください。".formatted(status.label()));
        assertThat(fixture.requestsFor(contract)).isZero();
    }

    @Test
    void refusesADraftForAServiceThatIsNotCancelledHere() {
        // given
        Contract contract = fixture.aContract(person, "IT保守サービス", "Barracuda", "2019-09-15", null);
        String processInstanceId = fixture.aJudgedCase(person, contract, TYPE_O);
        // then
        assertRefused(
                () -> cases.saveDraft(processInstanceId, new DraftAnswers(REASON, null, null)),
                "本サイトでは解約のお申込みを承っておりません。お問合せ窓口へご連絡ください。");
    }

    @Test
    void refusesADraftBeforeTheContractWasJudgedAndAfterItWasLetGo() {
        // given
        String processInstanceId = fixture.aCase(person);
        cases.choose(processInstanceId, fixture.aTypeM(person).getNumber());
        // then
        assertRefused(
                () -> cases.saveDraft(processInstanceId, MOVES_DOMAIN), "解約の条件を確認できていません。ご契約一覧に戻り、契約を選択し直してください。");
        cases.contracts(processInstanceId);
        assertRefused(() -> cases.saveDraft(processInstanceId, MOVES_DOMAIN), "契約が選択されていません。ご契約一覧から契約を選択してください。");
    }

    @Test
    void letsTheDatabaseHoldOnlyOneOpenRequestAContract() {
        // given
        Contract contract = fixture.aTypeM(person);
        draftOf(fixture.aDraftedCase(person, contract));
        // then
        assertThatThrownBy(() -> fixture.aRequest(contract, RequestStatus.CHANGE_DRAFT))
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThat(fixture.aRequest(contract, RequestStatus.WITHDRAWN)).isNotNull();
    }

    // --- the desired month of Therefore Online

    @Test
    void takesTheDesiredMonthOfThereforeOnlineUntilTheEndOfItsDeadline() {
        // given
        clock.set("2023-01-25T23:59:59+09:00");
        String processInstanceId = fixture.aJudgedCase(person, fixture.aTherefore(person), THEREFORE);
        // when
        CancellationRequest draft = cases.saveDraft(processInstanceId, new DraftAnswers(REASON, null, "2023-03"));
        // then
        assertThat(draft.getDesiredMonth()).isEqualTo(YearMonth.of(2023, 3));
        assertThat(draft.getCancellationDate()).isEqualTo("2023-03-31");
        assertThat(draft.getCutoffDeadline()).isEqualTo("2023-01-25");
        assertThat(draft.getShortfallMonths()).isEqualTo(2);
        assertThat(draft.getContactDesk()).isEqualTo("therefore-uniflow");
    }

    @Test
    void namesTheEarliestMonthWhereTheDesiredOneIsOver() {
        // given
        clock.set("2023-01-25T23:59:59+09:00");
        String processInstanceId = fixture.aJudgedCase(person, fixture.aTherefore(person), THEREFORE);
        clock.set("2023-01-26T00:00:00+09:00");
        // then
        assertRefused(
                () -> cases.saveDraft(processInstanceId, new DraftAnswers(REASON, null, "2023-03")),
                "選択された解約希望月はお申込期限を過ぎているか、選択できる範囲を超えています。2023年4月以降の解約希望月を選択してください。");
    }

    @Test
    void proposesTheEarliestMonthWhereTheDeadlinePassedBeforeTheSubmission() {
        // given
        clock.set("2023-01-25T23:59:00+09:00");
        String processInstanceId = fixture.aJudgedCase(person, fixture.aTherefore(person), THEREFORE);
        cases.saveDraft(processInstanceId, new DraftAnswers(REASON, null, "2023-03"));
        clock.set("2023-01-26T00:01:00+09:00");
        // when
        Submission first = cases.submit(processInstanceId, true);
        Submission second = cases.submit(processInstanceId, true);
        // then
        assertThat(first.stillAsShown()).isFalse();
        assertThat(first.shown().desiredMonth()).isEqualTo(YearMonth.of(2023, 3));
        assertThat(second.stillAsShown()).isTrue();
        assertThat(second.request().getDesiredMonth()).isEqualTo(YearMonth.of(2023, 4));
        assertThat(second.request().getCancellationDate()).isEqualTo("2023-04-30");
        assertThat(second.request().getShortfallMonths()).isEqualTo(1);
    }

    // --- submission

    @Test
    void submitsTheDraftAsShown() {
        // given
        Contract contract = fixture.aTypeM(person);
        String processInstanceId = fixture.aDraftedCase(person, contract);
        clock.set("2019-10-31T23:59:59+09:00");
        // when
        Submission submission = cases.submit(processInstanceId, true);
        // then
        assertThat(submission.stillAsShown()).isTrue();
        CancellationRequest received = fixture.request(submission.request().getNumber());
        assertThat(received.getStatus().label()).isEqualTo("解約お申込受付中");
        assertThat(received.getAppliedOn()).isEqualTo("2019-10-31");
        assertThat(fixture.statusOf(contract.getNumber()).label()).isEqualTo("解約お申込受付中");
        assertThat(notices.kindsAbout(received.getNumber())).containsExactly(RequestNotice.Kind.RECEIPT);
        assertThat(fixture.logOf(received.getNumber()))
                .extracting(Entry::seq, Entry::type)
                .containsExactly(tuple(1, "DRAFTED"), tuple(2, "SUBMITTED"));
        assertThat(fixture.logOf(received.getNumber()).get(1).after())
                .contains("\"status\":\"RECEIVED\"", "\"appliedOn\":\"2019-10-31\"");
    }

    @Test
    void showsTheDateAgainWhereTheMonthTurnedBeforeTheSubmission() {
        // given shown at 23:59 on the last day of October
        Contract contract = fixture.aTypeM(person);
        clock.set("2019-10-31T23:59:00+09:00");
        String processInstanceId = fixture.aDraftedCase(person, contract);
        // when submitted two minutes later
        clock.set("2019-11-01T00:01:00+09:00");
        Submission submission = cases.submit(processInstanceId, true);
        // then nothing is submitted, and what is true now is kept to be shown
        String number = submission.request().getNumber();
        assertThat(submission.stillAsShown()).isFalse();
        assertThat(submission.shown().cancellationDate()).isEqualTo("2019-11-30");
        assertThat(submission.shown().settlementAmount()).isEqualTo(30_000);
        CancellationRequest draft = fixture.request(number);
        assertThat(draft.getStatus()).isEqualTo(RequestStatus.CANCELLATION_DRAFT);
        assertThat(draft.getAppliedOn()).isNull();
        assertThat(draft.getCancellationDate()).isEqualTo("2019-12-31");
        assertThat(draft.getSettlementAmount()).isEqualTo(27_000);
        assertThat(fixture.statusOf(contract.getNumber())).isEqualTo(ContractStatus.CHANGE_IN_PREPARATION);
        assertThat(notices.about(number)).isEmpty();
        assertThat(fixture.logOf(number)).extracting(Entry::type).containsExactly("DRAFTED", "MOVED");
        // and the second OK counts
        assertThat(cases.submit(processInstanceId, true).stillAsShown()).isTrue();
        assertThat(fixture.request(number).getAppliedOn()).isEqualTo("2019-11-01");
    }

    @Test
    void submitsByTheTermsThatTheDraftWasJudgedBy() {
        // given the table has changed since, and the case was judged again without saving
        String processInstanceId = fixture.aDraftedCase(person, fixture.aTypeM(person));
        ServiceTerms longer = new ServiceTerms(24, TYPE_M.cutoff(), true, "home");
        cases.judge(processInstanceId, Optional.of(longer), DECISION_VERSION + 1);
        // when
        Submission submission = cases.submit(processInstanceId, true);
        // then
        assertThat(submission.stillAsShown()).isTrue();
        assertThat(submission.request().getSettlementAmount()).isEqualTo(30_000);
        assertThat(submission.request().getDecisionVersion()).isEqualTo(DECISION_VERSION);
    }

    @Test
    void refusesASubmissionWithoutTheOk() {
        // given
        String processInstanceId = fixture.aDraftedCase(person, fixture.aTypeM(person));
        // then
        assertRefused(() -> cases.submit(processInstanceId, false), "解約する場合は、確認の文をお読みのうえ「OK」にチェックを入れてください。");
        assertThat(fixture.request(draftOf(processInstanceId)).getStatus()).isEqualTo(RequestStatus.CANCELLATION_DRAFT);
    }

    @Test
    void refusesASecondSubmission() {
        // given
        String processInstanceId = fixture.aDraftedCase(person, fixture.aTypeM(person));
        String number = cases.submit(processInstanceId, true).request().getNumber();
        // then
        assertRefused(
                () -> cases.submit(processInstanceId, true),
                "このお申込（%s）はすでに「解約お申込受付中」になっています。お申込一覧をご確認ください。".formatted(number));
        assertRefused(
                () -> cases.withdraw(processInstanceId, true),
                "このお申込（%s）はすでに「解約お申込受付中」になっています。お申込一覧をご確認ください。".formatted(number));
        assertThat(notices.kindsAbout(number)).containsExactly(RequestNotice.Kind.RECEIPT);
    }

    @Test
    void refusesASubmissionWhereThereIsNoDraft() {
        String processInstanceId = fixture.aJudgedCase(person, fixture.aTypeM(person), TYPE_M);
        assertRefused(() -> cases.submit(processInstanceId, true), "作成中のお申込が見つかりません。ご契約一覧に戻り、契約を選択し直してください。");
        assertRefused(() -> cases.draftToWithdraw(processInstanceId), "作成中のお申込が見つかりません。ご契約一覧に戻り、契約を選択し直してください。");
    }

    @ParameterizedTest
    @EnumSource(value = RequestStatus.class, mode = EnumSource.Mode.EXCLUDE, names = "CANCELLATION_DRAFT")
    void submitsNothingButACancellationsDraft(RequestStatus status) {
        // given a case that points at such a request
        Contract contract = fixture.aTypeM(person);
        CancellationRequest request = fixture.aRequest(contract, status);
        ContractStatus before = fixture.statusOf(contract.getNumber());
        String processInstanceId = fixture.aCase(person);
        fixture.pointCaseAt(processInstanceId, request);
        // then
        assertThatThrownBy(() -> cases.submit(processInstanceId, true)).isInstanceOf(RequestRefusedException.class);
        assertThat(fixture.request(request.getNumber()).getStatus()).isEqualTo(status);
        assertThat(fixture.statusOf(contract.getNumber())).isEqualTo(before);
    }

    // --- withdrawal

    @ParameterizedTest
    @EnumSource(
            value = RequestStatus.class,
            names = {"CANCELLATION_DRAFT", "CHANGE_DRAFT", "DRAFT"})
    void withdrawsAnyOwnDraftAndFreesTheContractAtOnce(RequestStatus status) {
        // given
        Contract contract = fixture.aTypeM(person);
        CancellationRequest draft = fixture.aRequest(contract, status);
        String processInstanceId = fixture.aCase(person);
        cases.choose(processInstanceId, contract.getNumber());
        assertThat(cases.draftToWithdraw(processInstanceId).madeByThisCase()).isFalse();
        // when
        cases.withdraw(processInstanceId, true);
        // then
        assertThat(fixture.request(draft.getNumber()).getStatus()).isEqualTo(RequestStatus.WITHDRAWN);
        assertThat(fixture.statusOf(contract.getNumber()).label()).isEqualTo("サービス開始");
        assertThat(directory.requestsOf(person.customerId())).isEmpty();
        assertThat(fixture.logOf(draft.getNumber())).singleElement().satisfies(entry -> {
            assertThat(entry.type()).isEqualTo("WITHDRAWN");
            assertThat(entry.actor()).isEqualTo(person.login());
            assertThat(entry.before()).contains(status.name());
        });
        // and cancelling is possible again at once
        String next = draftOf(fixture.aDraftedCase(person, contract));
        assertThat(fixture.request(next).getStatus()).isEqualTo(RequestStatus.CANCELLATION_DRAFT);
    }

    @ParameterizedTest
    @EnumSource(
            value = RequestStatus.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"CANCELLATION_DRAFT", "CHANGE_DRAFT", "DRAFT"})
    void withdrawsNothingButAnOwnDraft(RequestStatus status) {
        // given a case that points at such a request
        Contract contract = fixture.aTypeM(person);
        CancellationRequest request = fixture.aRequest(contract, status);
        ContractStatus before = fixture.statusOf(contract.getNumber());
        String processInstanceId = fixture.aCase(person);
        fixture.pointCaseAt(processInstanceId, request);
        // then
        assertRefused(
                () -> cases.withdraw(processInstanceId, true),
                status == RequestStatus.PARTNER_DRAFT
                        ? "パートナーが作成中のお申込は、お客様の画面からは取り消せません。お問合せ窓口へご連絡ください。"
                        : "このお申込（%s）はすでに「%s」になっています。お申込一覧をご確認ください。".formatted(request.getNumber(), status.label()));
        assertThat(fixture.request(request.getNumber()).getStatus()).isEqualTo(status);
        assertThat(fixture.statusOf(contract.getNumber())).isEqualTo(before);
    }

    @Test
    void refusesAWithdrawalWithoutTheOk() {
        // given
        String processInstanceId = fixture.aDraftedCase(person, fixture.aTypeM(person));
        // then
        assertRefused(() -> cases.withdraw(processInstanceId, false), "お申込を取り消す場合は、「OK」にチェックを入れてください。");
        assertThat(fixture.request(draftOf(processInstanceId)).getStatus()).isEqualTo(RequestStatus.CANCELLATION_DRAFT);
    }

    @Test
    void namesTheOtherCasesOfTheWithdrawnDraftAndOnlyThem() {
        // given
        Contract contract = fixture.aTypeM(person);
        String maker = fixture.aDraftedCase(person, contract);
        String withdrawer = fixture.aCase(person);
        cases.choose(withdrawer, contract.getNumber());
        fixture.aDraftedCase(person, fixture.aTypeM(person));
        fixture.aCase(person);
        assertThat(cases.othersOnWithdrawnDraft(withdrawer)).isEmpty();
        // when
        cases.withdraw(withdrawer, true);
        // then
        assertThat(cases.othersOnWithdrawnDraft(withdrawer)).containsExactly(maker);
        assertRefused(
                () -> cases.submit(maker, true),
                "このお申込（%s）はすでに「取消」になっています。お申込一覧をご確認ください。".formatted(draftNumberIn(maker)));
    }

    @Test
    void namesNoOtherCaseWhereThereWasNoDraft() {
        // given cases without a draft
        fixture.aCase(fixture.aCustomer());
        // then
        assertThat(cases.othersOnWithdrawnDraft(fixture.aCase(person))).isEmpty();
    }

    // --- reminder and end

    @Test
    void remindsOfADraftOnlyWhileItIsOne() {
        // given
        String processInstanceId = fixture.aDraftedCase(person, fixture.aTypeM(person));
        // when
        cases.draftLeftOpen(processInstanceId);
        String number = cases.submit(processInstanceId, true).request().getNumber();
        cases.draftLeftOpen(processInstanceId);
        // then
        assertThat(notices.kindsAbout(number))
                .containsExactly(RequestNotice.Kind.DRAFT_REMINDER, RequestNotice.Kind.RECEIPT);
    }

    @Test
    void forgetsAClosedCaseAndKeepsItsDraft() {
        // given
        String processInstanceId = fixture.aDraftedCase(person, fixture.aTypeM(person));
        String number = draftOf(processInstanceId);
        // when
        cases.close(processInstanceId);
        cases.close(processInstanceId);
        // then
        assertThatThrownBy(() -> cases.contracts(processInstanceId)).isInstanceOf(IllegalStateException.class);
        assertThat(fixture.request(number).getStatus()).isEqualTo(RequestStatus.CANCELLATION_DRAFT);
    }

    // --- zones

    @ParameterizedTest
    @ValueSource(strings = {"UTC", "Asia/Tokyo", "America/Los_Angeles", "Pacific/Kiritimati", "Europe/Berlin"})
    void countsDaysInJapanWhateverTheZoneOfTheMachine(String zone) {
        TimeZone machine = TimeZone.getDefault();
        try {
            // given the last second of October in Japan; Berlin has just left summer time
            TimeZone.setDefault(TimeZone.getTimeZone(zone));
            clock.set("2019-10-31T23:59:59+09:00");
            String processInstanceId = fixture.aDraftedCase(person, fixture.aTypeM(person));
            // when
            String number = cases.submit(processInstanceId, true).request().getNumber();
            // then the tables say so in another zone, too
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Honolulu"));
            assertThat(number).startsWith("R-20191031-");
            assertThat(jdbc.queryForObject(
                            "select cast(applied_on as varchar(10)) || ' ' || cast(cancellation_date as varchar(10))"
                                    + " from request where number = ?",
                            String.class,
                            number))
                    .isEqualTo("2019-10-31 2019-11-30");
            assertThat(fixture.request(number).getAppliedOn()).isEqualTo(LocalDate.of(2019, 10, 31));
            assertThat(fixture.request(number).getCancellationDate()).isEqualTo(LocalDate.of(2019, 11, 30));
            assertThat(fixture.request(number).getCreatedAt().toInstant()).isEqualTo("2019-10-31T14:59:59Z");
            assertThat(fixture.logOf(number))
                    .allSatisfy(
                            entry -> assertThat(entry.occurredAt().toInstant()).isEqualTo("2019-10-31T14:59:59Z"));
        } finally {
            TimeZone.setDefault(machine);
        }
    }

    private String draftOf(String processInstanceId) {
        return cases.draftToWithdraw(processInstanceId).request().getNumber();
    }

    private String draftNumberIn(String processInstanceId) {
        return jdbc.queryForObject(
                "select request_number from cancellation_case where process_instance_id = ?",
                String.class,
                processInstanceId);
    }

    private static long sequence(String number) {
        return Long.parseLong(List.of(number.split("-")).get(2));
    }

    private static void assertRefused(ThrowingCallable step, String sentence) {
        assertThatThrownBy(step).isInstanceOf(RequestRefusedException.class).hasMessage(sentence);
    }
}
