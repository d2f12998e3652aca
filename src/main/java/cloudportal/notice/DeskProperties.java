package cloudportal.notice;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The desks by service: {@code portal.desks.home} and {@code portal.desks.therefore-uniflow}.
 *
 * @param home for HOME (guide, appendix, first desk)
 * @param thereforeUniflow for Therefore Online and uniFLOW Online (guide, appendix, third desk)
 */
@ConfigurationProperties("portal.desks")
public record DeskProperties(Desk home, Desk thereforeUniflow) {

    /** Both desks must be configured. */
    public DeskProperties {
        if (home == null || thereforeUniflow == null) {
            throw new IllegalArgumentException("portal.desks.home and portal.desks.therefore-uniflow are required");
        }
    }

    /**
     * The desk that the decision table names.
     *
     * @param contactDesk {@code home} or {@code therefore-uniflow}
     * @throws IllegalArgumentException for any other name
     */
    public Desk of(String contactDesk) {
        return switch (contactDesk) {
            case "home" -> home;
            case "therefore-uniflow" -> thereforeUniflow;
            default -> throw new IllegalArgumentException("No desk is configured under the name " + contactDesk);
        };
    }
}
