package cloudportal.account;

import static org.assertj.core.api.Assertions.assertThat;

import cloudportal.support.PortalIT;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Holds the running application to {@code roles/endpoints.csv}: every endpoint, asked by every role, by every way to it. */
@PortalIT
class EndpointsIT {

    /** Log-in and log-out: what the test cannot ask for without ending the session by which it asks. */
    private static final String NOT_ASKED = "-";

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    @Autowired
    ServletContext servlets;

    @Autowired
    ProcessEngine engine;

    @Test
    void answerToEachRoleAsTheTableSays() throws IOException {
        // given every endpoint that there is, and every one that was decided on
        SortedSet<Endpoint> endpoints = Endpoints.of(context, servlets);
        Map<Endpoint, EndpointTable.Line> decided = EndpointTable.read().lines();
        SampleCase sample = new SampleCase(engine, port);
        Map<Visitor, Visits> visits = new EnumMap<>(Visitor.class);
        for (Visitor visitor : Visitor.values()) {
            visits.put(visitor, new Visits(port, visitor, sample));
        }

        // when each role asks each of them
        List<String> found = new ArrayList<>();
        List<String> wanted = new ArrayList<>();
        List<String> faults = new ArrayList<>();
        for (Endpoint endpoint : endpoints) {
            EndpointTable.Line line = decided.get(endpoint);
            List<String> answers = Stream.of(Visitor.values())
                    .map(visitor -> answer(endpoint, visits.get(visitor)))
                    .toList();
            String why = line == null ? "" : line.why();
            found.add(EndpointTable.write(endpoint, answers, why));
            wanted.add(line == null ? "" : EndpointTable.write(endpoint, line.answers(), why));
            if (answers.stream().anyMatch(answer -> answer.matches("(.*\\|)?5.*"))) {
                faults.add(found.get(found.size() - 1));
            }
        }
        Files.write(Path.of("target/endpoints.csv"), found);

        // then nothing fails, and all of it is in the table; target/endpoints.csv has the lines as they would have to
        // be
        List<String> undecided =
                found.stream().filter(line -> !wanted.contains(line)).toList();
        assertThat(undecided).as("answers that are not in roles/endpoints.csv").isEmpty();
        assertThat(decided.keySet()).as("lines without an endpoint").isSubsetOf(endpoints);
        assertThat(faults).as("faults").isEmpty();
    }

    /** Beside what the application itself maps: an operation of the engine that is not mapped here would be missing there. */
    @Test
    void coverTheEnginesOwnDescriptionOfItsApi() throws IOException {
        // given
        JsonNode paths;
        try (InputStream description = getClass().getResourceAsStream("/openapi.json")) {
            paths = new ObjectMapper().readTree(description).get("paths");
        }
        Set<String> decided = EndpointTable.read().lines().keySet().stream()
                .map(endpoint -> endpoint.method() + " "
                        + unnamed(endpoint.path()
                                .replace("/engine-rest/engine", "/engine")
                                .replace(Endpoint.ENGINE, "")))
                .collect(Collectors.toSet());

        // when
        Set<String> described = new TreeSet<>();
        paths.fields().forEachRemaining(path -> path.getValue()
                .fieldNames()
                .forEachRemaining(
                        method -> described.add(method.toUpperCase(Locale.ROOT) + " " + unnamed(path.getKey()))));

        // then
        assertThat(described).hasSizeGreaterThan(300);
        assertThat(decided).containsAll(described);
    }

    private static String unnamed(String template) {
        return template.replaceAll("\\{[^/]*}", "{}");
    }

    private static String answer(Endpoint endpoint, Visits visits) {
        if (endpoint.path().endsWith("/logout") || endpoint.path().contains("/login/")) {
            return NOT_ASKED;
        }
        if (!endpoint.isOfEngine()) {
            return visits.answer(endpoint, "");
        }
        return Stream.of(Endpoints.ENGINE_ADDRESSES.get(0), Endpoints.ENGINE_ADDRESSES.get(2))
                .map(address -> visits.answer(endpoint, address))
                .distinct()
                .reduce((rest, webApp) -> rest + "|" + webApp)
                .orElseThrow();
    }
}
