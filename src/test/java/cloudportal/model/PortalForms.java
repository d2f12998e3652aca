package cloudportal.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The forms as they are deployed. */
final class PortalForms {

    private static final Path FOLDER = Path.of("forms");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> PRINTED = List.of("text", "content", "label", "description");

    private PortalForms() {}

    static List<String> ids() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString())
                    .map(name -> name.substring(0, name.lastIndexOf('.')))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode read(String id) {
        try {
            return JSON.readTree(FOLDER.resolve(id + ".form").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every component of a form, those in groups behind their group. */
    static List<JsonNode> components(String id) {
        List<JsonNode> found = new ArrayList<>();
        collect(read(id), found);
        return found;
    }

    static JsonNode field(String id, String key) {
        return only(id, component -> component.path("key").asText().equals(key));
    }

    static JsonNode only(String id, Predicate<JsonNode> wanted) {
        List<JsonNode> found = components(id).stream().filter(wanted).toList();
        if (found.size() != 1) {
            throw new AssertionError("%s has %d such components".formatted(id, found.size()));
        }
        return found.get(0);
    }

    /** What a form prints, in order: texts, labels, help, columns and choices. */
    static List<String> prints(String id) {
        List<String> texts = new ArrayList<>();
        for (JsonNode component : components(id)) {
            PRINTED.forEach(name -> {
                if (component.hasNonNull(name)) {
                    texts.add(component.get(name).asText());
                }
            });
            component
                    .path("columns")
                    .forEach(column -> texts.add(column.path("label").asText()));
            component
                    .path("values")
                    .forEach(value -> texts.add(value.path("label").asText()));
        }
        return texts;
    }

    private static void collect(JsonNode parent, List<JsonNode> found) {
        parent.path("components").forEach(child -> {
            found.add(child);
            collect(child, found);
        });
    }
}
