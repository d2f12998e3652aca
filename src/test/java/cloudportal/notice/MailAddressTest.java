package cloudportal.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.MessagingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailAddressTest {

    @Test
    void encodesAJapaneseNameForTheHeader() throws MessagingException {
        // when
        String header = MailAddress.of("kannon@kannon-do.example", "観音 花子").toString();
        // then
        assertThat(header).matches("=\\?UTF-8\\?[ -~]+\\?= <kannon@kannon-do.example>");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "\u3000"})
    void doesWithoutAName(String name) throws MessagingException {
        assertThat(MailAddress.of("kannon@kannon-do.example", name)).hasToString("kannon@kannon-do.example");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "kannon",
                "kannon@",
                "@kannon-do.example",
                "a@b.example,c@d.example",
                "a@b.example c@d.example",
                "Kannon <kannon@kannon-do.example>",
                "kannon@kannon-do.example\r\nBcc: shop@other.example",
                "kannon@kannon-do.example\nBcc: shop@other.example",
                "観音@kannon-do.example"
            })
    void refusesWhatIsNotOnePlainAddress(String address) {
        assertThatThrownBy(() -> MailAddress.of(address, "観音 花子")).isInstanceOf(MessagingException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Kannon\r\nBcc: shop@other.example", "Kannon\nX: y", "観音\r花子", "観音\u2028花子", "観音\u0000"})
    void refusesANameThatBreaksTheLine(String name) {
        assertThatThrownBy(() -> MailAddress.of("kannon@kannon-do.example", name))
                .isInstanceOf(MessagingException.class)
                .hasMessageContaining("Line break");
    }
}
