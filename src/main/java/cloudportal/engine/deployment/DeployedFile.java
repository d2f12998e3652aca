package cloudportal.engine.deployment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** One file of a deployment, read once. */
public final class DeployedFile {

    /** What a file is, by the end of its name. */
    public enum Kind {
        BPMN,
        DMN,
        FORM,
        OTHER;

        static Kind of(String name) {
            String extension = name.substring(name.lastIndexOf('.') + 1);
            return switch (extension) {
                case "bpmn" -> BPMN;
                case "dmn" -> DMN;
                case "form" -> FORM;
                default -> OTHER;
            };
        }
    }

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final String name;
    private final byte[] bytes;
    private final Kind kind;
    private XmlNode xml;
    private Map<String, XmlNode> byId = Map.of();
    private JsonReader json;
    private Finding unreadable;

    DeployedFile(String path, byte[] bytes) {
        // Our own files are named by their whole path where the application runs from its sources.
        this.name = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
        this.bytes = bytes;
        this.kind = Kind.of(name);
        if (bytes.length <= FileRule.MOST_BYTES) {
            read();
        }
    }

    private void read() {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            if (!text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK) {
                text = text.substring(1);
            }
            if (kind == Kind.FORM) {
                json = new JsonReader(text);
            } else if (kind != Kind.OTHER) {
                xml = XmlReader.read(text);
                byId = xml.all()
                        .filter(node -> node.attribute("id").isPresent())
                        .collect(Collectors.toMap(
                                node -> node.attribute("id").orElseThrow(), Function.identity(), (one, other) -> one));
            }
        } catch (CharacterCodingException e) {
            unreadable = at(Place.UNKNOWN, "", "文字コードが UTF-8 ではありません。UTF-8 で保存し直してください。");
        } catch (SAXException e) {
            Place place = e instanceof SAXParseException parse
                    ? new Place(parse.getLineNumber(), parse.getColumnNumber())
                    : Place.UNKNOWN;
            unreadable = at(place, "", "XML として読めません（%s）。Camunda Modeler で保存し直してください。".formatted(e.getMessage()));
        } catch (JsonProcessingException e) {
            Place place = e.getLocation() == null
                    ? Place.UNKNOWN
                    : new Place(e.getLocation().getLineNr(), e.getLocation().getColumnNr());
            unreadable = at(place, "", "JSON として読めません。Camunda Modeler で保存し直してください。");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Without folders. */
    public String name() {
        return name;
    }

    /** The name up to its last dot. */
    public String baseName() {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }

    public Kind kind() {
        return kind;
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    int size() {
        return bytes.length;
    }

    /** The outermost element of a process or decision file; empty where it is another file, or cannot be read. */
    public Optional<XmlNode> xml() {
        return Optional.ofNullable(xml);
    }

    /** The first element with this id. */
    public Optional<XmlNode> element(String id) {
        return id == null ? Optional.empty() : Optional.ofNullable(byId.get(id));
    }

    /** The form; empty where it is another file, or cannot be read. */
    public Optional<JsonNode> json() {
        return Optional.ofNullable(json).map(JsonReader::root);
    }

    Optional<Finding> unreadable() {
        return Optional.ofNullable(unreadable);
    }

    /** Something is wrong with the file as a whole. */
    public Finding at(String sentence) {
        return at(Place.UNKNOWN, "", sentence);
    }

    public Finding at(XmlNode node, String sentence) {
        return at(node.place(), node.nearestId(), sentence);
    }

    /** Something is wrong with the element or component of this id. */
    public Finding at(String id, String sentence) {
        Place place = element(id)
                .map(XmlNode::place)
                .or(() -> json().flatMap(form -> component(form, id)).map(component -> json.placeOf(component)))
                .orElse(Place.UNKNOWN);
        return at(place, id == null || id.equals("-") ? "" : id, sentence);
    }

    /** Something is wrong with an object or a list of the form. */
    public Finding at(JsonNode node, String sentence) {
        return at(
                json == null ? Place.UNKNOWN : json.placeOf(node),
                node.path("id").asText(node.path("key").asText()),
                sentence);
    }

    private Finding at(Place place, String element, String sentence) {
        return new Finding(name, place.line(), place.column(), element, sentence);
    }

    private static Optional<JsonNode> component(JsonNode around, String id) {
        if (around.path("id").asText().equals(id) || around.path("key").asText().equals(id)) {
            return Optional.of(around);
        }
        for (JsonNode component : around.path("components")) {
            Optional<JsonNode> found = component(component, id);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }
}
