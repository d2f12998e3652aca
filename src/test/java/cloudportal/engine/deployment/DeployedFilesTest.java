package cloudportal.engine.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Where things stand in a file, as an editor shows it. */
class DeployedFilesTest {

    @Test
    void tellsWhereATagBegins() {
        // given a tag over two lines, behind another on its line, and a line end of Windows
        DeployedFile file = file("a.bpmn", "<?xml version=\"1.0\"?>\r\n<a>\r\n  <b/><c\n    id=\"x\"/>\n</a>");

        // when
        Finding finding = file.at("x", "sentence");

        // then
        assertThat(finding).isEqualTo(new Finding("a.bpmn", 3, 7, "x", "sentence"));
        assertThat(finding).hasToString("a.bpmn:3:7 x: sentence");
    }

    @Test
    void tellsWhereAComponentBegins() {
        // given
        DeployedFile file = file("a.form", "{\"components\": [\n  {\"type\": \"text\", \"id\": \"Field_a\"}\n]}");

        // when
        Finding finding = file.at("Field_a", "sentence");

        // then
        assertThat(finding).isEqualTo(new Finding("a.form", 2, 3, "Field_a", "sentence"));
    }

    @Test
    void readsNoEntityNoOtherEncodingAndNoNameTwice() {
        for (DeployedFile file : List.of(
                file("a.bpmn", "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]>\n<a>&b;</a>"),
                DeployedFiles.of(Map.of("a.bpmn", "<a>あ</a>".getBytes(StandardCharsets.UTF_16)))
                        .all()
                        .get(0),
                file("a.form", "{\"id\": \"a\", \"id\": \"b\"}"),
                file("a.form", "{} {}"))) {
            // then
            assertThat(file.unreadable()).as(file.name()).isPresent();
            assertThat(file.xml()).isEmpty();
            assertThat(file.json()).isEmpty();
        }
    }

    private static DeployedFile file(String name, String text) {
        return DeployedFiles.of(Map.of(name, text.getBytes(StandardCharsets.UTF_8)))
                .all()
                .get(0);
    }
}
