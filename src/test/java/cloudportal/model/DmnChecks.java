package cloudportal.model;

import static cloudportal.model.ModelCheck.DECISION_VARIABLE;
import static cloudportal.model.ModelCheck.DIAGRAM_INCOMPLETE;
import static cloudportal.model.ModelCheck.FILE_NAME_NOT_ID;
import static cloudportal.model.ModelCheck.SCRIPT;
import static cloudportal.model.ModelCheck.TIME_TO_LIVE;
import static cloudportal.model.ModelCheck.VERSION_TAG;

import cloudportal.model.ModelSet.Decisions;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.Input;
import org.w3c.dom.Element;

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
            add(FILE_NAME_NOT_ID, file.baseName(), "The file name is not the id of a decision in it in kebab-case.");
        }
        Set<String> drawn = XmlElements.of(file.xml()).stream()
                .map(element -> element.getAttribute("dmnElementRef"))
                .collect(Collectors.toSet());
        for (Decision decision : decisions) {
            isKeptAndTagged(decision);
            if (!drawn.contains(decision.getId())) {
                add(DIAGRAM_INCOMPLETE, decision.getId(), "The diagram does not show the decision.");
            }
        }
        file.model().getModelElementsByType(Input.class).forEach(this::inputIsAVariable);
        XmlElements.of(file.xml()).forEach(this::isFeel);
    }

    private void isKeptAndTagged(Decision decision) {
        if (!Naming.TIME_TO_LIVE.equals(decision.getCamundaHistoryTimeToLiveString())) {
            add(
                    TIME_TO_LIVE,
                    decision.getId(),
                    "The history is kept for %s, not for %s.",
                    decision.getCamundaHistoryTimeToLiveString(),
                    Naming.TIME_TO_LIVE);
        }
        if (decision.getVersionTag() == null || decision.getVersionTag().isBlank()) {
            add(VERSION_TAG, decision.getId(), "The decision has no version tag.");
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
            add(DECISION_VARIABLE, input.getId(), "The input %s is no constant of ProcessVariables.", name);
        }
    }

    private void isFeel(Element element) {
        String language = element.getAttribute("expressionLanguage");
        if (!language.isEmpty() && !language.equalsIgnoreCase("feel")) {
            add(SCRIPT, XmlElements.nearestId(element), "The expression is written in %s, not in FEEL.", language);
        }
    }

    private void add(ModelCheck check, String element, String sentence, Object... values) {
        findings.add(check, file.file(), element, sentence, values);
    }
}
