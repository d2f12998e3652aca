package cloudportal.process;

import cloudportal.contract.Contract;
import cloudportal.notice.DeskProperties;
import cloudportal.process.FormViews.DeskView;
import org.springframework.stereotype.Component;

/** The desk to ask about a contract before the decision table was asked (guide C.1-C.3). */
@Component
public class Desks {

    private final DeskProperties desks;

    Desks(DeskProperties desks) {
        this.desks = desks;
    }

    /** The solution service desk for uniFLOW and Therefore; for all else the HOME desks, of requests and of products. */
    public DeskView of(Contract contract) {
        return switch (contract.getCategory()) {
            case "uniFLOW Online", "Therefore Online" -> FormViews.of(desks.thereforeUniflow(), null);
            default -> FormViews.of(desks.home(), desks.homeProduct());
        };
    }
}
