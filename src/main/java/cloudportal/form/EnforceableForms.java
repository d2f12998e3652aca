package cloudportal.form;

import cloudportal.engine.deployment.DeployedFile;
import cloudportal.engine.deployment.DeployedFiles;
import cloudportal.engine.deployment.DeploymentRule;
import cloudportal.engine.deployment.Finding;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Lets no form in that the server could not hold people to: better its owner hears of it than whoever fills it in. */
@Component
class EnforceableForms implements DeploymentRule {

    @Override
    public List<Finding> check(DeployedFiles files) {
        return files.forms().flatMap(EnforceableForms::findings).toList();
    }

    private static Stream<Finding> findings(DeployedFile file) {
        try {
            FormReader.read(file.json().orElseThrow());
            return Stream.of();
        } catch (UnsupportedForm form) {
            return form.findings().stream().map(finding -> file.at(finding.component(), finding.sentence()));
        }
    }
}
