package cloudportal.account;

/** The groups of the engine, one a role. */
enum Role {
    /** お客様. */
    CUSTOMERS("customers", "お客様"),
    /** 契約センター. */
    CONTRACT_CENTER("contract-center", "契約センター"),
    PROCESS_OWNERS("process-owners", "プロセスオーナー"),
    AUDITORS("auditors", "監査"),
    ADMINISTRATORS("camunda-admin", "システム管理者");

    private final String group;
    private final String label;

    Role(String group, String label) {
        this.group = group;
        this.label = label;
    }

    String group() {
        return group;
    }

    String label() {
        return label;
    }
}
