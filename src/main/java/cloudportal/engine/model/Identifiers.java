package cloudportal.engine.model;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The names an expression starts from: {@code contract} in {@code ${contract.status == 'x'}}. */
final class Identifiers {

    private static final Pattern EL = Pattern.compile("[$#]\\{([^}]*)}");
    private static final Pattern TEMPLATE = Pattern.compile("\\{\\{\\s*(?:#if|#loop)?([^/}][^}]*)}}");
    private static final Pattern STRINGS = Pattern.compile("'[^']*'|\"[^\"]*\"");
    private static final Pattern FILTER = Pattern.compile("\\[[^\\[\\]]*]");
    private static final Pattern NAME = Pattern.compile("(?<![.\\w])[A-Za-z_]\\w*");
    private static final Pattern NAME_NOT_CALLED = Pattern.compile("(?<![.\\w])[A-Za-z_]\\w*+(?!\\s*\\()");
    private static final Set<String> EL_WORDS = Set.of(
            "and",
            "or",
            "not",
            "eq",
            "ne",
            "lt",
            "gt",
            "le",
            "ge",
            "div",
            "mod",
            "empty",
            "true",
            "false",
            "null",
            "instanceof");
    private static final Set<String> FEEL_WORDS = Set.of(
            "and",
            "or",
            "not",
            "true",
            "false",
            "null",
            "if",
            "then",
            "else",
            "in",
            "between",
            "for",
            "return",
            "some",
            "every",
            "satisfies",
            "item",
            "this",
            "parent");

    private Identifiers() {}

    static boolean isExpression(String text) {
        return EL.matcher(text).find();
    }

    /** Of every <code>${…}</code> in a text. */
    static Set<String> ofExpressions(String text) {
        Set<String> identifiers = new LinkedHashSet<>();
        Matcher expressions = EL.matcher(text);
        while (expressions.find()) {
            identifiers.addAll(names(NAME, withoutStrings(expressions.group(1)), EL_WORDS));
        }
        return identifiers;
    }

    /** Of a FEEL expression; what stands in a filter's brackets belongs to the list's items and is left out. */
    static Set<String> ofFeel(String feel) {
        String text = withoutStrings(feel);
        while (FILTER.matcher(text).find()) {
            text = FILTER.matcher(text).replaceAll(" ");
        }
        return names(NAME_NOT_CALLED, text, FEEL_WORDS);
    }

    /** Of every <code>{{…}}</code> in a form's text. */
    static Set<String> ofTemplate(String text) {
        Set<String> identifiers = new LinkedHashSet<>();
        Matcher templates = TEMPLATE.matcher(text);
        while (templates.find()) {
            identifiers.addAll(ofFeel(templates.group(1)));
        }
        return identifiers;
    }

    private static String withoutStrings(String text) {
        return STRINGS.matcher(text).replaceAll(" ");
    }

    private static Set<String> names(Pattern pattern, String text, Set<String> words) {
        return pattern.matcher(text)
                .results()
                .map(match -> match.group())
                .filter(name -> !words.contains(name))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
