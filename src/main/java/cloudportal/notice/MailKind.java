package cloudportal.notice;

import cloudportal.request.RequestNotice;
import java.util.Locale;

/** The occasions on which the portal writes a mail. */
public enum MailKind {
    /** A cancellation was submitted (guide 8: メールにて詳細内容をご案内します). */
    RECEIPT("解約お申込受付のご案内", true),
    /** The contract center returned the request. */
    RETURNED("解約お申込差戻しのご案内", true),
    /** The contract center took the request back at the customer's wish. */
    RETRACTED("解約お申込取下げのご案内", true),
    /** The contract has ended. */
    COMPLETED("解約完了のご案内", true),
    /** A draft has been open for a week. */
    DRAFT_REMINDER("作成中の解約お申込のご案内", false),
    /** The domain is still to be moved or abolished; goes to the contract center. */
    DOMAIN_REMINDER("ドメイン手続期限のお知らせ", false);

    private final String title;
    private final boolean once;

    MailKind(String title, boolean once) {
        this.title = title;
        this.once = once;
    }

    /** The mail that a notice calls for. */
    static MailKind of(RequestNotice.Kind notice) {
        return switch (notice) {
            case RECEIPT -> RECEIPT;
            case RETURNED -> RETURNED;
            case RETRACTED -> RETRACTED;
            case COMPLETED -> COMPLETED;
            case DRAFT_REMINDER -> DRAFT_REMINDER;
            case DOMAIN_REMINDER -> DOMAIN_REMINDER;
        };
    }

    /** The title in the subject line. */
    String title() {
        return title;
    }

    /** Whether a request has at most one mail of this kind; the reminders may repeat. */
    boolean isOnce() {
        return once;
    }

    /** The part of the Message-ID that names the kind, such as {@code draft-reminder}. */
    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
