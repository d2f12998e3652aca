package cloudportal.audit;

import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

class EventLogCheckOnH2Test extends EventLogCheckScenarios {

    @Override
    String emptyDatabase() {
        return "jdbc:h2:mem:%s;DB_CLOSE_DELAY=-1".formatted(UUID.randomUUID());
    }

    @Override
    String user() {
        return "sa";
    }

    @Override
    String vendor() {
        return "h2";
    }

    @Override
    void unlock(JdbcTemplate database) {
        database.execute("drop trigger if exists request_event_append_only");
    }
}
