package cloudportal.notice;

import java.util.List;

/**
 * A desk that customers may ask about their requests (guide, appendix: お申込みに関するお問い合わせ).
 *
 * @param title what the desk answers, as the guide heads it
 * @param name the desk's name
 * @param tel its telephone number
 * @param hours its hours (受付時間)
 * @param email its mail address, for customers to write to; the portal itself sends nothing there
 */
public record Desk(String title, String name, String tel, String hours, String email) {

    /** Each of the five must be configured. */
    public Desk {
        if (List.of(required(title), required(name), required(tel), required(hours), required(email))
                .contains("")) {
            throw new IllegalArgumentException("portal.desks: title, name, tel, hours and email are all required");
        }
    }

    private static String required(String value) {
        return value == null ? "" : value.strip();
    }
}
