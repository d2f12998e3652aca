package cloudportal.engine.model;

import cloudportal.engine.deployment.DeployedFile;
import cloudportal.engine.deployment.DeployedFiles;
import cloudportal.engine.deployment.DeploymentRule;
import cloudportal.engine.deployment.Finding;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Whatever the build asks of the models in the repository holds for every deployment. */
@Component
final class ModelRule implements DeploymentRule {

    /** What other rules find as well, with a better place, and what concerns the repository as a whole. */
    private static final Set<ModelCheck> LEFT_TO_OTHERS = EnumSet.of(
            ModelCheck.FILE_NAME_REPEATED,
            ModelCheck.DELEGATE_UNUSED,
            ModelCheck.SCRIPT,
            ModelCheck.JAVA_CLASS_OR_EXPRESSION);

    private final Supplier<Known> known;

    ModelRule(Supplier<Known> known) {
        this.known = known;
    }

    @Override
    public List<Finding> check(DeployedFiles files) {
        return new ModelChecks(known.get())
                .findings(files).stream()
                        .filter(finding -> !LEFT_TO_OTHERS.contains(finding.check()))
                        .flatMap(finding -> files.all().stream()
                                .filter(file -> file.name().equals(finding.file()))
                                .filter(file -> isNews(finding, file) && concerns(finding, files))
                                .map(file -> file.at(finding.element(), finding.sentence())))
                        .toList();
    }

    /** Whoever sends all forms along with one process does no harm; whoever sends forms alone would wait for them in vain. */
    private static boolean concerns(ModelFinding finding, DeployedFiles files) {
        return finding.check() != ModelCheck.FORM_UNUSED
                || files.processes().findAny().isEmpty();
    }

    /** The file as a whole has been found unreadable before. */
    private static boolean isNews(ModelFinding finding, DeployedFile file) {
        return finding.check() != ModelCheck.FILE_UNREADABLE
                || file.xml().isPresent()
                || file.json().isPresent();
    }
}
