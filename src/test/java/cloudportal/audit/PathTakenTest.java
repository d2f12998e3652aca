package cloudportal.audit;

import static org.assertj.core.api.Assertions.assertThat;

import cloudportal.audit.PathTaken.Visit;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.junit.jupiter.api.Test;

/** From visits that all happened at the same instant to the flows between them. */
class PathTakenTest {

    private static final Instant NOW = Instant.parse("2019-10-15T01:00:00Z");

    @Test
    void walksALoopAsOftenAsItWasWalked() {
        BpmnModelInstance model = Bpmn.createExecutableProcess("loop")
                .startEvent("start")
                .exclusiveGateway("merge")
                .userTask("task")
                .exclusiveGateway("again")
                .sequenceFlowId("out")
                .condition("no", "${no}")
                .endEvent("end")
                .moveToNode("again")
                .sequenceFlowId("back")
                .connectTo("merge")
                .done();

        Map<String, Integer> counts = walk(
                model,
                visit("start", 1),
                visit("merge", 2),
                visit("task", 3),
                visit("again", 4),
                visit("merge", 5),
                visit("task", 6),
                visit("again", 7),
                visit("merge", 8),
                visit("task", 9),
                visit("again", 10),
                visit("end", 11));

        assertThat(counts).containsEntry("back", 2).containsEntry("out", 1);
        assertThat(counts.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(10);
    }

    @Test
    void takesEachFlowOfAForkOnceAndEachIntoAJoin() {
        BpmnModelInstance model = Bpmn.createExecutableProcess("fork")
                .startEvent("start")
                .parallelGateway("fork")
                .sequenceFlowId("left")
                .userTask("a")
                .sequenceFlowId("leftIn")
                .parallelGateway("join")
                .endEvent("end")
                .moveToNode("fork")
                .sequenceFlowId("right")
                .userTask("b")
                .sequenceFlowId("rightIn")
                .connectTo("join")
                .done();

        Map<String, Integer> counts = walk(
                model,
                visit("start", 1),
                visit("fork", 2),
                visit("a", 3),
                visit("b", 3),
                visit("join", 4, "join:1"),
                visit("join", 4, "join:2"),
                visit("end", 5));

        assertThat(counts)
                .contains(Map.entry("left", 1), Map.entry("right", 1), Map.entry("leftIn", 1), Map.entry("rightIn", 1));
    }

    @Test
    void doesNotLeaveByAFlowWhatWasBrokenOff() {
        BpmnModelInstance model = Bpmn.createExecutableProcess("timer")
                .startEvent("start")
                .userTask("task")
                .sequenceFlowId("done")
                .exclusiveGateway("merge")
                .endEvent("end")
                .moveToActivity("task")
                .boundaryEvent("late")
                .timerWithDuration("P1D")
                .sequenceFlowId("timedOut")
                .connectTo("merge")
                .done();

        Map<String, Integer> counts = walk(
                model,
                visit("start", 1),
                new Visit("task", "task", "scope", 2, NOW, NOW, true),
                visit("late", 3),
                visit("merge", 4),
                visit("end", 5));

        assertThat(counts).containsEntry("timedOut", 1).doesNotContainKey("done");
    }

    @Test
    void staysInItsScope() {
        BpmnModelInstance model = Bpmn.createExecutableProcess("scopes")
                .startEvent("start")
                .sequenceFlowId("in")
                .userTask("task")
                .done();

        assertThat(walk(model, visit("start", 1), new Visit("task", "task", "another", 2, NOW, NOW, false)))
                .isEmpty();
    }

    private static Map<String, Integer> walk(BpmnModelInstance model, Visit... visits) {
        return PathTaken.counts(
                new PathTaken(model).of(List.of(visits)),
                Set.of(visits).stream().map(Visit::id).collect(Collectors.toSet()));
    }

    private static Visit visit(String activity, long counter) {
        return visit(activity, counter, activity + ":" + counter);
    }

    private static Visit visit(String activity, long counter, String id) {
        return new Visit(id, activity, "scope", counter, NOW, NOW, false);
    }
}
