package cloudportal.engine.deployment;

import cloudportal.engine.Refusal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Holds a deployment to all rules, and says all that is wrong with it at once. */
@Component
public final class DeploymentPolicy {

    private static final int MOST_IN_THE_SENTENCE = 100;
    private static final Comparator<Finding> BY_PLACE = Comparator.comparing(Finding::file)
            .thenComparing(Finding::line)
            .thenComparing(Finding::column)
            .thenComparing(Finding::sentence);

    private final ObjectProvider<DeploymentRule> rules;

    DeploymentPolicy(ObjectProvider<DeploymentRule> rules) {
        this.rules = rules;
    }

    /**
     * Whether files could be deployed, without deploying them.
     *
     * @param contents by the name in the deployment
     * @throws Refusal as a deployment would
     */
    public void check(Map<String, byte[]> contents) {
        check(DeployedFiles.of(contents));
    }

    /** @throws Refusal with a line a finding, and the findings themselves for programs */
    void check(DeployedFiles files) {
        List<Finding> findings = findings(files);
        if (!findings.isEmpty()) {
            String more = findings.size() > MOST_IN_THE_SENTENCE
                    ? "\nほか %d 件".formatted(findings.size() - MOST_IN_THE_SENTENCE)
                    : "";
            throw new Refusal(
                    findings.stream()
                            .limit(MOST_IN_THE_SENTENCE)
                            .map(Finding::toString)
                            .collect(Collectors.joining("\n", "デプロイできません。何も保存していません。次を直して、もう一度デプロイしてください。\n", more)),
                    findings);
        }
    }

    /** In the order of the files. */
    List<Finding> findings(DeployedFiles files) {
        return rules.stream()
                .flatMap(rule -> rule.check(files).stream())
                .distinct()
                .sorted(BY_PLACE)
                .toList();
    }
}
