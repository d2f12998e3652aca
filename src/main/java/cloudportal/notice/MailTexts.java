package cloudportal.notice;

import static cloudportal.request.JapaneseText.date;

import cloudportal.request.JapaneseText;
import java.util.ArrayList;
import java.util.List;

/**
 * The texts of the mails (guide 8: メールにて詳細内容をご案内します). Dates are written 2019/11/30, amounts 30,000円（税抜）;
 * an amount is always called an estimate at the standard price, as the guide does (guide 4).
 */
final class MailTexts {

    private static final String SITE = "クラウドサービスポータルサイト";

    private final MailFacts facts;
    private final List<String> lines = new ArrayList<>();

    private MailTexts(MailFacts facts) {
        this.facts = facts;
    }

    /** Writes the mail of a kind. */
    static MailText write(MailKind kind, MailFacts facts) {
        MailTexts texts = new MailTexts(facts);
        switch (kind) {
            case RECEIPT -> texts.receipt();
            case RETURNED -> texts.returned();
            case RETRACTED -> texts.retracted();
            case COMPLETED -> texts.completed();
            case DRAFT_REMINDER -> texts.draftReminder();
            case DOMAIN_REMINDER -> texts.domainReminder();
        }
        texts.sendOnlyNote();
        String subject = "【%s】%s（%s）".formatted(SITE, kind.title(), facts.requestNumber());
        return new MailText(subject, String.join("\n", texts.lines) + "\n");
    }

    private void receipt() {
        salutation();
        line("解約のお申込を承りました。お申込の内容は次のとおりです。");
        section("お申込内容");
        request();
        field("解約日", date(facts.cancellationDate()));
        if (facts.desiredMonth() != null) {
            field("解約希望月", JapaneseText.month(facts.desiredMonth()));
        }
        domain();
        line("解約理由:");
        line(facts.reason());
        section("最低利用期間");
        minimumTerm();
        section("今後のお手続き");
        line("・サービスは、解約日（%s）の24:00に終了します。必要なデータは、それまでに保存してください。".formatted(date(facts.cancellationDate())));
        domainSteps();
        desk();
    }

    private void returned() {
        salutation();
        line("解約のお申込の内容を確認しましたが、次の理由により差し戻しました。解約のお手続きは行われていません。");
        if (facts.comment() != null) {
            section("差戻しの理由");
            line(facts.comment());
        }
        section("お申込内容");
        request();
        section("今後のお手続き");
        line("・ご契約は継続しています。解約をご希望の場合は、「ご契約一覧」からあらためてお申込みください。");
        line("・解約日は、あらためてお申込みいただいた日をもとに決まります。");
        desk();
    }

    private void retracted() {
        salutation();
        line("解約のお申込の取下げを承りました。ご契約は継続し、引き続きサービスをご利用いただけます。");
        section("取り下げたお申込");
        request();
        field("取下げ前の解約日", date(facts.cancellationDate()));
        section("今後のお手続き");
        // The recorded reason is the contract center's own note, and stays in the request's log.
        line("・お手続きは必要ありません。取下げにお心当たりがない場合は、下記へお問い合わせください。");
        desk();
    }

    private void completed() {
        salutation();
        line("次のご契約は、解約日をもって終了しました。これまでご利用いただき、ありがとうございました。");
        section("解約の内容");
        request();
        field("解約日", date(facts.cancellationDate()));
        domain();
        if (facts.shortfallMonths() > 0) {
            section("最低利用期間");
            minimumTerm();
        }
        desk();
    }

    private void draftReminder() {
        salutation();
        line("解約のお申込が作成中のままになっています。解約のお申込はまだ完了していません。");
        section("作成中のお申込");
        request();
        field("解約日（作成時点）", date(facts.cancellationDate()));
        field("この解約日でのお申込期限", date(facts.cutoffDeadline()));
        section("今後のお手続き");
        line("・解約する場合は、「お申込情報詳細」で内容を確認し、「解約」をクリックしてください。");
        line("・解約しない場合は、「取消」をクリックしてください。ご契約のステータスは「サービス開始」に戻ります。");
        line("・解約日は、「解約」をクリックしてお申込みいただいた日をもとに決まります。");
        desk();
    }

    private void domainReminder() {
        line("契約センター ご担当者様");
        line("");
        line("解約日が近づいていますが、ドメインのお手続きが完了していません。");
        line("お手続きが済みましたら、Tasklist のタスクを完了してください。");
        section("対象のお申込");
        field("会社名", facts.companyName());
        field("ご担当者", facts.contactName());
        request();
        field("解約日", date(facts.cancellationDate()));
        domain();
    }

    private void salutation() {
        line(facts.companyName());
        line(facts.contactName() + " 様");
        line("");
        line(SITE + "をご利用いただき、ありがとうございます。");
    }

    private void request() {
        field("お申込番号", facts.requestNumber());
        if (facts.appliedOn() != null) {
            field("お申込日", date(facts.appliedOn()));
        }
        field("契約番号", facts.contractNumber());
        field("サービス種別", facts.category());
        field("サービス", facts.service());
    }

    private void domain() {
        if (facts.domainDisposition() != null) {
            field("ドメイン", JapaneseText.domain(facts.domainDisposition()));
        }
    }

    private void domainSteps() {
        if (facts.domainDisposition() == null) {
            return;
        }
        String steps = isTransfer()
                ? "・ドメインの移行は、解約日（%s）までに完了する必要があります。お手続きは契約センターよりご連絡します。"
                : "・ドメインは、解約日（%s）までに契約センターが廃止のお手続きを行います。廃止したドメインは元に戻せない場合があります。";
        line(steps.formatted(date(facts.cancellationDate())));
    }

    private void minimumTerm() {
        field("最低利用期間", JapaneseText.minimumTerm(facts.minimumTermMonths()));
        if (facts.minimumTermMonths() == 0) {
            return;
        }
        field("最低利用期間満了日", date(facts.minimumTermEnd()));
        field("不足回数", facts.shortfallMonths() + "回");
        if (facts.shortfallMonths() == 0) {
            field("まとめてお支払いいただく料金", "ありません");
            return;
        }
        field("まとめてお支払いいただく料金（目安）", JapaneseText.settlement(facts.shortfallMonths(), facts.settlementAmount()));
        line("※費用は標準価格で目安の金額です。実際の金額は、ご請求の際に確定します。");
    }

    private void desk() {
        Desk desk = facts.desk();
        line("");
        line(desk.title());
        line(desk.name());
        line("TEL : " + desk.tel());
        line("受付時間：" + desk.hours());
        line("Email: " + desk.email());
    }

    private void sendOnlyNote() {
        line("");
        line("※このメールは送信専用のアドレスからお送りしています。ご返信いただいてもお答えできません。");
    }

    private boolean isTransfer() {
        return "transfer".equals(facts.domainDisposition());
    }

    private void section(String title) {
        line("");
        line("■ " + title);
    }

    private void field(String label, String value) {
        line(label + ": " + value);
    }

    private void line(String text) {
        lines.add(text);
    }
}
