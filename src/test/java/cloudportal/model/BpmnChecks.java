package cloudportal.model;

import static cloudportal.model.ModelCheck.DECISION_MISSING;
import static cloudportal.model.ModelCheck.DECISION_VARIABLE;
import static cloudportal.model.ModelCheck.DELEGATE_UNKNOWN;
import static cloudportal.model.ModelCheck.DIAGRAM_INCOMPLETE;
import static cloudportal.model.ModelCheck.ERROR_CODE_NAME;
import static cloudportal.model.ModelCheck.ERROR_NEVER_THROWN;
import static cloudportal.model.ModelCheck.EXPRESSION_IDENTIFIER;
import static cloudportal.model.ModelCheck.FILE_NAME_NOT_ID;
import static cloudportal.model.ModelCheck.FORM_BINDING;
import static cloudportal.model.ModelCheck.FORM_MISSING;
import static cloudportal.model.ModelCheck.GROUP_UNKNOWN;
import static cloudportal.model.ModelCheck.ID_PREFIX;
import static cloudportal.model.ModelCheck.JAVA_CLASS_OR_EXPRESSION;
import static cloudportal.model.ModelCheck.MESSAGE_NAME;
import static cloudportal.model.ModelCheck.SCRIPT;
import static cloudportal.model.ModelCheck.SEND_WITHOUT_ASYNC;
import static cloudportal.model.ModelCheck.SERVICE_TASK_WITHOUT_DELEGATE;
import static cloudportal.model.ModelCheck.SPLIT_FLOW_WITHOUT_CONDITION;
import static cloudportal.model.ModelCheck.SPLIT_WITHOUT_DEFAULT;
import static cloudportal.model.ModelCheck.SPLIT_WITHOUT_QUESTION;
import static cloudportal.model.ModelCheck.TIMER_NOT_ISO;
import static cloudportal.model.ModelCheck.TIMER_SUCCESSOR_WITHOUT_ASYNC;
import static cloudportal.model.ModelCheck.TIME_TO_LIVE;
import static cloudportal.model.ModelCheck.USER_TASK_FOR_NOBODY;
import static cloudportal.model.ModelCheck.USER_TASK_WITHOUT_DOCUMENTATION;
import static cloudportal.model.ModelCheck.VERSION_TAG;
import static cloudportal.model.ModelCheck.WRITTEN_VARIABLE;

import cloudportal.model.Known.BeanKind;
import cloudportal.model.ModelSet.Processes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.Artifact;
import org.camunda.bpm.model.bpmn.instance.Association;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.Error;
import org.camunda.bpm.model.bpmn.instance.ErrorEventDefinition;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.InclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.Lane;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.MessageFlow;
import org.camunda.bpm.model.bpmn.instance.Participant;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SendTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.ThrowEvent;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.di.DiagramElement;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;

/** The checks of one process file. */
final class BpmnChecks {

    private static final Pattern BEAN = Pattern.compile("\\$\\{(\\w+)}");
    private static final Set<String> SCRIPT_ELEMENTS = Set.of("script", "scriptTask");
    private static final Set<String> IMPLEMENTED_ELEMENTS = Set.of(
            "serviceTask",
            "sendTask",
            "businessRuleTask",
            "messageEventDefinition",
            "taskListener",
            "executionListener",
            "connector");

    private final Processes file;
    private final ModelSet models;
    private final Known known;
    private final Findings findings;
    private final Set<String> usedBeans;

    BpmnChecks(Processes file, ModelSet models, Known known, Findings findings, Set<String> usedBeans) {
        this.file = file;
        this.models = models;
        this.known = known;
        this.findings = findings;
        this.usedBeans = usedBeans;
    }

    /** The ids of the forms that a file's start events and user tasks show. */
    static List<String> formRefs(Processes file) {
        return Stream.concat(
                        elements(file, UserTask.class).stream().map(UserTask::getCamundaFormRef),
                        elements(file, StartEvent.class).stream().map(StartEvent::getCamundaFormRef))
                .filter(Objects::nonNull)
                .toList();
    }

