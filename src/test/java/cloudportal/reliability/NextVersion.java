package cloudportal.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import cloudportal.support.ModelFiles;
import cloudportal.support.Person;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Both processes with another version tag and another name, deployed by their owner as Modeler does. */
final class NextVersion {

    private static final String OWNER = "owner@portal.example";

    private NextVersion() {}

    static Rollout deploy(PortalNode through, int version) {
        Instant asked = Instant.now();
        Person.Answer answer = new Person(through.port(), OWNER, Person.PASSWORD).deploy("next", files(version));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return new Rollout(version, asked, Instant.now());
    }

    private static Map<String, String> files(int version) {
        Map<String, String> files = new LinkedHashMap<>();
        for (Path file : ModelFiles.under(Path.of("processes"), Path.of("forms"))) {
            String name = file.getFileName().toString();
            if (!name.endsWith(".dmn")) {
                files.put(name, text(file));
            }
        }
        files.computeIfPresent("cancellation-request.bpmn", (name, text) -> changed(text, "解約お申込", version));
        files.computeIfPresent("cancellation-fulfilment.bpmn", (name, text) -> changed(text, "解約手続", version));
        return files;
    }

    private static String changed(String model, String name, int version) {
        String changed = model.replaceFirst(
                        "camunda:versionTag=\"[^\"]+\"", "camunda:versionTag=\"3.0.%d\"".formatted(version))
                .replaceFirst(
                        "name=\"%s\" isExecutable".formatted(name), "name=\"%s（改）\" isExecutable".formatted(name));
        assertThat(changed).contains("（改）").doesNotContain("versionTag=\"3.0.0\"");
        return changed;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
