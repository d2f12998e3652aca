package cloudportal.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import cloudportal.support.PostgresServer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.TimeZone;
import javax.sql.DataSource;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

@ExtendWith(OutputCaptureExtension.class)
class NodeAgreementTest {

    private static final TimeZone ZONE = TimeZone.getDefault();
    private static final DataSource DATABASE =
            new DriverManagerDataSource(PostgresServer.emptyDatabase("agreement"), "postgres", "");

    private final JdbcClient rows = JdbcClient.create(DATABASE);
    private final JobExecutor jobs = mock();
    private Duration ahead = Duration.ZERO;
    private Duration counted = Duration.ZERO;

    @BeforeAll
    static void makeTheTables() {
        Flyway.configure()
                .dataSource(DATABASE)
                .locations(
                        "classpath:db/migration",
                        "classpath:db/vendor/postgresql",
                        "classpath:cloudportal/request/migration")
                .load()
                .migrate();
    }

    @BeforeEach
    void emptyTheTable() {
        rows.sql("delete from node").update();
    }

    @AfterEach
    void restoreTheZone() {
        TimeZone.setDefault(ZONE);
    }

    @Test
    void takesNodesThatAgree() {
        // when
        node(Duration.ZERO).join();
        node(Duration.ofSeconds(5)).join();
        // then
        assertThat(rows.sql("select count(*) from node").query(Integer.class).single())
                .isEqualTo(2);
    }

    @Test
    void refusesANodeInAnotherZone() {
        // given
        node(Duration.ZERO).join();
        // when
        TimeZone.setDefault(TimeZone.getTimeZone("Europe/Paris"));
        assertThatThrownBy(() -> node(Duration.ZERO).join())
                // then
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("This node runs in the zone Europe/Paris")
                .hasMessageContaining("in " + ZONE.getID());
        assertThat(rows.sql("select count(*) from node").query(Integer.class).single())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT-1H", "PT1H", "PT-35S", "PT35S"})
    void refusesANodeWithAnotherClock(Duration ahead) {
        // given
        node(Duration.ZERO).join();
        // when
        assertThatThrownBy(() -> node(ahead).join())
                // then
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("All nodes must agree");
    }

    @Test
    void letsANodeHaveItsWayOnceAllOthersHaveStopped() {
        // given
        NodeAgreement first = node(Duration.ZERO);
        first.join();
        // when
        first.leave();
        // then
        assertThatCode(() -> node(Duration.ofDays(-2000)).join()).doesNotThrowAnyException();
    }

    @Test
    void waitsAMinuteForANodeThatDied() {
        // given
        node(Duration.ZERO).join();
        NodeAgreement other = node(Duration.ofHours(1));
        // when
        rows.sql("update node set seen_at = seen_at - interval '50' second").update();
        // then
        assertThatThrownBy(other::join).isInstanceOf(IllegalStateException.class);
        // when
        rows.sql("update node set seen_at = seen_at - interval '11' second").update();
        // then
        assertThatCode(other::join).doesNotThrowAnyException();
    }

    @Test
    void livesAsLongAsItsHeartBeats() {
        // given
        NodeAgreement first = node(Duration.ZERO);
        first.join();
        rows.sql("update node set seen_at = seen_at - interval '61' second").update();
        // when
        first.beat();
        // then
        assertThatThrownBy(() -> node(Duration.ofHours(1)).join()).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void saysSoWhereANodeComesBackToOthersThatDiffer(CapturedOutput output) {
        // given one that was away for so long that its row is gone, and another that came meanwhile
        NodeAgreement away = node(Duration.ZERO);
        node(Duration.ofHours(1)).join();
        // when
        away.beat();
        // then
        assertThat(output).contains("Stop this node: This node runs in the zone");
        assertThat(rows.sql("select count(*) from node").query(Integer.class).single())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT-1H", "PT1H", "PT35S"})
    void takesNoJobsWhileItsClockIsSetWrong(Duration step, CapturedOutput output) {
        // given
        NodeAgreement node = running();
        node.beat();
        assertThat(node.step()).isZero();
        // when
        ahead = step;
        node.beat();
        node.beat();
        // then
        assertThat(node.step().minus(step).abs()).isLessThan(Duration.ofSeconds(2));
        verify(jobs, times(1)).shutdown();
        verify(jobs, never()).start();
        assertThat(output).containsOnlyOnce("This machine's clock was set");
        // when
        ahead = Duration.ZERO;
        node.beat();
        // then
        assertThat(node.step()).isZero();
        verify(jobs, times(1)).start();
        assertThat(output).contains("This machine's clock is right again");
    }

    @Test
    void doesNotMindThatTheDatabasesClockIsSetOrThatTheMachineSlept() {
        // given
        NodeAgreement node = running();
        // when the database's clock moves, by which this node is an hour behind, and nothing here has
        ahead = Duration.ofHours(-1);
        counted = ahead;
        node.beat();
        // then
        assertThat(node.step()).isZero();
        // when the machine slept for an hour, in which it counted nothing, and woke with the right time
        ahead = Duration.ZERO;
        counted = Duration.ofHours(-1);
        node.beat();
        // then
        assertThat(node.step()).isZero();
        verify(jobs, never()).shutdown();
    }

    /** A node with a job executor, whose clock and counter the test moves. */
    private NodeAgreement running() {
        Clock clock = mock();
        when(clock.instant()).thenAnswer(asked -> Instant.now().plus(ahead));
        NodeAgreement node = new NodeAgreement(rows, DATABASE, clock, () -> System.nanoTime() + counted.toNanos());
        SpringProcessEngineConfiguration engine = new SpringProcessEngineConfiguration();
        engine.setJobExecutor(jobs);
        when(jobs.isActive()).thenReturn(true);
        node.preInit(engine);
        return node;
    }

    private NodeAgreement node(Duration ahead) {
        return new NodeAgreement(rows, DATABASE, Clock.offset(Clock.systemUTC(), ahead));
    }
}
