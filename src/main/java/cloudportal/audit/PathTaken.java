package cloudportal.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.IntermediateThrowEvent;
import org.camunda.bpm.model.bpmn.instance.LinkEventDefinition;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;

/**
 * The sequence flows that a case took. The engine records no flows, but each activity instance with a counter that grows along every
 * token's way; so the instance before one is, among those that lead to it in its scope and are still to be left, the last by this
 * counter. Loops come out as often as they were walked, and times that are equal decide nothing.
 */
final class PathTaken {

    /**
     * An activity instance.
     *
     * @param scope the instance that it is in
     * @param counter the engine's; grows along a token's way
     * @param canceled ended from outside, so that it was left by none of its own flows
     */
    record Visit(
            String id, String activityId, String scope, long counter, Instant start, Instant end, boolean canceled) {}

    /** How a visit was come to: by a flow, or at a border by an event. */
    record Taken(String flow, String from, String to) {}

    private final Map<String, List<Way>> waysTo = new HashMap<>();
    private final Set<String> leftOnce = new HashSet<>();

    /** A flow into an activity; where a pair of link events stands between, it is the flow into the first. */
    private record Way(String flow, String source, String linkEvent) {}

    PathTaken(BpmnModelInstance model) {
        Map<String, List<IntermediateThrowEvent>> throwers = new HashMap<>();
        for (IntermediateThrowEvent event : model.getModelElementsByType(IntermediateThrowEvent.class)) {
            linkName(event).ifPresent(name -> throwers.computeIfAbsent(name, any -> new ArrayList<>())
                    .add(event));
        }
        for (SequenceFlow flow : model.getModelElementsByType(SequenceFlow.class)) {
            way(flow.getTarget(), new Way(flow.getId(), flow.getSource().getId(), null));
        }
        for (IntermediateCatchEvent event : model.getModelElementsByType(IntermediateCatchEvent.class)) {
            linkName(event).map(throwers::get).orElse(List.of()).forEach(thrower -> thrower.getIncoming()
                    .forEach(flow ->
                            way(event, new Way(flow.getId(), flow.getSource().getId(), thrower.getId()))));
        }
        model.getModelElementsByType(ExclusiveGateway.class).forEach(gateway -> leftOnce.add(gateway.getId()));
        model.getModelElementsByType(BoundaryEvent.class).forEach(event -> leftOnce.add(event.getId()));
    }

    /**
     * How each of the visits was come to, in the order of the visits.
     *
     * @param visits of one case, all of them
     */
    List<Taken> of(List<Visit> visits) {
        List<Visit> ordered = visits.stream()
                .sorted(Comparator.comparingLong(Visit::counter)
                        .thenComparing(Visit::start)
                        .thenComparing(Visit::id))
                .toList();
        Set<String> left = new HashSet<>();
        List<Taken> taken = new ArrayList<>();
        for (Visit visit : ordered) {
            Step best = null;
            for (Way way : waysTo.getOrDefault(visit.activityId(), List.of())) {
                for (Visit before : ordered) {
                    if (before.activityId().equals(way.source())
                            && leadsTo(before, visit)
                            && !left.contains(key(before, way))
                            && (best == null || before.counter() > best.visit().counter())) {
                        best = new Step(before, way);
                    }
                }
            }
            if (best != null) {
                left.add(key(best.visit(), best.way()));
                if (best.way().linkEvent() != null) {
                    taken.add(new Taken(
                            best.way().flow(),
                            best.visit().activityId(),
                            best.way().linkEvent()));
                }
                taken.add(new Taken(best.way().flow(), best.visit().id(), visit.id()));
            }
        }
        return List.copyOf(taken);
    }

    /** How often each flow was taken. */
    static Map<String, Integer> counts(List<Taken> taken, Set<String> visits) {
        Map<String, Integer> counts = new TreeMap<>();
        taken.stream()
                .filter(step -> visits.contains(step.to()))
                .forEach(step -> counts.merge(step.flow(), 1, Integer::sum));
        return counts;
    }

    private record Step(Visit visit, Way way) {}

    private static boolean leadsTo(Visit before, Visit visit) {
        return before.counter() < visit.counter()
                && before.end() != null
                && !before.end().isAfter(visit.start())
                && !before.canceled()
                && Objects.equals(before.scope(), visit.scope());
    }

    /** What is used up when a visit is left by a way: the visit itself where it is left but once. */
    private String key(Visit visit, Way way) {
        return leftOnce.contains(visit.activityId()) ? visit.id() : visit.id() + " " + way.flow();
    }

    private void way(FlowNode target, Way way) {
        waysTo.computeIfAbsent(target.getId(), any -> new ArrayList<>()).add(way);
    }

    private static Optional<String> linkName(FlowNode event) {
        return event.getChildElementsByType(LinkEventDefinition.class).stream()
                .findFirst()
                .map(LinkEventDefinition::getName);
    }
}
