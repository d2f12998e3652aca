package cloudportal.account;

import jakarta.annotation.PostConstruct;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Makes the logins that must be there before anybody can make others. */
final class AccountSetup {

    private AccountSetup() {}

    /**
     * The first administrator, from the environment: {@code PORTAL_ADMIN_USER}, {@code PORTAL_ADMIN_PASSWORD}. There is no default.
     *
     * @param user an e-mail address
     * @param password as strong as the policy asks for
     */
    @ConfigurationProperties("portal.admin")
    record FirstAdministrator(String user, String password) {

        boolean isGiven() {
            return user != null && !user.isBlank() && password != null && !password.isBlank();
        }
    }

    /** Outside the demo: without any administrator the application does not start, rather than being open to the first comer. */
    @Component
    @Profile("!demo")
    static class Real {

        private final Accounts accounts;
        private final FirstAdministrator administrator;

        /** Takes the roles, so that they exist before the login that needs them. */
        Real(Accounts accounts, RoleSetup roles, FirstAdministrator administrator) {
            this.accounts = accounts;
            this.administrator = administrator;
        }

        @PostConstruct
        void setUp() {
            if (accounts.exists(Role.ADMINISTRATORS)) {
                return;
            }
            if (!administrator.isGiven()) {
                throw new IllegalStateException(
                        "There is no administrator yet. Set PORTAL_ADMIN_USER to an e-mail address and"
                                + " PORTAL_ADMIN_PASSWORD to a strong password, and start again.");
            }
            accounts.add(administrator.user(), administrator.password(), "管理者", "システム", Role.ADMINISTRATORS);
        }
    }

    /** The demo's logins, all with one password that stands in the README. */
    @Component
    @Profile("demo")
    static class Demo {

        private static final String PASSWORD = "Portal-demo-1";

        private final Accounts accounts;

        /** Takes the roles, so that they exist before the logins that need them. */
        Demo(Accounts accounts, RoleSetup roles) {
            this.accounts = accounts;
        }

        @PostConstruct
        void setUp() {
            accounts.add("kannon@kannon-do.example", PASSWORD, "観音", "花子", Role.CUSTOMERS);
            accounts.add("shop@other.example", PASSWORD, "店野", "太郎", Role.CUSTOMERS);
            accounts.add("center@portal.example", PASSWORD, "契約", "恵", Role.CONTRACT_CENTER);
            accounts.add("owner@portal.example", PASSWORD, "手順", "守", Role.PROCESS_OWNERS);
            accounts.add("auditor@portal.example", PASSWORD, "監査", "明", Role.AUDITORS);
            accounts.add("admin@portal.example", PASSWORD, "管理", "一郎", Role.ADMINISTRATORS);
        }
    }
}
