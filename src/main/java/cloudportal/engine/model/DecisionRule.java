package cloudportal.engine.model;

import cloudportal.engine.deployment.DeployedFile;
import cloudportal.engine.deployment.DeployedFiles;
import cloudportal.engine.deployment.DeploymentRule;
import cloudportal.engine.deployment.Finding;
import cloudportal.engine.deployment.XmlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Decisions are tables in FEEL, of a size that a person can read, whose cells compare and name values and do not loop. */
@Component
final class DecisionRule implements DeploymentRule {

    private static final int MOST_ROWS = 1_000;
    private static final int MOST_COLUMNS = 30;
    private static final int LONGEST_CELL = 2_000;
    private static final Set<String> HIT_POLICIES = Set.of("UNIQUE", "FIRST");
    private static final Set<String> CELLS =
            Set.of("inputExpression", "inputEntry", "outputEntry", "inputValues", "outputValues");
    private static final Pattern STRINGS = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*+\"");
    private static final Pattern LOOPS = Pattern.compile("\\b(for|some|every|function|external|return|satisfies)\\b");

    @Override
    public List<Finding> check(DeployedFiles files) {
        List<Finding> findings = new ArrayList<>();
        files.decisions().forEach(file -> file.xml().orElseThrow().all().forEach(node -> check(file, node, findings)));
        return findings;
    }

    private static void check(DeployedFile file, XmlNode node, List<Finding> findings) {
        node.attribute("expressionLanguage")
                .filter(language -> !language.equalsIgnoreCase("feel"))
                .ifPresent(language -> findings.add(file.at(node, "式の言語「%s」は使えません。FEEL にしてください。".formatted(language))));
        if (node.name().equals("decision") && node.children("decisionTable").count() != 1) {
            findings.add(file.at(node, "決定は決定表（Decision table）にしてください。"));
        }
        if (node.name().equals("decisionTable")) {
            table(file, node, findings);
        }
        if (CELLS.contains(node.name())) {
            node.children("text").forEach(text -> cell(file, node, text.text(), findings));
        }
    }

    private static void table(DeployedFile file, XmlNode table, List<Finding> findings) {
        String hitPolicy = table.attribute("hitPolicy").orElse("UNIQUE");
        if (!HIT_POLICIES.contains(hitPolicy)) {
            findings.add(file.at(table, "ヒットポリシー「%s」は使えません。UNIQUE か FIRST にしてください。".formatted(hitPolicy)));
        }
        if (table.children("rule").count() > MOST_ROWS) {
            findings.add(file.at(table, "行が多すぎます。%d 行までにしてください。".formatted(MOST_ROWS)));
        }
        if (table.children("input").count() + table.children("output").count() > MOST_COLUMNS) {
            findings.add(file.at(table, "列が多すぎます。%d 列までにしてください。".formatted(MOST_COLUMNS)));
        }
    }

    private static void cell(DeployedFile file, XmlNode node, String text, List<Finding> findings) {
        if (text.length() > LONGEST_CELL) {
            findings.add(file.at(node, "セルの文字が多すぎます。%d 文字までにしてください。".formatted(LONGEST_CELL)));
        } else if (LOOPS.matcher(STRINGS.matcher(text).replaceAll("\"\"")).find()) {
            findings.add(file.at(node, "セルに繰返しや関数の定義（for、some、every、function）は使えません。値か比較を書いてください。"));
        }
    }
}
