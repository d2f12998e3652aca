package cloudportal.notice;

import static cloudportal.notice.SampleMails.facts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.ServerSetupTest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.test.autoconfigure.orm.jpa.DataJpaTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

@DataJpaTest(showSql = false)
@Transactional(propagation = Propagation.NOT_SUPPORTED)
@ExtendWith(OutputCaptureExtension.class)
class OutboxTest {

    private static final String REQUEST = "R-20191015-238079";
    private static final Addressee KANNON = new Addressee("kannon@kannon-do.example", "観音 花子");
    private static final PortalMailProperties SETTINGS =
            new PortalMailProperties("no-reply@portal.example", "portal.example");
    private static final MailTimeLimit LIMIT = new MailTimeLimit(Duration.ofSeconds(10));
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2019-10-15T01:00:00Z"), ZoneId.of("Asia/Tokyo"));

    @RegisterExtension
    private final GreenMailExtension postOffice = new GreenMailExtension(ServerSetupTest.SMTP.dynamicPort());

    @Autowired
    private OutgoingMails mails;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    private Outbox outbox;

    @BeforeEach
    void addTheRequest() {
        jdbc.update("insert into customer (company_name, contact_name) values ('観音堂株式会社', '観音 花子')");
        jdbc.update(
                """
                insert into request (number, sequence, kind, status, customer_id, category, service, created_by,
                    created_at, version)
                select ?, 238079, 'CANCELLATION', 'RECEIVED', id, 'HOME', 'type-M', 'kannon@kannon-do.example',
                    current_timestamp, 0
                from customer
                """,
                REQUEST);
        outbox = outboxAt("127.0.0.1", postOffice.getSmtp().getPort());
    }

    @AfterEach
    void emptyTheTables() {
        jdbc.update("delete from mail_outbox");
        jdbc.update("delete from request");
        jdbc.update("delete from customer");
    }

    @Test
    void sendsAMailOnceHoweverOftenItIsAskedTo() {
        // given
        write(MailKind.RECEIPT);
        // when
        outbox.send(REQUEST, MailKind.RECEIPT);
        outbox.send(REQUEST, MailKind.RECEIPT);
        // then
        assertThat(postOffice.getReceivedMessages()).hasSize(1);
        assertThat(row())
                .extracting(OutgoingMail::status, OutgoingMail::attempts)
                .containsExactly(MailStatus.SENT, 1);
        assertThat(row().sentAt()).isEqualTo(OffsetDateTime.parse("2019-10-15T01:00:00Z"));
    }

    @Test
    void staysSentThoughTheWorkAroundItFails() {
        // given
        write(MailKind.RECEIPT);
        // when
        assertThatThrownBy(() -> inTransaction(() -> {
                    outbox.send(REQUEST, MailKind.RECEIPT);
                    throw new IllegalStateException("later in the same transaction");
                }))
                .isInstanceOf(IllegalStateException.class);
        // then
        assertThat(row().status()).isEqualTo(MailStatus.SENT);
        outbox.send(REQUEST, MailKind.RECEIPT);
        assertThat(postOffice.getReceivedMessages()).hasSize(1);
    }

    @Test
    void isNotWrittenWhenTheEventItTellsOfFails() {
        // when
        assertThatThrownBy(() -> inTransaction(() -> {
                    outbox.write(MailKind.RECEIPT, KANNON, facts().build());
                    throw new IllegalStateException("the submission fails");
                }))
                .isInstanceOf(IllegalStateException.class);
        // then
        assertThat(mails.countByRequestNumberAndKind(REQUEST, MailKind.RECEIPT)).isZero();
    }

    @Test
    void keepsAMailThatTheServerRefusesWithTheServersReply() throws Exception {
        // given
        write(MailKind.RECEIPT);
        try (StubbornMailServer stubborn = StubbornMailServer.refusingRecipients("550 5.1.1 No such user here")) {
            Outbox refused = outboxAt("127.0.0.1", stubborn.port());
            // when
            assertThatThrownBy(() -> refused.send(REQUEST, MailKind.RECEIPT)).isInstanceOf(MailNotSentException.class);
            assertThatThrownBy(() -> refused.send(REQUEST, MailKind.RECEIPT)).isInstanceOf(MailNotSentException.class);
        }
        // then
        assertThat(row())
                .extracting(OutgoingMail::status, OutgoingMail::attempts)
                .containsExactly(MailStatus.UNSENT, 2);
        assertThat(row().lastReply()).contains("550 5.1.1 No such user here");
        outbox.send(REQUEST, MailKind.RECEIPT);
        assertThat(row())
                .extracting(OutgoingMail::status, OutgoingMail::attempts)
                .containsExactly(MailStatus.SENT, 3);
    }

