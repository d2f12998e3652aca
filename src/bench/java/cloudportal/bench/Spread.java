package cloudportal.bench;

import java.util.List;
import java.util.Locale;

/** A figure over its rounds: what lies in the middle, and how far the machine moved it. */
record Spread(double min, double median, double max) {

    static Spread of(List<Double> values) {
        if (values.isEmpty()) {
            return new Spread(Double.NaN, Double.NaN, Double.NaN);
        }
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        double median = sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
        return new Spread(sorted.get(0), median, sorted.get(sorted.size() - 1));
    }

    /** For example {@code 12.3 (11.9–14.0)}; the spread only where there is any. */
    String text() {
        if (Double.isNaN(median)) {
            return "–";
        }
        return min == max ? number(median) : "%s (%s–%s)".formatted(number(median), number(min), number(max));
    }

    private static String number(double value) {
        double size = Math.abs(value);
        String format = value == Math.rint(value) || size >= 100 ? "%.0f" : size >= 10 ? "%.1f" : "%.2f";
        return String.format(Locale.ROOT, format, value);
    }
}
