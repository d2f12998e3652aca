package cloudportal.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The models as bpmnlint sees them, with the portal's own rules. Runs where Node is, and where {@code npm ci} was run in
 * {@code src/test/bpmnlint}; elsewhere it reports itself as skipped, unless {@code PORTAL_LINT_REQUIRED} is set.
 */
class LintTest {

    private static final Path FOLDER = Path.of("src/test/bpmnlint");
    private static final Path LINTER = Path.of("node_modules/bpmnlint/bin/bpmnlint.js");
    private static final Path FIXTURES = Path.of("src/test/resources/model");

    private record Result(int exit, String text) {}

    @TempDir
    Path folder;

    @BeforeEach
    void needsNodeAndTheLinter() throws IOException {
        boolean there = Files.exists(FOLDER.resolve(LINTER)) && isNodeThere();
        if (Boolean.parseBoolean(System.getenv("PORTAL_LINT_REQUIRED"))) {
            assertThat(there).as("Node, and npm ci in %s", FOLDER).isTrue();
        }
        assumeTrue(there, "bpmnlint is not installed: npm ci in " + FOLDER);
    }

    @Test
    void findsNothingInTheModels() throws IOException {
        // given
        List<Path> models;
        try (Stream<Path> files = Files.list(Path.of("processes"))) {
            models = files.filter(file -> file.toString().endsWith(".bpmn")).toList();
        }

        // when
        Result result = lint(models.toArray(Path[]::new));

        // then
        assertThat(models).isNotEmpty();
        assertThat(result.exit()).as(result.text()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "id-prefix, portal/id-prefix",
        "split-without-default, portal/split-default",
        "split-without-question, portal/split-question",
        "split-flow-without-condition, conditional-flows",
        "user-task-without-documentation, portal/user-task-documentation"
    })
    void findsWhatIsWrong(String fixture, String rule) throws IOException {
        // when
        Result result = lint(FIXTURES.resolve("bad").resolve(fixture).resolve("place-order.bpmn"));

        // then
        assertThat(result.exit()).isNotZero();
        assertThat(result.text()).contains(rule);
        assertThat(lint(FIXTURES.resolve("good/place-order.bpmn")).text()).doesNotContain(rule);
    }

    @Test
    void findsAnAnswerWithoutAName() throws IOException {
        // given
        String good = Files.readString(FIXTURES.resolve("good/place-order.bpmn"));
        Path bad = folder.resolve("place-order.bpmn");
        Files.writeString(bad, good.replaceFirst("id=\"flow_yes\" name=\"[^\"]*\"", "id=\"flow_yes\""));

        // then
        assertThat(lint(bad).text()).contains("portal/split-flow-name");
    }

    private static Result lint(Path... files) throws IOException {
        List<String> command = new ArrayList<>(List.of("node", LINTER.toString(), "--max-warnings=0"));
        Stream.of(files).map(file -> file.toAbsolutePath().toString()).forEach(command::add);
        return run(command);
    }

    private static boolean isNodeThere() {
        try {
            return run(List.of("node", "--version")).exit() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static Result run(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command)
                .directory(FOLDER.toFile())
                .redirectErrorStream(true)
                .start();
        try (var said = process.getInputStream()) {
            String text = new String(said.readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(1, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new AssertionError("bpmnlint does not end");
            }
            return new Result(process.exitValue(), text);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
