package cloudportal.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloudportal.contract.Contract;
import cloudportal.contract.ContractDirectory;
import cloudportal.contract.Customer;
import cloudportal.request.CustomerCases;
import cloudportal.request.DraftAnswers;
import cloudportal.request.FulfilmentCases;
import cloudportal.request.RequestNotice;
import cloudportal.terms.Cutoff;
import cloudportal.terms.CutoffRule;
import cloudportal.terms.NoticeAnchor;
import cloudportal.terms.ServiceTerms;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.orm.jpa.DataJpaTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@DataJpaTest(
        showSql = false,
        includeFilters =
                @Filter(type = FilterType.REGEX, pattern = "cloudportal\\.(request|contract|notice)\\.[A-Za-z]+"))
class MailWriterTest {

    private static final ServiceTerms TYPE_M =
            new ServiceTerms(12, new Cutoff(CutoffRule.END_OF_NEXT_MONTH, 0, NoticeAnchor.MONTH_START), true, "home");
    private static final ServiceTerms THEREFORE = new ServiceTerms(
            12, new Cutoff(CutoffRule.DAYS_BEFORE_MONTH, 35, NoticeAnchor.MONTH_START), false, "therefore-uniflow");

    @TestConfiguration(proxyBeanMethods = false)
    static class TheGuidesDay {

        @Bean
        Clock clock() {
            return Clock.fixed(Instant.parse("2019-10-15T01:00:00Z"), ZoneId.of("Asia/Tokyo"));
        }
    }

    @Autowired
    private CustomerCases customerCases;

    @Autowired
    private FulfilmentCases fulfilmentCases;

    @Autowired
    private ContractDirectory directory;

    @Autowired
    private ApplicationEventPublisher publisher;

    @Autowired
    private JdbcTemplate jdbc;

    @Test
    void confirmsASubmissionToTheLoginThatMadeIt() {
        // when
        String number = submitted("HMMH061530", TYPE_M, new DraftAnswers("不要になりました。", "transfer", null));
        // then
        Map<String, Object> mail = mail("RECEIPT");
        assertThat(mail)
                .containsEntry("request_number", number)
                .containsEntry("recipient", "kannon@kannon-do.example")
                .containsEntry("recipient_name", "観音 花子")
                .containsEntry("status", "UNSENT")
                .containsEntry("subject", "【クラウドサービスポータルサイト】解約お申込受付のご案内（" + number + "）")
                .containsEntry("message_id", "<" + number + ".receipt.1@portal.example>");
        assertThat(mail.get("body").toString())
                .startsWith("株式会社観音堂\n観音 花子 様\n")
                .contains(
                        "お申込日: 2019/10/15\n契約番号: HMMH061530\nサービス種別: HOME\nサービス: type-M\n解約日: 2019/11/30\nドメイン: ドメインを他社に移行\n",
                        "解約理由:\n不要になりました。\n",
                        "最低利用期間: 12ヶ月（月額12回）\n最低利用期間満了日: 2020/09/30\n不足回数: 10回\n",
                        "30,000円（税抜）",
                        "〈HOME お申込みに関するお問い合わせ〉\nHOME コンタクトセンター\nTEL : 03-6631-2540\n受付時間：平日 9：00～18：00\n"
                                + "Email: home-support@canon-mj.co.jp\n");
    }

    @Test
    void namesTheDeskAndTheDesiredMonthForThereforeOnline() {
        // when
        submitted("CSTO032002", THEREFORE, new DraftAnswers("不要になりました。", null, "2020-01"));
        // then
        assertThat(mail("RECEIPT").get("body").toString())
                .contains(
                        "解約日: 2020/01/31\n解約希望月: 2020年1月\n",
                        "〈 Therefore/uniFLOW お申込みに関するお問い合わせ〉\nソリューションサービス契約センター\nTEL : 03-6719-9532\n"
                                + "受付時間：平日 9:30～12:00 13:00～17:00\nEmail: contract-csps@canon-mj.co.jp\n")
                .doesNotContain("ドメイン:");
    }

