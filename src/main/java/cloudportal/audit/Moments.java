package cloudportal.audit;

import cloudportal.time.BusinessClock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Date;

/** Moments as they go out: ISO 8601 in Japan's time. */
final class Moments {

    private Moments() {}

    static String text(OffsetDateTime time) {
        return time == null ? null : text(time.toInstant());
    }

    /** A moment of the engine's history. */
    static String text(Date time) {
        return time == null ? null : text(time.toInstant());
    }

    private static String text(Instant time) {
        return time.atZone(BusinessClock.ZONE).format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
    }
}
