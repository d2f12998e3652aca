package cloudportal.request;

/** ステータス of a request (guide 6.4, 8.5, A.1, A.2; the last five are ours). */
public enum RequestStatus {
    CANCELLATION_DRAFT("解約お申込作成中"),
    CHANGE_DRAFT("変更お申込作成中"),
    DRAFT("作成中"),
    /** Made by a partner for the customer: read-only to the customer. */
    PARTNER_DRAFT("パートナー作成中"),
    RECEIVED("解約お申込受付中"),
    /** A completed new order. */
    IN_SERVICE("サービス開始"),
    RETURNED("差戻し"),
    RETRACTED("取下げ"),
    /** A draft that the customer withdrew: kept for the auditors, in no list of the customer's. */
    WITHDRAWN("取消"),
    COMPLETED("解約完了");

    private final String label;

    RequestStatus(String label) {
        this.label = label;
    }

    /** The word that people see. */
    public String label() {
        return label;
    }

    /** Whether it holds its contract: no other request for the contract can be made meanwhile. */
    public boolean isOpen() {
        return isOwnDraft() || this == PARTNER_DRAFT || this == RECEIVED;
    }

    /** Whether the customer may withdraw it (guide A.1, A.3). */
    public boolean isOwnDraft() {
        return this == CANCELLATION_DRAFT || this == CHANGE_DRAFT || this == DRAFT;
    }
}
