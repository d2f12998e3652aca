package cloudportal.notice;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;

/** Mail addresses that can stand in a header: one plain address, and a name without line breaks. */
final class MailAddress {

    private MailAddress() {}

    /**
     * An address with the name shown beside it.
     *
     * @param name shown to the reader, of any script; may be blank
     * @throws MessagingException if the address is not exactly one plain address, or the name breaks the line
     */
    static InternetAddress of(String address, String name) throws MessagingException {
        InternetAddress parsed = plain(address);
        if (name != null && !name.isBlank()) {
            HeaderText.check(name);
            try {
                parsed.setPersonal(name.strip(), StandardCharsets.UTF_8.name());
            } catch (UnsupportedEncodingException e) {
                throw new IllegalStateException("UTF-8 is always supported", e);
            }
        }
        return parsed;
    }

    /** Refuses a setting that is no plain address, naming its property. */
    static void check(String property, String address) {
        try {
            plain(address);
        } catch (AddressException e) {
            throw new IllegalArgumentException(property + " is no mail address: " + address, e);
        }
    }

    private static InternetAddress plain(String address) throws AddressException {
        if (address == null || address.isBlank()) {
            throw new AddressException("No address");
        }
        InternetAddress parsed = new InternetAddress(address, true);
        boolean plain = address.equals(parsed.getAddress()) && address.indexOf('@') > 0;
        if (!plain || !address.chars().allMatch(c -> c > ' ' && c < 127)) {
            throw new AddressException("Not one plain address", address);
        }
        return parsed;
    }
}
