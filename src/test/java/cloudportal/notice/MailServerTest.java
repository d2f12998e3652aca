package cloudportal.notice;

import static cloudportal.notice.SampleMails.facts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.ServerSetupTest;
import jakarta.mail.Message;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;

class MailServerTest {

    private static final OffsetDateTime NOW = OffsetDateTime.parse("2019-10-15T01:00:00Z");

    private static final Duration LIMIT = Duration.ofSeconds(2);

    @RegisterExtension
    private final GreenMailExtension postOffice = new GreenMailExtension(ServerSetupTest.SMTP.dynamicPort());

    @Test
    void deliversJapaneseSubjectNamesAndBodyUnchanged() throws Exception {
        // given
        MailText text = MailTexts.write(MailKind.RECEIPT, facts().build());
        // when
        server().send(mail(text, "観音 花子"));
        // then
        MimeMessage received = received();
        assertThat(received.getSubject()).isEqualTo(text.subject());
        assertThat(received.getContent()).isEqualTo(text.body().replace("\n", "\r\n"));
        InternetAddress to = (InternetAddress) received.getRecipients(Message.RecipientType.TO)[0];
        assertThat(to.getAddress()).isEqualTo("kannon@kannon-do.example");
        assertThat(to.getPersonal()).isEqualTo("観音 花子");
        InternetAddress from = (InternetAddress) received.getFrom()[0];
        assertThat(from.getPersonal()).isEqualTo("クラウドサービスポータルサイト");
    }

    @Test
    void writesHeadersThatAnyServerCanRead() throws Exception {
        // given
        MailText text = MailTexts.write(MailKind.RECEIPT, facts().build());
        // when
        server().send(mail(text, "観音 花子"));
        // then
        MimeMessage received = received();
        assertThat(received.getHeader("Subject", null)).startsWith("=?UTF-8?").matches("\\p{ASCII}+");
        assertThat(received.getContentType()).isEqualToIgnoringCase("text/plain; charset=UTF-8");
        assertThat(received.getMessageID()).isEqualTo("<R-20191015-238079.receipt.1@portal.example>");
        assertThat(received.getHeader("Date", null)).isEqualTo("Tue, 15 Oct 2019 10:00:00 +0900");
        assertThat(received.getHeader("Auto-Submitted", null)).isEqualTo("auto-generated");
    }

    @Test
    void writesTheSameMailAgainWhenSentAgain() throws Exception {
        // given
        OutgoingMail mail = mail(MailTexts.write(MailKind.RECEIPT, facts().build()), "観音 花子");
        // when
        server().send(mail);
        server().send(mail);
        // then
        MimeMessage[] received = postOffice.getReceivedMessages();
        assertThat(received).hasSize(2);
        assertThat(received[1].getMessageID()).isEqualTo(received[0].getMessageID());
        assertThat(received[1].getHeader("Date")).isEqualTo(received[0].getHeader("Date"));
    }

    @Test
    void keepsAReasonOfAThousandCharactersOnOneLine() throws Exception {
        // given
        String reason = "解約🙏".repeat(333) + "。";
        MailText text = MailTexts.write(MailKind.RECEIPT, facts().reason(reason).build());
        // when
        server().send(mail(text, "観音 花子"));
        // then
        assertThat(received().getContent().toString()).contains("\r\n" + reason + "\r\n");
    }

