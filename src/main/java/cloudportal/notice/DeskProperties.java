package cloudportal.notice;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The desks by service: {@code portal.desks.home}, {@code .home-product} and {@code .therefore-uniflow}.
 *
 * @param home for HOME (guide, appendix, first desk)
 * @param homeProduct for questions about HOME products (guide, appendix, second desk)
 * @param thereforeUniflow for Therefore Online and uniFLOW Online (guide, appendix, third desk)
 */
@ConfigurationProperties("portal.desks")
public record DeskProperties(Desk home, Desk homeProduct, Desk thereforeUniflow) {

    /** All desks must be configured. */
    public DeskProperties {
        if (home == null || homeProduct == null || thereforeUniflow == null) {
            throw new IllegalArgumentException("portal.desks.home, .home-product and .therefore-uniflow are required");
        }
    }

    /**
     * The desks for a contract, before the decision table was asked: the solution service desk for uniFLOW and Therefore; for all
     * else the HOME desks, of requests and of products.
     *
     * @param category 種別 of the contract
     */
    public List<Desk> ofCategory(String category) {
        return switch (category) {
            case "uniFLOW Online", "Therefore Online" -> List.of(thereforeUniflow);
            default -> List.of(home, homeProduct);
        };
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
