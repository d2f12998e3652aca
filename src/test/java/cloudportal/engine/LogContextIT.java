package cloudportal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import cloudportal.notice.Outbox;
import cloudportal.support.CaseWalk;
import cloudportal.support.MovableClock;
import cloudportal.support.PortalIT;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

@PortalIT
class LogContextIT {

    @LocalServerPort
    int port;

    @Autowired
    JdbcTemplate database;

    @Autowired
    ManagementService managementService;

    @Autowired
    MovableClock clock;

    @Test
    void namesTheRequestInWhatIsLoggedWhileAJobWorksOnIt() {
        // given
        Logger outbox = (Logger) LoggerFactory.getLogger(Outbox.class);
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        outbox.addAppender(log);
        try {
            // when the receipt is held and logged, in the job that would send it
            CaseWalk.Walked walked = new CaseWalk(port, database, managementService, clock).submitted();
            // then
            assertThat(log.list).singleElement().satisfies(entry -> assertThat(entry.getMDCPropertyMap())
                    .containsEntry("requestNumber", walked.number()));
            assertThat(MDC.get("requestNumber")).isNull();
        } finally {
            outbox.detachAppender(log);
        }
    }
}
