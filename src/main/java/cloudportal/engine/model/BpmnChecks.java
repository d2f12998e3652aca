package cloudportal.engine.model;

import static cloudportal.engine.model.ModelCheck.DECISION_MISSING;
import static cloudportal.engine.model.ModelCheck.DECISION_VARIABLE;
import static cloudportal.engine.model.ModelCheck.DELEGATE_UNKNOWN;
import static cloudportal.engine.model.ModelCheck.DIAGRAM_INCOMPLETE;
import static cloudportal.engine.model.ModelCheck.ERROR_CODE_NAME;
import static cloudportal.engine.model.ModelCheck.ERROR_NEVER_THROWN;
import static cloudportal.engine.model.ModelCheck.EXPRESSION_IDENTIFIER;
import static cloudportal.engine.model.ModelCheck.FILE_NAME_NOT_ID;
import static cloudportal.engine.model.ModelCheck.FORM_BINDING;
import static cloudportal.engine.model.ModelCheck.FORM_MISSING;
import static cloudportal.engine.model.ModelCheck.GROUP_UNKNOWN;
import static cloudportal.engine.model.ModelCheck.ID_PREFIX;
import static cloudportal.engine.model.ModelCheck.JAVA_CLASS_OR_EXPRESSION;
import static cloudportal.engine.model.ModelCheck.MESSAGE_NAME;
import static cloudportal.engine.model.ModelCheck.SCRIPT;
import static cloudportal.engine.model.ModelCheck.SEND_WITHOUT_ASYNC;
import static cloudportal.engine.model.ModelCheck.SERVICE_TASK_WITHOUT_DELEGATE;
import static cloudportal.engine.model.ModelCheck.SPLIT_FLOW_WITHOUT_CONDITION;
import static cloudportal.engine.model.ModelCheck.SPLIT_WITHOUT_DEFAULT;
import static cloudportal.engine.model.ModelCheck.SPLIT_WITHOUT_QUESTION;
import static cloudportal.engine.model.ModelCheck.TIMER_NOT_ISO;
import static cloudportal.engine.model.ModelCheck.TIMER_SUCCESSOR_WITHOUT_ASYNC;
import static cloudportal.engine.model.ModelCheck.TIME_TO_LIVE;
import static cloudportal.engine.model.ModelCheck.USER_TASK_FOR_NOBODY;
import static cloudportal.engine.model.ModelCheck.USER_TASK_WITHOUT_DOCUMENTATION;
import static cloudportal.engine.model.ModelCheck.VERSION_TAG;
import static cloudportal.engine.model.ModelCheck.WRITTEN_VARIABLE;

