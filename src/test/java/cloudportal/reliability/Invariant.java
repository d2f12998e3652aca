package cloudportal.reliability;

import java.util.stream.Stream;

/** Something that holds whatever was done to the application. */
interface Invariant {

    /** A sentence for each place where it does not hold. */
    Stream<String> brokenBy(History history);
}
