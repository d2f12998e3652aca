package cloudportal.engine.model;

import cloudportal.engine.deployment.DeployedFile;
import cloudportal.engine.deployment.DeployedFiles;
import cloudportal.engine.deployment.DeploymentRule;
import cloudportal.engine.deployment.Finding;
import cloudportal.engine.deployment.XmlNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** A model keeps the engine neither busy nor anybody out: times of a minute or more, loops that end, tasks for those they are meant for. */
@Component
final class LimitRule implements DeploymentRule {

    private static final int MOST_ELEMENTS = 5_000;
    private static final int MOST_REPETITIONS = 100;
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,3}");
    private static final Set<String> BINDINGS = Set.of("latest", "deployment");
    private static final Set<String> RESULTS = Set.of("singleResult", "singleEntry");

    private final Supplier<Known> known;

    LimitRule(Supplier<Known> known) {
        this.known = known;
    }

    @Override
    public List<Finding> check(DeployedFiles files) {
        List<Finding> findings = new ArrayList<>();
        Known names = known.get();
        files.processes().forEach(file -> {
            XmlNode root = file.xml().orElseThrow();
            if (root.all().count() > MOST_ELEMENTS) {
                findings.add(file.at("要素が多すぎます。%d 個までにしてください。".formatted(MOST_ELEMENTS)));
            }
            root.all().forEach(node -> check(file, node, names, findings));
        });
        return findings;
    }

    private static void check(DeployedFile file, XmlNode node, Known names, List<Finding> findings) {
        switch (node.name()) {
            case "timeDuration" -> {
                if (!ModelExpression.isIn(node.text()) && !Iso8601.isMinuteOrMore(node.text())) {
                    findings.add(file.at(node, "タイマーの期間は 1 分（PT1M）以上にしてください。"));
                }
            }
            case "timeCycle" -> {
                if (!Iso8601.isCalmCycle(node.text(), MOST_REPETITIONS)) {
                    findings.add(file.at(
                            node,
                            "タイマーの繰返しは、間隔を 1 分（PT1M）以上、回数を %d 回までにしてください（例: R3/PT1H）。".formatted(MOST_REPETITIONS)));
                }
            }
            case "failedJobRetryTimeCycle" -> retries(file, node, findings);
            case "multiInstanceLoopCharacteristics" -> repetitions(file, node, findings);
            case "userTask" -> assignee(file, node, names, findings);
            case "businessRuleTask" -> decision(file, node, findings);
            case "inputParameter", "outputParameter" -> parameter(file, node, names, findings);
            default -> {
                // Nothing to keep to.
            }
        }
        camunda(node, "initiator")
                .filter(initiator -> !names.initiators().contains(initiator))
                .ifPresent(initiator -> findings.add(file.at(
                        node, "開始した人を入れる変数（Initiator）は「%s」にしてください。".formatted(String.join("、", names.initiators())))));
    }

    private static void retries(DeployedFile file, XmlNode node, List<Finding> findings) {
        List<String> parts =
                Arrays.stream(node.text().split(",")).map(String::strip).toList();
        boolean calm = parts.size() == 1 && Iso8601.isCalmCycle(parts.get(0), MOST_REPETITIONS)
                || parts.size() <= MOST_REPETITIONS && parts.stream().allMatch(Iso8601::isMinuteOrMore);
        if (!calm) {
            findings.add(
                    file.at(node, "再試行の間隔は 1 分（PT1M）以上で、%d 回までにしてください（例: PT1M,PT5M）。".formatted(MOST_REPETITIONS)));
        }
    }

    private static void repetitions(DeployedFile file, XmlNode node, List<Finding> findings) {
        boolean bounded = node.children("loopCardinality")
                .map(XmlNode::text)
                .anyMatch(count -> NUMBER.matcher(count).matches() && Integer.parseInt(count) <= MOST_REPETITIONS);
        if (!bounded) {
            findings.add(file.at(node, "複数インスタンスの回数（Loop cardinality）は、%d までの数で指定してください。".formatted(MOST_REPETITIONS)));
        }
    }

    private static void assignee(DeployedFile file, XmlNode node, Known names, List<Finding> findings) {
        camunda(node, "assignee")
                .filter(assignee -> names.initiators().stream()
                        .noneMatch(initiator -> assignee.equals("${%s}".formatted(initiator))))
                .ifPresent(assignee -> findings.add(file.at(
                        node,
                        "担当者（Assignee）は ${%s} だけが使えます。ほかの人の作業は担当グループ（Candidate groups）で指定してください。"
                                .formatted(String.join("}、${", names.initiators())))));
    }

    private static void decision(DeployedFile file, XmlNode node, List<Finding> findings) {
        if (camunda(node, "decisionRefBinding")
                .filter(binding -> !BINDINGS.contains(binding))
                .isPresent()) {
            findings.add(file.at(node, "決定表の Binding は「latest」か「deployment」にしてください。"));
        }
        if (camunda(node, "mapDecisionResult").filter(RESULTS::contains).isEmpty()) {
            findings.add(file.at(node, "決定表の結果（Map decision result）は「singleResult」か「singleEntry」にしてください。"));
        }
    }

    private static void parameter(DeployedFile file, XmlNode node, Known names, List<Finding> findings) {
        String name = node.attribute("name").orElse("");
        if (!names.parameters().contains(name)) {
            findings.add(file.at(
                    node, "変数「%s」はモデルから渡せません。渡せるのは「%s」だけです。".formatted(name, String.join("、", names.parameters()))));
        }
    }

    private static java.util.Optional<String> camunda(XmlNode node, String attribute) {
        return node.attribute(Vocabulary.CAMUNDA_BPMN, attribute);
    }
}