    void run() {
        elements(file, Process.class).forEach(this::processIsNamedKeptAndTagged);
        elements(file, FlowElement.class).forEach(this::idBeginsWithItsType);
        elements(file, Message.class).forEach(this::messageIsNamed);
        elements(file, Error.class).forEach(this::errorCodeIsNamed);
        elements(file, ServiceTask.class)
                .forEach(task -> hasDelegate(task.getId(), task.getCamundaDelegateExpression()));
        elements(file, SendTask.class).forEach(task -> hasDelegate(task.getId(), task.getCamundaDelegateExpression()));
        elements(file, MessageEventDefinition.class).stream()
                .filter(definition -> definition.getParentElement() instanceof ThrowEvent)
                .forEach(definition -> hasDelegate(
                        definition.getParentElement().getAttributeValue("id"),
                        definition.getCamundaDelegateExpression()));
        elements(file, ExclusiveGateway.class).forEach(gateway -> splitIsAQuestion(gateway, gateway.getDefault()));
        elements(file, InclusiveGateway.class).forEach(gateway -> splitIsAQuestion(gateway, gateway.getDefault()));
        elements(file, BoundaryEvent.class).forEach(this::errorIsThrown);
        elements(file, TimerEventDefinition.class).forEach(this::timerIsIso);
        elements(file, UserTask.class).forEach(this::userTaskTellsWhoDoesWhat);
        elements(file, UserTask.class)
                .forEach(task -> formIsThere(
                        task.getId(),
                        task.getCamundaFormRef(),
                        task.getCamundaFormRefBinding(),
                        task.getCamundaFormKey()));
        elements(file, StartEvent.class).stream()
                .filter(event -> event.getCamundaFormRef() != null || event.getCamundaFormKey() != null)
                .forEach(event -> formIsThere(
                        event.getId(),
                        event.getCamundaFormRef(),
                        event.getCamundaFormRefBinding(),
                        event.getCamundaFormKey()));
        elements(file, BusinessRuleTask.class).forEach(this::decisionIsThere);
        diagramIsComplete();
        for (Element element : XmlElements.of(file.xml())) {
            nothingIsProgrammedInTheModel(element);
            beansExist(element);
            expressionsReadVariables(element);
            writesVariables(element);
        }
    }

    private void processIsNamedKeptAndTagged(Process process) {
        String id = process.getId();
        if (!id.equals(file.baseName()) || !Naming.isKebabCase(file.baseName())) {
            add(FILE_NAME_NOT_ID, id, "The file name is not the process's id %s in kebab-case.", id);
        }
        if (!Naming.TIME_TO_LIVE.equals(process.getCamundaHistoryTimeToLiveString())) {
            add(
                    TIME_TO_LIVE,
                    id,
                    "The history is kept for %s, not for %s.",
                    process.getCamundaHistoryTimeToLiveString(),
                    Naming.TIME_TO_LIVE);
        }
        if (isBlank(process.getCamundaVersionTag())) {
            add(VERSION_TAG, id, "The process has no version tag.");
        }
        process.getCamundaCandidateStarterGroupsList().forEach(group -> groupIsKnown(id, group));
    }

    private void idBeginsWithItsType(FlowElement element) {
        String type = element.getElementType().getTypeName();
        String prefix = Naming.prefixOf(type);
        if (!element.getId().startsWith(prefix)
                || !Naming.isCamelCase(element.getId().substring(prefix.length()))) {
            add(ID_PREFIX, element.getId(), "The id of a %s is %s and a camelCase name.", type, prefix);
        }
    }

    private void messageIsNamed(Message message) {
        if (message.getName() == null || !Naming.isKebabCase(message.getName())) {
            add(MESSAGE_NAME, message.getId(), "The message name %s is not kebab-case.", message.getName());
        }
    }

    private void errorCodeIsNamed(Error error) {
        if (!Naming.isCamelCase(error.getErrorCode())) {
            add(ERROR_CODE_NAME, error.getId(), "The error code %s is not camelCase.", error.getErrorCode());
        }
    }

    private void hasDelegate(String id, String delegateExpression) {
        if (isBlank(delegateExpression)) {
            add(SERVICE_TASK_WITHOUT_DELEGATE, id, "The element does nothing: it has no delegateExpression.");
        }
    }

