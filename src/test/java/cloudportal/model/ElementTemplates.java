package cloudportal.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The element templates that Camunda Modeler finds beside the models. */
final class ElementTemplates {

    static final Path FOLDER = Path.of("processes/.camunda/element-templates");

    /** One file's template. */
    record Template(String file, JsonNode json) {

        String id() {
            return json.path("id").asText();
        }

        boolean isFor(String elementType) {
            return StreamSupport.stream(json.path("appliesTo").spliterator(), false)
                    .anyMatch(type -> type.asText().equals(elementType));
        }

        /** What the template gives to a property of the element, as text; empty where it does not fix it. */
        Optional<String> gives(String property) {
            return binding("property", property)
                    .filter(node -> node.path("type").asText().equals("Hidden"))
                    .map(node -> node.path("value").asText());
        }

        Optional<JsonNode> binding(String type, String name) {
            return StreamSupport.stream(json.path("properties").spliterator(), false)
                    .filter(node -> node.path("binding").path("type").asText().equals(type)
                            && node.path("binding").path("name").asText().equals(name))
                    .findFirst();
        }

        /** The words behind a heading in the description: {@code 読む変数：a、b。}. */
        List<String> listed(String heading) {
            return json.path("description")
                    .asText()
                    .lines()
                    .filter(line -> line.startsWith(heading + "："))
                    .map(line -> line.substring(heading.length() + 1).replace("。", ""))
                    .flatMap(line -> Arrays.stream(line.split("、")))
                    .filter(word -> !word.equals("なし"))
                    .toList();
        }
    }

    private ElementTemplates() {}

    static List<Template> all() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().map(ElementTemplates::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Template read(Path file) {
        try {
            return new Template(
                    file.getFileName().toString(), JsonMapper.builder().build().readTree(file.toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
