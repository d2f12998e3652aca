package cloudportal.reliability;

import static cloudportal.reliability.Histories.CONTRACT;
import static cloudportal.reliability.Histories.FULFILMENT;
import static cloudportal.reliability.Histories.NOW;
import static cloudportal.reliability.Histories.REQUEST;
import static cloudportal.reliability.Histories.deed;
import static cloudportal.reliability.Histories.mail;
import static cloudportal.reliability.Histories.outgoing;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A checker that accepts everything proves nothing: each broken history is rejected, by the invariant that it breaks. */
class CheckerTest {

    private final Histories histories = new Histories();

    @Test
    void acceptsAHistoryInWhichEverythingHolds() {
        assertThat(Checker.check(histories.history())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource
    void accepts(String what, Consumer<Histories> change) {
        // when
        change.accept(histories);
        // then
        assertThat(Checker.check(histories.history())).as(what).isEmpty();
    }

    static Stream<Arguments> accepts() {
        return Stream.of(
                good("a step without an answer that happened", h -> {
                    h.deeds.remove(1);
                    h.deeds.add(deed(Deed.Kind.SUBMITTED, 0));
                }),
                good("a step without an answer that did not happen", h -> h.deeds.add(deed(Deed.Kind.RETURNED, 0))),
                good("a second click that was refused", h -> {
                    h.deeds.add(deed(Deed.Kind.SUBMITTED, 409));
                    h.refused.add(new Refused(NOW, "POST /task/1/submit-form", 409, "画面を更新してください。"));
                }),
                good("a failure while the database is away", h -> {
                    h.outages.add(new Outage(NOW.minusSeconds(1), NOW.plusSeconds(1)));
                    h.refused.add(new Refused(NOW, "GET /task", 500, "処理を完了できませんでした。"));
                }),
                good(
                        "a deployment under way when a case begins",
                        h -> h.rollouts.add(new Rollout(2, NOW.minusSeconds(1), NOW.plusSeconds(1)))),
                good(
                        "a deployment after the case began",
                        h -> h.rollouts.add(new Rollout(2, NOW.plusSeconds(8), NOW.plusSeconds(9)))),
                good("two copies of a mail", h -> h.mails.add(mail("<receipt@portal.example>"))),
                good("a mail that a job will send again", h -> {
                    h.outbox.set(0, outgoing("RECEIPT", "UNSENT"));
                    h.mails.clear();
                }),
                good(
                        "a job that came due just now",
                        h -> h.jobs.add(new Records.Job(
                                "j2", "p2", "serviceTask_terminateContract", 3, NOW.minusSeconds(2), null))),
                good(
                        "a recovery in time",
                        h -> h.recoveries.add(
                                new Recovery("kill -9", 1, Duration.ofSeconds(21), Duration.ofSeconds(22)))));
    }

    @ParameterizedTest
    @MethodSource
    void rejects(Class<? extends Invariant> by, String what, Consumer<Histories> change) {
        // when
        change.accept(histories);
        // then
        List<String> broken = Checker.check(histories.history());
        assertThat(broken).as(what).anyMatch(sentence -> sentence.startsWith(by.getSimpleName() + ": "));
    }

    static Stream<Arguments> rejects() {
        return Stream.of(
                bad(
                        AcknowledgedOnce.class,
                        "an acknowledged step is lost",
                        h -> h.deeds.add(deed(Deed.Kind.ACCEPTED, 204))),
                bad(AcknowledgedOnce.class, "a whole acknowledged case is lost", h -> {
                    h.events.clear();
                    h.requests.clear();
                    h.contracts.clear();
                    h.processes.clear();
                    h.jobs.clear();
                    h.outbox.clear();
                    h.mails.clear();
                }),
                bad(AcknowledgedOnce.class, "a step happened twice", h -> {
                    h.log("SUBMITTED");
                    h.requests.set(0, h.request("RECEIVED", CONTRACT));
                }),
                bad(
                        AcknowledgedOnce.class,
                        "both clicks were acknowledged",
                        h -> h.deeds.add(deed(Deed.Kind.SUBMITTED, 204))),
                bad(AcknowledgedOnce.class, "a step that nobody asked for", h -> {
                    h.log("ACCEPTED");
                    h.requests.set(0, h.request("RECEIVED", CONTRACT));
                }),
                bad(
                        OneOpenRequest.class,
                        "two open requests of a contract",
                        h -> h.requests.add(
                                new Records.Request("R-20191015-300001", CONTRACT, CONTRACT, "RECEIVED", 0, null))),
                bad(
                        OneOpenRequest.class,
                        "an open request that does not hold its contract",
                        h -> h.requests.set(0, h.request("RECEIVED", null))),
                bad(
                        OneOpenRequest.class,
                        "a closed request that holds its contract",
                        h -> h.requests.set(0, h.request("RETURNED", CONTRACT))),
                bad(EventLogWhole.class, "an entry was changed", h -> {
                    Records.Event e = h.events.get(0);
                    h.events.set(
                            0,
                            new Records.Event(
                                    e.request(),
                                    e.seq(),
                                    e.occurredAt(),
                                    "else@load.example",
                                    e.type(),
                                    e.before(),
                                    e.after(),
                                    e.previousHash(),
                                    e.hash()));
                }),
                bad(EventLogWhole.class, "the first entry is gone", h -> h.events.remove(0)),
                bad(EventLogWhole.class, "the last entry is gone", h -> h.events.remove(1)),
                bad(StatesAgree.class, "the request is not as its log", h -> {
                    h.requests.set(0, h.request("COMPLETED", null));
                    h.contracts.set(0, new Records.Contract(CONTRACT, "CANCELLED"));
                }),
                bad(
                        StatesAgree.class,
                        "the contract is not as its request",
                        h -> h.contracts.set(0, new Records.Contract(CONTRACT, "IN_SERVICE"))),
                bad(
                        StatesAgree.class,
                        "a contract without a request is held",
                        h -> h.contracts.add(new Records.Contract("RLMH000102", "CHANGE_IN_PREPARATION"))),
                bad(StatesAgree.class, "a submitted request has no fulfilment", h -> h.processes.remove(FULFILMENT)),
                bad(
                        StatesAgree.class,
                        "a submitted request has two fulfilments",
                        h -> h.processes.add(process("p3", "cancellation-fulfilment", true, false, 1, 1))),
                bad(
                        StatesAgree.class,
                        "the fulfilment of an open request is over",
                        h -> h.processes.set(1, process("p2", "cancellation-fulfilment", false, true, 0, 0))),
                bad(StatesAgree.class, "a draft whose case is over", h -> {
                    h.events.remove(1);
                    h.requests.set(0, h.request("CANCELLATION_DRAFT", CONTRACT));
                }),
                bad(MailsArrive.class, "a mail was never written", h -> {
                    h.outbox.clear();
                    h.mails.clear();
                }),
                bad(
                        MailsArrive.class,
                        "a mail was written that nothing calls for",
                        h -> h.outbox.add(outgoing("COMPLETED", "SENT"))),
                bad(MailsArrive.class, "a mail was written twice", h -> h.outbox.add(outgoing("RECEIPT", "SENT"))),
                bad(MailsArrive.class, "a sent mail never arrived", h -> h.mails.clear()),
                bad(MailsArrive.class, "nobody will send a mail", h -> {
                    h.outbox.set(0, outgoing("RECEIPT", "UNSENT"));
                    h.jobs.clear();
                }),
                bad(
                        MailsArrive.class,
                        "a mail that nobody wrote",
                        h -> h.mails.add(new Mail("<else@portal.example>", "load1@load.example", "別のお知らせ"))),
                bad(MailsArrive.class, "copies of a mail differ", h -> h.mails.add(mail("<receipt.2@portal.example>"))),
                bad(NobodyStranded.class, "a running process waits for nobody", h -> {
                    h.jobs.clear();
                    h.processes.set(1, process("p2", "cancellation-fulfilment", true, false, 1, 0));
                }),
                bad(
                        NobodyStranded.class,
                        "the history does not know that a process ended",
                        h -> h.processes.set(0, process("p1", "cancellation-request", false, false, 0, 0))),
                bad(
                        NobodyStranded.class,
                        "a process ended in the midst of a step",
                        h -> h.processes.set(0, process("p1", "cancellation-request", false, true, 1, 0))),
                bad(
                        NobodyStranded.class,
                        "a process that ended left a job",
                        h -> h.jobs.add(new Records.Job("j2", "p1", "serviceTask_sendReceipt", 3, NOW, null))),
                bad(
                        KeepsItsVersion.class,
                        "a case changed its version midway",
                        h -> h.processes.set(
                                1,
                                new Records.Process(
                                        "p2", "cancellation-fulfilment", 2, 1, NOW, REQUEST, true, null, 1, 1))),
                bad(
                        KeepsItsVersion.class,
                        "a case began on the old version after the deployment",
                        h -> h.rollouts.add(new Rollout(2, NOW.minusSeconds(9), NOW.minusSeconds(8)))),
                bad(KeepsItsVersion.class, "a case that ran was moved to the new version", h -> {
                    h.rollouts.add(new Rollout(2, NOW.plusSeconds(8), NOW.plusSeconds(9)));
                    h.processes.set(
                            1,
                            new Records.Process("p2", "cancellation-fulfilment", 2, 0, NOW, REQUEST, true, null, 1, 1));
                }),
                bad(StatesAgree.class, "history that has expired is still there", h -> h.expired.add(REQUEST)),
                bad(
                        NothingStuck.class,
                        "a lock ran out long ago",
                        h -> h.jobs.add(new Records.Job(
                                "j2", "p2", "serviceTask_sendReceipt", 3, NOW.minusSeconds(60), NOW.minusSeconds(23)))),
                bad(
                        NothingStuck.class,
                        "a job was due long ago",
                        h -> h.jobs.add(
                                new Records.Job("j2", "p2", "serviceTask_sendReceipt", 3, NOW.minusSeconds(23), null))),
                bad(
                        NothingStuck.class,
                        "a job was given up",
                        h -> h.jobs.add(new Records.Job("j2", "p2", "serviceTask_sendReceipt", 0, NOW, null))),
                bad(
                        NothingStuck.class,
                        "somebody has to help",
                        h -> h.incidents.add(new Records.Incident("p2", "failedJob", "550"))),
                bad(SetUpOnce.class, "a task list is there twice", h -> h.setUp.add("task list 受付待ち")),
                bad(
                        PoliteRefusals.class,
                        "somebody is told of a failure",
                        h -> h.refused.add(new Refused(NOW, "POST /task/1/submit-form", 500, "処理を完了できませんでした。"))),
                bad(PoliteRefusals.class, "somebody is told of a failure after the database is back", h -> {
                    h.outages.add(new Outage(NOW.minusSeconds(9), NOW.minusSeconds(1)));
                    h.refused.add(new Refused(NOW, "GET /task", 500, "処理を完了できませんでした。"));
                }),
                bad(
                        PoliteRefusals.class,
                        "somebody reads a stack trace",
                        h -> h.refused.add(
                                new Refused(NOW, "GET /task", 409, "java.lang.NullPointerException をご確認ください。"))),
                bad(
                        PoliteRefusals.class,
                        "somebody reads nothing",
                        h -> h.refused.add(new Refused(NOW, "GET /task", 409, ""))),
                bad(
                        RecoveredInTime.class,
                        "a recovery took too long",
                        h -> h.recoveries.add(
                                new Recovery("kill -9", 1, Duration.ofSeconds(23), Duration.ofSeconds(22)))));
    }

    @Test
    void hasABrokenHistoryForEachInvariant() {
        assertThat(rejects().map(arguments -> arguments.get()[0]).distinct())
                .containsExactlyInAnyOrderElementsOf(
                        Checker.INVARIANTS.stream().map(Object::getClass).toList());
    }

    private static Records.Process process(
            String id, String definition, boolean running, boolean ended, int openSteps, int tasks) {
        return new Records.Process(id, definition, 1, 0, NOW, REQUEST, running, ended ? NOW : null, openSteps, tasks);
    }

    private static Arguments good(String what, Consumer<Histories> change) {
        return Arguments.of(what, change);
    }

    private static Arguments bad(Class<? extends Invariant> by, String what, Consumer<Histories> change) {
        return Arguments.of(by, what, change);
    }
}
