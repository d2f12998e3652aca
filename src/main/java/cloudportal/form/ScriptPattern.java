package cloudportal.form;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;

/**
 * A form's pattern, which is written for JavaScript, matched in time that grows with the text alone: no pattern of a form can hold
 * up the server. Patterns that need more than that (look-around, back references) are refused when they are deployed.
 */
final class ScriptPattern {

    private static final String NO_LINE_END = "[^\\n\\r\\x{2028}\\x{2029}]";

    private static final int HALVES = 0x100000;

    private final Pattern pattern;

    private ScriptPattern(Pattern pattern) {
        this.pattern = pattern;
    }

    /** @throws UnsupportedForm.Problem where the pattern cannot be held to on the server */
    static ScriptPattern of(String pattern) {
        try {
            return new ScriptPattern(Pattern.compile(translated(units(pattern))));
        } catch (PatternSyntaxException | StringIndexOutOfBoundsException | NumberFormatException e) {
            throw new UnsupportedForm.Problem("パターン「%s」はサーバーで確認できません。先読み・後読み・後方参照を使わない書き方に直してください。".formatted(pattern));
        }
    }

    boolean isIn(String text) {
        return pattern.matcher(units(text)).find();
    }

    /** The same in the syntax of RE2, where blanks, any character and code points are written otherwise. */
    private static String translated(String pattern) {
        StringBuilder result = new StringBuilder();
        boolean inClass = false;
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == '\\') {
                char escaped = pattern.charAt(++i);
                switch (escaped) {
                    case 's' -> result.append(inClass ? ScriptText.BLANKS : "[" + ScriptText.BLANKS + "]");
                    case 'S' -> {
                        if (inClass) {
                            throw new PatternSyntaxException("no counterpart", pattern);
                        }
                        result.append("[^").append(ScriptText.BLANKS).append("]");
                    }
                    case 'u' -> {
                        result.append("\\x{").append(unit(pattern, i + 1)).append("}");
                        i += 4;
                    }
                    case 'b', 'B', 'd', 'D', 'w', 'W', 't', 'n', 'r', 'f', 'v', 'x' ->
                        result.append('\\').append(escaped);
                    default -> {
                        // What only RE2 gives a meaning, such as \A or \pL, stands for itself in JavaScript or for
                        // something else.
                        if (Character.isLetterOrDigit(escaped)) {
                            throw new PatternSyntaxException("no counterpart", pattern);
                        }
                        result.append('\\').append(escaped);
                    }
                }
            } else if (inClass) {
                inClass = c != ']';
                result.append(c == '[' ? "\\[" : String.valueOf(c));
            } else if (c == '[') {
                inClass = true;
                result.append(c);
                if (pattern.startsWith("[]", i) || pattern.startsWith("[^]", i)) {
                    throw new PatternSyntaxException("no counterpart", pattern);
                }
            } else if (pattern.startsWith("(?", i) && !pattern.startsWith("(?:", i)) {
                throw new PatternSyntaxException("no counterpart", pattern);
            } else {
                result.append(c == '.' ? NO_LINE_END : String.valueOf(c));
            }
        }
        return result.toString();
    }

    private static String unit(String pattern, int from) {
        char unit = (char) Integer.parseInt(pattern.substring(from, from + 4), 16);
        return Integer.toHexString(Character.isSurrogate(unit) ? HALVES + unit : unit);
    }

    /** JavaScript counts a character beyond the first 65,536 as two; each half gets a code point of its own that nobody uses. */
    private static String units(String text) {
        if (text.chars().noneMatch(unit -> Character.isSurrogate((char) unit))) {
            return text;
        }
        return text.chars()
                .map(unit -> Character.isSurrogate((char) unit) ? HALVES + unit : unit)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
