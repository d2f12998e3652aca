package cloudportal.engine.model;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The elements that a model may hold, and the attributes of each: an allow list. An attribute of Camunda's is written with
 * {@code camunda:}, one of the BPMN or DMN standard as it is.
 */
final class Vocabulary {

    static final String CAMUNDA_BPMN = "http://camunda.org/schema/1.0/bpmn";
    static final String CAMUNDA_DMN = "http://camunda.org/schema/1.0/dmn";
    static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    static final String MODELER = "http://camunda.org/schema/modeler/1.0";
    static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";
    static final Set<String> DMN = Set.of(
            "https://www.omg.org/spec/DMN/20191111/MODEL/",
            "http://www.omg.org/spec/DMN/20180521/MODEL/",
            "http://www.omg.org/spec/DMN/20151101/dmn.xsd");

    /** Shapes, edges and their colours: nothing of them is executed. */
    static final Set<String> DIAGRAM = Set.of(
            "http://www.omg.org/spec/BPMN/20100524/DI",
            "http://www.omg.org/spec/DD/20100524/DC",
            "http://www.omg.org/spec/DD/20100524/DI",
            "https://www.omg.org/spec/DMN/20191111/DMNDI/",
            "http://www.omg.org/spec/DMN/20180521/DMNDI/",
            "http://www.omg.org/spec/DMN/20180521/DC/",
            "http://www.omg.org/spec/DMN/20180521/DI/",
            "http://bpmn.io/schema/bpmn/biocolor/1.0",
            "http://www.omg.org/spec/BPMN/non-normative/color/1.0",
            "http://bpmn.io/schema/dmn/biodi/1.0",
            "http://bpmn.io/schema/dmn/biodi/2.0");

    static final Set<String> DIAGRAM_ELEMENTS = Set.of(
            "BPMNDiagram",
            "BPMNPlane",
            "BPMNShape",
            "BPMNEdge",
            "BPMNLabel",
            "DMNDI",
            "DMNDiagram",
            "DMNShape",
            "DMNEdge",
            "DMNLabel",
            "Size",
            "Bounds",
            "waypoint");

