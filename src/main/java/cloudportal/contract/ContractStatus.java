package cloudportal.contract;

/** ステータス of a contract, in the guide's words (guide 3.2, 3.3, A.1; 解約済 is ours). */
public enum ContractStatus {
    IN_SERVICE("サービス開始"),
    CHANGE_IN_PREPARATION("変更お申込作成中"),
    CANCELLATION_RECEIVED("解約お申込受付中"),
    CANCELLED("解約済");

    private final String label;

    ContractStatus(String label) {
        this.label = label;
    }

    /** The word that people see. */
    public String label() {
        return label;
    }
}
