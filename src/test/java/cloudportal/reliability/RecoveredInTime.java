package cloudportal.reliability;

import java.util.stream.Stream;

/** What a fault interrupted is taken up again within the configured lock time and wait. */
final class RecoveredInTime implements Invariant {

    @Override
    public Stream<String> brokenBy(History history) {
        return history.recoveries().stream()
                .filter(recovery -> recovery.lasted().compareTo(recovery.limit()) > 0)
                .map(Recovery::toString);
    }
}