    @Test
    void keepsTheRecordOfAFailureThoughTheWorkAroundItIsRolledBack() throws Exception {
        // given
        write(MailKind.RECEIPT);
        try (StubbornMailServer stubborn = StubbornMailServer.hangingUpAfterTheText()) {
            Outbox dropped = outboxAt("127.0.0.1", stubborn.port());
            // when
            assertThatThrownBy(() -> inTransaction(() -> dropped.send(REQUEST, MailKind.RECEIPT)))
                    .isInstanceOf(MailNotSentException.class);
        }
        // then
        assertThat(row())
                .extracting(OutgoingMail::status, OutgoingMail::attempts)
                .containsExactly(MailStatus.UNSENT, 1);
        assertThat(row().lastReply()).isNotBlank();
    }

    @Test
    void keepsAMailWhoseRecipientIsNoAddress() {
        // given
        inTransaction(() -> outbox.write(
                MailKind.RECEIPT, new Addressee("a@b.example\r\nBcc: shop@other.example", "観音 花子"), facts().build()));
        // when
        assertThatThrownBy(() -> outbox.send(REQUEST, MailKind.RECEIPT)).isInstanceOf(MailNotSentException.class);
        // then
        assertThat(postOffice.getReceivedMessages()).isEmpty();
        assertThat(row().attempts()).isEqualTo(1);
    }

    @Test
    void holdsMailsAndLogsThemInFullWithoutAServerAndSendsThemOnceThereIsOne(CapturedOutput log) throws Exception {
        // given
        write(MailKind.RECEIPT);
        Outbox unconnected = outboxAt("", 25);
        // when
        assertThatCode(() -> unconnected.send(REQUEST, MailKind.RECEIPT)).doesNotThrowAnyException();
        new HeldMails(unconnected).sendNow();
        // then
        assertThat(row())
                .extracting(OutgoingMail::status, OutgoingMail::attempts)
                .containsExactly(MailStatus.HELD, 0);
        assertThat(log.getOut())
                .contains("kannon@kannon-do.example", row().subject(), row().body())
                .containsOnlyOnce("解約のお申込を承りました。");
        // when a server is configured and the portal starts again
        new HeldMails(outbox).sendNow();
        // then
        assertThat(row().status()).isEqualTo(MailStatus.SENT);
        assertThat(postOffice.getReceivedMessages()[0].getMessageID()).isEqualTo(row().messageId());
    }

    @Test
    void givesUpAfterThreeFailuresAtAStartAndBeginsWithTheOthersNextTime() throws Exception {
        // given
        Outbox unconnected = outboxAt("", 25);
        for (int i = 0; i < 4; i++) {
            write(MailKind.DRAFT_REMINDER);
        }
        unconnected.send(REQUEST, MailKind.DRAFT_REMINDER);
        // when
        try (StubbornMailServer stubborn = StubbornMailServer.refusingRecipients("451 later")) {
            new HeldMails(outboxAt("127.0.0.1", stubborn.port())).sendNow();
        }
        // then
        assertThat(jdbc.queryForList("select attempts from mail_outbox order by id", Integer.class))
                .containsExactly(1, 1, 1, 0);
        List<Long> ids = jdbc.queryForList("select id from mail_outbox order by id", Long.class);
        assertThat(outbox.heldIds()).containsExactly(ids.get(3), ids.get(0), ids.get(1), ids.get(2));
    }

    @Test
    void writesEachKindOnceButRemindersAgain() {
        // when
        write(MailKind.RECEIPT);
        write(MailKind.RECEIPT);
        write(MailKind.DRAFT_REMINDER);
        write(MailKind.DRAFT_REMINDER);
        // then
        assertThat(jdbc.queryForList("select message_id from mail_outbox order by id", String.class))
                .containsExactly(
                        "<R-20191015-238079.receipt.1@portal.example>",
                        "<R-20191015-238079.draft-reminder.1@portal.example>",
                        "<R-20191015-238079.draft-reminder.2@portal.example>");
    }

