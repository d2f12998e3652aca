package cloudportal.reliability;

import java.util.List;
import java.util.stream.Stream;

/** A case stays on the version of the model that it began with; what begins after a deployment begins on the new one, on each node. */
final class KeepsItsVersion implements Invariant {

    @Override
    public Stream<String> brokenBy(History history) {
        return history.records().processes().stream()
                .filter(process -> process.ofOtherVersions() > 0 || !isOfItsTime(process, history.rollouts()))
                .map(process ->
                        "%s does not keep the version of its start, by %s".formatted(process, history.rollouts()));
    }

    /** Between question and answer either version is right. */
    private static boolean isOfItsTime(Records.Process process, List<Rollout> rollouts) {
        return rollouts.stream()
                .allMatch(rollout -> process.version() >= rollout.version()
                        ? !process.started().isBefore(rollout.asked())
                        : !process.started().isAfter(rollout.answered()));
    }
}
