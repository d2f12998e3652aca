package cloudportal.request;

import static cloudportal.request.RequestFixture.THEREFORE;
import static cloudportal.request.RequestFixture.TYPE_M;
import static cloudportal.request.RequestFixture.TYPE_O;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloudportal.terms.CancellationRules;
import cloudportal.terms.ServiceTerms;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class DraftCheckTest {

    private static final String REASON = "サービスを利用しなくなったため解約します。";
    private static final LocalDate TODAY = LocalDate.of(2023, 1, 24);
    private static final CancellationRules RULES = new CancellationRules(1, 12);

    @Test
    void takesTheAnswersOfAServiceWithADomain() {
        // when
        DraftCheck.Checked checked = check(TYPE_M, REASON, "abolish", null);
        // then
        assertThat(checked).isEqualTo(new DraftCheck.Checked(REASON, "abolish", null));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "　"})
    void takesBlanksForNoAnswerWhereNoneIsAsked(String blank) {
        assertThat(check(TYPE_O, REASON, blank, blank)).isEqualTo(new DraftCheck.Checked(REASON, null, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2023-03", "2023-04", "2024-02"})
    void takesAMonthThatIsOffered(String month) {
        assertThat(check(THEREFORE, REASON, null, month).desiredMonth()).isEqualTo(YearMonth.parse(month));
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                refusal(TYPE_M, null, "transfer", null, "解約理由を入力してください。"),
                refusal(TYPE_M, "", "transfer", null, "解約理由を入力してください。"),
                refusal(TYPE_M, " \t\r\n\u3000\u00A0\u200B\uFEFF", "transfer", null, "解約理由を入力してください。"),
                refusal(TYPE_M, "あ".repeat(1024), "transfer", null, "解約理由は1,000文字以内で入力してください（現在1,024文字）。"),
                refusal(TYPE_M, "😀".repeat(1001), "transfer", null, "解約理由は1,000文字以内で入力してください（現在1,001文字）。"),
                refusal(TYPE_M, "a\u0000b", "transfer", null, "解約理由に使用できない文字が含まれています。文字を入力し直してください。"),
                refusal(TYPE_M, "a\u001Bb", "transfer", null, "解約理由に使用できない文字が含まれています。文字を入力し直してください。"),
                refusal(TYPE_M, "a\u0085b", "transfer", null, "解約理由に使用できない文字が含まれています。文字を入力し直してください。"),
                refusal(TYPE_M, "a\uD83Db", "transfer", null, "解約理由に使用できない文字が含まれています。文字を入力し直してください。"),
                refusal(TYPE_M, REASON, null, null, "ドメイン移行・ドメイン廃止のどちらかを選択してください。"),
                refusal(TYPE_M, REASON, "", null, "ドメイン移行・ドメイン廃止のどちらかを選択してください。"),
                refusal(TYPE_M, REASON, "keep", null, "ドメイン移行・ドメイン廃止のどちらかを選択してください。"),
                refusal(TYPE_O, REASON, "transfer", null, "このサービスではドメイン移行・ドメイン廃止の選択は不要です。画面を更新して、もう一度お進みください。"),
                refusal(TYPE_M, REASON, "transfer", "2023-03", "このサービスでは解約希望月の選択は不要です。画面を更新して、もう一度お進みください。"),
                refusal(THEREFORE, REASON, null, null, "解約希望月を選択してください。"),
                refusal(THEREFORE, REASON, null, " ", "解約希望月を選択してください。"),
                refusal(THEREFORE, REASON, null, "2023/03", "解約希望月を選択肢の中から選択してください。"),
                refusal(THEREFORE, REASON, null, "2023-13", "解約希望月を選択肢の中から選択してください。"),
                refusal(
                        THEREFORE,
                        REASON,
                        null,
                        "2023-02",
                        "選択された解約希望月はお申込期限を過ぎているか、選択できる範囲を超えています。2023年3月以降の解約希望月を選択してください。"),
                refusal(
                        THEREFORE,
                        REASON,
                        null,
                        "2024-03",
                        "選択された解約希望月はお申込期限を過ぎているか、選択できる範囲を超えています。2023年3月以降の解約希望月を選択してください。"));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void saysWhatToDoWhereAnAnswerIsMissingOrWrong(ServiceTerms terms, DraftAnswers answers, String sentence) {
        assertThatThrownBy(() -> new DraftCheck().check(answers, terms, RULES.offeredMonths(terms, TODAY)))
                .isInstanceOf(RequestRefusedException.class)
                .hasMessage(sentence);
    }

    @Test
    void countsTheCharactersThatAPersonCountsAndALineBreakOnce() {
        // given 998 characters outside the basic plane and a Windows line break before the last one
        String typed = "𠮷".repeat(998) + "\r\n" + "末";
        // when
        String reason = check(TYPE_O, typed, null, null).reason();
        // then
        assertThat(reason.codePointCount(0, reason.length())).isEqualTo(1000);
        assertThat(reason).endsWith("𠮷\n末");
    }

    @Test
    void countsInTheGuidesDigitsWhateverTheMachinesLanguage() {
        Locale machine = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertThatThrownBy(() -> check(TYPE_O, "あ".repeat(1024), null, null))
                    .hasMessage("解約理由は1,000文字以内で入力してください（現在1,024文字）。");
        } finally {
            Locale.setDefault(machine);
        }
    }

    private static DraftCheck.Checked check(ServiceTerms terms, String reason, String domain, String month) {
        return new DraftCheck()
                .check(new DraftAnswers(reason, domain, month), terms, RULES.offeredMonths(terms, TODAY));
    }

    private static Arguments refusal(ServiceTerms terms, String reason, String domain, String month, String sentence) {
        return Arguments.of(terms, new DraftAnswers(reason, domain, month), sentence);
    }
}
