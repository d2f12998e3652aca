package cloudportal.operations;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Waits at start for a database that is not there yet, so that machines which start it and the portal together come up. What waiting
 * does not mend, as a wrong password, ends the start at once.
 */
final class DatabaseWait {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseWait.class);

    private static final Duration PAUSE = Duration.ofSeconds(1);

    /** SQL states: of failed connections; PostgreSQL's while it starts, stops or has no connection left. */
    private static final String NO_CONNECTION = "08";

    private static final Set<String> NOT_YET = Set.of("57P01", "57P02", "57P03", "53300");

    private final Duration patience;

    DatabaseWait(Duration patience) {
        this.patience = patience;
    }

    Connection connectTo(DataSource database) {
        long start = System.nanoTime();
        boolean told = false;
        while (true) {
            try {
                return database.getConnection();
            } catch (SQLException e) {
                Duration waited = Duration.ofNanos(System.nanoTime() - start);
                if (!mayCome(e) || waited.compareTo(patience) >= 0) {
                    throw new DatabaseUnreachableException(waited, e);
                }
                if (!told) {
                    LOG.warn("Waiting up to {} s for the database: {}", patience.toSeconds(), e.getMessage());
                    told = true;
                }
                pause();
            }
        }
    }

    private static boolean mayCome(SQLException e) {
        String state = String.valueOf(e.getSQLState());
        return state.startsWith(NO_CONNECTION) || NOT_YET.contains(state);
    }

    private static void pause() {
        LockSupport.parkNanos(TimeUnit.NANOSECONDS.convert(PAUSE));
    }
}
