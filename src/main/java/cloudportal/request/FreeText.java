package cloudportal.request;

import java.util.Optional;

/** Text that a person typed: kept as typed, but for the ends and the kind of line break (rules of the guide's input 5.8). */
final class FreeText {

    static final int LIMIT = 1000;

    private FreeText() {}

    /** The text without blanks around it, full-width ones too, and with plain line breaks; empty where nothing is left. */
    static Optional<String> of(String typed) {
        return Optional.ofNullable(typed)
                .map(text -> text.replace("\r\n", "\n").replace('\r', '\n'))
                .map(FreeText::strip)
                .filter(text -> !text.isEmpty());
    }

    /** How many characters a person would count. */
    static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /** Whether a character cannot be printed or stored: control characters other than line break and tab, lone surrogates. */
    static boolean isUnprintable(String text) {
        return text.codePoints()
                .anyMatch(character -> Character.isISOControl(character) && character != '\n' && character != '\t'
                        || Character.getType(character) == Character.SURROGATE);
    }

    /**
     * Text that may be left out.
     *
     * @throws RequestRefusedException where it is too long
     */
    static String optional(String typed, String field) {
        String text = of(typed).orElse(null);
        if (text != null && length(text) > LIMIT) {
            throw new RequestRefusedException(Sentences.TEXT_TOO_LONG.formatted(field, length(text)));
        }
        if (text != null && isUnprintable(text)) {
            throw new RequestRefusedException(Sentences.REASON_UNPRINTABLE.replace("解約理由", field));
        }
        return text;
    }

    private static String strip(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isBlank(text.charAt(start))) {
            start++;
        }
        while (end > start && isBlank(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    private static boolean isBlank(char character) {
        return Character.isWhitespace(character)
                || Character.isSpaceChar(character)
                || character == '\u200B'
                || character == '\uFEFF';
    }
}
