package cloudportal.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The cases that are kept, file by file; its README tells what is in a file. */
final class FormCorpus {

    static final String GENERATED = "generated";

    private static final Path FOLDER = Path.of("src", "test", "resources", "form", "corpus");
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Z}\\p{Cf}\\p{Cc}\\p{Mn}&&[^ \\n]]");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, ObjectNode> families = new TreeMap<>();

    private FormCorpus() {}

    static FormCorpus read() {
        FormCorpus corpus = new FormCorpus();
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file : files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList()) {
                String name = file.getFileName().toString();
                corpus.families.put(
                        name.substring(0, name.lastIndexOf('.')), (ObjectNode) JSON.readTree(Files.readString(file)));
            }
            return corpus;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<FormCase> cases() {
        List<FormCase> cases = new ArrayList<>();
        families.forEach((family, content) -> content.get("cases").forEach(node -> {
            JsonNode form = node.get("form");
            JsonNode variables = node.path("variables");
            cases.add(new FormCase(
                    family + ": " + node.get("name").asText(),
                    form.isTextual() ? form(content, form.asText()) : form,
                    variables.isTextual()
                            ? content.get("held").get(variables.asText())
                            : variables.isMissingNode() ? JSON.createObjectNode() : variables,
                    node.get("answers"),
                    node.path("formJs")));
        }));
        return cases;
    }

    /** Puts cases in the place of those that were generated before. */
    void generate(List<FormCase> cases) {
        ObjectNode family = JSON.createObjectNode();
        cases.forEach(one -> family.withArray("cases")
                .addObject()
                .put("name", one.name())
                .<ObjectNode>set("form", one.form())
                .<ObjectNode>set("variables", one.variables())
                .set("answers", one.answers()));
        families.put(GENERATED, family);
    }

    /** Writes what form-js said, in the order of {@link #cases()}. */
    void record(List<JsonNode> verdicts) {
        Iterator<JsonNode> next = verdicts.iterator();
        families.forEach((name, content) -> {
            content.get("cases").forEach(node -> ((ObjectNode) node).set("formJs", next.next()));
            try {
                Files.writeString(FOLDER.resolve(name + ".json"), text(content));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static JsonNode form(JsonNode family, String name) {
        if (family.path("forms").has(name)) {
            return family.get("forms").get(name);
        }
        try {
            return JSON.readTree(Path.of(name).toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A line for each form and each case, so that a change is seen as what it is. */
    private static String text(JsonNode family) {
        StringJoiner parts = new StringJoiner(",\n", "{\n", "\n}\n");
        family.fields().forEachRemaining(part -> {
            boolean list = part.getValue().isArray();
            StringJoiner lines = new StringJoiner(",\n    ", list ? "[\n    " : "{\n    ", list ? "\n  ]" : "\n  }");
            if (list) {
                part.getValue().forEach(line -> lines.add(line.toString()));
            } else {
                part.getValue().fields().forEachRemaining(line -> lines.add(line(line.getKey(), line.getValue())));
            }
            parts.add("  " + quoted(part.getKey()) + ": " + lines);
        });
        return INVISIBLE.matcher(parts.toString()).replaceAll(found -> "\\\\u%04x"
                .formatted((int) found.group().charAt(0)));
    }

    private static String line(String name, JsonNode value) {
        return quoted(name) + ": " + value;
    }

    private static String quoted(String text) {
        return JSON.getNodeFactory().textNode(text).toString();
    }
}
