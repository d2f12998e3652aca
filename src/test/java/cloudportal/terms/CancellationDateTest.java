package cloudportal.terms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CancellationDateTest {

    @ParameterizedTest
    @CsvSource({
        "2019-10-15, 2019-11-30",
        "2019-10-01, 2019-11-30",
        "2019-10-31, 2019-11-30",
        "2019-11-01, 2019-12-31",
        "2019-11-30, 2019-12-31",
        "2019-12-01, 2020-01-31",
        "2019-12-31, 2020-01-31",
        "2019-07-31, 2019-08-31",
        "2019-08-30, 2019-09-30",
        "2019-08-31, 2019-09-30",
    })
    void endsTheContractOnTheLastDayOfTheNextMonth(LocalDate appliedOn, LocalDate cancellationDate) {
        assertThat(CancellationDate.endOfNextMonth(appliedOn)).isEqualTo(cancellationDate);
    }

    @ParameterizedTest
    @CsvSource({
        "2019-01-31, 2019-02-28",
        "2019-02-28, 2019-03-31",
        "2020-01-31, 2020-02-29",
        "2020-02-28, 2020-03-31",
        "2020-02-29, 2020-03-31",
        "2028-01-30, 2028-02-29",
        "2028-02-29, 2028-03-31",
        "2100-01-29, 2100-02-28",
        "2100-02-28, 2100-03-31",
        "2000-01-31, 2000-02-29",
    })
    void knowsHowLongFebruaryIs(LocalDate appliedOn, LocalDate cancellationDate) {
        assertThat(CancellationDate.endOfNextMonth(appliedOn)).isEqualTo(cancellationDate);
    }
}