    @Test
    void isHeldToOneMailPerRequestKindAndSequenceByTheDatabase() {
        // given
        write(MailKind.RECEIPT);
        OutgoingMail again = new OutgoingMail(
                REQUEST,
                MailKind.RECEIPT,
                1,
                KANNON,
                MailTexts.write(MailKind.RECEIPT, facts().build()),
                "portal.example",
                OffsetDateTime.now(CLOCK));
        // when
        assertThatThrownBy(() -> mails.save(again))
                // then
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void sendsTheRemindersThatWaitThoughOneOfThemIsRefused() {
        // given
        inTransaction(() -> {
            outbox.write(MailKind.DRAFT_REMINDER, new Addressee("no address", ""), facts().build());
            outbox.write(MailKind.DRAFT_REMINDER, KANNON, facts().build());
        });
        // when
        assertThatThrownBy(() -> outbox.send(REQUEST, MailKind.DRAFT_REMINDER))
                .isInstanceOf(MailNotSentException.class);
        // then
        assertThat(postOffice.getReceivedMessages()).hasSize(1);
    }

    @Test
    void triesAgainWhereOnlySomeOfTheMailsAreRefusedForGood() throws Exception {
        // given
        inTransaction(() -> {
            outbox.write(MailKind.DRAFT_REMINDER, KANNON, facts().build());
            outbox.write(MailKind.DRAFT_REMINDER, new Addressee("no address", ""), facts().build());
        });
        // when
        try (StubbornMailServer stubborn = StubbornMailServer.refusingRecipients("451 later")) {
            assertThatThrownBy(() -> outboxAt("127.0.0.1", stubborn.port()).send(REQUEST, MailKind.DRAFT_REMINDER))
                    // then
                    .isInstanceOfSatisfying(MailNotSentException.class, e -> assertThat(e.isPermanent())
                            .isFalse());
        }
    }

    @Test
    void beginsNoMailThatTheLockOfItsJobMightNotOutlast() throws Exception {
        // given
        write(MailKind.DRAFT_REMINDER);
        write(MailKind.DRAFT_REMINDER);
        MailTimeLimit used = new MailTimeLimit(Duration.ofMillis(300));
        // when
        try (StubbornMailServer stubborn = StubbornMailServer.neverComingToTheEndOfAReply()) {
            assertThatThrownBy(
                            () -> outboxAt("127.0.0.1", stubborn.port(), used).send(REQUEST, MailKind.DRAFT_REMINDER))
                    // then
                    .hasMessageContaining("the rest follows with the next try")
                    .hasCauseInstanceOf(MailNotSentException.class);
        }
        assertThat(jdbc.queryForList("select attempts from mail_outbox order by id", Integer.class))
                .containsExactly(1, 0);
    }

    @Test
    void saysTheSameThoughTheFactsChangeMeanwhile() throws Exception {
        // given a mail written before the company changed its name
        write(MailKind.RECEIPT);
        inTransaction(() ->
                outbox.write(MailKind.RECEIPT, KANNON, facts().company("別の会社").build()));
        // when
        outbox.send(REQUEST, MailKind.RECEIPT);
        // then
        assertThat(postOffice.getReceivedMessages()[0].getContent().toString())
                .startsWith("観音堂株式会社")
                .doesNotContain("別の会社");
    }

    @Test
    void sendsOnceThoughTwoNodesTryAtTheSameTime() throws Exception {
        // given
        write(MailKind.RECEIPT);
        ExecutorService nodes = Executors.newFixedThreadPool(2);
        // when
        nodes.submit(() -> outbox.send(REQUEST, MailKind.RECEIPT));
        nodes.submit(() -> outbox.send(REQUEST, MailKind.RECEIPT));
        nodes.shutdown();
        assertThat(nodes.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
        // then
        assertThat(postOffice.getReceivedMessages()).hasSize(1);
        assertThat(row())
                .extracting(OutgoingMail::status, OutgoingMail::attempts)
                .containsExactly(MailStatus.SENT, 1);
    }

    @Test
    void refusesToSendWhatWasNeverWritten() {
        assertThatThrownBy(() -> outbox.send(REQUEST, MailKind.COMPLETED))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("COMPLETED")
                .hasMessageContaining(REQUEST);
    }

    @Test
    void takesAReminderThatNeededNotBeWrittenForNone() {
        // when
        outbox.send(REQUEST, MailKind.DRAFT_REMINDER);
        // then
        assertThat(postOffice.getReceivedMessages()).isEmpty();
    }

    private void write(MailKind kind) {
        inTransaction(() -> outbox.write(kind, KANNON, facts().build()));
    }

    private OutgoingMail row() {
        long id = jdbc.queryForObject("select id from mail_outbox", Long.class);
        return new TransactionTemplate(transactions).execute(status -> mails.lock(id));
    }

    private void inTransaction(Runnable work) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> work.run());
    }

    private Outbox outboxAt(String host, int port) {
        return outboxAt(host, port, LIMIT);
    }

    private Outbox outboxAt(String host, int port, MailTimeLimit limit) {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost(host);
        sender.setPort(port);
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        beans.addBean("mailSender", sender);
        MailServer server = new MailServer(beans.getBeanProvider(JavaMailSender.class), host, SETTINGS, limit);
        return new Outbox(mails, server, SETTINGS, limit, CLOCK, transactions);
    }
}
