package cloudportal.engine.model;

import cloudportal.engine.deployment.DeploymentRule;
import cloudportal.engine.deployment.FileRules;
import cloudportal.support.ModelFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Changes to the portal's own models, one a file: which files are deployed, and what is replaced in them. A hostile one says where
 * the change must be found, by the place of a text in the changed file, and a word of the sentence.
 *
 * <pre>
 * files: cancellation-fulfilment.bpmn forms          which of our files; forms stands for all of them
 * in: cancellation-fulfilment.bpmn                    the file that the following change
 * ---- replace                                        the text as it is, once in the file
 * ---- by                                             the text that takes its place
 * ---- add: name                                      a file as a whole
 * ---- expect: cancellation-fulfilment.bpmn word      the text whose beginning is the place; empty for no place
 * </pre>
 */
final class DeploymentCorpus {

    private static final Path FOLDER = Path.of("src/test/resources/deployment");

    /** @param place <code>file:line:column</code> */
    record Expected(String place, String word) {}

    record Case(String name, Map<String, byte[]> files, Expected expected) {}

    private DeploymentCorpus() {}

    static Stream<Case> hostile() {
        return cases("hostile");
    }

    static Stream<Case> harmless() {
        return cases("harmless");
    }

    static Map<String, byte[]> ourFiles() {
        Map<String, byte[]> files = new TreeMap<>();
        ModelFiles.under(Path.of("processes"), Path.of("forms"))
                .forEach(file -> files.put(file.getFileName().toString(), bytes(file)));
        return files;
    }

    /** As the application has them, without a running engine. */
    static List<DeploymentRule> rules(Known known) {
        Supplier<Known> names = () -> known;
        return List.of(
                FileRules.fileRule(),
                new ModelRule(names),
                new VocabularyRule(),
                new ExpressionRule(names),
                new LimitRule(names),
                new DecisionRule(),
                new FormContentRule(),
                new RequiredModelRule(names));
    }

    private static Stream<Case> cases(String verdict) {
        try (Stream<Path> files = Files.list(FOLDER.resolve(verdict))) {
            return files.sorted().map(DeploymentCorpus::read).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Case read(Path description) {
        Map<String, byte[]> files = new TreeMap<>();
        Expected expected = null;
        String current = "";
        String replaced = "";
        List<String> parts = new ArrayList<>(List.of(text(bytes(description)).split("(?m)^---- ", -1)));
        for (String line : parts.remove(0).lines().toList()) {
            if (line.startsWith("files:")) {
                ourFiles().forEach((name, content) -> {
                    List<String> named = List.of(line.substring(6).strip().split("\\s+"));
                    if (named.contains(name) || named.contains("forms") && name.endsWith(".form")) {
                        files.put(name, content);
                    }
                });
            } else if (line.startsWith("in:")) {
                current = line.substring(3).strip();
            }
        }
        for (String part : parts) {
            int end = part.indexOf('\n');
            String head = part.substring(0, end).strip();
            String body = part.substring(end + 1).replaceAll("\\n$", "");
            if (head.startsWith("in:")) {
                current = head.substring(3).strip();
            } else if (head.equals("replace")) {
                replaced = body;
            } else if (head.equals("by")) {
                String before = text(files.get(current));
                if (!before.contains(replaced) || replaced.isEmpty()) {
                    throw new IllegalStateException("%s: not in %s: %s".formatted(description, current, replaced));
                }
                int at = before.indexOf(replaced);
                String after = before.substring(0, at) + body + before.substring(at + replaced.length());
                files.put(current, after.getBytes(StandardCharsets.UTF_8));
            } else if (head.startsWith("add:")) {
                files.put(head.substring(4).strip(), (body + "\n").getBytes(StandardCharsets.UTF_8));
            } else if (head.startsWith("expect:")) {
                String[] words = head.substring(7).strip().split("\\s+", 2);
                expected = new Expected(place(description, words[0], files.get(words[0]), body), words[1]);
            } else {
                throw new IllegalStateException("%s: %s".formatted(description, head));
            }
        }
        return new Case(description.getFileName().toString(), files, expected);
    }

    private static String place(Path description, String file, byte[] content, String text) {
        if (text.isBlank()) {
            return file + ":0:0";
        }
        if (text.matches("[0-9]+:[0-9]+")) {
            return file + ":" + text;
        }
        String whole = text(content);
        int at = whole.indexOf(text);
        if (at < 0) {
            throw new IllegalStateException("%s: not in %s: %s".formatted(description, file, text));
        }
        String before = whole.substring(0, at);
        long line = before.chars().filter(character -> character == '\n').count() + 1;
        return "%s:%d:%d".formatted(file, line, at - before.lastIndexOf('\n'));
    }

    private static String text(byte[] content) {
        return new String(content, StandardCharsets.UTF_8);
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
