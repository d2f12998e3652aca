package cloudportal.engine.model;

import java.time.DateTimeException;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.regex.Pattern;
import javax.xml.datatype.DatatypeConfigurationException;
import javax.xml.datatype.DatatypeFactory;
import javax.xml.datatype.Duration;

/** Times as the engine reads them; an expression stands for itself, its names are checked elsewhere. */
final class Iso8601 {

    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{\\s*\\w+\\s*}");
    private static final Pattern REPETITION = Pattern.compile("R\\d*");

    private static final long MINUTE = 60_000;

    private Iso8601() {}

    static boolean isDate(String text) {
        return isExpression(text) || isDateTime(text);
    }

    static boolean isDuration(String text) {
        return isExpression(text) || isPeriod(text);
    }

    /** {@code R3/PT10M}, or with a start or an end between or behind. */
    static boolean isCycle(String text) {
        if (isExpression(text)) {
            return true;
        }
        String[] parts = text.split("/");
        return parts.length >= 2
                && REPETITION.matcher(parts[0]).matches()
                && Arrays.stream(parts).skip(1).allMatch(part -> isPeriod(part) || isDateTime(part));
    }

    /** {@code R3/PT10M}, or the waits before each retry: {@code PT1M,PT5M}. */
    static boolean areRetries(String text) {
        return isCycle(text)
                || Arrays.stream(text.split(",")).map(String::strip).allMatch(Iso8601::isPeriod);
    }

    /** A duration, whatever the day it is added to. */
    static boolean isMinuteOrMore(String text) {
        try {
            Duration duration = DatatypeFactory.newInstance().newDuration(text);
            return duration.getTimeInMillis(new GregorianCalendar(2001, Calendar.FEBRUARY, 1)) >= MINUTE;
        } catch (IllegalArgumentException e) {
            return false;
        } catch (DatatypeConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A repetition by the minute or slower, a limited number of times or without an end. */
    static boolean isCalmCycle(String text, int mostTimes) {
        String[] parts = text.split("/");
        if (parts.length != 2 || !REPETITION.matcher(parts[0]).matches() || !isMinuteOrMore(parts[1])) {
            return false;
        }
        String times = parts[0].substring(1);
        return times.isEmpty() || times.length() <= 4 && Integer.parseInt(times) <= mostTimes;
    }

    private static boolean isExpression(String text) {
        return EXPRESSION.matcher(text).matches();
    }

    private static boolean isDateTime(String text) {
        try {
            DateTimeFormatter.ISO_DATE_TIME.parse(text);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static boolean isPeriod(String text) {
        try {
            DatatypeFactory.newInstance().newDuration(text);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        } catch (DatatypeConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }
}