    private void splitIsAQuestion(Gateway gateway, SequenceFlow defaultFlow) {
        if (gateway.getOutgoing().size() < 2) {
            return;
        }
        String id = gateway.getId();
        if (gateway.getName() == null || !gateway.getName().strip().matches("(?s).*[かは][？?]")) {
            add(SPLIT_WITHOUT_QUESTION, id, "The name %s of the split is no question.", gateway.getName());
        }
        if (defaultFlow == null) {
            add(SPLIT_WITHOUT_DEFAULT, id, "The split has no default flow.");
        }
        boolean singleUnconditional = false;
        for (SequenceFlow flow : gateway.getOutgoing()) {
            boolean unconditional = flow.getConditionExpression() == null
                    || isBlank(flow.getConditionExpression().getTextContent());
            if (unconditional && !flow.equals(defaultFlow)) {
                // Without a default, one flow without a condition is the default that someone forgot to mark.
                if (defaultFlow == null && !singleUnconditional) {
                    singleUnconditional = true;
                    continue;
                }
                add(SPLIT_FLOW_WITHOUT_CONDITION, flow.getId(), "The flow is not the default and has no condition.");
            }
        }
    }

    private void errorIsThrown(BoundaryEvent event) {
        for (ErrorEventDefinition definition : event.getChildElementsByType(ErrorEventDefinition.class)) {
            String code = code(definition);
            if (code == null) {
                add(ERROR_NEVER_THROWN, event.getId(), "The event names no error, so it would catch any.");
            } else if (!known.thrownErrors().contains(code) && !endsThrow(event.getAttachedTo(), code)) {
                add(
                        ERROR_NEVER_THROWN,
                        event.getId(),
                        "No delegate and no end event within %s throws the error %s.",
                        event.getAttachedTo().getId(),
                        code);
            }
        }
    }

    private boolean endsThrow(Activity scope, String code) {
        return elements(file, EndEvent.class).stream()
                .filter(end -> isInside(end, scope))
                .flatMap(end -> end.getChildElementsByType(ErrorEventDefinition.class).stream())
                .anyMatch(definition -> code.equals(code(definition)));
    }

    private static boolean isInside(ModelElementInstance element, Activity scope) {
        for (ModelElementInstance around = element.getParentElement();
                around != null;
                around = around.getParentElement()) {
            if (around.equals(scope)) {
                return true;
            }
        }
        return false;
    }

    private static String code(ErrorEventDefinition definition) {
        return definition.getError() == null ? null : definition.getError().getErrorCode();
    }

    private void timerIsIso(TimerEventDefinition timer) {
        String id = timer.getParentElement().getAttributeValue("id");
        String date = text(timer.getTimeDate());
        String duration = text(timer.getTimeDuration());
        String cycle = text(timer.getTimeCycle());
        if (date == null && duration == null && cycle == null) {
            add(TIMER_NOT_ISO, id, "The timer has no time.");
        }
        if (date != null && !Iso8601.isDate(date)) {
            add(TIMER_NOT_ISO, id, "The timer's date %s is not ISO 8601.", date);
        }
        if (duration != null && !Iso8601.isDuration(duration)) {
            add(TIMER_NOT_ISO, id, "The timer's duration %s is not ISO 8601.", duration);
        }
        if (cycle != null && !Iso8601.isCycle(cycle)) {
            add(TIMER_NOT_ISO, id, "The timer's cycle %s is not ISO 8601.", cycle);
        }
        if (timer.getParentElement() instanceof FlowNode event) {
            successorsAreAsync(event, event, new HashSet<>());
        }
    }

    /** A timer's job must end before work that can fail begins, so that a failure repeats the work and not the timer. */
    private void successorsAreAsync(FlowNode timer, FlowNode from, Set<FlowNode> seen) {
        for (SequenceFlow flow : from.getOutgoing()) {
            FlowNode next = flow.getTarget();
            if (!seen.add(next)) {
                continue;
            }
            boolean works = next instanceof ServiceTask || next instanceof SendTask || next instanceof BusinessRuleTask;
            if (works && !next.isCamundaAsyncBefore()) {
                add(
                        TIMER_SUCCESSOR_WITHOUT_ASYNC,
                        next.getId(),
                        "The task follows the timer %s and lacks asyncBefore.",
                        timer.getId());
            } else if (next instanceof Gateway) {
                successorsAreAsync(timer, next, seen);
            }
        }
    }

