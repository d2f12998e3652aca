package cloudportal.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;

class CurrentPersonTest {

    private final IdentityService identityService = mock(IdentityService.class);

    @SuppressWarnings("unchecked")
    private final ObjectProvider<IdentityService> provider = mock(ObjectProvider.class);

    private final CurrentPerson person = new CurrentPerson(provider);

    @BeforeEach
    void provide() {
        when(provider.getObject()).thenReturn(identityService);
    }

    @Test
    void isWhoeverLoggedInWhateverAVariableSays() {
        // given
        when(identityService.getCurrentAuthentication()).thenReturn(new Authentication("me@shop.example", List.of()));

        // when / then
        assertThat(person.loginOr("you@other.example")).isEqualTo("me@shop.example");
        assertThat(person.loginOrSystem()).isEqualTo("me@shop.example");
    }

    @Test
    void isTheSystemWhereNobodyIsAtWork() {
        for (Authentication nobody : new Authentication[] {null, new Authentication(null, List.of())}) {
            // given
            when(identityService.getCurrentAuthentication()).thenReturn(nobody);

            // when / then
            assertThat(person.loginOr("me@shop.example")).isEqualTo("me@shop.example");
            assertThat(person.loginOrSystem()).isEqualTo("system");
        }
    }
}
