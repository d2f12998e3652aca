package cloudportal.form;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.JSHandle;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The form-js that Tasklist shows forms with, taken out of its bundle, in a page of its own. Japan's time, as for the portal's people. */
final class FormJs implements AutoCloseable {

    private static final String BUNDLE = "/META-INF/resources/webjars/camunda/lib/";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final BrowserContext session;
    private final JSHandle judge;

    FormJs(Browser browser) {
        session = browser.newContext(new Browser.NewContextOptions()
                .setLocale("ja-JP")
                .setTimezoneId("Asia/Tokyo")
                .setOffline(true));
        Page page = session.newPage();
        page.setContent("<!doctype html><html lang='ja'><body></body></html>");
        page.addScriptTag(new Page.AddScriptTagOptions().setContent(resource(BUNDLE + "runtime.js")));
        page.addScriptTag(new Page.AddScriptTagOptions().setContent(resource(BUNDLE + "deps.js")));
        judge = page.evaluateHandle(resource("/form/form-js.js"));
    }

    /** What it says to each case, in their order. */
    List<JsonNode> verdicts(List<FormCase> cases) {
        ArrayNode questions = JSON.createArrayNode();
        cases.forEach(one -> questions.add(one.question()));
        String answer = (String) judge.evaluate(
                "(judge, questions) => judge(JSON.parse(questions)).then(JSON.stringify)", questions.toString());
        List<JsonNode> verdicts = new ArrayList<>();
        try {
            JSON.readTree(answer).forEach(verdicts::add);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
        return verdicts;
    }

    @Override
    public void close() {
        session.close();
    }

    private static String resource(String path) {
        try (InputStream content = FormJs.class.getResourceAsStream(path)) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
