package cloudportal.time;

import java.time.Duration;

/**
 * How far the business clock runs ahead of the machine's (negative: behind). Whatever keeps a clock of its own, as the
 * process engine does, is shifted by the same amount.
 *
 * @param value zero unless {@code portal.clock} is set
 */
public record ClockOffset(Duration value) {

    /** The offset in milliseconds. */
    public long toMillis() {
        return value.toMillis();
    }
}
