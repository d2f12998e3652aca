package cloudportal.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import cloudportal.support.Browser;
import cloudportal.support.Person;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** A node whose database is not there: when it starts, and while people have its web apps open. */
@Tag("reliability")
@EnabledIf("cloudportal.reliability.RunSettings#isLongForm")
class DatabaseAwayReliabilityIT {

    private static final String TASKS = "/camunda/api/engine/engine/default/task?maxResults=5";

    /** Longer than the web apps remember who is logged in. */
    private static final Duration FORGOTTEN = Duration.ofSeconds(31);

    private final PostOffice postOffice = new PostOffice();

    private StoppablePostgres postgres;
    private Path results;

    @BeforeEach
    void makeADatabaseThatIsAway(@TempDir Path directory) throws IOException {
        results = Files.createDirectories(Path.of("target", "reliability"));
        postgres = new StoppablePostgres(directory.resolve("postgres"));
        postgres.stopHard();
    }

    @AfterEach
    void stop() {
        postgres.close();
        postOffice.close();
    }

    @Test
    void comesUpWithItsDatabaseAndAnswersSentencesWhileItIsAwayAgain() {
        try (PortalNode node = node("early")) {
            // when a machine starts both, and the portal is first
            node.start();
            node.awaitSays("Waiting up to 60 s for the database");
            postgres.start();
            // then it comes up by itself
            node.awaitReady();

            // given somebody who is logged in, and somebody who is not
            Browser customer = new Browser(node.port());
            assertThat(customer.logIn("kannon@kannon-do.example", Person.PASSWORD, "tasklist")
                            .statusCode())
                    .isEqualTo(200);
            Browser stranger = new Browser(node.port());
            assertThat(customer.get(TASKS).statusCode()).isEqualTo(200);
            // when
            postgres.stopHard();
            // then
            isSentence(customer.get(TASKS));
            isSentence(customer.get("/camunda/api/tasklist/plugin/portal/default/contracts"));
            isSentence(stranger.logIn("kannon@kannon-do.example", Person.PASSWORD, "tasklist"));
            isPage(stranger);
            // when the web apps look up again who is logged in
            LockSupport.parkNanos(FORGOTTEN.toNanos());
            for (String path : List.of(
                    TASKS,
                    "/camunda/api/tasklist/plugin/portal/default/contracts",
                    "/camunda/api/admin/auth/user/default")) {
                // then
                isSentence(customer.get(path));
            }
            isSentence(customer.send("POST", "/camunda/api/engine/engine/default/task/x/claim", "{}"));
            isPage(customer);

            // when
            postgres.start();
            // then nobody has to log in again
            Awaitility.await("the tasks are back")
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> customer.get(TASKS).statusCode() == 200);
        }
    }

    @Test
    void endsWithASentenceWhereTheDatabaseDoesNotComeAndStartsOnceItIsThere() {
        try (PortalNode node = node("alone", "portal.database-wait=3s")) {
            // when
            node.start();
            // then
            assertThat(node.awaitEnd()).isNotZero();
            assertThat(node.said())
                    .contains("The portal did not start, because its database could not be reached within")
                    .contains("Start the database, or put right PORTAL_DB_URL")
                    .doesNotContain("\tat org.", "\\tat org.");
            // when the service manager starts it again
            postgres.start();
            node.start();
            // then
            node.awaitReady();
        }
    }

    private PortalNode node(String name, String... more) {
        List<String> settings = NodeSettings.of(name, RunSettings.given(), postOffice, more);
        settings.add("spring.profiles.active=demo,postgres");
        return new PortalNode(name, Ports.free(), results, settings, postgres.environment());
    }

    private static void isSentence(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.uri() + answer.body()).isIn(500, 503);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json;charset=UTF-8");
        assertThat(answer.body())
                .as(answer.uri().toString())
                .contains("\"message\":\"", "時間をおいてもう一度お試しください。")
                .doesNotContain("Exception", "\"error\"");
    }

    private static void isPage(Browser browser) {
        HttpResponse<String> page =
                browser.send(browser.request("/camunda/app/tasklist/default/").header("Accept", "text/html"));
        assertThat(page.statusCode()).isEqualTo(500);
        assertThat(page.body()).contains("処理を完了できませんでした", "時間をおいてもう一度お試しください。").doesNotContain("Exception");
    }
}
