package cloudportal.terms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.time.api.Dates;

/** The rules against a walk through the calendar, day by day, on any day and on the days around month ends and leap days. */
class CancellationRulesProperties {

    private static final int OFFERED = 12;

    @Provide
    Arbitrary<LocalDate> days() {
        Arbitrary<LocalDate> anyDay = Dates.dates().between(LocalDate.of(2015, 1, 1), LocalDate.of(2105, 12, 31));
        Arbitrary<LocalDate> aroundMonthEnds =
                anyDay.flatMap(day -> Arbitraries.integers().between(-2, 2).map(days -> CalendarWalk.firstOfMonth(day)
                        .plusDays(days)));
        Arbitrary<LocalDate> aroundFebruary = Arbitraries.of(2019, 2020, 2024, 2027, 2028, 2096, 2099, 2100, 2104)
                .flatMap(year -> Arbitraries.integers().between(-32, 32).map(days -> LocalDate.of(year, 2, 28)
                        .plusDays(days)));
        return Arbitraries.oneOf(anyDay, aroundMonthEnds, aroundFebruary);
    }

    @Property
    void endOfNextMonthIsWhereAWalkToTheEndOfTheNextMonthEnds(@ForAll("days") LocalDate appliedOn) {
        assertThat(CancellationDate.endOfNextMonth(appliedOn)).isEqualTo(CalendarWalk.endOfNextMonth(appliedOn));
    }

    @Property
    void deadlineIsWhereCountingBackDayByDayEnds(
            @ForAll("days") LocalDate day, @ForAll @IntRange(max = 130) int noticeDays, @ForAll NoticeAnchor anchor) {
        // given
        Cutoff cutoff = new Cutoff(CutoffRule.DAYS_BEFORE_MONTH, noticeDays, anchor);
        LocalDate month = CalendarWalk.firstOfMonth(day);
        // then
        assertThat(cutoff.deadlineFor(YearMonth.from(day)))
                .isEqualTo(CalendarWalk.deadline(month, noticeDays, anchor == NoticeAnchor.MONTH_END));
    }

    @Property
    void monthsOnOfferAreThoseWhoseDeadlineAWalkFindsNotOver(
            @ForAll("days") LocalDate today, @ForAll @IntRange(max = 130) int noticeDays, @ForAll NoticeAnchor anchor) {
        // given
        boolean fromMonthEnd = anchor == NoticeAnchor.MONTH_END;
        List<MonthOption> expected = CalendarWalk.offered(today, noticeDays, fromMonthEnd, OFFERED).stream()
                .map(month -> new MonthOption(
                        YearMonth.from(month),
                        CalendarWalk.deadline(month, noticeDays, fromMonthEnd),
                        CalendarWalk.lastOfMonth(month)))
                .toList();
        // then
        assertThat(rules(1).offeredMonths(chosenMonth(12, noticeDays, anchor), today))
                .isEqualTo(expected);
    }

    @Property
    void minimumTermIsMetExactlyWhenEnoughBillsFallDueUntilTheCancellationDate(
            @ForAll("days") LocalDate startDate,
            @ForAll @IntRange(max = 2) int offset,
            @ForAll @IntRange(max = 36) int minimum,
            @ForAll @IntRange(min = -70, max = 1_500) int daysLater,
            @ForAll @LongRange(max = 10_000_000) long fee) {
        // given
        LocalDate today = startDate.plusDays(daysLater);
        LocalDate billingStart = CalendarWalk.billingStart(startDate, offset);
        // when
        Assessment assessment =
                rules(offset).assess(endOfNextMonth(minimum), new BilledContract(startDate, null, fee), today, null);
        // then
        int bills = CalendarWalk.bills(billingStart, CalendarWalk.endOfNextMonth(today));
        assertThat(assessment.cancellationDate()).isEqualTo(CalendarWalk.endOfNextMonth(today));
        assertThat(assessment.minimumTermEnd())
                .isEqualTo(minimum == 0 ? null : CalendarWalk.minimumTermEnd(billingStart, minimum));
        assertThat(bills + assessment.shortfallMonths()).isEqualTo(Math.max(bills, minimum));
        assertThat(assessment.settlementAmount()).isEqualTo(CalendarWalk.settlement(bills, minimum, fee));
        assertThat(assessment.cutoffDeadline()).isEqualTo(CalendarWalk.lastOfMonth(today));
    }

