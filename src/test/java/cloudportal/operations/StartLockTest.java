package cloudportal.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloudportal.support.PostgresServer;
import java.sql.Connection;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

@ExtendWith(OutputCaptureExtension.class)
class StartLockTest {

    private static final DatabaseWait NO_WAIT = new DatabaseWait(Duration.ZERO);

    private final DataSource database =
            new DriverManagerDataSource(PostgresServer.emptyDatabase("start_lock"), "postgres", "");

    @Test
    void letsOneNodeAtATimeSetUpTheDatabase() throws Exception {
        // given
        StartLock first = new StartLock(NO_WAIT, Duration.ofMinutes(1));
        StartLock impatient = new StartLock(NO_WAIT, Duration.ZERO);
        first.postProcessAfterInitialization(database, "dataSource");
        // when
        assertThatThrownBy(() -> impatient.postProcessAfterInitialization(database, "dataSource"))
                // then
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Another node has been setting up the database");
        first.destroy();
        impatient.postProcessAfterInitialization(database, "dataSource");
        impatient.destroy();
    }

    @Test
    void goesOnWhenTheOtherNodeHasStarted() throws Exception {
        // given
        StartLock first = new StartLock(NO_WAIT, Duration.ofMinutes(1));
        first.acquire(database);
        StartLock second = new StartLock(NO_WAIT, Duration.ofSeconds(30));
        CountDownLatch about = new CountDownLatch(1);
        Future<?> waiting = CompletableFuture.runAsync(() -> {
            about.countDown();
            second.postProcessAfterInitialization(database, "dataSource");
        });
        assertThat(about.await(10, TimeUnit.SECONDS)).isTrue();
        // when
        first.onApplicationEvent(null);
        // then
        assertThat(waiting).succeedsWithin(Duration.ofSeconds(10));
        second.destroy();
    }

    @Test
    void isFreedByTheEndOfTheNodeThatHeldIt() throws Exception {
        // given a node whose connection is gone
        StartLock first = new StartLock(NO_WAIT, Duration.ofMinutes(1));
        StartLock next = new StartLock(NO_WAIT, Duration.ofSeconds(10));
        Connection connection = database.getConnection();
        first.acquire(new SingleConnectionDataSource(connection, false));
        connection.close();
        // when
        next.acquire(database);
        // then it did not have to be released
        next.release();
        first.release();
    }

    @Test
    void saysThatH2IsForOneNodeOnly(CapturedOutput output) throws Exception {
        // when
        new StartLock(NO_WAIT, Duration.ofMinutes(1)).acquire(new DriverManagerDataSource("jdbc:h2:mem:start-lock"));
        // then
        assertThat(output).contains("This database (H2) is for one node only");
    }
}
