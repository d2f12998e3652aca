package cloudportal.request;

import static cloudportal.request.RequestFixture.MOVES_DOMAIN;
import static cloudportal.request.RequestFixture.TYPE_M;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import cloudportal.contract.Contract;
import cloudportal.contract.ContractStatus;
import cloudportal.request.RequestFixture.Entry;
import cloudportal.request.RequestFixture.Person;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Two people at once: the tables let one through, the same on every database. */
abstract class RequestRaceScenarios {

    private static final String CENTER = "center@portal.example";

    @Autowired
    private CustomerCases cases;

    @Autowired
    private FulfilmentCases fulfilment;

    @Autowired
    private RequestFixture fixture;

    @Autowired
    private Notices notices;

    @Autowired
    private SettableClock clock;

    @Autowired
    private PlatformTransactionManager transactions;

    private final ExecutorService second = Executors.newFixedThreadPool(2);

    private Person person;
    private Contract contract;

    @BeforeEach
    void aContractInService() {
        clock.set("2019-10-15T10:00:00+09:00");
        person = fixture.aCustomer();
        contract = fixture.aTypeM(person);
    }

    @AfterEach
    void stopTheSecondPerson() {
        second.shutdownNow();
    }

    @Test
    void makesOneDraftWhereTheSecondComesBeforeTheFirstIsCommitted() {
        // given two cases that both saw the contract in service
        String first = fixture.aJudgedCase(person, contract, TYPE_M);
        String late = fixture.aJudgedCase(person, contract, TYPE_M);
        // when
        Throwable refused = whileTheFirstIsNotCommitted(
                () -> cases.saveDraft(first, MOVES_DOMAIN), () -> cases.saveDraft(late, MOVES_DOMAIN));
        // then
        assertThat(refused)
                .isInstanceOf(RequestRefusedException.class)
                .hasMessage("この契約では、ほかのお申込が先に作成されたため、解約のお申込みを進められません。ご契約一覧に戻り、最新の状態をご確認ください。");
        assertThat(fixture.requestsFor(contract)).isEqualTo(1);
        assertThat(fixture.statusOf(contract.getNumber())).isEqualTo(ContractStatus.CHANGE_IN_PREPARATION);
        assertThat(fixture.logOf(cases.draftToWithdraw(first).request().getNumber()))
                .extracting(Entry::type)
                .containsExactly("DRAFTED");
    }

    @RepeatedTest(8)
    void makesOneDraftOfTwoAtTheSameMoment() throws Exception {
        // given
        List<String> both =
                List.of(fixture.aJudgedCase(person, contract, TYPE_M), fixture.aJudgedCase(person, contract, TYPE_M));
        CyclicBarrier start = new CyclicBarrier(2);
        // when
        List<Future<CancellationRequest>> attempts = second.invokeAll(both.stream()
                .map(processInstanceId -> (Callable<CancellationRequest>) () -> {
                    start.await();
                    return cases.saveDraft(processInstanceId, MOVES_DOMAIN);
                })
                .toList());
        // then
        List<Throwable> refused = attempts.stream()
                .map(RequestRaceScenarios::failure)
                .flatMap(Optional::stream)
                .toList();
        assertThat(refused).singleElement().satisfies(failure -> assertThat(failure)
                .isInstanceOfAny(RequestRefusedException.class, ConcurrencyFailureException.class));
        assertThat(fixture.requestsFor(contract)).isEqualTo(1);
    }

    @Test
    void submitsOrWithdrawsADraftButNeverBoth() {
        // given
        String submitter = fixture.aDraftedCase(person, contract);
        String withdrawer = fixture.aCase(person);
        cases.choose(withdrawer, contract.getNumber());
        String number = cases.draftToWithdraw(withdrawer).request().getNumber();
        // when
        Throwable lost = whileTheFirstIsNotCommitted(
                () -> cases.submit(submitter, true), () -> cases.withdraw(withdrawer, true));
        // then it is told as a lost race
        assertThat(lost).isInstanceOf(ConcurrencyFailureException.class);
        assertThat(fixture.request(number).getStatus()).isEqualTo(RequestStatus.RECEIVED);
        assertThat(fixture.statusOf(contract.getNumber())).isEqualTo(ContractStatus.CANCELLATION_RECEIVED);
        assertThat(fixture.logOf(number)).extracting(Entry::type).containsExactly("DRAFTED", "SUBMITTED");
    }

    @Test
    void retractsOrEndsACancellationButNeverBoth() {
        // given
        String number = fixture.aReceivedRequest();
        String contractNumber = fixture.request(number).getContractNumber();
        // when
        Throwable lost = whileTheFirstIsNotCommitted(
                () -> {
                    fulfilment.retract(number, true, "継続利用のため", CENTER);
                    return number;
                },
                () -> {
                    fulfilment.terminate(number);
                    return number;
                });
        // then
        assertThat(lost).isInstanceOf(ConcurrencyFailureException.class);
        assertThat(fixture.request(number).getStatus()).isEqualTo(RequestStatus.RETRACTED);
        assertThat(fixture.statusOf(contractNumber)).isEqualTo(ContractStatus.IN_SERVICE);
        assertThat(notices.kindsAbout(number)).doesNotContain(RequestNotice.Kind.COMPLETED);
    }

    @Test
    void notesWhatTwoPeopleDidForOneRequestAtOnce() {
        // given
        String number = fixture.aReceivedRequest();
        // when
        Throwable lost = whileTheFirstIsNotCommitted(
                () -> {
                    fulfilment.recordDomainHandled(number, CENTER, "2019-10-15", null);
                    return number;
                },
                () -> {
                    fulfilment.recordSettlementArranged(number, CENTER, "INV-1", null);
                    return number;
                });
        // then neither is lost
        assertThat(lost).isNull();
        assertThat(fixture.logOf(number)).extracting(Entry::seq).containsExactly(1, 2, 3, 4);
    }

    /** Runs the second step while the first one's transaction is done but not committed; answers how the second failed, or null. */
    private Throwable whileTheFirstIsNotCommitted(Callable<?> firstStep, Callable<?> secondStep) {
        Future<?> attempt = new TransactionTemplate(transactions).execute(status -> {
            run(firstStep);
            Future<?> started = second.submit(secondStep);
            mustWait(started);
            return started;
        });
        return failure(attempt).orElse(null);
    }

    private static void mustWait(Future<?> started) {
        try {
            started.get(400, TimeUnit.MILLISECONDS);
            fail("The second step went through while the first was not committed");
        } catch (TimeoutException expected) {
            // It waits for the first one's commit.
        } catch (ExecutionException e) {
            throw new AssertionError("The second step failed before the first was committed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static void run(Callable<?> step) {
        try {
            step.call();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static Optional<Throwable> failure(Future<?> attempt) {
        try {
            attempt.get(20, TimeUnit.SECONDS);
            return Optional.empty();
        } catch (ExecutionException e) {
            return Optional.of(e.getCause());
        } catch (TimeoutException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
