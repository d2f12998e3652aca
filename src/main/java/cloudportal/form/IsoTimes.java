package cloudportal.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.regex.Pattern;

/** What form-js's date and time pickers yield: {@code 2019-11-30}, {@code 09:30}, or both with a {@code T} between. */
final class IsoTimes {

    /** What follows a time, as a form says with {@code timeSerializingFormat}. */
    enum Zone {
        NONE(""),
        UTC("Z"),
        /** Of the browser, wherever it is. */
        OFFSET("[+-](0\\d|1[0-4]):[0-5]\\d");

        private final Pattern end;

        Zone(String pattern) {
            end = Pattern.compile(pattern + "$");
        }

        static Zone of(JsonNode format) {
            return switch (format.asText("no_timezone")) {
                case "no_timezone" -> NONE;
                case "utc_normalized" -> UTC;
                case "utc_offset" -> OFFSET;
                default ->
                    throw new UnsupportedForm.Problem(
                            "時刻の形式「%s」は使えません。no_timezone、utc_offset、utc_normalized のいずれかを指定してください。"
                                    .formatted(format.asText()));
            };
        }
    }

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd").withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm").withResolverStyle(ResolverStyle.STRICT);

    private IsoTimes() {}

    static boolean isDate(Object value) {
        // form-js writes the year as it is, and cannot read it again where it has fewer digits.
        return value instanceof String text && !text.startsWith("0") && parses(() -> LocalDate.parse(text, DATE));
    }

    static boolean isTime(Object value, Zone zone) {
        return value instanceof String text
                && zone.end.matcher(text).find()
                && parses(() -> LocalTime.parse(zone.end.matcher(text).replaceFirst(""), TIME));
    }

    static boolean isDateTime(Object value, Zone zone) {
        if (!(value instanceof String text)) {
            return false;
        }
        String[] parts = text.split("T", -1);
        return parts.length == 2 && isDate(parts[0]) && isTime(parts[1], zone);
    }

    private static boolean parses(Runnable parse) {
        try {
            parse.run();
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