    @Property
    void anyMonthOnOfferIsAssessedAtItsEnd(
            @ForAll("days") LocalDate startDate,
            @ForAll @IntRange(max = 1_000) int daysLater,
            @ForAll @IntRange(max = 100) int noticeDays,
            @ForAll NoticeAnchor anchor,
            @ForAll @IntRange(max = OFFERED - 1) int choice,
            @ForAll @IntRange(max = 24) int minimum) {
        // given
        LocalDate today = startDate.plusDays(daysLater);
        boolean fromMonthEnd = anchor == NoticeAnchor.MONTH_END;
        LocalDate month =
                CalendarWalk.offered(today, noticeDays, fromMonthEnd, OFFERED).get(choice);
        // when
        Assessment assessment = rules(1).assess(
                        chosenMonth(minimum, noticeDays, anchor),
                        new BilledContract(startDate, null, 1L),
                        today,
                        YearMonth.from(month));
        // then
        LocalDate end = CalendarWalk.lastOfMonth(month);
        int bills = CalendarWalk.bills(CalendarWalk.billingStart(startDate, 1), end);
        assertThat(assessment.cancellationDate()).isEqualTo(end);
        assertThat(assessment.desiredMonth()).isEqualTo(YearMonth.from(month));
        assertThat(assessment.cutoffDeadline()).isEqualTo(CalendarWalk.deadline(month, noticeDays, fromMonthEnd));
        assertThat(assessment.settlementAmount()).isEqualTo(CalendarWalk.settlement(bills, minimum, 1));
    }

    @Property
    void aMonthIsRefusedExactlyWhenAWalkDoesNotFindItOnOffer(
            @ForAll("days") LocalDate today,
            @ForAll @IntRange(max = 100) int noticeDays,
            @ForAll NoticeAnchor anchor,
            @ForAll @IntRange(min = -100, max = 700) int daysAway) {
        // given
        LocalDate month = CalendarWalk.firstOfMonth(today.plusDays(daysAway));
        ServiceTerms terms = chosenMonth(12, noticeDays, anchor);
        BilledContract contract = new BilledContract(today, null, 1L);
        List<LocalDate> offered = CalendarWalk.offered(today, noticeDays, anchor == NoticeAnchor.MONTH_END, OFFERED);
        // then
        if (offered.contains(month)) {
            assertThat(rules(1).assess(terms, contract, today, YearMonth.from(month))
                            .desiredMonth())
                    .isEqualTo(YearMonth.from(month));
        } else {
            assertThatExceptionOfType(MonthNotOfferedException.class)
                    .isThrownBy(() -> rules(1).assess(terms, contract, today, YearMonth.from(month)));
        }
    }

    @Property(tries = 200)
    void freeFromIsTheFirstApplicationDayThatAWalkFindsWithoutAShortfall(
            @ForAll("days") LocalDate startDate,
            @ForAll @IntRange(max = 1) int offset,
            @ForAll @IntRange(min = 1, max = 13) int minimum) {
        // given
        BilledContract contract = new BilledContract(startDate, null, 1L);
        LocalDate billingStart = CalendarWalk.billingStart(startDate, offset);
        // when a walk starts where the earliest cancellation date lies before the first bill
        LocalDate day = billingStart.minusDays(100);
        while (CalendarWalk.bills(billingStart, CalendarWalk.endOfNextMonth(day)) < minimum) {
            day = day.plusDays(1);
        }
        // then
        assertThat(rules(offset)
                        .assess(endOfNextMonth(minimum), contract, startDate, null)
                        .freeFrom())
                .isEqualTo(day);
    }

