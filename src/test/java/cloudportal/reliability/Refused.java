package cloudportal.reliability;

import java.time.Instant;

/**
 * An answer other than the one that was hoped for.
 *
 * @param asked what was called
 * @param text what people would read
 */
record Refused(Instant at, String asked, int status, String text) {}
