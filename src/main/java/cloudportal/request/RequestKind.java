package cloudportal.request;

/** What a request asks for. */
public enum RequestKind {
    CANCELLATION("解約"),
    CHANGE("変更"),
    NEW_ORDER("新規");

    private final String label;

    RequestKind(String label) {
        this.label = label;
    }

    /** The word that people see. */
    public String label() {
        return label;
    }
}
