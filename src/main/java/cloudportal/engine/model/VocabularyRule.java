package cloudportal.engine.model;

import static cloudportal.engine.model.Vocabulary.CAMUNDA_BPMN;
import static cloudportal.engine.model.Vocabulary.CAMUNDA_DMN;

import cloudportal.engine.deployment.DeployedFile;
import cloudportal.engine.deployment.DeployedFiles;
import cloudportal.engine.deployment.DeploymentRule;
import cloudportal.engine.deployment.Finding;
import cloudportal.engine.deployment.XmlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** A model holds the elements and attributes that are supported, and no other: what is not known cannot be known to be harmless. */
@Component
final class VocabularyRule implements DeploymentRule {

    private static final Map<String, String> INSTEAD = Map.ofEntries(
            Map.entry("scriptTask", "スクリプトは使えません。用意された処理のサービスタスクに置き換えてください。"),
            Map.entry("script", "スクリプトは使えません。用意された処理か式に置き換えてください。"),
            Map.entry("connector", "コネクターは使えません。用意された処理のサービスタスクに置き換えてください。"),
            Map.entry("callActivity", "ほかのプロセスの呼出しは使えません。サブプロセスの中に描いてください。"),
            Map.entry("receiveTask", "受信タスクは使えません。メッセージの中間キャッチイベントに置き換えてください。"),
            Map.entry("formData", "埋め込みの項目は使えません。Camunda Forms のファイルを Form reference で指定してください。"),
            Map.entry("standardLoopCharacteristics", "回数の決まらない繰返しは使えません。回数（100 以下）の決まった複数インスタンスにしてください。"));

    private static final Map<String, String> INSTEAD_OF_ATTRIBUTE = Map.ofEntries(
            Map.entry("class", "「Delegate expression」に用意された処理を ${名前} の形で指定してください。"),
            Map.entry("expression", "「Delegate expression」に用意された処理を ${名前} の形で指定してください。"),
            Map.entry("type", "「Delegate expression」に用意された処理を ${名前} の形で指定してください。"),
            Map.entry("topic", "「Delegate expression」に用意された処理を ${名前} の形で指定してください。"),
            Map.entry("language", "スクリプトは使えません。${…} の式にしてください。"),
            Map.entry("formKey", "Camunda Forms のファイルを Form reference で指定してください。"),
            Map.entry("candidateUsers", "担当グループ（Candidate groups）を指定してください。"),
            Map.entry("formRefVersion", "Binding に「deployment」を指定してください。"));

    @Override
    public List<Finding> check(DeployedFiles files) {
        List<Finding> findings = new ArrayList<>();
        files.processes()
                .forEach(file -> file.xml().orElseThrow().all().forEach(node -> process(file, node, findings)));
        files.decisions()
                .forEach(file -> file.xml().orElseThrow().all().forEach(node -> decision(file, node, findings)));
        return findings;
    }

    private static void process(DeployedFile file, XmlNode node, List<Finding> findings) {
        if (node.parent() == null && !(isBpmn(node) && node.name().equals("definitions"))) {
            findings.add(file.at(node, "BPMN 2.0 のファイルではありません。Camunda Modeler で「BPMN diagram (Camunda 7)」として作ってください。"));
        } else if (isDiagram(node)) {
            diagram(file, node, findings);
        } else if (isBpmn(node)) {
            known(file, node, Vocabulary.BPMN_ELEMENTS, CAMUNDA_BPMN, findings);
        } else if (node.namespace().equals(CAMUNDA_BPMN)) {
            known(file, node, Vocabulary.CAMUNDA_ELEMENTS, CAMUNDA_BPMN, findings);
        } else {
            findings.add(unknown(file, node));
        }
    }

    private static void decision(DeployedFile file, XmlNode node, List<Finding> findings) {
        boolean dmn = Vocabulary.DMN.contains(node.namespace());
        if (node.parent() == null && !(dmn && node.name().equals("definitions"))) {
            findings.add(file.at(node, "DMN のファイルではありません。Camunda Modeler で「DMN diagram (Camunda 7)」として作ってください。"));
        } else if (isDiagram(node)) {
            diagram(file, node, findings);
        } else if (dmn) {
            known(file, node, Vocabulary.DMN_ELEMENTS, CAMUNDA_DMN, findings);
        } else {
            findings.add(unknown(file, node));
        }
    }

    private static void known(
            DeployedFile file,
            XmlNode node,
            Map<String, Set<String>> elements,
            String camunda,
            List<Finding> findings) {
        Set<String> attributes = elements.get(node.name());
        if (attributes == null) {
            findings.add(unknown(file, node));
            return;
        }
        node.attributes().stream()
                .filter(attribute -> !isKnown(attribute, attributes, camunda))
                .map(attribute -> file.at(node, notSupported(attribute)))
                .forEach(findings::add);
    }

    private static boolean isKnown(XmlNode.Attribute attribute, Set<String> attributes, String camunda) {
        String namespace = attribute.namespace();
        if (namespace.startsWith("http://bpmn.io/schema/dmn/biodi/")) {
            return true;
        }
        String name = namespace.isEmpty()
                ? attribute.name()
                : Stream.of(
                                Map.entry(camunda, "camunda:"),
                                Map.entry(Vocabulary.MODELER, "modeler:"),
                                Map.entry(Vocabulary.XSI, "xsi:"))
                        .filter(prefix -> prefix.getKey().equals(namespace))
                        .map(prefix -> prefix.getValue() + attribute.name())
                        .findFirst()
                        .orElse("?");
        return attributes.contains(name);
    }

    private static void diagram(DeployedFile file, XmlNode node, List<Finding> findings) {
        if (!Vocabulary.DIAGRAM_ELEMENTS.contains(node.name())) {
            findings.add(unknown(file, node));
        }
        node.attributes().stream()
                .filter(attribute ->
                        !attribute.namespace().isEmpty() && !Vocabulary.DIAGRAM.contains(attribute.namespace()))
                .map(attribute -> file.at(node, notSupported(attribute)))
                .forEach(findings::add);
    }

    private static Finding unknown(DeployedFile file, XmlNode node) {
        return file.at(node, INSTEAD.getOrDefault(node.name(), "要素「%s」は使えません。外してください。".formatted(node.name())));
    }

    private static String notSupported(XmlNode.Attribute attribute) {
        return "属性「%s」は使えません。%s"
                .formatted(attribute.name(), INSTEAD_OF_ATTRIBUTE.getOrDefault(attribute.name(), "外してください。"));
    }

    private static boolean isBpmn(XmlNode node) {
        return node.namespace().equals(Vocabulary.BPMN);
    }

    private static boolean isDiagram(XmlNode node) {
        return Vocabulary.DIAGRAM.contains(node.namespace());
    }
}
