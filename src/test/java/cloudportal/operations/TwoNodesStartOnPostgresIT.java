package cloudportal.operations;

import static org.assertj.core.api.Assertions.assertThat;

import cloudportal.support.PostgresServer;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Nodes as processes of their own, with the profile postgres, on a database that was empty. */
class TwoNodesStartOnPostgresIT {

    private static final Duration START = Duration.ofMinutes(4);
    private static final String STARTED = "Started CloudServicePortal";

    @TempDir
    Path logs;

    private final String url = PostgresServer.emptyDatabase("two_nodes");
    private final JdbcTemplate database = new JdbcTemplate(new DriverManagerDataSource(url, "postgres", ""));
    private final List<Node> nodes = new ArrayList<>();

    private record Node(Process process, Path log) {

        String said() {
            try {
                return Files.readString(log);
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }
    }

    @AfterEach
    void stop() throws InterruptedException {
        for (Node node : nodes) {
            node.process.destroyForcibly().waitFor();
        }
    }

    @Test
    void makesEverythingOnceThoughTwoNodesStartTogetherAndRefusesAThirdWithAnotherClock() throws Exception {
        // when
        Node first = start("postgres");
        Node second = start("postgres");
        awaitStart(first);
        awaitStart(second);

        // then
        assertThat(names("select version_ from act_ge_schema_log")).hasSize(1);
        assertThat(names("select key_ || ' ' || version_ from act_re_procdef"))
                .containsExactlyInAnyOrder("cancellation-request 1", "cancellation-fulfilment 1");
        assertThat(names("select key_ || ' ' || version_ from act_re_decision_def"))
                .containsExactly("service-terms 1");
        assertThat(names("select name_ from act_ru_filter")).hasSize(8).doesNotHaveDuplicates();
        assertThat(names("select id_ from act_id_user")).containsExactly("first@portal.example");
        assertThat(names("select id_ from act_id_group")).hasSize(5).doesNotHaveDuplicates();
        assertThat(names("select coalesce(user_id_, '') || ' ' || coalesce(group_id_, '') || ' ' || resource_type_"
                        + " || ' ' || resource_id_ from act_ru_authorization"))
                .hasSizeGreaterThan(20)
                .doesNotHaveDuplicates();
        assertThat(names("select zone from node")).containsExactly("Asia/Tokyo", "Asia/Tokyo");

        // when
        Node stranger = start("postgres,demo", "--portal.clock=2019-10-15T10:00:00+09:00");
        // then
        assertThat(stranger.process.waitFor(START.toSeconds(), TimeUnit.SECONDS))
                .isTrue();
        assertThat(stranger.process.exitValue()).isNotZero();
        assertThat(stranger.said())
                .contains("This node runs in the zone Asia/Tokyo with a clock -")
                .contains("All nodes must agree");
        assertThat(names("select zone from node")).containsExactly("Asia/Tokyo", "Asia/Tokyo");
    }

    private List<String> names(String sql) {
        return database.queryForList(sql, String.class);
    }

    private void awaitStart(Node node) {
        Awaitility.await().atMost(START).pollInterval(Duration.ofMillis(200)).until(() -> {
            assertThat(node.process.isAlive()).as(node.said()).isTrue();
            return node.said().contains(STARTED);
        });
    }

    private Node start(String profiles, String... more) throws IOException {
        Path log = logs.resolve("node-" + nodes.size() + ".log");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                withoutTests(),
                "cloudportal.CloudServicePortal",
                "--spring.profiles.active=" + profiles,
                "--server.port=0",
                "--management.server.port=0"));
        command.addAll(List.of(more));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment()
                .putAll(Map.of(
                        "PORTAL_DB_URL", url,
                        "PORTAL_DB_USER", "postgres",
                        "PORTAL_DB_PASSWORD", "",
                        "PORTAL_ADMIN_USER", "first@portal.example",
                        "PORTAL_ADMIN_PASSWORD", "Portal-test-1",
                        "PORTAL_LOG_FORMAT", ""));
        Node node = new Node(
                builder.redirectErrorStream(true).redirectOutput(log.toFile()).start(), log);
        nodes.add(node);
        return node;
    }

    private static String withoutTests() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }
}
