package cloudportal.contract;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/** What a person typed to search a list: full-width and half-width, upper and lower case are one. */
public final class SearchText {

    private static final int LONGEST = 100;

    private SearchText() {}

    /**
     * A pattern for {@code like}, with {@code \\} as its escape, to be compared with text in upper case; empty where nothing was
     * typed, which leaves out nothing.
     */
    public static Optional<String> pattern(String typed) {
        String plain = plain(typed);
        return plain.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "%" + plain.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%");
    }

    /** Characters that no number and no service can hold count as a blank; PostgreSQL does not even compare with a NUL. */
    private static String plain(String typed) {
        if (typed == null) {
            return "";
        }
        String plain = Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .replaceAll("[\\s\\p{Cc}\\p{Cs}]+", " ")
                .strip()
                .toUpperCase(Locale.ROOT);
        return plain.codePointCount(0, plain.length()) <= LONGEST
                ? plain
                : plain.substring(0, plain.offsetByCodePoints(0, LONGEST));
    }
}
