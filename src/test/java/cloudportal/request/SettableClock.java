package cloudportal.request;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;

/** Japan's clock, standing still until it is set. */
final class SettableClock extends Clock {

    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

    private volatile Instant now = Instant.EPOCH;

    /** @param isoOffsetDateTime for example {@code 2019-10-15T10:00:00+09:00} */
    void set(String isoOffsetDateTime) {
        now = OffsetDateTime.parse(isoOffsetDateTime).toInstant();
    }

    @Override
    public ZoneId getZone() {
        return JAPAN;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(now, zone);
    }

    @Override
    public Instant instant() {
        return now;
    }
}
