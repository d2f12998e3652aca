package cloudportal.notice;

import static cloudportal.notice.SampleMails.facts;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MailTextsTest {

    @Test
    void confirmsTheGuidesCaseToTheLetter() {
        // given
        MailFacts typeM = facts().build();
        // when
        MailText mail = MailTexts.write(MailKind.RECEIPT, typeM);
        // then
        assertThat(mail.subject()).isEqualTo("【クラウドサービスポータルサイト】解約お申込受付のご案内（R-20191015-238079）");
        assertThat(mail.body())
                .isEqualTo(
                        """
                        観音堂株式会社
                        観音 花子 様

                        クラウドサービスポータルサイトをご利用いただき、ありがとうございます。
                        解約のお申込を承りました。お申込の内容は次のとおりです。

                        ■ お申込内容
                        お申込番号: R-20191015-238079
                        お申込日: 2019/10/15
                        契約番号: HMMH061530
                        サービス種別: HOME
                        サービス: type-M
                        解約日: 2019/11/30
                        ドメイン: ドメインを他社に移行
                        解約理由:
                        サービスを利用しなくなったため解約します。
                        最低利用期間を満たしていませんが、料金が発生することは承知しています。
                        ドメインは他社に移す予定です

                        ■ 最低利用期間
                        最低利用期間: 12ヶ月（月額12回）
                        最低利用期間満了日: 2020/09/30
                        不足回数: 10回
                        まとめてお支払いいただく料金（目安）: 30,000円（税抜）
                        ※費用は標準価格で目安の金額です。実際の金額は、ご請求の際に確定します。

                        ■ 今後のお手続き
                        ・サービスは、解約日（2019/11/30）の24:00に終了します。必要なデータは、それまでに保存してください。
                        ・ドメインの移行は、解約日（2019/11/30）までに完了する必要があります。お手続きは契約センターよりご連絡します。

                        〈HOME お申込みに関するお問い合わせ〉
                        HOME コンタクトセンター
                        TEL : 03-0000-0001
                        受付時間：平日 9：00～18：00
                        Email: home@desk.example

                        ※このメールは送信専用のアドレスからお送りしています。ご返信いただいてもお答えできません。
                        """);
    }

    @Test
    void saysThatThereIsNoMinimumTerm() {
        // given
        MailFacts typeO = facts().service("HOME", "type-O")
                .reason("不要になりました。")
                .domain(null)
                .minimumTerm(0, null)
                .shortfall(0, 0L)
                .build();
        // when
        String body = MailTexts.write(MailKind.RECEIPT, typeO).body();
        // then
        assertThat(body).contains("最低利用期間: 最低利用期間無し\n\n").doesNotContain("不足回数", "目安", "ドメイン");
    }

    @Test
    void saysThatNothingIsDueWhenTheMinimumTermIsMet() {
        // given
        MailFacts met = facts().minimumTerm(12, LocalDate.of(2018, 9, 30))
                .shortfall(0, 0L)
                .build();
        // when
        String body = MailTexts.write(MailKind.RECEIPT, met).body();
        // then
        assertThat(body)
                .contains("最低利用期間満了日: 2018/09/30\n不足回数: 0回\nまとめてお支払いいただく料金: ありません\n")
                .doesNotContain("目安");
    }

    @Test
    void countsTheMonthsWhereTheMonthlyFeeIsUnknown() {
        // given
        MailFacts unknownFee = facts().shortfall(10, null).build();
        // when
        String body = MailTexts.write(MailKind.RECEIPT, unknownFee).body();
        // then
        assertThat(body).contains("まとめてお支払いいただく料金（目安）: 10か月分\n").doesNotContain("円（税抜）");
    }

    @Test
    void groupsTheDigitsOfLargeAmounts() {
        // given
        MailFacts large = facts().shortfall(10, 1_234_567_890L).build();
        // when
        String body = MailTexts.write(MailKind.RECEIPT, large).body();
        // then
        assertThat(body).contains("1,234,567,890円（税抜）");
    }

    @Test
    void namesTheDesiredMonthWhereTheCustomerChoseOne() {
        // given
        MailFacts therefore = facts().service("Therefore Online", "Therefore Online")
                .domain(null)
                .desiredMonth(YearMonth.of(2023, 3))
                .build();
        // when
        String body = MailTexts.write(MailKind.RECEIPT, therefore).body();
        // then
        assertThat(body).contains("解約日: 2023/03/31\n解約希望月: 2023年3月\n");
    }

    @Test
    void warnsThatAnAbolishedDomainMayBeLost() {
        // given
        MailFacts abolished = facts().domain("abolish").build();
        // when
        String body = MailTexts.write(MailKind.RECEIPT, abolished).body();
        // then
        assertThat(body).contains("ドメイン: ドメイン廃止\n", "・ドメインは、解約日（2019/11/30）までに契約センターが廃止のお手続きを行います。");
    }

    @Test
    void tellsWhyARequestWasReturnedAndThatTheContractGoesOn() {
        // given
        MailFacts returned = facts().comment("移行先の事業者名をご記入ください。").build();
        // when
        MailText mail = MailTexts.write(MailKind.RETURNED, returned);
        // then
        assertThat(mail.subject()).isEqualTo("【クラウドサービスポータルサイト】解約お申込差戻しのご案内（R-20191015-238079）");
        assertThat(mail.body())
                .contains("■ 差戻しの理由\n移行先の事業者名をご記入ください。\n", "ご契約は継続しています。", "あらためてお申込みいただいた日をもとに")
                .doesNotContain("解約日: ");
    }

    @Test
    void tellsThatARetractedContractGoesOn() {
        // given
        MailFacts retracted = facts().build();
        // when
        MailText mail = MailTexts.write(MailKind.RETRACTED, retracted);
        // then
        assertThat(mail.subject()).isEqualTo("【クラウドサービスポータルサイト】解約お申込取下げのご案内（R-20191015-238079）");
        assertThat(mail.body()).contains("ご契約は継続し、引き続きサービスをご利用いただけます。", "取下げ前の解約日: 2019/11/30");
    }

    @Test
    void tellsThatTheContractEndedAndWhatIsStillDue() {
        // given
        MailFacts ended = facts().build();
        // when
        MailText mail = MailTexts.write(MailKind.COMPLETED, ended);
        // then
        assertThat(mail.subject()).isEqualTo("【クラウドサービスポータルサイト】解約完了のご案内（R-20191015-238079）");
        assertThat(mail.body()).contains("解約日をもって終了しました。", "解約日: 2019/11/30", "30,000円（税抜）", "※費用は標準価格で目安の金額です。");
    }

    @Test
    void leavesTheMinimumTermOutOfTheEndWhenNothingIsDue() {
        // given
        MailFacts ended = facts().shortfall(0, 0L).build();
        // when
        String body = MailTexts.write(MailKind.COMPLETED, ended).body();
        // then
        assertThat(body).doesNotContain("最低利用期間");
    }

    @Test
    void remindsOfADraftWithItsDateAndTheWaysOn() {
        // given
        MailFacts draft = facts().draft().build();
        // when
        MailText mail = MailTexts.write(MailKind.DRAFT_REMINDER, draft);
        // then
        assertThat(mail.subject()).isEqualTo("【クラウドサービスポータルサイト】作成中の解約お申込のご案内（R-20191015-238079）");
        assertThat(mail.body())
                .contains("解約日（作成時点）: 2019/11/30\nこの解約日でのお申込期限: 2019/10/31\n", "「解約」", "「取消」", "「サービス開始」")
                .doesNotContain("お申込日:");
    }

    @Test
    void remindsTheContractCenterOfTheDomain() {
        // given
        MailFacts due = facts().build();
        // when
        MailText mail = MailTexts.write(MailKind.DOMAIN_REMINDER, due);
        // then
        assertThat(mail.subject()).isEqualTo("【クラウドサービスポータルサイト】ドメイン手続期限のお知らせ（R-20191015-238079）");
        assertThat(mail.body())
                .startsWith("契約センター ご担当者様\n")
                .contains("会社名: 観音堂株式会社\n", "解約日: 2019/11/30\nドメイン: ドメインを他社に移行\n")
                .doesNotContain("HOME コンタクトセンター");
    }

    @ParameterizedTest
    @EnumSource(MailKind.class)
    void neverSpeaksOfAPenaltyAndNeverLeavesAGap(MailKind kind) {
        // given
        MailFacts typeM = facts().build();
        // when
        MailText mail = MailTexts.write(kind, typeM);
        // then
        assertThat(mail.subject() + mail.body()).doesNotContain("違約金", "ペナルティ", "null", "%");
        assertThat(mail.body()).contains("送信専用");
    }
}
