package cloudportal.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The web apps' first pages are the engine's own of the same version but for the name, so an upgrade cannot pass them by. */
class StartPagesTest {

    private static final String NAME = "クラウドサービスポータルサイト";

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
    void onlyTheNameAndTheLanguageAreOurs(String app) throws IOException {
        List<String> pages = pages(app);

        assertThat(pages).hasSize(2);
        assertThat(pages.get(0)).contains("<title>" + NAME + "</title>").doesNotContainIgnoringCase("camunda services");
        assertThat(pages.get(0))
                .isEqualTo(pages.get(1)
                        .replace("<html lang=\"en\">", "<html lang=\"ja\">")
                        .replaceAll("<title>[^<]*</title>", "<title>" + NAME + "</title>")
                        .replaceAll("content=\"[Cc]amunda [^\"]*\"", "content=\"" + NAME + "\""));
    }

    /** Ours, which the server finds first, and the engine's. */
    private static List<String> pages(String app) throws IOException {
        String path = "META-INF/resources/webjars/camunda/app/%s/index.html".formatted(app);
        return Collections.list(StartPagesTest.class.getClassLoader().getResources(path)).stream()
                .map(StartPagesTest::read)
                .toList();
    }

    private static String read(URL file) {
        try (var content = file.openStream()) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
