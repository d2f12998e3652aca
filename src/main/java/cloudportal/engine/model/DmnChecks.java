package cloudportal.engine.model;

import static cloudportal.engine.model.ModelCheck.DECISION_VARIABLE;
import static cloudportal.engine.model.ModelCheck.DIAGRAM_INCOMPLETE;
import static cloudportal.engine.model.ModelCheck.FILE_NAME_NOT_ID;
import static cloudportal.engine.model.ModelCheck.SCRIPT;
import static cloudportal.engine.model.ModelCheck.TIME_TO_LIVE;
import static cloudportal.engine.model.ModelCheck.VERSION_TAG;

import cloudportal.engine.deployment.XmlNode;
import cloudportal.engine.model.ModelSet.Decisions;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.Input;

/** The checks of one decision file. */
final class DmnChecks {

    private final Decisions file;
    private final Known known;
    private final Findings findings;

    DmnChecks(Decisions file, Known known, Findings findings) {
        this.file = file;
        this.known = known;
        this.findings = findings;
    }

    void run() {
        Collection<Decision> decisions = file.model().getModelElementsByType(Decision.class);
        if (decisions.stream().noneMatch(decision -> decision.getId().equals(file.baseName()))
                || !Naming.isKebabCase(file.baseName())) {
            add(FILE_NAME_NOT_ID, file.baseName(), "ファイル名が決定表の ID と違うか、英小文字と「-」の名前ではありません。そろえてください。");
        }
        Set<String> drawn = file.xml()
                .all()
                .flatMap(element -> element.attribute("dmnElementRef").stream())
                .collect(Collectors.toSet());
        for (Decision decision : decisions) {
            isKeptAndTagged(decision);
            if (!drawn.contains(decision.getId())) {
                add(DIAGRAM_INCOMPLETE, decision.getId(), "図に決定表がありません。Camunda Modeler で描いてください。");
            }
        }
        file.model().getModelElementsByType(Input.class).forEach(this::inputIsAVariable);
        file.xml().all().forEach(this::isFeel);
    }

    private void isKeptAndTagged(Decision decision) {
        if (!Naming.isLongEnough(decision.getCamundaHistoryTimeToLiveString())) {
            add(
                    TIME_TO_LIVE,
                    decision.getId(),
                    "履歴の保存期間（historyTimeToLive）が「%s」です。「%s」にしてください。",
                    decision.getCamundaHistoryTimeToLiveString(),
                    Naming.TIME_TO_LIVE);
        }
        if (decision.getVersionTag() == null || decision.getVersionTag().isBlank()) {
            add(VERSION_TAG, decision.getId(), "バージョンタグ（versionTag）がありません。入力してください（例: 3.1.0）。");
        }
    }

    private void inputIsAVariable(Input input) {
        Set<String> names = new LinkedHashSet<>();
        if (input.getCamundaInputVariable() != null) {
            names.add(input.getCamundaInputVariable());
        }
        if (input.getInputExpression() != null && input.getInputExpression().getText() != null) {
            names.addAll(Identifiers.ofFeel(input.getInputExpression().getText().getTextContent()));
        }
        names.removeIf(known.variables()::contains);
        for (String name : names) {
            add(DECISION_VARIABLE, input.getId(), "入力「%s」という変数はありません。用意された変数の名前にしてください。", name);
        }
    }

    private void isFeel(XmlNode element) {
        String language = element.attribute("expressionLanguage").orElse("");
        if (!language.isEmpty() && !language.equalsIgnoreCase("feel")) {
            add(SCRIPT, element.nearestId(), "式の言語「%s」は使えません。FEEL にしてください。", language);
        }
    }

    private void add(ModelCheck check, String element, String sentence, Object... values) {
        findings.add(check, file.file(), element, sentence, values);
    }
}
