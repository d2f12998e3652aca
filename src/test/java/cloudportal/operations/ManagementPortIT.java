package cloudportal.operations;

import static org.assertj.core.api.Assertions.assertThat;

import cloudportal.support.CaseWalk;
import cloudportal.support.MovableClock;
import cloudportal.support.Person;
import cloudportal.support.PortalIT;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.batch.Batch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;

@PortalIT
class ManagementPortIT {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @LocalServerPort
    int port;

    @LocalManagementPort
    int managementPort;

    @Autowired
    Environment environment;

    @Autowired
    Figures figures;

    @Autowired
    JdbcTemplate database;

    @Autowired
    ManagementService managementService;

    @Autowired
    RuntimeService runtimeService;

    @Autowired
    MovableClock clock;

    @ParameterizedTest
    @ValueSource(strings = {"/actuator", "/actuator/health", "/actuator/prometheus", "/actuator/env", "/health"})
    void givesNothingAwayOnTheMainPort(String path) throws Exception {
        assertThat(get(port, path).statusCode()).isEqualTo(404);
    }

    @Test
    void listensOnTheMachineItselfOnly() {
        assertThat(environment.getProperty("management.server.address")).isEqualTo("127.0.0.1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/actuator/env",
                "/actuator/beans",
                "/actuator/heapdump",
                "/actuator/loggers",
                "/engine-rest/engine"
            })
    void offersHealthAndFiguresAlone(String path) throws Exception {
        assertThat(get(managementPort, path).statusCode()).isEqualTo(404);
    }

    @Test
    void tellsTheHealthOfEachPart() throws Exception {
        assertThat(get(managementPort, "/actuator/health").body())
                .contains(
                        "\"db\"",
                        "\"mailBacklog\"",
                        "\"heldMails\"",
                        "\"jobLag\"",
                        "\"incidents\"",
                        "\"limitSeconds\":3600")
                .doesNotContain("\"mail\":");
        assertThat(get(managementPort, "/actuator/health/readiness").body())
                .contains("\"status\":\"UP\"", "\"db\"", "\"clock\"")
                .doesNotContain("\"jobLag\"");
        assertThat(get(managementPort, "/actuator/health/liveness").statusCode())
                .isEqualTo(200);
    }

    @Test
    void tellsTheFigures() throws Exception {
        // when
        String figures = get(managementPort, "/actuator/prometheus").body();
        // then
        assertThat(figures)
                .contains(
                        "portal_cases{state=\"cancellation_draft\"}",
                        "portal_cases{state=\"received\"}",
                        "portal_jobs_due",
                        "portal_jobs_lag_seconds",
                        "portal_mail_backlog{state=\"unsent\"}",
                        "portal_mail_backlog{state=\"held\"}",
                        "portal_mail_age_seconds",
                        "portal_incidents_open",
                        "portal_incidents_age_seconds",
                        "hikaricp_connections_pending");
    }

    @Test
    void countsRefusalsByReason() throws Exception {
        // given
        double before = refusals("not-logged-in");
        // when
        assertThat(get(port, "/engine-rest/engine").statusCode()).isEqualTo(401);
        // then
        assertThat(refusals("not-logged-in")).isEqualTo(before + 1);
        // when
        assertThat(get(port, "/engine-rest;x/engine").statusCode()).isEqualTo(400);
        assertThat(new Person(port, CaseWalk.CUSTOMER, Person.PASSWORD)
                        .get("/engine-rest/task/nobodys")
                        .status())
                .isGreaterThanOrEqualTo(400);
        // then
        assertThat(refusals("path")).isPositive();
    }

    @Test
    void countsWhatWaits() {
        // given
        Figures.Reading before = figures.read();
        // when a request is submitted, and its receipt is held, since there is no mail server
        new CaseWalk(port, database, managementService, clock).submitted();
        // then
        Figures.Reading then = figures.read();
        assertThat(then.heldMails().count()).isEqualTo(before.heldMails().count() + 1);
        assertThat(all(then)).isEqualTo(all(before) + 1);
    }

    @Test
    void countsJobsThatNobodyRuns() {
        // given
        clock.moveTo("2019-10-15T10:00:00+09:00");
        long before = figures.read().jobs().count();
        Batch batch = runtimeService.deleteProcessInstancesAsync(List.of("none"), "test");
        try {
            // when
            clock.moveTo("2019-10-15T11:00:00+09:00");
            // then
            Figures.Waiting jobs = figures.read().jobs();
            assertThat(jobs.count()).isEqualTo(before + 1);
            assertThat(jobs.oldest()).isGreaterThanOrEqualTo(Duration.ofHours(1));
            // when it is in somebody's hands
            database.update(
                    "update act_ru_job set lock_exp_time_ = ? where job_def_id_ = ?",
                    Timestamp.from(clock.instant().plusSeconds(60)),
                    batch.getSeedJobDefinitionId());
            // then
            assertThat(figures.read().jobs().count()).isEqualTo(before);
        } finally {
            managementService.deleteBatch(batch.getId(), true);
            clock.moveTo("2019-10-15T10:00:00+09:00");
        }
    }

    private static long all(Figures.Reading reading) {
        return reading.cases().values().stream().mapToLong(Long::longValue).sum();
    }

    private double refusals(String reason) throws Exception {
        Matcher line = Pattern.compile("portal_refusals_total\\{reason=\"" + reason + "\"\\} (\\S+)")
                .matcher(get(managementPort, "/actuator/prometheus").body());
        return line.find() ? Double.parseDouble(line.group(1)) : 0;
    }

    private static HttpResponse<String> get(int port, String path) throws IOException, InterruptedException {
        return HTTP.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
