package cloudportal.reliability;

import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Whoever is not served reads a sentence; and only while the database is away is anybody told that the portal failed. */
final class PoliteRefusals implements Invariant {

    private static final Pattern JAPANESE = Pattern.compile("[ぁ-ん]");
    private static final Pattern INTERNAL = Pattern.compile("Exception|\\bat [a-z]+\\.|cloudportal\\.|org\\.");

    @Override
    public Stream<String> brokenBy(History history) {
        return history.refused().stream()
                .filter(refused -> !isSentence(refused.text())
                        || refused.status() >= 500
                                && history.outages().stream().noneMatch(outage -> outage.includes(refused.at())))
                .map(Refused::toString);
    }

    private static boolean isSentence(String text) {
        return JAPANESE.matcher(text).find() && !INTERNAL.matcher(text).find();
    }
}
