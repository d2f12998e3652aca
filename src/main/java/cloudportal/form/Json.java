package cloudportal.form;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;

/** JSON as plain Java values, read strictly: no field twice, nothing behind the end. */
final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Json() {}

    static JsonNode tree(byte[] json) throws IOException {
        return MAPPER.readTree(json);
    }

    static Object value(JsonNode node) {
        return MAPPER.convertValue(node, Object.class);
    }

    /** @throws JsonProcessingException where the text is no JSON */
    static Object value(String json) throws JsonProcessingException {
        return MAPPER.readValue(json, Object.class);
    }
}
