package cloudportal.audit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchCsvTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "株式会社観音堂|株式会社観音堂",
                "=1+1|'=1+1",
                "＝1+1|'＝1+1",
                "+81|'+81",
                "-2|'-2",
                "@SUM(A1)|'@SUM(A1)",
                "a=b|a=b",
                "a,b|\"a,b\"",
                "a\"b|\"a\"\"b\"",
                "=HYPERLINK(\"x\",\"y\")|\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\""
            })
    void writesACellThatRunsNothing(String text, String cell) {
        assertThat(SearchCsv.cell(text)).isEqualTo(cell);
    }

    @ParameterizedTest
    @CsvSource({"\\t=1", "\\r=1", "\\n=1"})
    void seesThroughLeadingBlanks(String text) {
        String blank = text.replace("\\t", "\t").replace("\\r", "\r").replace("\\n", "\n");
        assertThat(SearchCsv.cell(blank)).contains("'" + blank);
    }
}
