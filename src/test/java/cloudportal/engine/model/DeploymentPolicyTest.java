package cloudportal.engine.model;

import static org.assertj.core.api.Assertions.assertThat;

import cloudportal.engine.deployment.DeployedFiles;
import cloudportal.engine.deployment.DeploymentRule;
import cloudportal.engine.deployment.Finding;
import cloudportal.engine.model.DeploymentCorpus.Case;
import cloudportal.model.ProjectCode;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every hostile and every harmless change to the portal's own models, and what the policy says to it. */
class DeploymentPolicyTest {

    private static final Known KNOWN = ProjectCode.known();
    private static final List<DeploymentRule> RULES = DeploymentCorpus.rules(KNOWN);

    @Test
    void ourOwnModelsPass() {
        assertThat(findings(DeploymentCorpus.ourFiles())).isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> refusesTheHostile() {
        return DeploymentCorpus.hostile()
                .map(hostile -> DynamicTest.dynamicTest(hostile.name(), () -> assertRefused(hostile)));
    }

    @TestFactory
    Stream<DynamicTest> takesTheHarmless() {
        return DeploymentCorpus.harmless()
                .map(harmless -> DynamicTest.dynamicTest(harmless.name(), () -> assertThat(findings(harmless.files()))
                        .isEmpty()));
    }

    @Test
    void theCorpusIsThere() {
        assertThat(DeploymentCorpus.hostile().count()).isGreaterThanOrEqualTo(60);
        assertThat(DeploymentCorpus.harmless().count()).isGreaterThanOrEqualTo(40);
    }

    private static void assertRefused(Case hostile) {
        // when
        List<Finding> findings = findings(hostile.files());

        // then
        assertThat(findings).as("%s, found %s", hostile.expected(), findings).anySatisfy(finding -> {
            assertThat("%s:%d:%d".formatted(finding.file(), finding.line(), finding.column()))
                    .isEqualTo(hostile.expected().place());
            assertThat(finding.sentence()).contains(hostile.expected().word()).endsWith("。");
        });
    }

    private static List<Finding> findings(Map<String, byte[]> contents) {
        DeployedFiles files = DeployedFiles.of(contents, "service-terms"::equals);
        return RULES.stream().flatMap(rule -> rule.check(files).stream()).toList();
    }
}
