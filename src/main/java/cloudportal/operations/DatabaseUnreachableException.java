package cloudportal.operations;

import java.sql.SQLException;
import java.time.Duration;

/** The portal does not start, as its database does not let it in. */
final class DatabaseUnreachableException extends IllegalStateException {

    DatabaseUnreachableException(Duration waited, SQLException cause) {
        super(
                "The portal did not start, because its database could not be reached within %d s: %s"
                        .formatted(waited.toSeconds(), cause.getMessage()),
                cause);
    }
}
