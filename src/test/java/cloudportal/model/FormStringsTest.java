package cloudportal.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the guide prints stands on the forms, to the letter. */
class FormStringsTest {

    private static final String SITE = "クラウドサービスポータルサイト";

    @ParameterizedTest(name = "guide {0}: {2} prints {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            3.1  | # ご契約一覧 | select-contract
            3.1  | 「詳細」 | select-contract
            3.1  | 契約番号 | select-contract
            3.1  | 種別 | select-contract
            3.1  | サービス | select-contract
            3.1  | 開始日 | select-contract
            3.1  | ステータス | select-contract
            3.2  | 「サービス開始」 | select-contract
            3.3  | ※該当サービスのステータスが「サービス開始」ではなく「変更お申込作成中」の場合は、〈付録〉をご参照ください。 | select-contract
            4.1  | # ご契約情報詳細 | request-cancellation
            4.2  | ご契約内容の変更や解約を行う場合は変更内容に応じたボタンをクリックして変更お申込を行ってください。 | request-cancellation
            4.2  | ご契約内容に関するお問い合わせは「お問合せ」ボタンをクリックしてください。 | request-cancellation
            4.3  | オプション変更お申込 | request-cancellation
            4.3  | 基本情報変更お申込 | request-cancellation
            4.3  | 設定情報変更お申込 | request-cancellation
            4.3  | 解約お申込 | request-cancellation
            4.3  | お問合せ | request-cancellation
            4.3  | 一覧に戻る | request-cancellation
            4.4  | 費用は標準価格で目安の金額です | request-cancellation
            4.4  | 費用は標準価格で目安の金額です | give-reason
            4.4  | 費用は標準価格で目安の金額です | give-reason-and-domain
            4.4  | 費用は標準価格で目安の金額です | confirm-request
            4.5  | <th>契約番号</th> | request-cancellation
            4.5  | <th>契約ステータス</th> | request-cancellation
            4.5  | <th>サービス種別</th> | request-cancellation
            4.5  | <th>サービス</th> | request-cancellation
            5.1  | HOME、uniFLOW Online は、解約はお申し込んだ日の翌月末での解約となります。 | start-cancellation
            5.1  | HOME、uniFLOW Online は、解約はお申し込んだ日の翌月末での解約となります。 | give-reason
            5.1  | HOME、uniFLOW Online は、解約はお申し込んだ日の翌月末での解約となります。 | give-reason-and-domain
            5.2  | Therefore Online は解約希望月の 35 日前までにお申し込みが必要となります。 | start-cancellation
            5.2  | Therefore Online は解約希望月の 35 日前までにお申し込みが必要となります。 | give-reason
            5.2  | Therefore Online は解約希望月の 35 日前までにお申し込みが必要となります。 | give-reason-and-domain
            5.3  | 商品によっては最低利用期間があります。 | start-cancellation
            5.3  | 商品によっては最低利用期間があります。 | give-reason
            5.3  | 商品によっては最低利用期間があります。 | give-reason-and-domain
            5.4  | 最低利用期間までのご料金が発生しますので、あらかじめご了承ください。 | start-cancellation
            5.4  | 最低利用期間までのご料金が発生しますので、あらかじめご了承ください。 | give-reason
            5.4  | 最低利用期間までのご料金が発生しますので、あらかじめご了承ください。 | give-reason-and-domain
            5.5  | # 解約理由 入力 | give-reason
            5.5  | # 解約理由 入力 | give-reason-and-domain
            5.6  | 解約理由を入力して「保存して次へ」ボタンをクリックしてください。 | give-reason
            5.6  | 解約用のお申込を作成します。 | give-reason
            5.6  | 解約理由を入力して「保存して次へ」ボタンをクリックしてください。 | give-reason-and-domain
            5.6  | 解約用のお申込を作成します。 | give-reason-and-domain
            5.7  | 最低利用期間を経過しておりません。 | give-reason
            5.7  | このまま解約する場合は、最低利用期間分の料金をまとめてお支払いいただきます。 | give-reason
            5.7  | 最低利用期間を経過しておりません。 | give-reason-and-domain
            5.7  | このまま解約する場合は、最低利用期間分の料金をまとめてお支払いいただきます。 | give-reason-and-domain
            5.7  | 最低利用期間を経過しておりません。 | confirm-request
            5.7  | このまま解約する場合は、最低利用期間分の料金をまとめてお支払いいただきます。 | confirm-request
            5.8  | 解約理由 | give-reason
            5.8  | 解約理由 | give-reason-and-domain
            5.9  | ドメイン移行・ドメイン廃止 | give-reason-and-domain
            5.9  | ドメインを他社に移行 | give-reason-and-domain
            5.9  | ドメイン廃止 | give-reason-and-domain
            5.10 | お客様のドメインを解約後どうされるか「ドメインを他社サービスへ移行」あるいは「ドメイン廃止」のどちらかをご記入ください。 | give-reason-and-domain
            5.11 | 保存して次へ | give-reason
            5.11 | 戻る | give-reason
            5.11 | 保存して次へ | give-reason-and-domain
            5.11 | 戻る | give-reason-and-domain
            6.1  | # お申込情報詳細 | confirm-request
            6.1  | 「解約」ボタンをクリックしてください | confirm-request
            6.2  | お申込基本情報 | confirm-request
            6.2  | サービス詳細 | confirm-request
            6.2  | 販売店・サービス店・その他情報 | confirm-request
            6.2  | 添付ファイル | confirm-request
            6.2  | 解約理由 | confirm-request
            6.3  | ▼ 情報 | confirm-request
            6.3  | <th>サービス種別</th> | confirm-request
            6.3  | <th>お申込番号</th> | confirm-request
            6.3  | <th>サービス名</th> | confirm-request
            6.3  | <th>ライセンスNo</th> | confirm-request
            6.3  | <th>ステータス</th> | confirm-request
            6.5  | 解約 | confirm-request
            6.5  | 取消 | confirm-request
            6.5  | 一覧に戻る | confirm-request
            6.5  | 取消 | withdraw-draft
            6.5  | 一覧に戻る | withdraw-draft
            7.1  | {{request.confirmQuestion}} | confirm-request
            7.1  | OK | confirm-request
            8.1  | # お申込完了 | request-completed
            8.1  | 解約のお申込を承りました。 | request-completed
            8.1  | メールにて詳細内容をご案内しますのでご確認ください。 | request-completed
            8.2  | お申込一覧に戻る | request-completed
            8.4  | お申込一覧 | request-completed
            8.4  | お申込番号 | request-completed
            8.4  | サービス種別 | request-completed
            8.4  | サービス | request-completed
            8.4  | お申込日 | request-completed
            8.4  | ステータス | request-completed
            8.7  | 以上で解約申込は完了です。 | request-completed
            A.1  | 何らかのお申込途中です。誤って作成してしまった場合は、以下の手順で削除することができます。 | withdraw-draft
            A.3  | 「取消」をクリックします。 | withdraw-draft
            A.3  | 「OK」をクリックします。 | withdraw-draft
            A.3  | OK | withdraw-draft
            A.4  | 「変更お申込作成中」の文書は削除されました。 | draft-withdrawn
            A.5  | 「ご契約一覧」を確認すると、ステータスが「サービス開始」となります | draft-withdrawn
            A.6  | P4 に戻って解約のお申込を行います。 | draft-withdrawn
            """)
    void printsWhatTheGuidePrints(String section, String words, String form) {
        assertThat(PortalForms.prints(form)).as("guide %s", section).anyMatch(text -> text.contains(words));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"request-cancellation", "request-completed", "contact-desk"})
    void printsTheDeskLineByLineAsTheGuideDoes(String form) {
        // given: guide C.1-C.3, with the desk of the contract's service, and for HOME the one for products behind it
        String asked =
                """
                {{desk.title}}\s\s
                {{desk.name}}\s\s
                TEL : {{desk.tel}}\s\s
                受付時間：{{desk.hours}}\s\s
                Email: {{desk.email}}""";

        // when
        List<String> texts = PortalForms.prints(form);

        // then
        assertThat(texts)
                .filteredOn(text -> text.contains("{{desk."))
                .singleElement()
                .satisfies(text -> assertThat(text)
                        .isEqualTo(asked + "\n\n{{#if desk.product != null}}" + asked.replace("desk.", "desk.product.")
                                + "{{/if}}"));
    }

    @ParameterizedTest
    @MethodSource("lists")
    void listsTheColumnsInTheGuidesOrder(String form, String source, List<String> columns) {
        // when
        var table = PortalForms.only(
                form, component -> component.path("dataSource").asText().equals(source));

        // then
        assertThat(table.path("columns"))
                .extracting(column -> column.path("label").asText())
                .isEqualTo(columns);
    }

    static Stream<Arguments> lists() {
        List<String> requests = List.of("お申込番号", "サービス種別", "サービス", "お申込日", "ステータス");
        return Stream.of(
                Arguments.of("select-contract", "=contracts", List.of("契約番号", "種別", "サービス", "開始日", "ステータス")),
                Arguments.of("request-completed", "=requests", requests),
                Arguments.of("draft-withdrawn", "=requests", requests));
    }

    @Test
    void groupsTheConfirmationAsTheGuidesTabsInTheirOrder() {
        // given: guide 6.2
        var groups = PortalForms.components("confirm-request").stream()
                .filter(component -> component.path("type").asText().equals("group"));

        // then
        assertThat(groups.map(group -> group.path("label").asText()))
                .containsExactly("お申込基本情報", "サービス詳細", "販売店・サービス店・その他情報", "添付ファイル", "解約理由", "確認");
    }

    @Test
    void everyScreenBeginsWithTheSiteAndOneHeading() {
        assertThat(PortalForms.ids()).hasSize(16).allSatisfy(form -> {
            assertThat(PortalForms.prints(form).get(0)).startsWith(SITE + "\n\n# ");
            assertThat(PortalForms.prints(form))
                    .filteredOn(text -> text.matches("(?s)(.*\n)?#+ .*"))
                    .hasSize(1);
        });
    }
}
