package cloudportal.request;

import cloudportal.terms.CancellationRules;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings of the rules: {@code portal.rules}.
 *
 * @param billingStartOffsetMonths months from the start date's month to the first billed one, where a contract does not say
 * @param offeredMonths how many 解約希望月 are offered at most
 */
@ConfigurationProperties("portal.rules")
public record PortalRules(@DefaultValue("1") int billingStartOffsetMonths, @DefaultValue("12") int offeredMonths) {

    /** The rules by these settings. */
    public CancellationRules rules() {
        return new CancellationRules(billingStartOffsetMonths, offeredMonths);
    }
}
