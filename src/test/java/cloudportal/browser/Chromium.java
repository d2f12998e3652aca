package cloudportal.browser;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The Chromium that is installed on this machine, without a window: started once for all tests. Where there is none, each test
 * that asks for it reports itself as skipped, or as failed if the build requires one: CI may not skip silently.
 */
public final class Chromium implements BeforeEachCallback {

    private static final String REQUIRED = "PORTAL_BROWSER_REQUIRED";

    private Browser browser;

    @Override
    public void beforeEach(ExtensionContext context) {
        Optional<Path> executable = executable();
        if (executable.isEmpty() && Boolean.parseBoolean(System.getenv(REQUIRED))) {
            throw new IllegalStateException("No Chromium found, and " + REQUIRED + " asks for one");
        }
        assumeTrue(executable.isPresent(), "no Chromium on this machine");
        browser = context.getRoot()
                .getStore(ExtensionContext.Namespace.GLOBAL)
                .getOrComputeIfAbsent(Running.class, key -> new Running(executable.orElseThrow()), Running.class)
                .browser;
    }

    public Browser browser() {
        return browser;
    }

    /** Closed when all tests are over. */
    private static final class Running implements ExtensionContext.Store.CloseableResource {

        private final Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        private final Browser browser;

        Running(Path executable) {
            browser = playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(executable)
                            .setArgs(List.of(
                                    "--no-sandbox",
                                    "--disable-gpu",
                                    "--disable-quic",
                                    "--no-first-run",
                                    "--disable-background-networking",
                                    "--disable-component-update",
                                    "--disable-sync")));
        }

        @Override
        public void close() {
            browser.close();
            playwright.close();
        }
    }

    private static Optional<Path> executable() {
        return Stream.concat(
                        Stream.ofNullable(System.getenv("PORTAL_BROWSER")),
                        Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"))
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }
}