import cloudportal.engine.deployment.XmlNode;
import cloudportal.engine.deployment.XmlNode.Attribute;
import cloudportal.engine.model.Known.BeanKind;
import cloudportal.engine.model.ModelSet.Processes;
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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.Artifact;
import org.camunda.bpm.model.bpmn.instance.Association;
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
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

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
        for (XmlNode element : file.xml().all().toList()) {
            nothingIsProgrammedInTheModel(element);
            beansExist(element);
            expressionsReadVariables(element);
            writesVariables(element);
        }
    }

    private void processIsNamedKeptAndTagged(Process process) {
        String id = process.getId();
        if (!id.equals(file.baseName()) || !Naming.isKebabCase(file.baseName())) {
            add(FILE_NAME_NOT_ID, id, "ファイル名がプロセスの ID「%s」と違うか、英小文字と「-」の名前ではありません。そろえてください。", id);
        }
        if (!Naming.isLongEnough(process.getCamundaHistoryTimeToLiveString())) {
            add(
                    TIME_TO_LIVE,
                    id,
                    "履歴の保存期間（historyTimeToLive）が「%s」です。「%s」にしてください。",
                    process.getCamundaHistoryTimeToLiveString(),
                    Naming.TIME_TO_LIVE);
        }
        if (isBlank(process.getCamundaVersionTag())) {
            add(VERSION_TAG, id, "バージョンタグ（versionTag）がありません。入力してください（例: 3.1.0）。");
        }
        process.getCamundaCandidateStarterGroupsList().forEach(group -> groupIsKnown(id, group));
    }

    private void idBeginsWithItsType(FlowElement element) {
        String type = element.getElementType().getTypeName();
        String prefix = Naming.prefixOf(type);
        boolean named = element.getId().startsWith(prefix)
                && Naming.isCamelCase(element.getId().substring(prefix.length()));
        if (!named && !Naming.isGenerated(element.getId())) {
            add(
                    ID_PREFIX,
                    element.getId(),
                    "%s の ID は「%s」と英字の名前（例: 〜reviewAgain）にするか、Modeler が付けたままにしてください。",
                    type,
                    prefix);
        }
    }

    private void messageIsNamed(Message message) {
        if (message.getName() == null || !Naming.isKebabCase(message.getName())) {
            add(MESSAGE_NAME, message.getId(), "メッセージの名前「%s」は英小文字と「-」だけで付けてください。", message.getName());
        }
    }

    private void errorCodeIsNamed(Error error) {
        if (!Naming.isCamelCase(error.getErrorCode())) {
            add(ERROR_CODE_NAME, error.getId(), "エラーコード「%s」は英字の名前（例: serviceUnknown）にしてください。", error.getErrorCode());
        }
    }

    private void hasDelegate(String id, String delegateExpression) {
        if (isBlank(delegateExpression)) {
            add(SERVICE_TASK_WITHOUT_DELEGATE, id, "何をするかがありません。「Delegate expression」に用意された処理を指定してください。");
        }
    }

    private void splitIsAQuestion(Gateway gateway, SequenceFlow defaultFlow) {
        if (gateway.getOutgoing().size() < 2) {
            return;
        }
        String id = gateway.getId();
        if (gateway.getName() == null || !gateway.getName().strip().matches("(?s).*[かは][？?]")) {
            add(SPLIT_WITHOUT_QUESTION, id, "分岐の名前「%s」は問いにしてください（例: 受理するか？）。", gateway.getName());
        }
        if (defaultFlow == null) {
            add(SPLIT_WITHOUT_DEFAULT, id, "分岐に既定の流れがありません。安全な側の流れを既定（Default Flow）にしてください。");
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
                add(SPLIT_FLOW_WITHOUT_CONDITION, flow.getId(), "流れに条件がありません。条件の式を入れるか、既定の流れにしてください。");
            }
        }
    }

    private void errorIsThrown(BoundaryEvent event) {
        for (ErrorEventDefinition definition : event.getChildElementsByType(ErrorEventDefinition.class)) {
            String code = code(definition);
            if (code == null) {
                add(ERROR_NEVER_THROWN, event.getId(), "受け取るエラーの指定がありません。エラーを選んでください。");
            } else if (!known.thrownErrors().contains(code) && !endsThrow(event.getAttachedTo(), code)) {
                add(
                        ERROR_NEVER_THROWN,
                        event.getId(),
                        "「%s」の中でエラー「%s」を投げる処理も終了イベントもありません。エラーコードを確認してください。",
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
            add(TIMER_NOT_ISO, id, "タイマーに時刻も期間もありません。ISO 8601 で入力してください（例: P3D）。");
        }
        if (date != null && !Iso8601.isDate(date)) {
            add(TIMER_NOT_ISO, id, "タイマーの日時「%s」は ISO 8601（例: 2026-04-01T00:00:00+09:00）か ${変数名} にしてください。", date);
        }
        if (duration != null && !Iso8601.isDuration(duration)) {
            add(TIMER_NOT_ISO, id, "タイマーの期間「%s」は ISO 8601（例: P3D）か ${変数名} にしてください。", duration);
        }
        if (cycle != null && !Iso8601.isCycle(cycle)) {
            add(TIMER_NOT_ISO, id, "タイマーの繰返し「%s」は ISO 8601（例: R3/PT1H）にしてください。", cycle);
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
                        "タイマー「%s」の後の作業です。「Asynchronous before」を付けてください。",
                        timer.getId());
            } else if (next instanceof Gateway) {
                successorsAreAsync(timer, next, seen);
            }
        }
    }

    private void userTaskTellsWhoDoesWhat(UserTask task) {
        String id = task.getId();
        if (task.getDocumentations().stream().allMatch(documentation -> isBlank(documentation.getTextContent()))) {
            add(USER_TASK_WITHOUT_DOCUMENTATION, id, "作業の説明（Element documentation）がありません。作業する人への案内を日本語で書いてください。");
        }
        String assignee = task.getCamundaAssignee();
        if (isBlank(task.getCamundaCandidateGroups()) && (assignee == null || !Identifiers.isExpression(assignee))) {
            add(USER_TASK_FOR_NOBODY, id, "作業をする人がいません。担当グループ（Candidate groups）か、担当者 ${customerLogin} を指定してください。");
        }
        task.getCamundaCandidateGroupsList().forEach(group -> groupIsKnown(id, group));
        String due = task.getCamundaDueDate();
        if (due != null && !Iso8601.isDate(due) && !Iso8601.isDuration(due)) {
            add(TIMER_NOT_ISO, id, "期限「%s」は ISO 8601 の日時か期間（例: P3D）、または ${変数名} にしてください。", due);
        }
    }

    private void groupIsKnown(String id, String group) {
        if (!known.groups().contains(group.strip())) {
            add(GROUP_UNKNOWN, id, "グループ「%s」はありません。グループの名前を確認してください。", group.strip());
        }
    }

    private void formIsThere(String id, String formRef, String binding, String formKey) {
        if (formKey != null || (formRef != null && !"deployment".equals(binding))) {
            add(FORM_BINDING, id, "フォームは Camunda Forms とし、Form reference に ID を、Binding に「deployment」を指定してください。");
        } else if (formRef == null
                || models.forms().stream().noneMatch(form -> form.id().equals(formRef))) {
            add(FORM_MISSING, id, "フォーム「%s」がこのデプロイにありません。このデプロイに form も含めてください。", formRef);
        }
    }

    private void decisionIsThere(BusinessRuleTask task) {
        String decisionRef = task.getCamundaDecisionRef();
        if (decisionRef == null && task.getCamundaDelegateExpression() != null) {
            return;
        }
        if (!models.files().isDecisionDeployed(String.valueOf(decisionRef))
                && models.decisions().stream()
                        .noneMatch(decisions -> decisions.model().getModelElementById(String.valueOf(decisionRef))
                                instanceof org.camunda.bpm.model.dmn.instance.Decision)) {
            add(DECISION_MISSING, task.getId(), "決定表「%s」がありません。ID を確認するか、このデプロイに dmn も含めてください。", decisionRef);
        }
        String result = task.getCamundaResultVariable();
        if (result == null || !known.variables().contains(result)) {
            add(DECISION_VARIABLE, task.getId(), "結果の変数「%s」は使えません。用意された名前にしてください。", result);
        }
    }

    private void diagramIsComplete() {
        Set<String> shapes = drawn("BPMNShape", "Bounds", 1);
        Set<String> edges = drawn("BPMNEdge", "waypoint", 2);
        Stream.of(FlowNode.class, Participant.class, Lane.class)
                .flatMap(type -> elements(file, type).stream())
                .filter(element -> !shapes.contains(element.getId()))
                .forEach(element -> add(DIAGRAM_INCOMPLETE, element.getId(), "図に形がありません。Camunda Modeler で描いてください。"));
        Stream.of(SequenceFlow.class, MessageFlow.class, Association.class)
                .flatMap(type -> elements(file, type).stream())
                .filter(element -> !edges.contains(element.getId()))
                .forEach(element -> add(DIAGRAM_INCOMPLETE, element.getId(), "図に線がありません。Camunda Modeler で描いてください。"));
        elements(file, Artifact.class).stream()
                .filter(artifact -> !(artifact instanceof Association) && !shapes.contains(artifact.getId()))
                .forEach(artifact -> add(DIAGRAM_INCOMPLETE, artifact.getId(), "図に形がありません。Camunda Modeler で描いてください。"));
    }

    /** The ids of the elements that are drawn, with their points. */
    private Set<String> drawn(String kind, String point, int points) {
        return file.xml()
                .all()
                .filter(node -> node.name().equals(kind) && node.children(point).count() >= points)
                .flatMap(node -> node.attribute("bpmnElement").stream())
                .collect(Collectors.toSet());
    }

    private void nothingIsProgrammedInTheModel(XmlNode element) {
        String name = element.name();
        String id = element.nearestId();
        if (SCRIPT_ELEMENTS.contains(name)) {
            add(SCRIPT, id, "スクリプトは使えません。用意された処理（Delegate expression）か式に置き換えてください。");
        }
        if (name.equals("conditionExpression") && element.attribute("language").isPresent()) {
            add(SCRIPT, id, "条件にスクリプトは使えません。${…} の式にしてください。");
        }
        if (name.equals("connector")) {
            add(JAVA_CLASS_OR_EXPRESSION, id, "コネクターは使えません。「Delegate expression」に用意された処理を指定してください。");
        }
        if (IMPLEMENTED_ELEMENTS.contains(name)) {
            element.attributes().stream()
                    .map(Attribute::name)
                    .filter(Set.of("class", "expression", "type")::contains)
                    .forEach(attribute -> add(
                            JAVA_CLASS_OR_EXPRESSION,
                            id,
                            "camunda:%s は使えません。「Delegate expression」に用意された処理を指定してください。",
                            attribute));
        }
    }

    private void beansExist(XmlNode element) {
        element.attributes().stream()
                .filter(attribute -> attribute.name().equals("delegateExpression"))
                .forEach(attribute -> beanExists(element, attribute.value()));
    }

    private void beanExists(XmlNode element, String delegateExpression) {
        BeanKind kind =
                switch (element.name()) {
                    case "taskListener" -> BeanKind.TASK_LISTENER;
                    case "executionListener" -> BeanKind.EXECUTION_LISTENER;
                    default -> BeanKind.DELEGATE;
                };
        String id = element.nearestId();
        Matcher bean = BEAN.matcher(delegateExpression);
        if (!bean.matches() || !known.offers(bean.group(1), kind)) {
            add(
                    DELEGATE_UNKNOWN,
                    id,
                    "「%s」という処理（%s）はありません。用意された処理の名前を ${名前} の形で指定してください。",
                    delegateExpression,
                    kind.type());
            return;
        }
        usedBeans.add(bean.group(1));
        if (known.sendingBeans().contains(bean.group(1))
                && !isAsyncBefore(element)
                && !isAsyncBefore(element.parent())) {
            add(SEND_WITHOUT_ASYNC, id, "送信する処理です。やり直せるよう「Asynchronous before」を付けてください。");
        }
    }

    private static boolean isAsyncBefore(XmlNode element) {
        return element.attributes().stream()
                .anyMatch(attribute -> attribute.name().equals("asyncBefore")
                        && attribute.value().equals("true"));
    }

    private void expressionsReadVariables(XmlNode element) {
        if (element.name().equals("documentation")) {
            return;
        }
        Set<String> identifiers = new LinkedHashSet<>(Identifiers.ofExpressions(element.text()));
        element.attributes().stream()
                .filter(attribute -> !attribute.name().equals("delegateExpression"))
                .map(Attribute::value)
                .map(Identifiers::ofExpressions)
                .forEach(identifiers::addAll);
        for (String identifier : identifiers) {
            if (!known.variables().contains(identifier)) {
                add(
                        EXPRESSION_IDENTIFIER,
                        element.nearestId(),
                        "式の中の名前「%s」は、変数にもフォームの項目にもありません。名前を確認してください。",
                        identifier);
            }
        }
        if (element.name().equals("failedJobRetryTimeCycle") && !Iso8601.areRetries(element.text())) {
            add(TIMER_NOT_ISO, element.nearestId(), "再試行の間隔「%s」は ISO 8601（例: PT1M,PT5M）にしてください。", element.text());
        }
    }

    private void writesVariables(XmlNode element) {
        List<String> written = new ArrayList<>();
        element.attributes().stream()
                .filter(attribute -> attribute.name().equals("initiator"))
                .map(Attribute::value)
                .forEach(written::add);
        if (Arrays.asList("inputParameter", "outputParameter").contains(element.name())) {
            written.add(element.attribute("name").orElse(""));
        }
        for (String variable : written) {
            if (!known.variables().contains(variable)) {
                add(WRITTEN_VARIABLE, element.nearestId(), "変数「%s」はモデルから書けません。用意された名前にしてください。", variable);
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
