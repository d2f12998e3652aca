package cloudportal.journey;

import static org.assertj.core.api.Assertions.assertThat;

import cloudportal.support.PortalIT;
import cloudportal.support.PostgresServer;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.ContextConfiguration;

/** The same walk with the engine's tables and ours in one PostgreSQL. */
@PortalIT
@ContextConfiguration(initializers = PostgresServer.class)
class CancellationJourneyOnPostgresIT extends CancellationJourneyIT {

    @Test
    void runsOnPostgres() {
        assertThat(database.queryForObject("select version()", String.class)).startsWith("PostgreSQL");
    }
}
