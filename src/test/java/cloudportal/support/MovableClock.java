package cloudportal.support;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Date;
import java.util.concurrent.atomic.AtomicReference;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/** The business clock of the tests: stands still until it is moved, and moves the engine's clock with it. */
public final class MovableClock extends Clock {

    public static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

    private final AtomicReference<Instant> now;

    public MovableClock(String isoOffsetDateTime) {
        now = new AtomicReference<>(OffsetDateTime.parse(isoOffsetDateTime).toInstant());
    }

    /** @param isoOffsetDateTime for example {@code 2019-10-15T10:00:00+09:00} */
    public void moveTo(String isoOffsetDateTime) {
        now.set(OffsetDateTime.parse(isoOffsetDateTime).toInstant());
        ClockUtil.setCurrentTime(Date.from(instant()));
    }

    @Override
    public ZoneId getZone() {
        return JAPAN;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(instant(), zone);
    }

    @Override
    public Instant instant() {
        return now.get();
    }
}
