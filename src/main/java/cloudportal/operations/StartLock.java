package cloudportal.operations;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Lets one node after the other set up the database: tables, models, groups, grants, task lists, the first administrator. Each of
 * them is made where it is missing, which several nodes at the same time would find so. Whoever asks for the database first waits
 * here, before Flyway and the engine get it, until no other node is starting. PostgreSQL frees the lock of a node that dies.
 */
@Component
class StartLock implements BeanPostProcessor, ApplicationListener<ApplicationStartedEvent>, DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(StartLock.class);

    /** Any number that no other application uses in the same database. */
    private static final long KEY = 7_238_079_061_530L;

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final long PAUSE_MILLIS = 200;

    private final DatabaseWait wait;
    private final Duration patience;
    private Connection holder;

    /** Made before the application's properties are bound. */
    @Autowired
    StartLock(Environment environment) {
        this(new DatabaseWait(environment.getRequiredProperty("portal.database-wait", Duration.class)), PATIENCE);
    }

    StartLock(DatabaseWait wait, Duration patience) {
        this.wait = wait;
        this.patience = patience;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (bean instanceof DataSource dataSource && holder == null) {
            try {
                acquire(dataSource);
            } catch (SQLException e) {
                throw new DatabaseUnreachableException(Duration.ZERO, e);
            }
        }
        return bean;
    }

    @Override
    public void onApplicationEvent(ApplicationStartedEvent event) {
        release();
    }

    /** Where the start has failed. */
    @Override
    public void destroy() {
        release();
    }

    void acquire(DataSource dataSource) throws SQLException {
        Connection connection = wait.connectTo(dataSource);
        boolean kept = false;
        try {
            if (Databases.isPostgres(connection)) {
                await(connection);
                holder = connection;
                kept = true;
            } else {
                LOG.warn(
                        "This database ({}) is for one node only. For several nodes use the profile postgres.",
                        Databases.product(connection));
            }
        } finally {
            if (!kept) {
                connection.close();
            }
        }
    }

    void release() {
        if (holder == null) {
            return;
        }
        try (Connection connection = holder;
                PreparedStatement unlock = connection.prepareStatement("select pg_advisory_unlock(?)")) {
            unlock.setLong(1, KEY);
            unlock.execute();
        } catch (SQLException e) {
            LOG.warn("The start lock is freed with its connection", e);
        } finally {
            holder = null;
        }
    }

    /** Asks again and again instead of waiting in the database, whose time-outs are for people's work. */
    private void await(Connection connection) throws SQLException {
        long start = System.nanoTime();
        boolean told = false;
        while (!isFree(connection)) {
            if (System.nanoTime() - start >= patience.toNanos()) {
                throw new IllegalStateException("Another node has been setting up the database for more than "
                        + patience + ". See its log, end it if it hangs, and start again.");
            }
            if (!told) {
                LOG.info("Another node is setting up the database; waiting for it");
                told = true;
            }
            pause();
        }
    }

    private static boolean isFree(Connection connection) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement("select pg_try_advisory_lock(?)")) {
            lock.setLong(1, KEY);
            try (ResultSet answer = lock.executeQuery()) {
                answer.next();
                return answer.getBoolean(1);
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for another node", e);
        }
    }
}
