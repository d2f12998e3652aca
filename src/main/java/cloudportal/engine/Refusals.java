package cloudportal.engine;

import io.micrometer.core.instrument.Metrics;

/** Counts what people and programs were refused, by reason, for the operators. */
final class Refusals {

    private Refusals() {}

    static void count(String reason) {
        Metrics.counter("portal.refusals", "reason", reason).increment();
    }

    /** For answers that say nothing more than their status. */
    static void count(int status) {
        count(
                switch (status) {
                    case 401 -> "not-logged-in";
                    case 403 -> "not-allowed";
                    case 404 -> "not-found";
                    case 409 -> "overtaken";
                    default -> status >= 500 ? "fault" : "invalid";
                });
    }
}
