package cloudportal.audit;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The history of one case as one page that needs nothing else: to read, to print, to keep. Every text from outside is escaped; there
 * is no script in it.
 */
final class CaseDocument {

    private static final String STYLE =
            """
            body { font-family: "Hiragino Sans", "Yu Gothic", Meiryo, sans-serif; font-size: 10pt; line-height: 1.5;
              color: #111; max-width: 60em; margin: 2em auto; padding: 0 1em; }
            h1 { font-size: 16pt; } h2 { font-size: 12pt; border-bottom: 2px solid #444; margin-top: 2em; }
            h3 { font-size: 10.5pt; margin-bottom: .3em; }
            table { border-collapse: collapse; width: 100%; margin: .5em 0 1em; }
            th, td { border: 1px solid #999; padding: .25em .5em; text-align: left; vertical-align: top;
              overflow-wrap: anywhere; }
            th { background: #eee; } thead { display: table-header-group; } tr { break-inside: avoid; }
            pre { white-space: pre-wrap; overflow-wrap: anywhere; font-family: inherit; margin: 0; }
            code { font-family: monospace; font-size: 8pt; }
            svg { width: 100%; height: auto; border: 1px solid #999; }
            @page { size: A4; margin: 15mm; }
            @page wide { size: A3 landscape; }
            .diagram { page: wide; }
            @media print { body { margin: 0; max-width: none; } h2, h3 { break-after: avoid; } }
            """;

    private final CaseHistory history;
    private final String exportedBy;
    private final Clock clock;
    private final StringBuilder page = new StringBuilder();

    CaseDocument(CaseHistory history, String exportedBy, Clock clock) {
        this.history = history;
        this.exportedBy = exportedBy;
        this.clock = clock;
    }

    String html() {
        String title = history.requests().isEmpty()
                ? history.process().definitionName()
                : history.requests().get(0).number() + " " + history.process().definitionName();
        page.append("<!DOCTYPE html>\n<html lang=\"ja\"><head><meta charset=\"UTF-8\">")
                .append(
                        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">")
                .append("<title>")
                .append(escape(title))
                .append("</title><style>")
                .append(STYLE)
                .append("</style></head><body>\n<h1>ケースの履歴　")
                .append(escape(title))
                .append("</h1>\n<p>出力 ")
                .append(escape(time(Moments.text(OffsetDateTime.now(clock)))))
                .append("　")
                .append(escape(exportedBy))
                .append("</p>\n");
        overview();
        diagram();
        table(
                "経過",
                List.of("手順", "種類", "担当", "開始", "終了", "所要時間"),
                history.timeline(),
                step -> row(
                        step.name() + (step.canceled() ? Words.of("canceledMark") : ""),
                        Words.of("type." + step.type()),
                        step.by() == null ? Words.of("system") : step.by(),
                        time(step.startedAt()),
                        time(step.endedAt()),
                        duration(step.durationMillis())));
        forms();
        table(
                "決定",
                List.of("決定", "版", "入力", "結果", "適合したルール", "日時"),
                history.decisions(),
                made -> row(
                        made.name(),
                        made.version() + (made.versionTag() == null ? "" : "（" + made.versionTag() + "）"),
                        values(made.inputs()),
                        values(made.outputs()),
                        made.rules().stream()
                                .map(rule -> rule.row() + "行目 " + Objects.toString(rule.description(), ""))
                                .collect(Collectors.joining("\n")),
                        time(made.at())));
        mails();
        table(
                "お申込の記録",
                List.of("お申込番号", "No.", "日時", "操作した人", "操作", "変更前", "変更後", "ハッシュ"),
                history.events(),
                event -> row(
                        event.requestNumber(),
                        String.valueOf(event.seq()),
                        time(event.at()),
                        event.by(),
                        Words.of("event." + event.type()),
                        event.before().toString(),
                        event.after().toString(),
                        event.hash()));
        table(
                "変数の変更",
                List.of("日時", "変数", "手順", "変更前", "変更後", "変更した人"),
                history.variables(),
                change -> row(
                        time(change.at()),
                        change.name(),
                        change.step(),
                        change.oldValue(),
                        change.newValue(),
                        change.by() == null ? Words.of("system") : change.by()));
        table(
                "人の操作",
                List.of("日時", "操作した人", "操作", "対象", "項目", "変更前", "変更後"),
                history.operations(),
                operation -> row(
                        time(operation.at()),
                        operation.by(),
                        Words.of("operation." + operation.operation()),
                        Words.of("entity." + operation.entity())
                                + (operation.step() == null ? "" : "「" + operation.step() + "」"),
                        operation.property() == null ? "" : Words.of("property." + operation.property()),
                        operation.oldValue(),
                        operation.newValue()));
        table(
                "インシデント",
                List.of("日時", "種類", "手順", "内容", "解消"),
                history.incidents(),
                incident -> row(
                        time(incident.at()),
                        Words.of("incident." + incident.type()),
                        incident.step(),
                        incident.message(),
                        time(incident.until())));
        return page.append("</body></html>\n").toString();
    }

