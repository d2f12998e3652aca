package cloudportal.support;

import cloudportal.engine.deployment.DeployedFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Models on disk, taken as one deployment. */
public final class ModelFiles {

    private ModelFiles() {}

    /** All models under the directories. */
    public static List<Path> under(Path... directories) {
        return Stream.of(directories).flatMap(ModelFiles::walk).sorted().toList();
    }

    public static DeployedFiles read(Collection<Path> files) {
        Map<String, byte[]> contents = new TreeMap<>();
        files.forEach(file -> contents.put(file.toString(), bytes(file)));
        return DeployedFiles.of(contents);
    }

    private static Stream<Path> walk(Path directory) {
        try (Stream<Path> found = Files.walk(directory)) {
            return found.filter(path -> path.toString().matches(".*\\.(bpmn|dmn|form)")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
