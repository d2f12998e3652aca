package cloudportal.audit;

import cloudportal.support.PostgresServer;
import org.springframework.jdbc.core.JdbcTemplate;

class EventLogCheckOnPostgresTest extends EventLogCheckScenarios {

    @Override
    String emptyDatabase() {
        return PostgresServer.emptyDatabase("event_log_check");
    }

    @Override
    String user() {
        return "postgres";
    }

    @Override
    String vendor() {
        return "postgresql";
    }

    @Override
    void unlock(JdbcTemplate database) {
        database.execute("alter table request_event disable trigger user");
    }
}