    private void userTaskTellsWhoDoesWhat(UserTask task) {
        String id = task.getId();
        if (task.getDocumentations().stream().allMatch(documentation -> isBlank(documentation.getTextContent()))) {
            add(USER_TASK_WITHOUT_DOCUMENTATION, id, "The user task does not say what to do.");
        }
        String assignee = task.getCamundaAssignee();
        if (isBlank(task.getCamundaCandidateGroups()) && (assignee == null || !Identifiers.isExpression(assignee))) {
            add(USER_TASK_FOR_NOBODY, id, "The user task has no candidate group and no assignee from the case.");
        }
        task.getCamundaCandidateGroupsList().forEach(group -> groupIsKnown(id, group));
        String due = task.getCamundaDueDate();
        if (due != null && !Iso8601.isDate(due) && !Iso8601.isDuration(due)) {
            add(TIMER_NOT_ISO, id, "The due date %s is not ISO 8601.", due);
        }
    }

    private void groupIsKnown(String id, String group) {
        if (!known.groups().contains(group.strip())) {
            add(GROUP_UNKNOWN, id, "There is no group %s.", group.strip());
        }
    }

    private void formIsThere(String id, String formRef, String binding, String formKey) {
        if (formKey != null || (formRef != null && !"deployment".equals(binding))) {
            add(FORM_BINDING, id, "A form is named by formRef with the binding deployment.");
        } else if (formRef == null
                || models.forms().stream().noneMatch(form -> form.id().equals(formRef))) {
            add(FORM_MISSING, id, "There is no form %s.", formRef);
        }
    }

    private void decisionIsThere(BusinessRuleTask task) {
        String decisionRef = task.getCamundaDecisionRef();
        if (decisionRef == null && task.getCamundaDelegateExpression() != null) {
            return;
        }
        if (models.decisions().stream()
                .noneMatch(decisions -> decisions.model().getModelElementById(String.valueOf(decisionRef))
                        instanceof org.camunda.bpm.model.dmn.instance.Decision)) {
            add(DECISION_MISSING, task.getId(), "There is no decision %s.", decisionRef);
        }
        String result = task.getCamundaResultVariable();
        if (result == null || !known.variables().contains(result)) {
            add(DECISION_VARIABLE, task.getId(), "The result %s is no constant of ProcessVariables.", result);
        }
    }

    private void diagramIsComplete() {
        Stream.of(FlowNode.class, Participant.class, Lane.class)
                .flatMap(type -> elements(file, type).stream())
                .filter(element -> !(diagramElement(element) instanceof BpmnShape shape) || shape.getBounds() == null)
                .forEach(element -> add(DIAGRAM_INCOMPLETE, element.getId(), "The diagram has no shape for it."));
        Stream.of(SequenceFlow.class, MessageFlow.class, Association.class)
                .flatMap(type -> elements(file, type).stream())
                .filter(element -> !(diagramElement(element) instanceof BpmnEdge edge)
                        || edge.getWaypoints().size() < 2)
                .forEach(element -> add(DIAGRAM_INCOMPLETE, element.getId(), "The diagram has no edge for it."));
        elements(file, Artifact.class).stream()
                .filter(artifact -> !(artifact instanceof Association) && diagramElement(artifact) == null)
                .forEach(artifact -> add(DIAGRAM_INCOMPLETE, artifact.getId(), "The diagram has no shape for it."));
    }

    private static DiagramElement diagramElement(BaseElement element) {
        return element.getDiagramElement();
    }

