package cloudportal.reliability;

import static java.util.stream.Collectors.toSet;

import java.util.Set;
import java.util.stream.Stream;

/** A process that runs waits for a person, a job or an operator; one that ended left nothing behind. */
final class NobodyStranded implements Invariant {

    @Override
    public Stream<String> brokenBy(History history) {
        Records records = history.records();
        Set<String> withWork = Stream.concat(
                        records.jobs().stream().map(Records.Job::process),
                        records.incidents().stream().map(Records.Incident::process))
                .collect(toSet());
        return records.processes().stream()
                .filter(process -> process.running()
                        ? process.ended() || process.tasks() == 0 && !withWork.contains(process.id())
                        : !process.ended()
                                || process.openSteps() > 0
                                || process.tasks() > 0
                                || withWork.contains(process.id()))
                .map(process ->
                        "%s is stranded%s".formatted(process, withWork.contains(process.id()) ? "" : ", no job"));
    }
}
