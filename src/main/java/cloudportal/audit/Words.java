package cloudportal.audit;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;

/** The Japanese words for the engine's names of things: the pages' own dictionary, so that screens and exports say the same. */
final class Words {

    private static final String DICTIONARY = "/META-INF/resources/webjars/camunda/app/cockpit/audit/words-ja.json";
    private static final Map<String, String> WORDS = read();

    private Words() {}

    /** The word; for a name that nobody foresaw, the name itself. */
    static String of(String key) {
        return WORDS.getOrDefault(key, key.substring(key.indexOf('.') + 1));
    }

    private static Map<String, String> read() {
        try (InputStream json = Words.class.getResourceAsStream(DICTIONARY)) {
            return JsonMapper.builder().build().readValue(json, new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
