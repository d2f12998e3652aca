package cloudportal.account;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import cloudportal.account.AccountSetup.FirstAdministrator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccountSetupTest {

    private final Accounts accounts = mock();

    @ParameterizedTest
    @CsvSource({",", "admin@portal.example,", ",Portal-demo-1", "' ',Portal-demo-1"})
    void refusesToStartOpenToTheFirstComer(String user, String password) {
        // given nobody in the administrators' group, and no full account in the environment
        AccountSetup.Real setup = new AccountSetup.Real(accounts, mock(), new FirstAdministrator(user, password));

        // then the start fails and says what to set
        assertThatThrownBy(setup::setUp)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("PORTAL_ADMIN_USER")
                .hasMessageContaining("PORTAL_ADMIN_PASSWORD");
    }

    @Test
    void makesTheFirstAdministratorFromTheEnvironment() {
        new AccountSetup.Real(accounts, mock(), new FirstAdministrator("admin@portal.example", "Portal-demo-1"))
                .setUp();

        verify(accounts)
                .add(
                        eq("admin@portal.example"),
                        eq("Portal-demo-1"),
                        anyString(),
                        anyString(),
                        eq(Role.ADMINISTRATORS));
    }

    @Test
    void leavesTheEnvironmentAloneOnceThereIsAnAdministrator() {
        when(accounts.exists(Role.ADMINISTRATORS)).thenReturn(true);

        new AccountSetup.Real(accounts, mock(), new FirstAdministrator(null, null)).setUp();

        verify(accounts, never()).add(any(), any(), any(), any(), any());
    }
}
