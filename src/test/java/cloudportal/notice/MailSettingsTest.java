package cloudportal.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.mail.MailSenderAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.mail.javamail.JavaMailSenderImpl;

class MailSettingsTest {

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties({DeskProperties.class, PortalMailProperties.class, ContractCenterProperties.class})
    @Import({MailServer.class, MailTimeLimit.class})
    static class Mail {}

    private final ApplicationContextRunner portal = new ApplicationContextRunner()
            .withInitializer(new ConfigDataApplicationContextInitializer())
            .withConfiguration(AutoConfigurations.of(MailSenderAutoConfiguration.class))
            .withUserConfiguration(Mail.class);

    @Test
    void boundsEveryWaitForTheMailServerAndInsistsOnTls() {
        portal.withPropertyValues("spring.mail.host=mail.portal.example").run(context -> {
            // when
            Properties settings = context.getBean(JavaMailSenderImpl.class).getJavaMailProperties();
            // then
            assertThat(settings)
                    .containsEntry("mail.smtp.connectiontimeout", "10000")
                    .containsEntry("mail.smtp.timeout", "20000")
                    .containsEntry("mail.smtp.writetimeout", "20000")
                    .containsEntry("mail.smtp.quitwait", "false")
                    .containsEntry("mail.smtp.starttls.enable", "true")
                    .containsEntry("mail.smtp.starttls.required", "true")
                    .containsEntry("mail.smtp.ssl.checkserveridentity", "true");
            assertThat(context.getBean(MailServer.class).isConfigured()).isTrue();
        });
    }

    @Test
    void letsNoConversationWithTheMailServerOutlastItsLimit() {
        portal.withPropertyValues("spring.mail.host=mail.portal.example").run(context -> {
            // when
            Properties settings = context.getBean(JavaMailSenderImpl.class).getJavaMailProperties();
            // then
            assertThat(settings.get("mail.smtp.socketFactory")).isInstanceOf(TimedSockets.class);
            assertThat(settings).containsEntry("mail.smtp.socketFactory.fallback", "false");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "camunda.bpm.job-execution.lock-time-in-millis=80000, camunda.bpm.job-execution.lock-time-in-millis",
        "portal.mail.time-limit=60s, camunda.bpm.job-execution.lock-time-in-millis",
        "portal.mail.time-limit=0s, portal.mail.time-limit",
        "spring.mail.properties.mail.smtp.timeout=-1, spring.mail.properties.mail.smtp.timeout",
        "spring.mail.properties.mail.smtp.connectiontimeout=0, spring.mail.properties.mail.smtp.connectiontimeout",
        "spring.mail.properties.mail.smtp.writetimeout=40001, spring.mail.properties.mail.smtp.writetimeout"
    })
    void refusesToStartWhereAJobCouldOutlastItsLock(String setting, String named) {
        portal.withPropertyValues(setting).run(context -> {
            assertThat(context).hasFailed();
            assertThat(context.getStartupFailure())
                    .rootCause()
                    .isInstanceOfSatisfying(
                            InvalidConfigurationPropertyValueException.class,
                            e -> assertThat(e.getName()).isEqualTo(named));
        });
    }

    @Test
    void doesWithoutAMailServer() {
        portal.run(context ->
                assertThat(context.getBean(MailServer.class).isConfigured()).isFalse());
    }

    @Test
    void takesABlankHostForNone() {
        portal.withPropertyValues("spring.mail.host=")
                .run(context -> assertThat(context.getBean(MailServer.class).isConfigured())
                        .isFalse());
    }

    @Test
    void knowsTheTwoDesksOfTheGuide() {
        portal.run(context -> {
            // given
            DeskProperties desks = context.getBean(DeskProperties.class);
            // then
            assertThat(desks.of("home"))
                    .isEqualTo(new Desk(
                            "〈HOME お申込みに関するお問い合わせ〉",
                            "HOME コンタクトセンター",
                            "03-6631-2540",
                            "平日 9：00～18：00",
                            "home-support@canon-mj.co.jp"));
            assertThat(desks.of("therefore-uniflow"))
                    .isEqualTo(new Desk(
                            "〈 Therefore/uniFLOW お申込みに関するお問い合わせ〉",
                            "ソリューションサービス契約センター",
                            "03-6719-9532",
                            "平日 9:30～12:00 13:00～17:00",
                            "contract-csps@canon-mj.co.jp"));
            assertThatThrownBy(() -> desks.of("elsewhere"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("elsewhere");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "portal.mail.from=nobody",
                "portal.mail.from=",
                "portal.mail.message-id-domain=portal example",
                "portal.mail.message-id-domain=portal.example>",
                "portal.contract-center.mail=a@b.example,c@d.example",
                "portal.desks.home.tel="
            })
    void refusesToStartWithASettingThatWouldSpoilTheMails(String setting) {
        portal.withPropertyValues(setting).run(context -> assertThat(context).hasFailed());
    }
}
