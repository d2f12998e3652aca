package cloudportal.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LoginPagePropertiesTest {

    private static final List<String> SERVICES = List.of("HOME");

    @ParameterizedTest
    @ValueSource(strings = {"https://faq.portal.example/search?q=x", "http://portal.example/", "/camunda/app/welcome/"})
    void linksLeadToPages(String address) {
        LoginPageProperties page =
                new LoginPageProperties("x", SERVICES, null, Map.of("questions", URI.create(address)));

        assertThat(page.links()).containsEntry("questions", URI.create(address));
        assertThat(page.news()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "questions,javascript:alert(1)",
        "questions,data:text/html;x",
        "questions,//portal.example",
        "question,/faq",
        "questions,faq"
    })
    void refusesLinksThatRunScriptsOrLeadNowhere(String name, String address) {
        assertThatThrownBy(() -> new LoginPageProperties("x", SERVICES, null, Map.of(name, URI.create(address))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(name);
    }

    @Test
    void asksForProviderAndServices() {
        assertThatThrownBy(() -> new LoginPageProperties(" ", SERVICES, null, null))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new LoginPageProperties("x", List.of(), null, null))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
