package cloudportal.reliability;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Notes what people asked for and how they were answered, while it happens. */
final class Journal {

    private final Queue<Deed> deeds = new ConcurrentLinkedQueue<>();
    private final Queue<Refused> refused = new ConcurrentLinkedQueue<>();
    private final Queue<Outage> outages = new ConcurrentLinkedQueue<>();
    private final Queue<Recovery> recoveries = new ConcurrentLinkedQueue<>();
    private final Queue<Rollout> rollouts = new ConcurrentLinkedQueue<>();
    private final Set<String> expired = ConcurrentHashMap.newKeySet();

    void did(String contract, Deed.Kind kind, int status) {
        deeds.add(new Deed(contract, kind, status, Instant.now()));
    }

    void refused(String asked, int status, String text) {
        refused.add(new Refused(Instant.now(), asked, status, text));
    }

    void rolledOut(Rollout rollout) {
        rollouts.add(rollout);
    }

    void expired(Collection<String> requests) {
        expired.addAll(requests);
    }

    void outage(Instant from, Instant until) {
        outages.add(new Outage(from, until));
    }

    void recovered(Recovery recovery) {
        recoveries.add(recovery);
    }

    /** How many steps were acknowledged so far. */
    long acknowledged() {
        return deeds.stream().filter(Deed::isAcknowledged).count();
    }

    /** How many steps of a kind were acknowledged so far. */
    long acknowledged(Deed.Kind kind) {
        return deeds.stream()
                .filter(deed -> deed.kind() == kind && deed.isAcknowledged())
                .count();
    }

    List<Deed> deeds() {
        return List.copyOf(deeds);
    }

    List<Refused> refused() {
        return List.copyOf(refused);
    }

    List<Outage> outages() {
        return List.copyOf(outages);
    }

    List<Rollout> rollouts() {
        return List.copyOf(rollouts);
    }

    Set<String> expired() {
        return Set.copyOf(expired);
    }

    List<Recovery> recoveries() {
        return List.copyOf(recoveries);
    }
}
