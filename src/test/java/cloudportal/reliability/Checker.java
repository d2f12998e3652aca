package cloudportal.reliability;

import java.util.List;

/** Holds a history against all invariants. */
final class Checker {

    static final List<Invariant> INVARIANTS = List.of(
            new AcknowledgedOnce(),
            new OneOpenRequest(),
            new EventLogWhole(),
            new StatesAgree(),
            new MailsArrive(),
            new NobodyStranded(),
            new KeepsItsVersion(),
            new NothingStuck(),
            new SetUpOnce(),
            new PoliteRefusals(),
            new RecoveredInTime());

    private Checker() {}

    /** What is broken; empty where everything holds. */
    static List<String> check(History history) {
        return INVARIANTS.stream()
                .flatMap(invariant -> invariant
                        .brokenBy(history)
                        .map(broken -> invariant.getClass().getSimpleName() + ": " + broken))
                .toList();
    }
}
