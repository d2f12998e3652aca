package cloudportal.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The Chromium that is installed on this machine, without a window. */
public final class Chromium implements AutoCloseable {

    private static final String REQUIRED = "PORTAL_BROWSER_REQUIRED";

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Path executable) {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
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

    /**
     * Starts it, or answers empty where there is none.
     *
     * @throws IllegalStateException where there is none although the build asks for it: CI may not skip silently
     */
    public static Optional<Chromium> start() {
        Optional<Path> executable = executable();
        if (executable.isEmpty() && Boolean.parseBoolean(System.getenv(REQUIRED))) {
            throw new IllegalStateException("No Chromium found, and " + REQUIRED + " asks for one");
        }
        return executable.map(Chromium::new);
    }

    public Browser browser() {
        return browser;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
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
