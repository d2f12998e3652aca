package cloudportal.engine.deployment;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The files of one deployment, by name. */
public final class DeployedFiles {

    private final List<DeployedFile> files;

    private final Predicate<String> decisionDeployed;

    private DeployedFiles(List<DeployedFile> files, Predicate<String> decisionDeployed) {
        this.files = files;
        this.decisionDeployed = decisionDeployed;
    }

    /** @param contents by the name in the deployment, the first into an empty engine */
    public static DeployedFiles of(Map<String, byte[]> contents) {
        return of(contents, decision -> false);
    }

    /**
     * @param contents by the name in the deployment
     * @param decisionDeployed whether a decision of that id has been deployed before
     */
    public static DeployedFiles of(Map<String, byte[]> contents, Predicate<String> decisionDeployed) {
        return new DeployedFiles(
                contents.entrySet().stream()
                        .map(file -> new DeployedFile(file.getKey(), file.getValue()))
                        .sorted(Comparator.comparing(DeployedFile::name))
                        .toList(),
                decisionDeployed);
    }

    /** Whether the engine has a decision of that id already: decisions are looked up in their latest version, wherever deployed. */
    public boolean isDecisionDeployed(String id) {
        return decisionDeployed.test(id);
    }

    public List<DeployedFile> all() {
        return files;
    }

    public Stream<DeployedFile> of(DeployedFile.Kind kind) {
        return files.stream().filter(file -> file.kind() == kind);
    }

    /** Those that can be read as what their name says. */
    public Stream<DeployedFile> forms() {
        return of(DeployedFile.Kind.FORM).filter(file -> file.json().isPresent());
    }

    /** See {@link #forms()}. */
    public Stream<DeployedFile> processes() {
        return of(DeployedFile.Kind.BPMN).filter(file -> file.xml().isPresent());
    }

    /** See {@link #forms()}. */
    public Stream<DeployedFile> decisions() {
        return of(DeployedFile.Kind.DMN).filter(file -> file.xml().isPresent());
    }
}