    private void nothingIsProgrammedInTheModel(Element element) {
        String name = element.getLocalName();
        String id = XmlElements.nearestId(element);
        if (SCRIPT_ELEMENTS.contains(name)) {
            add(SCRIPT, id, "A model holds no script.");
        }
        if (name.equals("conditionExpression") && element.hasAttribute("language")) {
            add(SCRIPT, id, "A condition is no script.");
        }
        if (name.equals("connector")) {
            add(JAVA_CLASS_OR_EXPRESSION, id, "Work is named by a delegateExpression, not by a connector.");
        }
        if (IMPLEMENTED_ELEMENTS.contains(name)) {
            XmlElements.attributes(element)
                    .map(XmlElements::localName)
                    .filter(Set.of("class", "expression", "type")::contains)
                    .forEach(attribute -> add(
                            JAVA_CLASS_OR_EXPRESSION,
                            id,
                            "Work is named by a delegateExpression, not by camunda:%s.",
                            attribute));
        }
    }

    private void beansExist(Element element) {
        XmlElements.attributes(element)
                .filter(attribute -> XmlElements.localName(attribute).equals("delegateExpression"))
                .forEach(attribute -> beanExists(element, attribute.getValue()));
    }

    private void beanExists(Element element, String delegateExpression) {
        BeanKind kind =
                switch (element.getLocalName()) {
                    case "taskListener" -> BeanKind.TASK_LISTENER;
                    case "executionListener" -> BeanKind.EXECUTION_LISTENER;
                    default -> BeanKind.DELEGATE;
                };
        String id = XmlElements.nearestId(element);
        Matcher bean = BEAN.matcher(delegateExpression);
        if (!bean.matches() || !known.offers(bean.group(1), kind)) {
            add(DELEGATE_UNKNOWN, id, "%s names no bean that is a %s.", delegateExpression, kind.type());
            return;
        }
        usedBeans.add(bean.group(1));
        if (known.sendingBeans().contains(bean.group(1))
                && !isAsyncBefore(element)
                && !isAsyncBefore((Element) element.getParentNode())) {
            add(SEND_WITHOUT_ASYNC, id, "What is sent cannot be taken back: the element lacks asyncBefore.");
        }
    }

    private static boolean isAsyncBefore(Element element) {
        return XmlElements.attributes(element)
                .anyMatch(attribute -> XmlElements.localName(attribute).equals("asyncBefore")
                        && attribute.getValue().equals("true"));
    }

    private void expressionsReadVariables(Element element) {
        if (element.getLocalName().equals("documentation")) {
            return;
        }
        Set<String> identifiers = new LinkedHashSet<>(Identifiers.ofExpressions(XmlElements.ownText(element)));
        XmlElements.attributes(element)
                .filter(attribute -> !XmlElements.localName(attribute).equals("delegateExpression"))
                .map(Attr::getValue)
                .map(Identifiers::ofExpressions)
                .forEach(identifiers::addAll);
        for (String identifier : identifiers) {
            if (!known.resolves(identifier)) {
                add(
                        EXPRESSION_IDENTIFIER,
                        XmlElements.nearestId(element),
                        "The name %s in an expression is neither a variable nor a bean.",
                        identifier);
            }
        }
        if (element.getLocalName().equals("failedJobRetryTimeCycle")
                && !Iso8601.areRetries(XmlElements.ownText(element))) {
            add(
                    TIMER_NOT_ISO,
                    XmlElements.nearestId(element),
                    "The retries %s are not ISO 8601.",
                    XmlElements.ownText(element));
        }
    }

    private void writesVariables(Element element) {
        List<String> written = new ArrayList<>();
        XmlElements.attributes(element)
                .filter(attribute -> XmlElements.localName(attribute).equals("initiator"))
                .map(Attr::getValue)
                .forEach(written::add);
        if (Arrays.asList("inputParameter", "outputParameter").contains(element.getLocalName())) {
            written.add(element.getAttribute("name"));
        }
        for (String variable : written) {
            if (!known.variables().contains(variable)) {
                add(
                        WRITTEN_VARIABLE,
                        XmlElements.nearestId(element),
                        "The variable %s that the model writes is no constant of ProcessVariables.",
                        variable);
            }
        }
    }

    private static <T extends ModelElementInstance> Collection<T> elements(Processes file, Class<T> type) {
        return file.model().getModelElementsByType(type);
    }

    private static String text(ModelElementInstance element) {
        return element == null ? null : element.getTextContent().strip();
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }

    private void add(ModelCheck check, String element, String sentence, Object... values) {
        findings.add(check, file.file(), element, sentence, values);
    }
}
