package cloudportal.engine.model;

import cloudportal.engine.deployment.DeployedFile;
import cloudportal.engine.deployment.DeployedFiles;
import cloudportal.engine.deployment.DeploymentRule;
import cloudportal.engine.deployment.Finding;
import cloudportal.engine.deployment.RequiredModel;
import cloudportal.engine.deployment.XmlNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** A changed process or decision keeps what the application itself calls in it: messages, work, answers, inputs and results. */
@Component
final class RequiredModelRule implements DeploymentRule {

    private final Supplier<Known> known;

    RequiredModelRule(Supplier<Known> known) {
        this.known = known;
    }

    @Override
    public List<Finding> check(DeployedFiles files) {
        Map<String, RequiredModel> required =
                known.get().requiredModels().stream().collect(Collectors.toMap(RequiredModel::id, model -> model));
        List<Finding> findings = new ArrayList<>();
        files.processes().forEach(file -> processes(file).forEach(process -> {
            isExecutable(file, process, findings);
            RequiredModel model = required.get(process.attribute("id").orElse(""));
            if (model != null) {
                process(files, file, process, model, findings);
            }
            startsByItsOwnMessages(file, process, required, findings);
        }));
        files.decisions()
                .forEach(file -> file.xml().orElseThrow().children("decision").forEach(decision -> {
                    RequiredModel model = required.get(decision.attribute("id").orElse(""));
                    if (model != null) {
                        decision(file, decision, model, findings);
                    }
                }));
        return findings;
    }

    private static void isExecutable(DeployedFile file, XmlNode process, List<Finding> findings) {
        if (!process.attribute("isExecutable").orElse("").equals("true")) {
            findings.add(file.at(process, "実行できるプロセスになっていません。「Executable」を付けてください。"));
        }
    }

    private static void process(
            DeployedFiles files, DeployedFile file, XmlNode process, RequiredModel model, List<Finding> findings) {
        missing(model.elements(), ids(process))
                .forEach(id -> findings.add(file.at(process, "システムが使う要素「%s」がありません。元に戻してください。".formatted(id))));
        missing(model.messages(), messages(file, process))
                .forEach(message ->
                        findings.add(file.at(process, "システムが送るメッセージ「%s」を受けるイベントがありません。元に戻してください。".formatted(message))));
        missing(model.delegates(), delegates(process))
                .forEach(delegate ->
                        findings.add(file.at(process, "欠かせない処理「${%s}」がありません。呼び出すタスクを元に戻してください。".formatted(delegate))));
        Set<String> asked = files.forms()
                .flatMap(form -> FormChecks.keys(form.json().orElseThrow()).stream())
                .collect(Collectors.toSet());
        missing(model.answers(), asked)
                .forEach(answer -> findings.add(file.at(
                        process, "欠かせない項目「%s」を尋ねるフォームがありません。このデプロイに form も含め、項目のキーを元に戻してください。".formatted(answer))));
    }

    /** Two processes that start by one message would leave the engine to refuse the second, or start the wrong one. */
    private static void startsByItsOwnMessages(
            DeployedFile file, XmlNode process, Map<String, RequiredModel> required, List<Finding> findings) {
        String id = process.attribute("id").orElse("");
        process.children("startEvent").forEach(start -> {
            Set<String> messages = messages(file, start);
            required.values().stream()
                    .filter(model -> !model.id().equals(id))
                    .filter(model -> model.messages().stream().anyMatch(messages::contains))
                    .forEach(model -> findings.add(
                            file.at(start, "このメッセージはプロセス「%s」のものです。別のメッセージにしてください。".formatted(model.id()))));
        });
    }

    private static void decision(DeployedFile file, XmlNode decision, RequiredModel model, List<Finding> findings) {
        Set<String> inputs = decision.all()
                .filter(node -> node.name().equals("inputExpression"))
                .flatMap(node -> node.children("text"))
                .map(XmlNode::text)
                .collect(Collectors.toSet());
        missing(model.inputs(), inputs)
                .forEach(input -> findings.add(file.at(decision, "欠かせない入力の列「%s」がありません。元に戻してください。".formatted(input))));
        List<String> outputs = decision.all()
                .filter(node -> node.name().equals("output"))
                .flatMap(node -> node.attribute("name").stream())
                .toList();
        missing(model.outputs(), new HashSet<>(outputs))
                .forEach(output -> findings.add(file.at(decision, "欠かせない結果の列「%s」がありません。元に戻してください。".formatted(output))));
    }

    private static java.util.stream.Stream<XmlNode> processes(DeployedFile file) {
        return file.xml().orElseThrow().children("process");
    }

    private static Set<String> ids(XmlNode process) {
        return process.all().flatMap(node -> node.attribute("id").stream()).collect(Collectors.toSet());
    }

    /** The names of the messages that are waited for within the element. */
    private static Set<String> messages(DeployedFile file, XmlNode around) {
        return around.all()
                .filter(node -> node.name().equals("messageEventDefinition"))
                .filter(node -> !node.parent().name().matches("endEvent|intermediateThrowEvent"))
                .flatMap(node -> node.attribute("messageRef").stream())
                .map(reference -> reference.substring(reference.indexOf(':') + 1))
                .map(file::element)
                .flatMap(Optional::stream)
                .flatMap(message -> message.attribute("name").stream())
                .collect(Collectors.toSet());
    }

    private static Set<String> delegates(XmlNode process) {
        return process.all()
                .flatMap(node -> node.attributes().stream())
                .filter(attribute -> attribute.name().equals("delegateExpression"))
                .map(attribute -> attribute.value().replaceAll("[${}]", ""))
                .collect(Collectors.toSet());
    }

    private static Set<String> missing(Set<String> needed, Set<String> present) {
        Set<String> missing = new TreeSet<>(needed);
        missing.removeAll(present);
        return missing;
    }
}
