package cloudportal.process;

import cloudportal.contract.Contract;
import cloudportal.notice.Desk;
import cloudportal.notice.DeskProperties;
import org.springframework.stereotype.Component;

/** The desk to ask about a contract before the decision table was asked (guide C.1, C.3). */
@Component
public class Desks {

    private final DeskProperties desks;

    Desks(DeskProperties desks) {
        this.desks = desks;
    }

    /** The solution service desk for uniFLOW and Therefore, the HOME desk for all else. */
    public Desk of(Contract contract) {
        return switch (contract.getCategory()) {
            case "uniFLOW Online", "Therefore Online" -> desks.thereforeUniflow();
            default -> desks.home();
        };
    }
}