    /** Elements of the standard, beside their id and name. */
    static final Map<String, Set<String>> BPMN_ELEMENTS = table(
            """
            definitions: targetNamespace exporter exporterVersion modeler:executionPlatform modeler:executionPlatformVersion
            collaboration:
            participant: processRef
            messageFlow: sourceRef targetRef
            process: isExecutable camunda:versionTag camunda:historyTimeToLive camunda:isStartableInTasklist \
              camunda:candidateStarterGroups
            laneSet:
            lane:
            childLaneSet:
            flowNodeRef:
            documentation:
            extensionElements:
            incoming:
            outgoing:
            startEvent: isInterrupting camunda:initiator camunda:formRef camunda:formRefBinding \
              camunda:asyncBefore camunda:asyncAfter camunda:exclusive
            endEvent: camunda:asyncBefore camunda:asyncAfter camunda:exclusive
            intermediateCatchEvent: camunda:asyncBefore camunda:asyncAfter camunda:exclusive
            intermediateThrowEvent: camunda:asyncBefore camunda:asyncAfter camunda:exclusive
            boundaryEvent: attachedToRef cancelActivity camunda:asyncBefore camunda:asyncAfter camunda:exclusive
            task: camunda:asyncBefore camunda:asyncAfter camunda:exclusive
            manualTask: camunda:asyncBefore camunda:asyncAfter camunda:exclusive
            userTask: default camunda:assignee camunda:candidateGroups camunda:dueDate camunda:followUpDate camunda:priority \
              camunda:formRef camunda:formRefBinding camunda:asyncBefore camunda:asyncAfter camunda:exclusive \
              camunda:modelerTemplate camunda:modelerTemplateVersion camunda:modelerTemplateIcon
            serviceTask: default camunda:delegateExpression camunda:asyncBefore camunda:asyncAfter camunda:exclusive \
              camunda:modelerTemplate camunda:modelerTemplateVersion camunda:modelerTemplateIcon
            sendTask: default camunda:delegateExpression camunda:asyncBefore camunda:asyncAfter camunda:exclusive \
              camunda:modelerTemplate camunda:modelerTemplateVersion camunda:modelerTemplateIcon
            businessRuleTask: default camunda:decisionRef camunda:decisionRefBinding camunda:resultVariable \
              camunda:mapDecisionResult camunda:asyncBefore camunda:asyncAfter camunda:exclusive \
              camunda:modelerTemplate camunda:modelerTemplateVersion camunda:modelerTemplateIcon
            exclusiveGateway: default gatewayDirection camunda:asyncBefore camunda:asyncAfter camunda:exclusive
            inclusiveGateway: default gatewayDirection camunda:asyncBefore camunda:asyncAfter camunda:exclusive
            parallelGateway: gatewayDirection camunda:asyncBefore camunda:asyncAfter camunda:exclusive
            eventBasedGateway: gatewayDirection eventGatewayType instantiate camunda:asyncBefore camunda:asyncAfter \
              camunda:exclusive
            subProcess: default triggeredByEvent camunda:asyncBefore camunda:asyncAfter camunda:exclusive
            multiInstanceLoopCharacteristics: isSequential camunda:asyncBefore camunda:asyncAfter camunda:exclusive
            loopCardinality: xsi:type
            sequenceFlow: sourceRef targetRef
            conditionExpression: xsi:type
            messageEventDefinition: messageRef camunda:delegateExpression \
              camunda:modelerTemplate camunda:modelerTemplateVersion camunda:modelerTemplateIcon
            timerEventDefinition:
            timeDate: xsi:type
            timeDuration: xsi:type
            timeCycle: xsi:type
            errorEventDefinition: errorRef
            linkEventDefinition:
            source:
            target:
            terminateEventDefinition:
            message:
            error: errorCode
            textAnnotation: textFormat
            text:
            association: sourceRef targetRef associationDirection
            group: categoryValueRef
            category:
            categoryValue: value
            dataObject: isCollection
            dataObjectReference: dataObjectRef
            dataStoreReference:
            """);

    /** Camunda's elements within {@code extensionElements}. */
    static final Map<String, Set<String>> CAMUNDA_ELEMENTS = table(
            """
            taskListener: delegateExpression event
            executionListener: delegateExpression event
            failedJobRetryTimeCycle:
            inputOutput:
            inputParameter:
            outputParameter:
            properties:
            property: value
            """);

    /** See {@link #BPMN_ELEMENTS}. */
    static final Map<String, Set<String>> DMN_ELEMENTS = table(
            """
            definitions: namespace exporter exporterVersion modeler:executionPlatform modeler:executionPlatformVersion
            description:
            decision: camunda:versionTag camunda:historyTimeToLive
            question:
            allowedAnswers:
            variable: typeRef
            decisionTable: hitPolicy preferredOrientation outputLabel
            input: label camunda:inputVariable
            inputExpression: typeRef expressionLanguage
            inputValues: expressionLanguage
            output: label typeRef
            outputValues: expressionLanguage
            rule:
            inputEntry: expressionLanguage
            outputEntry: expressionLanguage
            text:
            annotation:
            annotationEntry:
            informationRequirement:
            requiredInput: href
            requiredDecision: href
            authorityRequirement:
            requiredAuthority: href
            inputData:
            knowledgeSource: locationURI
            textAnnotation: textFormat
            association: associationDirection
            sourceRef: href
            targetRef: href
            """);

    private Vocabulary() {}

    private static Map<String, Set<String>> table(String text) {
        Map<String, Set<String>> table = new HashMap<>();
        text.lines().filter(line -> !line.isBlank()).forEach(line -> {
            String[] parts = line.split(":", 2);
            Set<String> attributes = Arrays.stream(parts[1].strip().split("\\s+"))
                    .filter(name -> !name.isEmpty())
                    .collect(Collectors.toSet());
            attributes.add("id");
            attributes.add("name");
            table.put(parts[0].strip(), Set.copyOf(attributes));
        });
        return Map.copyOf(table);
    }
}
