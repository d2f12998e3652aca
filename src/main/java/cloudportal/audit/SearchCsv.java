package cloudportal.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A search as CSV (RFC 4180, UTF-8 with its mark) that a spreadsheet opens as it is. A text that a spreadsheet would take for a
 * formula is preceded by an apostrophe.
 */
final class SearchCsv {

    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final Pattern FORMULA = Pattern.compile("^\\s*[=+\\-@＝＋－＠].*|^[\\t\\r\\n].*", Pattern.DOTALL);
    private static final List<String> HEAD = List.of(
            "お申込番号",
            "お申込内容",
            "ステータス",
            "契約番号",
            "会社名",
            "サービス種別",
            "サービス",
            "ログインID",
            "作成日時",
            "お申込日",
            "解約日",
            "不足回数",
            "お支払い金額（円・税抜・目安）",
            "終了日時",
            "プロセス",
            "プロセスの所要時間（秒）");

    private final Writer out;

    SearchCsv(Writer out) {
        this.out = out;
    }

    void head() {
        write(String.valueOf(BYTE_ORDER_MARK));
        line(HEAD);
    }

    void row(CaseSearch.Row row) {
        line(java.util.Arrays.asList(
                row.number(),
                row.kind(),
                row.statusLabel(),
                row.contractNumber(),
                row.companyName(),
                row.category(),
                row.service(),
                row.login(),
                row.createdAt(),
                row.appliedOn(),
                row.cancellationDate(),
                Objects.toString(row.shortfallMonths(), ""),
                Objects.toString(row.settlementAmount(), ""),
                row.closedAt(),
                row.processes().stream()
                        .map(process -> process.definitionName() + " " + process.id())
                        .collect(Collectors.joining("\n")),
                row.processes().stream()
                        .map(process -> process.durationMillis() == null
                                ? "進行中"
                                : String.valueOf(process.durationMillis() / 1_000))
                        .collect(Collectors.joining("\n"))));
    }

    private void line(List<String> cells) {
        write(cells.stream().map(SearchCsv::cell).collect(Collectors.joining(",", "", "\r\n")));
    }

    static String cell(String text) {
        if (text == null) {
            return "";
        }
        String harmless = FORMULA.matcher(text).matches() ? "'" + text : text;
        return harmless.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
                ? '"' + harmless.replace("\"", "\"\"") + '"'
                : harmless;
    }

    private void write(String text) {
        try {
            out.write(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
