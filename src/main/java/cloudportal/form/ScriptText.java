package cloudportal.form;

import com.google.re2j.Pattern;

/** Text as JavaScript sees it. */
final class ScriptText {

    /** What JavaScript's {@code \s} stands for, within a class of RE2. */
    static final String BLANKS =
            "\\t\\n\\x0B\\f\\r \\x{A0}\\x{1680}\\x{2000}-\\x{200A}\\x{2028}\\x{2029}\\x{202F}\\x{205F}\\x{3000}\\x{FEFF}";

    private static final Pattern ENDS = Pattern.compile("^[" + BLANKS + "]+|[" + BLANKS + "]+$");

    private ScriptText() {}

    /** Without the blanks at its ends, the ideographic one among them. */
    static String trimmed(String text) {
        return ENDS.matcher(text).replaceAll("");
    }
}
