package cloudportal.reliability;

import java.time.Instant;

/** A time in which the database was away, so that nobody could be served. */
record Outage(Instant from, Instant until) {

    boolean includes(Instant moment) {
        return !moment.isBefore(from) && !moment.isAfter(until);
    }
}
