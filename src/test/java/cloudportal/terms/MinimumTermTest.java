package cloudportal.terms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MinimumTermTest {

    @ParameterizedTest
    @CsvSource({
        "2019-09-30, 0, 12",
        "2019-10-01, 1, 11",
        "2019-10-31, 1, 11",
        "2019-11-30, 2, 10",
        "2020-08-31, 11, 1",
        "2020-09-30, 12, 0",
        "2020-10-31, 13, 0",
        "2017-01-31, 0, 12",
        "2119-09-30, 1200, 0",
    })
    void countsTheMonthsThatAreBilledAndThoseThatAreMissing(LocalDate cancellationDate, int billed, int shortfall) {
        // given
        MinimumTerm term = new MinimumTerm(YearMonth.of(2019, 10), 12);
        // then
        assertThat(term.billedUntil(cancellationDate)).isEqualTo(billed);
        assertThat(term.shortfall(cancellationDate)).isEqualTo(shortfall);
    }

    @ParameterizedTest
    @CsvSource({
        "2019-10, 12, 2020-09-30",
        "2019-10, 2,  2019-11-30",
        "2019-10, 1,  2019-10-31",
        "2019-03, 12, 2020-02-29",
        "2027-03, 12, 2028-02-29",
        "2099-03, 12, 2100-02-28",
        "2028-02, 12, 2029-01-31",
        "2019-12, 1,  2019-12-31",
        "2019-12, 2,  2020-01-31",
    })
    void endsOnTheLastDayOfTheLastMonthThatMustBeBilled(YearMonth billingStart, int billings, LocalDate end) {
        assertThat(new MinimumTerm(billingStart, billings).end()).contains(end);
    }

    @Test
    void countsEveryNumberOfMonthsFromTheStartAndNeverAddsUpShortenedMonths() {
        // given
        YearMonth january = YearMonth.of(2019, 1);
        // when
        List<String> ends = IntStream.rangeClosed(1, 14)
                .mapToObj(billings -> new MinimumTerm(january, billings).end().orElseThrow())
                .map(LocalDate::toString)
                .toList();
        // then
        assertThat(ends)
                .containsExactly(
                        "2019-01-31",
                        "2019-02-28",
                        "2019-03-31",
                        "2019-04-30",
                        "2019-05-31",
                        "2019-06-30",
                        "2019-07-31",
                        "2019-08-31",
                        "2019-09-30",
                        "2019-10-31",
                        "2019-11-30",
                        "2019-12-31",
                        "2020-01-31",
                        "2020-02-29");
    }

    @Test
    void neitherEndsNorFallsShortWhereThereIsNone() {
        // given
        MinimumTerm none = new MinimumTerm(YearMonth.of(2019, 10), 0);
        // then
        assertThat(none.end()).isEmpty();
        assertThat(none.shortfall(LocalDate.of(2019, 9, 30))).isZero();
        assertThat(none.shortfall(LocalDate.of(2019, 10, 31))).isZero();
    }

    @Test
    void cannotBeNegativeNorWithoutAStart() {
        assertThatIllegalArgumentException().isThrownBy(() -> new MinimumTerm(YearMonth.of(2019, 10), -1));
        assertThatNullPointerException().isThrownBy(() -> new MinimumTerm(null, 12));
    }
}
