package cloudportal.request;

/** What people are told when something cannot be done: what to do, politely, without blame. */
final class Sentences {

    static final String NO_CUSTOMER = "このログインIDにはお客様情報が登録されていないため、お手続きを開始できません。お問合せ窓口へご連絡ください。";
    static final String NO_SUCH_CONTRACT = "該当する契約が見つかりません。ご契約一覧から契約を選択してください。";
    static final String NO_SUCH_REQUEST = "該当するお申込が見つかりません。お申込一覧からお申込を選択してください。";
    static final String NOT_WITHDRAWN_HERE = "このお申込（%s）は、本サイトの画面からは取り消せません。お問合せ窓口へご連絡ください。";
    static final String NO_CONTRACT_CHOSEN = "契約が選択されていません。ご契約一覧から契約を選択してください。";
    static final String NOT_JUDGED = "解約の条件を確認できていません。ご契約一覧に戻り、契約を選択し直してください。";
    static final String REASON_MISSING = "解約理由を入力してください。";
    static final String TEXT_TOO_LONG = "%sは1,000文字以内で入力してください（現在%,d文字）。";
    static final String TEXT_UNPRINTABLE = "%sに使用できない文字が含まれています。文字を入力し直してください。";
    static final String DOMAIN_MISSING = "ドメイン移行・ドメイン廃止のどちらかを選択してください。";
    static final String DOMAIN_NOT_ASKED = "このサービスではドメイン移行・ドメイン廃止の選択は不要です。画面を更新して、もう一度お進みください。";
    static final String MONTH_MISSING = "解約希望月を選択してください。";
    static final String MONTH_NOT_ASKED = "このサービスでは解約希望月の選択は不要です。画面を更新して、もう一度お進みください。";
    static final String MONTH_OVER = "選択された解約希望月はお申込期限を過ぎているか、選択できる範囲を超えています。%s以降の解約希望月を選択してください。";
    static final String MONTH_UNREADABLE = "解約希望月を選択肢の中から選択してください。";
    static final String CONTRACT_TAKEN = "この契約では、ほかのお申込（%s）の手続き中のため、解約のお申込みを進められません。お申込一覧をご確認ください。";
    static final String CONTRACT_TAKEN_NOW = "この契約では、ほかのお申込が先に作成されたため、解約のお申込みを進められません。ご契約一覧に戻り、最新の状態をご確認ください。";
    static final String CONTRACT_NOT_IN_SERVICE = "この契約は現在「%s」のため、解約のお申込みを進められません。ご契約一覧をご確認ください。";
    static final String NOT_CONFIRMED_SUBMIT = "解約する場合は、確認の文をお読みのうえ「OK」にチェックを入れてください。";
    static final String NOT_CONFIRMED_WITHDRAW = "お申込を取り消す場合は、「OK」にチェックを入れてください。";
    static final String DRAFT_GONE = "このお申込（%s）はすでに「%s」になっています。お申込一覧をご確認ください。";
    static final String NO_DRAFT = "作成中のお申込が見つかりません。ご契約一覧に戻り、契約を選択し直してください。";
    static final String PARTNER_DRAFT = "パートナーが作成中のお申込は、お客様の画面からは取り消せません。お問合せ窓口へご連絡ください。";

    static final String REVIEW_MISSING = "審査の結果（受理または差戻し）を選択してください。";
    static final String RETURN_WITHOUT_COMMENT = "差し戻す場合は、お客様へお伝えする理由をコメントに入力してください。";
    static final String RETRACTION_MISSING = "取下げを記録する場合は、「取下げを記録する」にチェックを入れてください。解約日を待つ場合は、この作業を完了しないでください。";
    static final String RETRACTION_WITHOUT_REASON = "取下げの理由を入力してください。";
    static final String RETRACTION_TOO_LATE = "解約日（%s）を過ぎているため、取下げを記録できません。";
    static final String NOT_OPEN = "このお申込（%s）は「%s」のため、この作業を完了できません。画面を更新して、最新の状態をご確認ください。";
    static final String HANDLED_ON_MISSING = "ドメイン手続が完了した日を入力してください。";
    static final String HANDLED_ON_UNREADABLE = "ドメイン手続が完了した日を、2019/11/30のような日付で入力してください。";
    static final String HANDLED_ON_FUTURE = "ドメイン手続が完了した日には、本日以前の日付を入力してください。";
    static final String REFERENCE_MISSING = "精算の手配番号（請求番号など）を入力してください。";

    private Sentences() {}
}
