package cloudportal.terms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class CutoffTest {

    @ParameterizedTest
    @CsvSource({
        "2023-02, 2022-12-28, 2023-01-24",
        "2023-03, 2023-01-25, 2023-02-24",
        "2023-06, 2023-04-27, 2023-05-26",
        "2023-12, 2023-10-27, 2023-11-26",
        "2024-02, 2023-12-28, 2024-01-25",
        "2024-03, 2024-01-26, 2024-02-25",
        "2024-01, 2023-11-27, 2023-12-27",
        "2028-02, 2027-12-28, 2028-01-25",
        "2028-03, 2028-01-26, 2028-02-25",
        "2100-02, 2099-12-28, 2100-01-24",
        "2100-03, 2100-01-25, 2100-02-24",
    })
    void countsThirtyFiveDaysBackFromEitherAnchor(YearMonth desired, LocalDate fromStart, LocalDate fromEnd) {
        // given
        Cutoff countedFromStart = new Cutoff(CutoffRule.DAYS_BEFORE_MONTH, 35, NoticeAnchor.MONTH_START);
        Cutoff countedFromEnd = new Cutoff(CutoffRule.DAYS_BEFORE_MONTH, 35, NoticeAnchor.MONTH_END);
        // then
        assertThat(countedFromStart.deadlineFor(desired)).isEqualTo(fromStart);
        assertThat(countedFromEnd.deadlineFor(desired)).isEqualTo(fromEnd);
    }

    @ParameterizedTest
    @CsvSource({
        "0,  MONTH_START, 2020-03-01",
        "1,  MONTH_START, 2020-02-29",
        "30, MONTH_START, 2020-01-31",
        "0,  MONTH_END,   2020-03-31",
        "31, MONTH_END,   2020-02-29",
        "60, MONTH_END,   2020-01-31",
    })
    void countsAsManyDaysAsTheTableSays(int noticeDays, NoticeAnchor anchor, LocalDate deadline) {
        // given
        Cutoff cutoff = new Cutoff(CutoffRule.DAYS_BEFORE_MONTH, noticeDays, anchor);
        // then
        assertThat(cutoff.deadlineFor(YearMonth.of(2020, 3))).isEqualTo(deadline);
    }

    @ParameterizedTest
    @CsvSource({"2019-11, 2019-10-31", "2020-01, 2019-12-31", "2020-03, 2020-02-29", "2100-03, 2100-02-28"})
    void letsTheEndOfAMonthBeAppliedForUntilTheEndOfTheMonthBefore(YearMonth month, LocalDate deadline) {
        // given
        Cutoff cutoff = new Cutoff(CutoffRule.END_OF_NEXT_MONTH, 0, NoticeAnchor.MONTH_START);
        // then
        assertThat(cutoff.deadlineFor(month)).isEqualTo(deadline);
    }

    @ParameterizedTest
    @EnumSource(NoticeAnchor.class)
    void refusesNoticeDaysThatCannotBeMeant(NoticeAnchor anchor) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Cutoff(CutoffRule.DAYS_BEFORE_MONTH, -1, anchor))
                .withMessageContaining("-1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Cutoff(CutoffRule.END_OF_NEXT_MONTH, 35, anchor))
                .withMessageContaining("35");
    }

    @Test
    void needsARuleAndAnAnchor() {
        assertThatNullPointerException().isThrownBy(() -> new Cutoff(null, 0, NoticeAnchor.MONTH_START));
        assertThatNullPointerException().isThrownBy(() -> new Cutoff(CutoffRule.END_OF_NEXT_MONTH, 0, null));
    }

    @Test
    void readsTheWordsOfTheDecisionTable() {
        assertThat(CutoffRule.of("end-of-next-month")).isEqualTo(CutoffRule.END_OF_NEXT_MONTH);
        assertThat(CutoffRule.of("days-before-month")).isEqualTo(CutoffRule.DAYS_BEFORE_MONTH);
        assertThat(NoticeAnchor.of("month-start")).isEqualTo(NoticeAnchor.MONTH_START);
        assertThat(NoticeAnchor.of("month-end")).isEqualTo(NoticeAnchor.MONTH_END);
        assertThat(CutoffRule.values()).allMatch(rule -> CutoffRule.of(rule.code()) == rule);
        assertThat(NoticeAnchor.values()).allMatch(anchor -> NoticeAnchor.of(anchor.code()) == anchor);
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"END_OF_NEXT_MONTH", "Month-Start", " month-end", "next-month"})
    void guessesNoWordThatItDoesNotKnow(String code) {
        assertThatIllegalArgumentException().isThrownBy(() -> CutoffRule.of(code));
        assertThatIllegalArgumentException().isThrownBy(() -> NoticeAnchor.of(code));
    }
}
