package cloudportal.account;

import java.util.Comparator;

/**
 * Something that answers to requests.
 *
 * @param method of HTTP
 * @param path template with {@code {names}}; {@code {engine}} in front stands for each address of the engine's REST API
 */
record Endpoint(String method, String path) implements Comparable<Endpoint> {

    static final String ENGINE = "{engine}";

    private static final Comparator<Endpoint> ORDER =
            Comparator.comparing(Endpoint::path).thenComparing(Endpoint::method);

    boolean isOfEngine() {
        return path.startsWith(ENGINE);
    }

    @Override
    public int compareTo(Endpoint other) {
        return ORDER.compare(this, other);
    }
}
