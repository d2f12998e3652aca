package cloudportal.engine.model;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How things are named, and how long their history is kept. */
final class Naming {

    /** Eleven years after receipt. */
    private static final int DAYS_TO_KEEP = 4018;

    static final String TIME_TO_LIVE = "P" + DAYS_TO_KEEP + "D";
    private static final Pattern DAYS = Pattern.compile("P([0-9]{1,6})D");

    private static final Pattern KEBAB_CASE = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final Pattern CAMEL_CASE = Pattern.compile("[a-z][A-Za-z0-9]*");

    private static final Pattern GENERATED =
            Pattern.compile("(Activity|Event|Gateway|Flow|Field|TextAnnotation|Group|Lane|Participant)_[0-9a-z]{7}");

    private Naming() {}

    /** As Modeler names what a person has drawn and not named. */
    static boolean isGenerated(String id) {
        return GENERATED.matcher(id).matches();
    }

    static boolean isLongEnough(String timeToLive) {
        Matcher days = DAYS.matcher(String.valueOf(timeToLive));
        return days.matches() && Integer.parseInt(days.group(1)) >= DAYS_TO_KEEP;
    }

    static boolean isKebabCase(String text) {
        return KEBAB_CASE.matcher(text).matches();
    }

    static boolean isCamelCase(String text) {
        return text != null && CAMEL_CASE.matcher(text).matches();
    }

    /** The prefix table: an id is the type of the element, an underscore and a camelCase name. */
    static String prefixOf(String elementType) {
        if (elementType.endsWith("Gateway")) {
            return "gateway_";
        }
        return switch (elementType) {
            case "boundaryEvent", "intermediateCatchEvent", "intermediateThrowEvent" -> "event_";
            case "sequenceFlow" -> "flow_";
            default -> elementType + "_";
        };
    }
}
