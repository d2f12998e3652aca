package cloudportal.audit;

import jakarta.ws.rs.core.Response;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.rest.exception.RestException;
import org.springframework.stereotype.Component;

/** Lets in auditors and administrators only: the log-in that stands before a plugin of Cockpit asks for no role. */
@Component
class Auditors {

    static final String GROUP = "auditors";
    static final String ADMINISTRATORS = "camunda-admin";

    private final IdentityService identityService;

    Auditors(IdentityService identityService) {
        this.identityService = identityService;
    }

    /**
     * The login of the auditor who asks.
     *
     * @throws RestException 403, for everybody else
     */
    String require() {
        Authentication person = identityService.getCurrentAuthentication();
        if (!isAuditor()) {
            throw new RestException(
                    Response.Status.FORBIDDEN, "この画面は、監査の担当者とシステム管理者だけがご覧になれます。権限が必要な場合は、システム管理者へご連絡ください。");
        }
        return person.getUserId();
    }

    /** Whether the person may see all this. */
    boolean isAuditor() {
        Authentication person = identityService.getCurrentAuthentication();
        return isIn(person, GROUP) || isIn(person, ADMINISTRATORS);
    }

    /** Whether the person may only read, wherever Cockpit shows a button. */
    boolean isReader() {
        Authentication person = identityService.getCurrentAuthentication();
        return isIn(person, GROUP) && !isIn(person, ADMINISTRATORS);
    }

    private static boolean isIn(Authentication person, String group) {
        List<String> groups = person == null ? null : person.getGroupIds();
        return groups != null && groups.contains(group);
    }
}
