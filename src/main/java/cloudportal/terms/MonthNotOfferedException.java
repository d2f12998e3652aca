package cloudportal.terms;

import java.time.YearMonth;
import java.util.List;

/** A 解約希望月 whose deadline is over, or that lies beyond the months on offer. */
public class MonthNotOfferedException extends RuntimeException {

    private final transient List<MonthOption> offered;

    MonthNotOfferedException(YearMonth month, List<MonthOption> offered) {
        super("%s is not offered".formatted(month));
        this.offered = List.copyOf(offered);
    }

    /** The months that are offered instead, the earliest first. */
    public List<MonthOption> offered() {
        return offered;
    }
}
