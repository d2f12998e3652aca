package cloudportal.process;

import cloudportal.contract.Contract;
import cloudportal.notice.Desk;
import cloudportal.notice.DeskProperties;
import cloudportal.process.FormViews.DeskView;
import java.util.List;
import org.springframework.stereotype.Component;

/** The desk to ask about a contract before the decision table was asked (guide C.1-C.3). */
@Component
public class Desks {

    private final DeskProperties desks;

    Desks(DeskProperties desks) {
        this.desks = desks;
    }

    /** The desk for requests, with the one for products where there is one. */
    public DeskView of(Contract contract) {
        List<Desk> both = desks.ofCategory(contract.getCategory());
        return FormViews.of(both.get(0), both.size() > 1 ? both.get(1) : null);
    }
}
