package cloudportal.model;

import java.util.regex.Pattern;

/** How things are named, and how long their history is kept. */
final class Naming {

    /** Eleven years after receipt. */
    static final String TIME_TO_LIVE = "P4018D";

    private static final Pattern KEBAB_CASE = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final Pattern CAMEL_CASE = Pattern.compile("[a-z][A-Za-z0-9]*");

    private Naming() {}

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
