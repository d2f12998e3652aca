package cloudportal.engine.deployment;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.IdentityHashMap;
import java.util.Map;

/** Reads JSON to a tree whose objects and lists know where they begin. A name given twice is refused: readers differ in which counts. */
final class JsonReader {

    private static final int DEEPEST = 60;
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
            .build();

    private final Map<JsonNode, Place> places = new IdentityHashMap<>();
    private final JsonNode root;

    JsonReader(String text) throws IOException {
        try (JsonParser parser = JSON.createParser(text)) {
            parser.nextToken();
            root = read(parser);
            if (parser.nextToken() != null) {
                throw new JsonParseException(parser, "something follows the end");
            }
        }
    }

    JsonNode root() {
        return root;
    }

    Place placeOf(JsonNode node) {
        return places.getOrDefault(node, Place.UNKNOWN);
    }

    private JsonNode read(JsonParser parser) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == null) {
            throw new JsonParseException(parser, "nothing there");
        }
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        JsonLocation location = parser.currentTokenLocation();
        return switch (token) {
            case START_OBJECT -> {
                ObjectNode object = nodes.objectNode();
                places.put(object, new Place(location.getLineNr(), location.getColumnNr()));
                while (parser.nextToken() == JsonToken.FIELD_NAME) {
                    String name = parser.currentName();
                    parser.nextToken();
                    object.set(name, read(parser));
                }
                yield object;
            }
            case START_ARRAY -> {
                ArrayNode array = nodes.arrayNode();
                places.put(array, new Place(location.getLineNr(), location.getColumnNr()));
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    array.add(read(parser));
                }
                yield array;
            }
            case VALUE_STRING -> nodes.textNode(parser.getText());
            case VALUE_NUMBER_INT -> nodes.numberNode(parser.getBigIntegerValue());
            case VALUE_NUMBER_FLOAT -> nodes.numberNode(parser.getDecimalValue());
            case VALUE_TRUE -> nodes.booleanNode(true);
            case VALUE_FALSE -> nodes.booleanNode(false);
            case VALUE_NULL -> nodes.nullNode();
            default -> throw new JsonParseException(parser, "unexpected " + token);
        };
    }
}
