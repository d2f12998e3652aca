package cloudportal.engine.model;

import cloudportal.engine.deployment.DeployedFile;
import cloudportal.engine.deployment.DeployedFiles;
import cloudportal.engine.deployment.DeploymentRule;
import cloudportal.engine.deployment.Finding;
import cloudportal.engine.deployment.XmlNode;
import cloudportal.engine.deployment.XmlNode.Attribute;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Expressions stand where they are expected, and say no more than {@link ModelExpression} allows. */
@Component
final class ExpressionRule implements DeploymentRule {

    private static final Map<String, Set<String>> IN_ATTRIBUTES =
            Map.of("userTask", Set.of("name", "assignee", "dueDate", "followUpDate", "priority"));

    /** Of a user task only: what Tasklist shows as its description. */
    private static final String DOCUMENTATION = "documentation";

    private static final Set<String> IN_TEXTS =
            Set.of("conditionExpression", "timeDate", "timeDuration", "inputParameter", "outputParameter");

    private final Supplier<Known> known;

    ExpressionRule(Supplier<Known> known) {
        this.known = known;
    }

    @Override
    public List<Finding> check(DeployedFiles files) {
        Set<String> names = new HashSet<>(known.get().variables());
        files.forms()
                .forEach(form -> names.addAll(FormChecks.newAnswers(form.json().orElseThrow(), known.get())));
        List<Finding> findings = new ArrayList<>();
        files.processes().forEach(file -> file.xml().orElseThrow().all().forEach(node -> {
            node.attributes().forEach(attribute -> attribute(file, node, attribute, names, findings));
            text(file, node, names, findings);
        }));
        return findings;
    }

    private static void attribute(
            DeployedFile file, XmlNode node, Attribute attribute, Set<String> names, List<Finding> findings) {
        String value = attribute.value();
        if (!ModelExpression.isIn(value) || attribute.name().equals("delegateExpression")) {
            return;
        }
        if (IN_ATTRIBUTES.getOrDefault(node.name(), Set.of()).contains(attribute.name())) {
            ModelExpression.problem(value, names)
                    .ifPresent(problem -> findings.add(file.at(node, "%s: %s".formatted(attribute.name(), problem))));
        } else {
            findings.add(file.at(node, "%s に式（${…}、#{…}）は書けません。そのままの文字にしてください。".formatted(attribute.name())));
        }
    }

    private static void text(DeployedFile file, XmlNode node, Set<String> names, List<Finding> findings) {
        String text = node.text();
        if (node.name().equals("conditionExpression") && !ModelExpression.isIn(text)) {
            findings.add(file.at(node, "条件は ${…} の式で書いてください。"));
        }
        if (!ModelExpression.isIn(text)) {
            return;
        }
        boolean ofUserTask = node.name().equals(DOCUMENTATION)
                && node.parent() != null
                && node.parent().name().equals("userTask");
        if (ofUserTask || IN_TEXTS.contains(node.name())) {
            ModelExpression.problem(text, names).ifPresent(problem -> findings.add(file.at(node, problem)));
        } else {
            findings.add(file.at(node, "%s に式（${…}、#{…}）は書けません。そのままの文字にしてください。".formatted(node.name())));
        }
    }
}