    @Test
    void passesTheContractCentersCommentOnWithAReturn() {
        // given
        String number = submitted("HMMH061530", TYPE_M, new DraftAnswers("不要になりました。", "transfer", null));
        // when
        fulfilmentCases.review(number, "return", "移行先をご記入ください。", "center@portal.example");
        // then
        assertThat(mail("RETURNED"))
                .containsEntry("recipient", "kannon@kannon-do.example")
                .extractingByKey("body")
                .asString()
                .contains("■ 差戻しの理由\n移行先をご記入ください。\n");
    }

    @Test
    void keepsTheContractCentersNoteOnARetractionToItself() {
        // given
        String number = submitted("HMMH061530", TYPE_M, new DraftAnswers("不要になりました。", "transfer", null));
        // when
        fulfilmentCases.retract(number, true, "電話で連絡あり。", "center@portal.example");
        // then
        assertThat(mail("RETRACTED"))
                .extractingByKey("body")
                .asString()
                .contains("取下げ前の解約日: 2019/11/30")
                .doesNotContain("電話で連絡あり。");
    }

    @Test
    void tellsTheEndOfTheContractOnce() {
        // given
        String number = submitted("HMMH061530", TYPE_M, new DraftAnswers("不要になりました。", "abolish", null));
        // when
        fulfilmentCases.terminate(number);
        fulfilmentCases.terminate(number);
        // then
        assertThat(mail("COMPLETED")).extractingByKey("body").asString().contains("解約日をもって終了しました。");
    }

    @Test
    void remindsOfADraftAsOftenAsItIsLeftOpen() {
        // given
        drafted("HMMH061530", TYPE_M, new DraftAnswers("不要になりました。", "transfer", null));
        // when
        customerCases.draftLeftOpen("case-HMMH061530");
        customerCases.draftLeftOpen("case-HMMH061530");
        // then
        assertThat(jdbc.queryForList("select sequence from mail_outbox where kind = 'DRAFT_REMINDER'", Integer.class))
                .containsExactly(1, 2);
    }

    @Test
    void remindsTheContractCenterAndNotTheCustomerOfTheDomain() {
        // given
        String number = submitted("HMMH061530", TYPE_M, new DraftAnswers("不要になりました。", "transfer", null));
        // when
        fulfilmentCases.reminded(number);
        // then
        assertThat(mail("DOMAIN_REMINDER"))
                .containsEntry("recipient", "center@portal.example")
                .containsEntry("recipient_name", "契約センター");
    }

    @Test
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    void writesNothingOutsideATransaction() {
        // given
        RequestNotice notice = new RequestNotice("R-20191015-238079", RequestNotice.Kind.RECEIPT, null);
        // when
        assertThatThrownBy(() -> publisher.publishEvent(notice))
                // then
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    private String submitted(String contractNumber, ServiceTerms terms, DraftAnswers answers) {
        String number = drafted(contractNumber, terms, answers);
        assertThat(customerCases.submit("case-" + contractNumber, true).stillAsShown())
                .isTrue();
        return number;
    }

    private String drafted(String contractNumber, ServiceTerms terms, DraftAnswers answers) {
        addTheCustomer();
        String id = "case-" + contractNumber;
        customerCases.open(id, "kannon@kannon-do.example");
        customerCases.choose(id, contractNumber);
        customerCases.judge(id, Optional.of(terms), 1);
        return customerCases.saveDraft(id, answers).getNumber();
    }

    private void addTheCustomer() {
        Customer kannon = directory.add(new Customer("株式会社観音堂", "観音 花子"), List.of("kannon@kannon-do.example"));
        directory.add(contract(kannon, "HMMH061530", "HOME", "type-M"));
        directory.add(contract(kannon, "CSTO032002", "Therefore Online", "Therefore Online"));
    }

    private Map<String, Object> mail(String kind) {
        return jdbc.queryForMap("select * from mail_outbox where kind = ?", kind);
    }

    private static Contract contract(Customer customer, String number, String category, String service) {
        LocalDate start = LocalDate.of(2019, 9, 15);
        return new Contract(
                number,
                customer.getId(),
                category,
                service,
                start,
                start.withDayOfMonth(1).plusMonths(1),
                3_000L);
    }
}
