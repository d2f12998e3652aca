package cloudportal.model;

import static cloudportal.model.ModelCheck.DELEGATE_UNUSED;
import static cloudportal.model.ModelCheck.FILE_NAME_REPEATED;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Checks processes, decisions and forms against each other and against the code they name. */
final class ModelChecks {

    private final Known known;

    ModelChecks(Known known) {
        this.known = known;
    }

    /** All models under the directories. */
    static List<Path> filesUnder(Path... directories) {
        return Stream.of(directories).flatMap(ModelChecks::walk).sorted().toList();
    }

    /** What is wrong with these files, taken as one deployment; empty when all is well. */
    List<Finding> findings(Collection<Path> files) {
        Findings findings = new Findings();
        ModelSet models = ModelSet.read(files, findings);
        fileNamesAreUnique(files, findings);
        Set<String> usedBeans = new HashSet<>();
        models.processes().forEach(process -> new BpmnChecks(process, models, known, findings, usedBeans).run());
        models.decisions().forEach(decisions -> new DmnChecks(decisions, known, findings).run());
        models.forms().forEach(form -> new FormChecks(form, models, known, findings).run());
        for (String bean : new TreeSet<>(known.beans().keySet())) {
            if (!usedBeans.contains(bean)) {
                findings.add(DELEGATE_UNUSED, "code", bean, "No model uses the bean %s.", bean);
            }
        }
        return findings.all();
    }

    private static void fileNamesAreUnique(Collection<Path> files, Findings findings) {
        Map<String, Path> seen = new HashMap<>();
        for (Path file : files) {
            String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
            Path other = seen.putIfAbsent(name, file);
            if (other != null) {
                findings.add(
                        FILE_NAME_REPEATED,
                        ModelSet.label(file),
                        "-",
                        "The file name is already taken by %s.",
                        ModelSet.label(other));
            }
        }
    }

    private static Stream<Path> walk(Path directory) {
        try (Stream<Path> found = Files.walk(directory)) {
            return found.filter(path -> path.toString().matches(".*\\.(bpmn|dmn|form)")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
