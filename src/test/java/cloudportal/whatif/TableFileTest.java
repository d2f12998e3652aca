package cloudportal.whatif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloudportal.engine.Refusal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Which files may be judged at all, and what people read of those that may not. */
class TableFileTest {

    @Test
    void takesTheProjectsOwnTable() throws IOException {
        assertThat(read(ChangedTable.asItIs().text()).content()).isNotEmpty();
    }

    @Test
    void refusesAnEmptyFile() {
        refuses("", "ファイルが空です");
    }

    @Test
    void refusesALargeFile() {
        refuses(" ".repeat(TableFile.MOST_BYTES + 1), "512 KB まで");
    }

    @Test
    void refusesWhatIsNoXml() {
        refuses("category,service\n", "1行1列: XML として読めません");
        refuses(ChangedTable.asItIs().text().replace("</definitions>", ""), "XML として読めません");
    }

    @Test
    void refusesADocumentType() {
        refuses(
                "<!DOCTYPE definitions [<!ENTITY a SYSTEM \"file:///etc/hostname\">]>\n<definitions/>",
                "文書型宣言（DOCTYPE）は使えません");
    }

    @Test
    void refusesAnotherKindOfModel() {
        refuses("<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\"/>", "DMN 1.3 の表ではありません");
    }

    @Test
    void refusesEveryLanguageButFeelWhereverItStands() {
        for (String language : new String[] {"juel", "groovy", "javascript", "FEEL", ""}) {
            refuses(
                    ChangedTable.asItIs()
                            .with(
                                    "<inputExpression id=\"inputExpression_category\"",
                                    "<inputExpression id=\"inputExpression_category\" expressionLanguage=\"%s\""
                                            .formatted(language))
                            .text(),
                    "行",
                    "列: 式の言語「%s」は使えません。FEEL だけが使えます。".formatted(language));
        }
        refuses(
                ChangedTable.asItIs()
                        .with("<decision id", "<decision xmlns:x=\"urn:x\" x:expressionLanguage=\"juel\" id")
                        .text(),
                "式の言語「juel」は使えません");
    }

    @Test
    void refusesMoreRowsThanAnybodyCanRead() {
        String row = "<rule id=\"r\"/>";
        refuses(
                ChangedTable.asItIs()
                        .with("<rule id=\"rule_row1\">", row.repeat(TableFile.MOST_RULES) + "<rule id=\"rule_row1\">")
                        .text(),
                "2000 行まで");
    }

    private static void refuses(String file, String... said) {
        assertThatThrownBy(() -> read(file))
                .isInstanceOf(Refusal.class)
                .satisfies(refusal -> assertThat(refusal.getMessage()).contains(said));
    }

    private static TableFile read(String file) throws IOException {
        return TableFile.read(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)));
    }
}
