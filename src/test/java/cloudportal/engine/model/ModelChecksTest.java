package cloudportal.engine.model;

import static org.assertj.core.api.Assertions.assertThat;

import cloudportal.engine.model.Known.BeanKind;
import cloudportal.support.ModelFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Each check is seen to fail. A bad fixture holds only the files that differ from the good ones, with one mistake; a file
 * in a sub-directory is added, one of the same name takes the good one's place.
 */
class ModelChecksTest {

    private static final Path FIXTURES = Path.of("src/test/resources/model");
    private static final Path GOOD = FIXTURES.resolve("good");
    private static final Path BAD = FIXTURES.resolve("bad");

    @Test
    void findsNothingInGoodModels() {
        // given // when
        List<ModelFinding> findings = new ModelChecks(code()).findings(ModelFiles.read(ModelFiles.under(GOOD)));

        // then
        assertThat(findings).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(ModelCheck.class)
    void findsTheOneMistake(ModelCheck check) {
        // given
        Collection<Path> files = goodFilesChangedBy(BAD.resolve(check.fixture()));

        // when
        List<ModelFinding> findings = new ModelChecks(code()).findings(ModelFiles.read(files));

        // then
        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.check()).isEqualTo(check);
            assertThat(finding.file()).isNotBlank();
            assertThat(finding.element()).isNotBlank();
            assertThat(finding.sentence()).endsWith("。");
        });
    }

    @Test
    void everyCheckHasAFixtureAndEveryFixtureACheck() throws IOException {
        // given
        try (Stream<Path> directories = Files.list(BAD)) {
            // when
            List<String> fixtures = directories
                    .map(directory -> directory.getFileName().toString())
                    .toList();

            // then
            assertThat(fixtures)
                    .containsExactlyInAnyOrderElementsOf(Arrays.stream(ModelCheck.values())
                            .map(ModelCheck::fixture)
                            .toList());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "contract.status = \"x\" and count(requests) > 0 | contract,requests",
                "contracts[note != \"\"][1].number | contracts",
                "not(confirmed = true) or desiredMonth = null | confirmed,desiredMonth",
                "\"only a text\" | ``"
            })
    void readsTheNamesOfFeel(String feel, String names) {
        assertThat(String.join(",", Identifiers.ofFeel(feel))).isEqualTo(names);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "${not settlementDue} | settlementDue",
                "${contractState == 'own draft' && order.total gt 3} | contractState,order",
                "${execution.setVariable('a', b)} | execution,b",
                "no expression | ``"
            })
    void readsTheNamesOfExpressions(String text, String names) {
        assertThat(String.join(",", Identifiers.ofExpressions(text))).isEqualTo(names);
    }

    @ParameterizedTest
    @CsvSource({
        "P14D, true",
        "PT1M, true",
        "P1Y2M, true",
        "${dueIn}, true",
        "14 days, false",
        "P, false",
        "${now()}, false",
        "${a}${b}, false"
    })
    void readsDurationsAsTheEngineDoes(String duration, boolean valid) {
        assertThat(Iso8601.isDuration(duration)).isEqualTo(valid);
    }

    private static Known code() {
        return new Known(
                Map.of(
                        "checkOrderDelegate", Set.of(BeanKind.DELEGATE),
                        "sendOrderDelegate", Set.of(BeanKind.DELEGATE),
                        "openTaskListener", Set.of(BeanKind.TASK_LISTENER),
                        "closeOrderListener", Set.of(BeanKind.EXECUTION_LISTENER)),
                Set.of("sendOrderDelegate"),
                Set.of("customer", "article", "articles", "orderTerms", "accepted", "mailKind", "dueAt"),
                Set.of("article", "accepted"),
                Set.of("mailKind"),
                Set.of("customer"),
                Set.of("clerks"),
                Set.of("orderUnknown"),
                List.of());
    }

    private static Collection<Path> goodFilesChangedBy(Path fixture) {
        Map<Path, Path> files = new TreeMap<>();
        ModelFiles.under(GOOD).forEach(file -> files.put(GOOD.relativize(file), file));
        ModelFiles.under(fixture).forEach(file -> files.put(fixture.relativize(file), file));
        return files.values();
    }
}