    @Property(tries = 200)
    void freeFromIsTheFirstDayOnWhichAWalkFindsTheEarliestMonthOnOfferWithoutAShortfall(
            @ForAll("days") LocalDate startDate,
            @ForAll @IntRange(max = 70) int noticeDays,
            @ForAll NoticeAnchor anchor,
            @ForAll @IntRange(min = 1, max = 6) int minimum) {
        // given
        BilledContract contract = new BilledContract(startDate, null, 1L);
        LocalDate billingStart = CalendarWalk.billingStart(startDate, 1);
        boolean fromMonthEnd = anchor == NoticeAnchor.MONTH_END;
        // when
        LocalDate day = billingStart.minusDays(200);
        while (CalendarWalk.bills(billingStart, earliestEnd(day, noticeDays, fromMonthEnd)) < minimum) {
            day = day.plusDays(1);
        }
        // then
        assertThat(rules(1).assess(chosenMonth(minimum, noticeDays, anchor), contract, startDate, null)
                        .freeFrom())
                .isEqualTo(day);
    }

    @Property
    void waitingADayNeverEndsTheContractEarlierNorCostsMore(
            @ForAll("days") LocalDate startDate,
            @ForAll @IntRange(max = 600) int daysLater,
            @ForAll NoticeAnchor anchor,
            @ForAll boolean choosesMonth) {
        // given
        LocalDate today = startDate.plusDays(daysLater);
        ServiceTerms terms = choosesMonth ? chosenMonth(12, 35, anchor) : endOfNextMonth(12);
        BilledContract contract = new BilledContract(startDate, null, 3_000L);
        // when
        Assessment now = rules(1).assess(terms, contract, today, null);
        Assessment tomorrow = rules(1).assess(terms, contract, today.plusDays(1), null);
        // then
        assertThat(tomorrow.cancellationDate()).isAfterOrEqualTo(now.cancellationDate());
        assertThat(tomorrow.settlementAmount()).isLessThanOrEqualTo(now.settlementAmount());
        assertThat(tomorrow.freeFrom()).isEqualTo(now.freeFrom());
        assertThat(tomorrow.cancellationDate().equals(now.cancellationDate()))
                .isEqualTo(today.isBefore(now.cutoffDeadline()));
    }

    @Property
    void anApplicationInTimeFromTheMonthsStartIsInTimeFromItsEnd(
            @ForAll("days") LocalDate today, @ForAll @IntRange(max = 130) int noticeDays) {
        // when
        List<MonthOption> fromStart =
                rules(1).offeredMonths(chosenMonth(12, noticeDays, NoticeAnchor.MONTH_START), today);
        List<MonthOption> fromEnd = rules(1).offeredMonths(chosenMonth(12, noticeDays, NoticeAnchor.MONTH_END), today);
        // then
        assertThat(fromEnd.get(0).month()).isBeforeOrEqualTo(fromStart.get(0).month());
    }

    private static LocalDate earliestEnd(LocalDate day, int noticeDays, boolean fromMonthEnd) {
        return CalendarWalk.lastOfMonth(
                CalendarWalk.offered(day, noticeDays, fromMonthEnd, 1).get(0));
    }

    private static CancellationRules rules(int offset) {
        return new CancellationRules(offset, OFFERED);
    }

    private static ServiceTerms endOfNextMonth(int minimum) {
        return new ServiceTerms(
                minimum, new Cutoff(CutoffRule.END_OF_NEXT_MONTH, 0, NoticeAnchor.MONTH_START), false, "home");
    }

    private static ServiceTerms chosenMonth(int minimum, int noticeDays, NoticeAnchor anchor) {
        return new ServiceTerms(
                minimum, new Cutoff(CutoffRule.DAYS_BEFORE_MONTH, noticeDays, anchor), false, "therefore-uniflow");
    }
}
