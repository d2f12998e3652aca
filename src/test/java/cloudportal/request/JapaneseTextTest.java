package cloudportal.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JapaneseTextTest {

    @ParameterizedTest
    @ValueSource(strings = {"ja-JP", "en-US", "ar-SA-u-nu-arab", "th-TH-u-ca-buddhist", "de-DE"})
    void writesDatesAndAmountsAsTheGuideDoesWhateverTheMachinesLanguage(String language) {
        Locale machine = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag(language));
            assertThat(JapaneseText.date(LocalDate.of(2019, 11, 3))).isEqualTo("2019/11/03");
            assertThat(JapaneseText.month(YearMonth.of(2023, 3))).isEqualTo("2023年3月");
            assertThat(JapaneseText.yen(12_000L)).isEqualTo("12,000円（税抜）");
            assertThat(JapaneseText.minimumTerm(12)).isEqualTo("12ヶ月（月額12回）");
            assertThat(new RequestNumber(LocalDate.of(2019, 4, 7), 204_493)).hasToString("R-20190407-204493");
        } finally {
            Locale.setDefault(machine);
        }
    }

    @Test
    void leavesBlankWhatIsAbsent() {
        assertThat(JapaneseText.date(null)).isEmpty();
        assertThat(JapaneseText.month(null)).isEmpty();
        assertThat(JapaneseText.yen(null)).isEmpty();
        assertThat(JapaneseText.domain(null)).isEmpty();
        assertThat(JapaneseText.minimumTerm(0)).isEqualTo("最低利用期間無し");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {"0, 0, ''", "10, 30000, '30,000円（税抜）'", "10, null, 10か月分", "1, 0, 0円（税抜）"})
    void writesTheSettlementInMonthsWhereTheFeeIsUnknown(int months, Long amount, String text) {
        assertThat(JapaneseText.settlement(months, amount)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"transfer, ドメインを他社に移行", "abolish, ドメイン廃止"})
    void wordsTheDomainDispositionAsTheScreenDoes(String disposition, String text) {
        assertThat(JapaneseText.domain(disposition)).isEqualTo(text);
    }
}
