package cloudportal.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The web apps' Japanese texts against the English ones that the engine brings. */
class LocalesTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{\\s*(\\w+)\\s*}}");
    private static final Pattern LETTERS = Pattern.compile("\\p{IsLatin}{2,}");
    private static final Pattern JAPANESE = Pattern.compile("[\\p{IsHiragana}\\p{IsKatakana}\\p{IsHan}]");

    /** What is written alike in both languages. */
    private static final Set<String> ALIKE = Set.of("ID", "OK", "null", "CSV", "JSON");

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
    void everyTextOfTheEngineHasItsJapanese(String app) throws IOException {
        Map<String, String> english = labels(app, "en");

        Map<String, String> japanese = labels(app, "ja");

        assertThat(english).hasSizeGreaterThan(100);
        assertThat(japanese.keySet()).isEqualTo(english.keySet());
        assertThat(japanese.entrySet())
                .filteredOn(label -> !isTranslated(label.getValue(), english.get(label.getKey())))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
    void placeholdersStayAsTheyAre(String app) throws IOException {
        Map<String, String> english = labels(app, "en");

        assertThat(labels(app, "ja").entrySet())
                .filteredOn(label -> !placeholders(label.getValue()).equals(placeholders(english.get(label.getKey()))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "admin"})
    void datesAreWrittenAsTheGuideWritesThem(String app) throws IOException {
        JsonNode dates = locale(app, "ja").path("dateLocales");

        assertThat(dates.path("longDateFormat").path("LL").asText()).isEqualTo("YYYY/MM/DD");
        assertThat(new TreeSet<>(names(dates)))
                .isEqualTo(new TreeSet<>(names(locale(app, "en").path("dateLocales"))));
    }

    private static boolean isTranslated(String japanese, String english) {
        return JAPANESE.matcher(japanese).find()
                || japanese.equalsIgnoreCase(english.strip())
                        && (ALIKE.contains(japanese)
                                || !LETTERS.matcher(english).find());
    }

    private static Set<String> placeholders(String text) {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1))
                .collect(TreeSet::new, Set::add, Set::addAll);
    }

    private static Map<String, String> labels(String app, String language) throws IOException {
        Map<String, String> labels = new TreeMap<>();
        locale(app, language)
                .get("labels")
                .fields()
                .forEachRemaining(
                        label -> labels.put(label.getKey(), label.getValue().asText()));
        return labels;
    }

    private static List<String> names(JsonNode node) {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** Read as the server reads it: what the application brings comes before what the engine brings. */
    private static JsonNode locale(String app, String language) throws IOException {
        String path = "/META-INF/resources/webjars/camunda/app/%s/locales/%s.json".formatted(app, language);
        try (InputStream file = LocalesTest.class.getResourceAsStream(path)) {
            assertThat(file).as(path).isNotNull();
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return JSON.readTree(text.startsWith("\uFEFF") ? text.substring(1) : text);
        }
    }
}