    @Test
    void keepsALongAsciiLineAndALoneDot() throws Exception {
        // given
        MailText text = new MailText("subject", "x".repeat(3000) + "\n.\nend\n");
        // when
        server().send(mail(text, "Kannon"));
        // then
        assertThat(received().getContent().toString().lines()).containsExactly("x".repeat(3000), ".", "end");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Hello\r\nBcc: shop@other.example", "こんにちは\nBcc: shop@other.example"})
    void refusesASubjectThatWouldWriteHeaders(String subject) {
        // given
        OutgoingMail mail = mail(new MailText(subject, "body\n"), "Kannon");
        // when
        assertThatThrownBy(() -> server().send(mail)).isInstanceOf(MailNotSentException.class);
        // then
        assertThat(postOffice.getReceivedMessages()).isEmpty();
    }

    @Test
    void refusesARecipientsNameThatWouldWriteHeaders() {
        // given
        OutgoingMail mail = mail(new MailText("subject", "body\n"), "Kannon\r\nBcc: shop@other.example");
        // when
        assertThatThrownBy(() -> server().send(mail)).isInstanceOf(MailNotSentException.class);
        // then
        assertThat(postOffice.getReceivedMessages()).isEmpty();
    }

    @Test
    void tellsTheServersReplyToAnAddressItRefuses() throws Exception {
        // given
        try (StubbornMailServer stubborn = StubbornMailServer.refusingRecipients("550 5.1.1 No such user here")) {
            // when
            assertThatThrownBy(() -> server(stubborn.port()).send(anyMail()))
                    // then
                    .isInstanceOfSatisfying(MailNotSentException.class, e -> assertThat(e.reply())
                            .contains("550 5.1.1 No such user here"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "550 5.1.1 No such user here, true",
        "552 5.2.2 Mailbox full, true",
        "451 4.7.1 Greylisted, false",
        "421 Going down, false"
    })
    void tellsARefusalForGoodFromOneForNow(String reply, boolean permanent) throws Exception {
        // given
        try (StubbornMailServer stubborn = StubbornMailServer.refusingRecipients(reply)) {
            // when
            assertThatThrownBy(() -> server(stubborn.port()).send(anyMail()))
                    // then
                    .isInstanceOfSatisfying(MailNotSentException.class, e -> assertThat(e.isPermanent())
                            .isEqualTo(permanent))
                    .hasMessageContaining("kannon@kannon-do.example")
                    .hasMessageContaining(reply);
        }
    }

    @Test
    void givesUpOnAServerThatNeverEndsItsAnswerThoughItNeverFallsSilent() throws Exception {
        // given
        try (StubbornMailServer stubborn = StubbornMailServer.neverComingToTheEndOfAReply()) {
            MailServer server = server(stubborn.port());
            // when
            Future<?> sending = CompletableFuture.runAsync(() -> server.send(anyMail()));
            // then
            assertThat(sending)
                    .failsWithin(LIMIT.multipliedBy(5))
                    .withThrowableThat()
                    .withCauseInstanceOf(MailNotSentException.class)
                    .withMessageContaining("Given up after PT2S (portal.mail.time-limit)");
        }
    }

    @Test
    void countsAConnectionDroppedBeforeTheReplyAsNotSent() throws Exception {
        // given
        try (StubbornMailServer stubborn = StubbornMailServer.hangingUpAfterTheText()) {
            // when
            assertThatThrownBy(() -> server(stubborn.port()).send(anyMail()))
                    // then
                    .isInstanceOf(MailNotSentException.class);
        }
    }

    @Test
    void countsAConnectionDroppedAfterTheReplyAsSent() throws Exception {
        // given
        try (StubbornMailServer stubborn = StubbornMailServer.hangingUpAfterTakingTheMail()) {
            MailServer server = serverThatWaitsForTheGoodbye(stubborn.port());
            // when
            server.send(anyMail());
            // then
            assertThat(stubborn.mailsTaken()).isEqualTo(1);
        }
    }

    @Test
    void saysThatNoServerAnswers() {
        // given
        MailServer server = server();
        postOffice.stop();
        // when
        assertThatThrownBy(() -> server.send(anyMail()))
                // then
                .isInstanceOfSatisfying(
                        MailNotSentException.class, e -> assertThat(e.reply()).contains("Couldn't connect to host"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void isNotConfiguredWithoutAHost(String host) {
        assertThat(server(host, sender(25)).isConfigured()).isFalse();
    }

    private MimeMessage received() {
        assertThat(postOffice.getReceivedMessages()).hasSize(1);
        return postOffice.getReceivedMessages()[0];
    }

    private MailServer server() {
        return server(postOffice.getSmtp().getPort());
    }

    private static MailServer server(int port) {
        return server("127.0.0.1", sender(port));
    }

    private static MailServer serverThatWaitsForTheGoodbye(int port) {
        JavaMailSenderImpl sender = sender(port);
        sender.getJavaMailProperties().setProperty("mail.smtp.quitwait", "true");
        return server("127.0.0.1", sender);
    }

    private static MailServer server(String host, JavaMailSenderImpl sender) {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        beans.addBean("mailSender", sender);
        return new MailServer(
                beans.getBeanProvider(JavaMailSender.class),
                host,
                new PortalMailProperties("no-reply@portal.example", "portal.example"),
                new MailTimeLimit(LIMIT));
    }

    private static JavaMailSenderImpl sender(int port) {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(port);
        sender.getJavaMailProperties().setProperty("mail.smtp.connectiontimeout", "5000");
        sender.getJavaMailProperties().setProperty("mail.smtp.timeout", "5000");
        return sender;
    }

    private static OutgoingMail anyMail() {
        return mail(new MailText("subject", "body\n"), "Kannon");
    }

    private static OutgoingMail mail(MailText text, String name) {
        return new OutgoingMail(
                "R-20191015-238079",
                MailKind.RECEIPT,
                1,
                new Addressee("kannon@kannon-do.example", name),
                text,
                "portal.example",
                NOW);
    }
}
