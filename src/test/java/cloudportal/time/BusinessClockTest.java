package cloudportal.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class BusinessClockTest {

    private final TimeZone zoneOfTheBuild = TimeZone.getDefault();
    private final ApplicationContextRunner portal =
            new ApplicationContextRunner().withUserConfiguration(BusinessClock.class);

    @AfterEach
    void restoreZone() {
        TimeZone.setDefault(zoneOfTheBuild);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTC", "Asia/Tokyo", "America/Los_Angeles", "Pacific/Kiritimati"})
    void countsDaysInJapanWhateverTheZoneOfTheMachine(String zone) {
        // given a machine elsewhere, and an instant at which Japan is already in the next month
        TimeZone.setDefault(TimeZone.getTimeZone(zone));
        portal.withPropertyValues("spring.profiles.active=demo", "portal.clock=2019-10-31T15:00:00Z")
                .run(context -> {
                    // when
                    Clock clock = context.getBean(Clock.class);
                    // then
                    assertThat(clock.getZone()).isEqualTo(BusinessClock.ZONE);
                    assertThat(LocalDate.now(clock)).isEqualTo("2019-11-01");
                });
    }

    @Test
    void startsAtTheGivenInstantAndTicks() {
        // given
        Instant start = Instant.parse("2019-10-15T01:00:00Z");
        portal.withPropertyValues("spring.profiles.active=demo", "portal.clock=2019-10-15T10:00:00+09:00")
                .run(context -> {
                    Clock clock = context.getBean(Clock.class);
                    // when
                    Instant first = clock.instant();
                    Instant later = awaitAnInstantAfter(first, clock);
                    // then
                    assertThat(first).isBetween(start, start.plus(Duration.ofMinutes(5)));
                    assertThat(later).isAfter(first);
                });
    }

    @Test
    void tellsTheOffsetByWhichOtherClocksAreShifted() {
        portal.withPropertyValues("spring.profiles.active=demo", "portal.clock=2019-10-15T10:00:00+09:00")
                .run(context -> {
                    // given
                    ClockOffset offset = context.getBean(ClockOffset.class);
                    // when
                    long shifted = Clock.systemUTC().millis() + offset.toMillis();
                    // then
                    assertThat(Instant.ofEpochMilli(shifted))
                            .isCloseTo(context.getBean(Clock.class).instant(), within(1, ChronoUnit.SECONDS));
                });
    }

    @Test
    void isTheRealTimeUnlessSet() {
        portal.withPropertyValues("portal.clock=").run(context -> {
            // when
            Instant now = context.getBean(Clock.class).instant();
            // then
            assertThat(context.getBean(ClockOffset.class).value()).isZero();
            assertThat(now).isCloseTo(Clock.systemUTC().instant(), within(5, ChronoUnit.SECONDS));
        });
    }

    @Test
    void refusesToStartWithASetClockOutsideTheDemo() {
        portal.withPropertyValues("portal.clock=2019-10-15T10:00:00+09:00")
                .run(context -> assertThat(context.getStartupFailure())
                        .rootCause()
                        .isInstanceOf(InvalidConfigurationPropertyValueException.class)
                        .hasMessageContaining("portal.clock")
                        .extracting(e -> ((InvalidConfigurationPropertyValueException) e).getReason())
                        .asString()
                        .contains("profile demo only"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2019-10-15", "2019-10-15T10:00:00", "yesterday"})
    void refusesToStartWithAnInstantItCannotRead(String start) {
        portal.withPropertyValues("spring.profiles.active=demo", "portal.clock=" + start)
                .run(context -> assertThat(context.getStartupFailure())
                        .rootCause()
                        .isInstanceOf(InvalidConfigurationPropertyValueException.class)
                        .hasMessageContaining(start));
    }

    private static Instant awaitAnInstantAfter(Instant first, Clock clock) {
        Instant now = clock.instant();
        while (!now.isAfter(first)) {
            now = clock.instant();
        }
        return now;
    }
}
