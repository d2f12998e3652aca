package cloudportal.request;

import java.util.Locale;
import java.util.Optional;

/** Text that a person typed: kept as typed, but for the kind of line break (guide 5.8). */
final class FreeText {

    private static final int LIMIT = 1000;

    private FreeText() {}

    /** The text with plain line breaks; empty where there is nothing but blanks, full-width ones (U+3000) too. */
    static Optional<String> of(String typed) {
        return Optional.ofNullable(typed)
                .filter(text -> !text.chars().allMatch(FreeText::isBlank))
                .map(text -> text.replace("\r\n", "\n").replace('\r', '\n'));
    }

    /** How many characters a person would count. */
    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /** Whether a character cannot be printed or stored: control characters other than line break and tab, lone surrogates. */
    private static boolean isUnprintable(String text) {
        return text.codePoints()
                .anyMatch(character -> Character.isISOControl(character) && character != '\n' && character != '\t'
                        || Character.getType(character) == Character.SURROGATE);
    }

    /**
     * Text that was given, if any.
     *
     * @param field what the form calls it
     * @throws RequestRefusedException where it is longer than {@value #LIMIT} characters or holds one that cannot be printed
     */
    static Optional<String> checked(String typed, String field) {
        Optional<String> given = of(typed);
        given.ifPresent(text -> {
            if (length(text) > LIMIT) {
                throw new RequestRefusedException(
                        String.format(Locale.JAPAN, Sentences.TEXT_TOO_LONG, field, length(text)));
            }
            if (isUnprintable(text)) {
                throw new RequestRefusedException(Sentences.TEXT_UNPRINTABLE.formatted(field));
            }
        });
        return given;
    }

    private static boolean isBlank(int character) {
        return Character.isWhitespace(character)
                || Character.isSpaceChar(character)
                || character == '\u200B'
                || character == '\uFEFF';
    }
}
