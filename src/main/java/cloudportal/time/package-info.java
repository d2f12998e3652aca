/**
 * The portal's one clock: Japan's time, from which every date, time stamp and deadline is read.
 * Under the profile {@code demo} it can be set to start at another instant, so that the guide's walk is repeated to the day.
 */
package cloudportal.time;
