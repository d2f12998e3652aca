package cloudportal.terms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CancellationRulesTest {

    private static final long FEE = 3_000;

    private final CancellationRules rules = new CancellationRules(1, 12);

    /** The vectors in which billing starts in the month after the start date's: 翌月課金. */
    @ParameterizedTest
    @CsvSource({
        "12, 2019-09-15, 2019-10-15, 2019-11-30, 10, 2020-09-30",
        "12, 2019-09-15, 2020-07-31, 2020-08-31, 1,  2020-09-30",
        "12, 2019-09-15, 2020-08-01, 2020-09-30, 0,  2020-09-30",
        "2,  2019-09-15, 2019-09-20, 2019-10-31, 1,  2019-11-30",
        "2,  2019-09-15, 2019-10-01, 2019-11-30, 0,  2019-11-30",
        "1,  2019-09-15, 2019-09-20, 2019-10-31, 0,  2019-10-31",
        "0,  2019-09-15, 2019-09-20, 2019-10-31, 0,",
        "12, 2017-08-31, 2018-06-30, 2018-07-31, 1,  2018-08-31",
        "12, 2017-08-31, 2018-07-01, 2018-08-31, 0,  2018-08-31",
        "12, 2019-02-01, 2020-01-15, 2020-02-29, 0,  2020-02-29",
        "12, 2027-01-31, 2027-11-30, 2027-12-31, 1,  2028-01-31",
        "12, 2027-01-31, 2027-12-31, 2028-01-31, 0,  2028-01-31",
        "12, 2028-02-29, 2029-01-31, 2029-02-28, 0,  2029-02-28",
        "12, 2028-02-29, 2028-12-31, 2029-01-31, 1,  2029-02-28",
        "12, 2099-02-28, 2100-01-31, 2100-02-28, 0,  2100-02-28",
    })
    void assessesAContractThatIsBilledFromTheMonthAfterItsStart(
            int minimum, LocalDate start, LocalDate today, LocalDate date, int shortfall, LocalDate end) {
        assertAssessed(1, minimum, start, today, date, shortfall, end);
    }

    /** The same vectors with billing from the start date's own month: 当月課金. */
    @ParameterizedTest
    @CsvSource({
        "12, 2019-09-15, 2019-10-15, 2019-11-30, 9, 2020-08-31",
        "12, 2019-09-15, 2020-07-31, 2020-08-31, 0, 2020-08-31",
        "12, 2019-09-15, 2020-08-01, 2020-09-30, 0, 2020-08-31",
        "2,  2019-09-15, 2019-09-20, 2019-10-31, 0, 2019-10-31",
        "2,  2019-09-15, 2019-10-01, 2019-11-30, 0, 2019-10-31",
        "1,  2019-09-15, 2019-09-20, 2019-10-31, 0, 2019-09-30",
        "0,  2019-09-15, 2019-09-20, 2019-10-31, 0,",
        "12, 2017-08-31, 2018-06-30, 2018-07-31, 0, 2018-07-31",
        "12, 2017-08-31, 2018-07-01, 2018-08-31, 0, 2018-07-31",
        "12, 2019-02-01, 2020-01-15, 2020-02-29, 0, 2020-01-31",
        "12, 2028-02-29, 2028-12-31, 2029-01-31, 0, 2029-01-31",
        "12, 2028-02-29, 2028-11-30, 2028-12-31, 1, 2029-01-31",
    })
    void assessesAContractThatIsBilledFromTheMonthOfItsStart(
            int minimum, LocalDate start, LocalDate today, LocalDate date, int shortfall, LocalDate end) {
        assertAssessed(0, minimum, start, today, date, shortfall, end);
    }

    private static void assertAssessed(
            int offset, int minimum, LocalDate start, LocalDate today, LocalDate date, int shortfall, LocalDate end) {
        // given
        BilledContract contract = new BilledContract(start, null, FEE);
        // when
        Assessment assessment = new CancellationRules(offset, 12).assess(home(minimum), contract, today, null);
        // then
        assertThat(assessment.assessedOn()).isEqualTo(today);
        assertThat(assessment.cancellationDate()).isEqualTo(date);
        assertThat(assessment.desiredMonth()).isNull();
        assertThat(assessment.minimumTermMonths()).isEqualTo(minimum);
        assertThat(assessment.minimumTermEnd()).isEqualTo(end);
        assertThat(assessment.shortfallMonths()).isEqualTo(shortfall);
        assertThat(assessment.settlementAmount()).isEqualTo(shortfall * FEE);
    }

    @ParameterizedTest
    @CsvSource({
        "2019-10-15, 2019-10-31",
        "2019-10-31, 2019-10-31",
        "2019-11-01, 2019-11-30",
        "2020-02-01, 2020-02-29",
        "2019-12-31, 2019-12-31",
    })
    void keepsTheDateOfTheNextMonthsEndUntilTheMonthOfApplicationEnds(LocalDate today, LocalDate deadline) {
        // when
        Assessment assessment = rules.assess(home(12), startedOn("2019-09-15"), today, null);
        // then
        assertThat(assessment.cutoffDeadline()).isEqualTo(deadline);
    }

    @ParameterizedTest
    @CsvSource({
        "12, 2019-09-15, 2020-08-01",
        "2,  2019-09-15, 2019-10-01",
        "1,  2019-09-15, 2019-09-01",
        "12, 2019-02-01, 2020-01-01",
        "12, 2019-03-31, 2020-02-01",
        "0,  2019-09-15,",
    })
    void saysFromWhichDayAnApplicationCostsNothingExtra(int minimum, String start, LocalDate freeFrom) {
        // when
        Assessment assessment = rules.assess(home(minimum), startedOn(start), LocalDate.of(2022, 5, 10), null);
        // then
        assertThat(assessment.freeFrom()).isEqualTo(freeFrom);
    }

    @ParameterizedTest
    @CsvSource({
        "MONTH_START, 2020-06-28",
        "MONTH_END,   2020-07-28",
    })
    void saysFromWhichDayTheEarliestMonthOnOfferCostsNothingExtra(NoticeAnchor anchor, LocalDate freeFrom) {
        // given a contract whose minimum term ends on 2020-09-30
        BilledContract contract = startedOn("2019-09-15");
        // when
        Assessment dayBefore = rules.assess(therefore(anchor), contract, freeFrom.minusDays(1), null);
        Assessment onTheDay = rules.assess(therefore(anchor), contract, freeFrom, null);
        // then
        assertThat(dayBefore.freeFrom()).isEqualTo(freeFrom);
        assertThat(dayBefore.shortfallMonths()).isEqualTo(1);
        assertThat(onTheDay.freeFrom()).isEqualTo(freeFrom);
        assertThat(onTheDay.shortfallMonths()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "2023-01-23, 2023-03-31, 2023-02-28",
        "2023-01-24, 2023-03-31, 2023-02-28",
        "2023-01-25, 2023-03-31, 2023-03-31",
        "2023-01-26, 2023-04-30, 2023-03-31",
        "2023-01-27, 2023-04-30, 2023-03-31",
        "2023-02-24, 2023-04-30, 2023-03-31",
        "2023-02-25, 2023-04-30, 2023-04-30",
        "2023-12-31, 2024-03-31, 2024-02-29",
        "2024-01-26, 2024-03-31, 2024-03-31",
        "2024-01-27, 2024-04-30, 2024-03-31",
        "2023-01-31, 2023-04-30, 2023-03-31",
        "2023-08-30, 2023-11-30, 2023-10-31",
        "2023-08-31, 2023-11-30, 2023-10-31",
        "2023-02-28, 2023-05-31, 2023-04-30",
        "2024-02-29, 2024-05-31, 2024-04-30",
        "2099-12-28, 2100-02-28, 2100-02-28",
        "2099-12-29, 2100-03-31, 2100-02-28",
    })
    void proposesTheEarliestMonthWhoseDeadlineIsNotOver(LocalDate today, LocalDate fromStart, LocalDate fromEnd) {
        // given
        BilledContract contract = startedOn("2018-06-01");
        // when
        Assessment countedFromStart = rules.assess(therefore(NoticeAnchor.MONTH_START), contract, today, null);
        Assessment countedFromEnd = rules.assess(therefore(NoticeAnchor.MONTH_END), contract, today, null);
        // then
        assertThat(countedFromStart.cancellationDate()).isEqualTo(fromStart);
        assertThat(countedFromStart.desiredMonth()).isEqualTo(YearMonth.from(fromStart));
        assertThat(countedFromEnd.cancellationDate()).isEqualTo(fromEnd);
        assertThat(countedFromEnd.desiredMonth()).isEqualTo(YearMonth.from(fromEnd));
    }

    @Test
    void offersAYearOfMonthsEachWithItsDeadlineTheEarliestFirst() {
        // when
        var offered = rules.offeredMonths(therefore(NoticeAnchor.MONTH_START), LocalDate.of(2023, 1, 25));
        // then
        assertThat(offered)
                .hasSize(12)
                .startsWith(
                        option("2023-03", "2023-01-25", "2023-03-31"), option("2023-04", "2023-02-25", "2023-04-30"))
                .endsWith(option("2024-02", "2023-12-28", "2024-02-29"));
    }

    @Test
    void offersAsManyMonthsAsItIsSetTo() {
        // given
        CancellationRules three = new CancellationRules(1, 3);
        // then
        assertThat(three.offeredMonths(therefore(NoticeAnchor.MONTH_END), LocalDate.of(2023, 1, 25)))
                .extracting(MonthOption::month)
                .containsExactly(YearMonth.of(2023, 3), YearMonth.of(2023, 4), YearMonth.of(2023, 5));
    }

    @Test
    void offersTheCurrentMonthWhereNoNoticeIsNeeded() {
        // given
        ServiceTerms terms = therefore(new Cutoff(CutoffRule.DAYS_BEFORE_MONTH, 0, NoticeAnchor.MONTH_END));
        // then
        assertThat(rules.offeredMonths(terms, LocalDate.of(2023, 1, 31)))
                .first()
                .isEqualTo(option("2023-01", "2023-01-31", "2023-01-31"));
    }

    @Test
    void offersNoMonthsWhereTheDateFollowsFromTheApplication() {
        assertThat(rules.offeredMonths(home(12), LocalDate.of(2019, 10, 15))).isEmpty();
    }

    @Test
    void takesAnyMonthOnOfferAndItsDeadline() {
        // given
        BilledContract contract = startedOn("2022-09-01");
        // when
        Assessment assessment = rules.assess(
                therefore(NoticeAnchor.MONTH_START), contract, LocalDate.of(2023, 1, 25), YearMonth.of(2023, 8));
        // then
        assertThat(assessment)
                .isEqualTo(new Assessment(
                        LocalDate.of(2023, 1, 25),
                        LocalDate.of(2023, 8, 31),
                        YearMonth.of(2023, 8),
                        12,
                        LocalDate.of(2023, 9, 30),
                        1,
                        FEE,
                        LocalDate.of(2023, 6, 28),
                        LocalDate.of(2023, 6, 27)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2023-03", "2022-12", "2024-04", "2123-01"})
    void refusesAMonthThatIsNoLongerOrNotYetOnOfferAndNamesThoseThatAre(YearMonth desired) {
        // given the first day on which 2023-03 can no longer be applied for
        LocalDate today = LocalDate.of(2023, 1, 26);
        ServiceTerms terms = therefore(NoticeAnchor.MONTH_START);
        // when
        MonthNotOfferedException refusal = catchThrowableOfType(
                MonthNotOfferedException.class, () -> rules.assess(terms, startedOn("2018-06-01"), today, desired));
        // then
        assertThat(refusal).hasMessageContaining(desired.toString());
        assertThat(refusal.offered())
                .isEqualTo(rules.offeredMonths(terms, today))
                .extracting(MonthOption::month)
                .startsWith(YearMonth.of(2023, 4))
                .endsWith(YearMonth.of(2024, 3));
    }

    @Test
    void refusesAMonthForAServiceThatOffersNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rules.assess(
                        home(12), startedOn("2019-09-15"), LocalDate.of(2019, 10, 15), YearMonth.of(2019, 11)));
    }

    @ParameterizedTest
    @CsvSource({
        "2019-09, 9, 2020-08-31",
        "2019-11, 11, 2020-10-31",
        "2020-01, 12, 2020-12-31",
    })
    void believesTheContractWhereItSaysWhenBillingStarts(YearMonth billingStart, int shortfall, LocalDate end) {
        // given
        BilledContract contract = new BilledContract(LocalDate.of(2019, 9, 15), billingStart, FEE);
        // when
        Assessment assessment = rules.assess(home(12), contract, LocalDate.of(2019, 10, 15), null);
        // then
        assertThat(assessment.shortfallMonths()).isEqualTo(shortfall);
        assertThat(assessment.minimumTermEnd()).isEqualTo(end);
    }

    @Test
    void givesNoAmountOnlyWhereAShortfallMeetsAnUnknownFee() {
        // given
        BilledContract feeUnknown = new BilledContract(LocalDate.of(2019, 9, 15), null, null);
        // when
        Assessment early = rules.assess(home(12), feeUnknown, LocalDate.of(2019, 10, 15), null);
        Assessment late = rules.assess(home(12), feeUnknown, LocalDate.of(2020, 8, 1), null);
        // then
        assertThat(early.shortfallMonths()).isEqualTo(10);
        assertThat(early.settlementAmount()).isNull();
        assertThat(late.settlementAmount()).isZero();
    }

    @Test
    void billsOnlyTheMissingMonthsAndNeverMoreThanALongCanHold() {
        // given
        BilledContract free = new BilledContract(LocalDate.of(2019, 9, 15), null, 0L);
        BilledContract absurd = new BilledContract(LocalDate.of(2019, 9, 15), null, Long.MAX_VALUE);
        LocalDate today = LocalDate.of(2019, 10, 15);
        // then
        assertThat(rules.assess(home(12), free, today, null).settlementAmount()).isZero();
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> rules.assess(home(12), absurd, today, null));
    }

    @Test
    void evaluatesTheMinimumTermAtTheCancellationDateAndNotAtTheApplication() {
        // given an application two months before the minimum term's end
        LocalDate today = LocalDate.of(2020, 8, 1);
        // when
        Assessment assessment = rules.assess(home(12), startedOn("2019-09-15"), today, null);
        // then
        assertThat(assessment.minimumTermEnd()).isAfter(today);
        assertThat(assessment.shortfallMonths()).isZero();
    }

    @Test
    void cannotBeSetToBillBeforeTheContractOrToOfferNoMonth() {
        assertThatIllegalArgumentException().isThrownBy(() -> new CancellationRules(-1, 12));
        assertThatIllegalArgumentException().isThrownBy(() -> new CancellationRules(1, 0));
    }

    @Test
    void refusesTermsAndContractsThatMakeNoSense() {
        // given
        Cutoff cutoff = new Cutoff(CutoffRule.END_OF_NEXT_MONTH, 0, NoticeAnchor.MONTH_START);
        LocalDate start = LocalDate.of(2019, 9, 15);
        // then
        assertThatIllegalArgumentException().isThrownBy(() -> new ServiceTerms(-1, cutoff, false, "home"));
        assertThatNullPointerException().isThrownBy(() -> new ServiceTerms(12, null, false, "home"));
        assertThatNullPointerException().isThrownBy(() -> new ServiceTerms(12, cutoff, false, null));
        assertThatNullPointerException().isThrownBy(() -> new BilledContract(null, null, FEE));
        assertThatIllegalArgumentException().isThrownBy(() -> new BilledContract(start, null, -1L));
    }

    private static ServiceTerms home(int minimumTermMonths) {
        Cutoff cutoff = new Cutoff(CutoffRule.END_OF_NEXT_MONTH, 0, NoticeAnchor.MONTH_START);
        return new ServiceTerms(minimumTermMonths, cutoff, false, "home");
    }

    private static ServiceTerms therefore(NoticeAnchor anchor) {
        return therefore(new Cutoff(CutoffRule.DAYS_BEFORE_MONTH, 35, anchor));
    }

    private static ServiceTerms therefore(Cutoff cutoff) {
        return new ServiceTerms(12, cutoff, false, "therefore-uniflow");
    }

    private static BilledContract startedOn(String date) {
        return new BilledContract(LocalDate.parse(date), null, FEE);
    }

    private static MonthOption option(String month, String deadline, String cancellationDate) {
        return new MonthOption(YearMonth.parse(month), LocalDate.parse(deadline), LocalDate.parse(cancellationDate));
    }
}
