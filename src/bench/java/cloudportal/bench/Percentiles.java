package cloudportal.bench;

import java.util.Collection;
import java.util.List;

/** Nearest-rank percentiles. */
final class Percentiles {

    private final List<Long> sorted;

    Percentiles(Collection<Long> nanos) {
        sorted = nanos.stream().sorted().toList();
    }

    int count() {
        return sorted.size();
    }

    /** The smallest value that at least the given share of all values does not exceed, in milliseconds. */
    double millis(int percent) {
        if (sorted.isEmpty()) {
            return Double.NaN;
        }
        int rank = (int) Math.ceil(percent / 100.0 * sorted.size());
        return sorted.get(Math.max(0, rank - 1)) / 1e6;
    }
}
