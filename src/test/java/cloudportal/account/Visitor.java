package cloudportal.account;

/** Who asks: the columns of {@code roles/endpoints.csv}, in this order. */
enum Visitor {
    ANONYMOUS(null, null),
    /** Whose case and contracts the paths name. */
    CUSTOMER("kannon@kannon-do.example", "tasklist"),
    OTHER_CUSTOMER("shop@other.example", "tasklist"),
    STAFF("center@portal.example", "tasklist"),
    OWNER("owner@portal.example", "cockpit"),
    AUDITOR("auditor@portal.example", "cockpit"),
    ADMIN("admin@portal.example", "admin");

    private final String login;
    private final String app;

    Visitor(String login, String app) {
        this.login = login;
        this.app = app;
    }

    String login() {
        return login;
    }

    /** The web app where this role logs in. */
    String app() {
        return app;
    }
}