    private void overview() {
        CaseProcesses.Summary process = history.process();
        heading("概要");
        page.append("<table>");
        fact(
                "プロセス",
                process.definitionName() + "（第" + process.definitionVersion() + "版"
                        + (history.versionTag() == null ? "" : " " + history.versionTag()) + "）");
        fact("ケースのID", process.id());
        fact("状態", Words.of("state." + process.state()));
        fact(
                "開始",
                time(process.startedAt())
                        + Objects.toString(process.startedBy() == null ? null : "　" + process.startedBy(), ""));
        fact("終了", time(process.endedAt()));
        fact("所要時間", duration(process.durationMillis()));
        fact("終了の理由", history.deleteReason());
        for (CaseProcesses.Summary other : history.related()) {
            fact("関連するケース", other.definitionName() + "　" + other.id());
        }
        page.append("</table>\n");
        for (CaseHistory.Request request : history.requests()) {
            page.append("<h3>お申込 ").append(escape(request.number())).append("</h3><table>");
            fact("お申込内容", request.kind());
            fact("ステータス", request.status());
            fact("会社名", request.companyName() + "　" + request.contactName());
            fact("ログインID", request.login());
            fact("契約番号", request.contractNumber());
            fact("サービス", request.category() + "　" + request.service());
            fact("お申込日", date(request.appliedOn()));
            fact("解約理由", request.reason());
            fact(
                    "ドメイン",
                    request.domainDisposition() == null ? null : Words.of("domain." + request.domainDisposition()));
            fact("解約希望月", request.desiredMonth());
            fact("解約日", date(request.cancellationDate()));
            fact("最低利用期間満了日", date(request.minimumTermEnd()));
            fact("最低利用期間に不足する回数", request.shortfallMonths() == null ? null : request.shortfallMonths() + "回");
            fact(
                    "まとめてお支払いいただく料金（目安）",
                    request.settlementAmount() == null ? null : "%,d円（税抜）".formatted(request.settlementAmount()));
            fact("決定表の版", request.decisionVersion() == null ? null : String.valueOf(request.decisionVersion()));
            fact("作成", time(request.createdAt()));
            fact("終了", time(request.closedAt()));
            page.append("</table>\n");
        }
    }

    private void diagram() {
        page.append("<div class=\"diagram\">");
        heading("たどった経路");
        page.append(DiagramPicture.of(history.diagram(), history.path())).append("</div>\n");
    }

    private void forms() {
        heading("フォームの回答");
        for (CaseHistory.Form form : history.forms()) {
            page.append("<h3>")
                    .append(escape(form.name() + "　" + Objects.toString(form.by(), "") + "　" + time(form.answeredAt())))
                    .append("</h3><table>");
            for (CaseHistory.Field field : form.fields()) {
                fact(field.label(), field.text() == null ? Words.of("empty") : field.text());
            }
            page.append(form.fields().isEmpty() ? "<tr><td>入力欄はありません。</td></tr>" : "")
                    .append("</table>\n");
        }
        none(history.forms());
    }

    private void mails() {
        heading("メール");
        for (CaseHistory.Mail mail : history.mails()) {
            page.append("<h3>").append(escape(mail.subject())).append("</h3><table>");
            fact("宛先", mail.recipientName() + " <" + mail.recipient() + ">");
            fact("Message-ID", mail.messageId());
            fact("状態", Words.of("mail." + mail.status()) + "（送信の試み " + mail.attempts() + "回）");
            fact("作成", time(mail.createdAt()));
            fact("送信", time(mail.sentAt()));
            fact("メールサーバーの応答", mail.lastReply());
            fact("本文", mail.body());
            page.append("</table>\n");
        }
        none(history.mails());
    }

    private <T> void table(String title, List<String> head, List<T> rows, Function<T, List<String>> cells) {
        heading(title);
        if (!rows.isEmpty()) {
            page.append("<table><thead><tr>");
            head.forEach(name ->
                    page.append("<th scope=\"col\">").append(escape(name)).append("</th>"));
            page.append("</tr></thead><tbody>\n");
            rows.forEach(row -> {
                page.append("<tr>");
                cells.apply(row)
                        .forEach(cell ->
                                page.append("<td><pre>").append(escape(cell)).append("</pre></td>"));
                page.append("</tr>\n");
            });
            page.append("</tbody></table>\n");
        }
        none(rows);
    }

    private void none(List<?> rows) {
        if (rows.isEmpty()) {
            page.append("<p>ありません。</p>\n");
        }
    }

    private void heading(String title) {
        page.append("<h2>").append(escape(title)).append("</h2>\n");
    }

    private void fact(String name, String value) {
        if (value != null && !value.isEmpty()) {
            page.append("<tr><th scope=\"row\">")
                    .append(escape(name))
                    .append("</th><td><pre>")
                    .append(escape(value))
                    .append("</pre></td></tr>");
        }
    }

    private static List<String> row(String... cells) {
        return Arrays.asList(cells);
    }

    private static String values(List<CaseHistory.Value> values) {
        return values.stream()
                .map(value -> value.name() + ": " + Objects.toString(value.value(), ""))
                .collect(Collectors.joining("\n"));
    }

    private static String time(String iso) {
        return iso == null ? "" : iso.substring(0, 19).replace('-', '/').replace('T', ' ');
    }

    private static String date(String iso) {
        return iso == null ? null : iso.replace('-', '/');
    }

    static String duration(Long millis) {
        if (millis == null) {
            return "";
        }
        long seconds = millis / 1_000;
        long days = seconds / 86_400;
        return (days > 0 ? days + "日 " : "")
                + "%d:%02d:%02d".formatted(seconds / 3_600 % 24, seconds / 60 % 60, seconds % 60);
    }

    static String escape(String text) {
        return text == null
                ? ""
                : text.replace("&", "&amp;")
                        .replace("<", "&lt;")
                        .replace(">", "&gt;")
                        .replace("\"", "&quot;")
                        .replace("'", "&#39;");
    }
}
