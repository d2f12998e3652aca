package cloudportal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Holds the commands of the engine to {@code roles/commands.csv}: a version of the engine with another command has to be decided on. */
class AdministrationGuardTest {

    private static final String PLACE = "org/camunda/bpm/engine/impl/";

    @Test
    void decidesOnEveryCommandOfTheEngineAsTheTableSays() throws IOException {
        // when
        List<String> decisions = Stream.of("**/*Cmd.class", "**/SetAnnotationForOperationLog.class")
                .flatMap(AdministrationGuardTest::types)
                .map(type -> type.getSimpleName() + ","
                        + (AdministrationGuard.isAdministration(type) ? "administrators" : "people"))
                .distinct()
                .toList();

        // then
        assertThat(decisions).containsExactlyInAnyOrderElementsOf(table());
    }

    @Test
    void namesCommandsThatExistOnly() {
        assertThat(types("**/*Cmd.class").map(Class::getSimpleName)).containsAll(AdministrationGuard.COMMANDS);
    }

    private static Stream<Class<?>> types(String pattern) {
        try {
            return Stream.of(new PathMatchingResourcePatternResolver().getResources("classpath*:" + PLACE + pattern))
                    .map(AdministrationGuardTest::type);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Class<?> type(Resource file) {
        try {
            String path = file.getURL().getPath();
            String name = path.substring(path.indexOf(PLACE), path.length() - ".class".length());
            return Class.forName(name.replace('/', '.'), false, AdministrationGuardTest.class.getClassLoader());
        } catch (IOException | ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> table() throws IOException {
        try (InputStream file = AdministrationGuardTest.class.getResourceAsStream("/roles/commands.csv")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        }
    }
}
