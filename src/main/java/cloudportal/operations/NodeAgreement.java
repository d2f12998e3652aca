package cloudportal.operations;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.TimeZone;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import javax.sql.DataSource;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.spring.boot.starter.util.SpringBootProcessEnginePlugin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Holds all nodes of one PostgreSQL to one time zone and one clock: the engine stores its time stamps without a zone, and a node
 * that read them in another would take jobs over too early and write history at the wrong hour. Every living node has a row with
 * its zone and how far its business clock is from the database's; a node that differs from one of them does not start.
 *
 * <p>A node counts as living until its row is {@link #ALIVE} old; a graceful stop takes the row away. Alone, a node may run with
 * what it likes. On H2 the file itself admits one node only.
 *
 * <p>A node whose clock is set to another time while it runs takes no jobs until the clock is right again: it would take over what
 * other nodes, or it itself, still work on, or would leave what is due. Its clock is told from the database's by what the machine
 * counts beside it, which nobody can set.
 */
@Component
class NodeAgreement extends SpringBootProcessEnginePlugin implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(NodeAgreement.class);

    static final Duration ALIVE = Duration.ofSeconds(60);

    private static final Duration BEAT = Duration.ofSeconds(15);

    /** What machines kept by NTP never reach; an hour wrong, or a clock set for the demo, is far more. */
    private static final Duration TOLERANCE = Duration.ofSeconds(30);

    private record Other(String node, String zone, long millis) {}

    private final String node = UUID.randomUUID().toString();
    private final JdbcClient database;
    private final Clock clock;
    private final LongSupplier nanos;
    private final boolean shared;
    private ScheduledExecutorService heart;
    private ProcessEngineConfigurationImpl engine;
    private long aheadWhenJoined;
    private Instant joinedAt;
    private long nanosWhenJoined;
    private boolean restsJobs;
    private volatile Duration step = Duration.ZERO;

    @Autowired
    NodeAgreement(JdbcClient database, DataSource dataSource, Clock clock) {
        this(database, dataSource, clock, System::nanoTime);
    }

    NodeAgreement(JdbcClient database, DataSource dataSource, Clock clock, LongSupplier nanos) {
        this.database = database;
        this.clock = clock;
        this.nanos = nanos;
        this.shared = Databases.isPostgres(dataSource);
    }

    /** Before the engine writes anything. */
    @Override
    public void preInit(SpringProcessEngineConfiguration configuration) {
        engine = configuration;
        if (shared) {
            join();
            heart = Executors.newSingleThreadScheduledExecutor(work -> {
                Thread thread = new Thread(work, "node-heartbeat");
                thread.setDaemon(true);
                return thread;
            });
            heart.scheduleWithFixedDelay(this::beat, BEAT.toMillis(), BEAT.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    @Override
    public void destroy() {
        if (heart != null) {
            heart.shutdownNow();
            leave();
        }
    }

    /** Refuses a node that differs from a living one, and enters it otherwise. */
    void join() {
        String zone = TimeZone.getDefault().getID();
        long ahead = millisAheadOfTheDatabase();
        stranger(zone, ahead).ifPresent(other -> {
            throw new IllegalStateException(
                    ("This node runs in the zone %s with a clock %d s ahead of the database's, but node %s, which is running,"
                                    + " in %s with %d s. All nodes must agree: set this machine's clock right, remove"
                                    + " portal.clock and -Duser.timezone, or stop all other nodes first (one that died counts for"
                                    + " another %d s).")
                            .formatted(
                                    zone,
                                    ahead / 1000,
                                    other.node,
                                    other.zone,
                                    other.millis / 1000,
                                    ALIVE.toSeconds()));
        });
        database.sql("delete from node where seen_at < current_timestamp - interval '1' day")
                .update();
        database.sql("insert into node (id, zone, clock_ahead_millis, seen_at) values (?, ?, ?, current_timestamp)")
                .params(node, zone, ahead)
                .update();
        aheadWhenJoined = ahead;
        joinedAt = clock.instant();
        nanosWhenJoined = nanos.getAsLong();
    }

    /** By how much the clock was set forward (negative: back) while the node ran; zero where it was not. */
    Duration step() {
        return step;
    }

    /** Shows that the node is alive. */
    void beat() {
        try {
            int rows = database.sql("update node set seen_at = current_timestamp where id = ?")
                    .param(node)
                    .update();
            if (rows == 0) {
                join();
            }
            watchTheClock();
        } catch (DataAccessException e) {
            LOG.warn("No heartbeat: {}", e.getMessage());
        } catch (IllegalStateException e) {
            LOG.error("Stop this node: {}", e.getMessage());
        }
    }

    void leave() {
        try {
            database.sql("delete from node where id = ?").param(node).update();
        } catch (DataAccessException e) {
            LOG.warn("The node's row stays: {}", e.getMessage());
        }
    }

    private void watchTheClock() {
        Duration againstTheDatabase = Duration.ofMillis(millisAheadOfTheDatabase() - aheadWhenJoined);
        Duration againstTheMachine =
                Duration.between(joinedAt, clock.instant()).minusNanos(nanos.getAsLong() - nanosWhenJoined);
        boolean isOff = isBeyondTolerance(againstTheDatabase) && isBeyondTolerance(againstTheMachine);
        if (isOff && step.isZero()) {
            LOG.error(
                    "This machine's clock was set {} s ahead while the node ran: it takes no jobs and is not ready until the clock"
                            + " is right again. Set it right, or stop this node.",
                    againstTheDatabase.toSeconds());
        } else if (!isOff && !step.isZero()) {
            LOG.warn("This machine's clock is right again");
        }
        step = isOff ? againstTheDatabase : Duration.ZERO;
        restOrTakeJobs(isOff);
    }

    private void restOrTakeJobs(boolean isOff) {
        if (isOff && !restsJobs && engine.getJobExecutor().isActive()) {
            engine.getJobExecutor().shutdown();
            restsJobs = true;
        } else if (!isOff && restsJobs) {
            engine.getJobExecutor().start();
            restsJobs = false;
        }
    }

    private static boolean isBeyondTolerance(Duration difference) {
        return difference.abs().compareTo(TOLERANCE) > 0;
    }

    private Optional<Other> stranger(String zone, long ahead) {
        return database
                .sql(
                        "select id, zone, clock_ahead_millis from node where seen_at > current_timestamp - interval '%d' second"
                                .formatted(ALIVE.toSeconds()))
                .query((row, number) -> new Other(row.getString(1), row.getString(2), row.getLong(3)))
                .list()
                .stream()
                .filter(other -> !other.node.equals(node))
                .filter(other -> !other.zone.equals(zone) || Math.abs(other.millis - ahead) > TOLERANCE.toMillis())
                .findFirst();
    }

    private long millisAheadOfTheDatabase() {
        OffsetDateTime there = database.sql("select current_timestamp")
                .query((row, number) -> row.getObject(1, OffsetDateTime.class))
                .single();
        return Duration.between(there.toInstant(), clock.instant()).toMillis();
    }
}
