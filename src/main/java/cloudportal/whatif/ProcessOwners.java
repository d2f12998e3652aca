package cloudportal.whatif;

import jakarta.ws.rs.core.Response;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.rest.exception.RestException;
import org.springframework.stereotype.Component;

/** Lets in process owners and administrators only: the log-in that stands before a plugin of Cockpit asks for no role. */
@Component
class ProcessOwners {

    private static final List<String> GROUPS = List.of("process-owners", "camunda-admin");

    private final IdentityService identityService;

    ProcessOwners(IdentityService identityService) {
        this.identityService = identityService;
    }

    /** @throws RestException 403, for everybody else */
    void require() {
        Authentication person = identityService.getCurrentAuthentication();
        List<String> groups = person == null ? null : person.getGroupIds();
        if (groups == null || groups.stream().noneMatch(GROUPS::contains)) {
            throw new RestException(
                    Response.Status.FORBIDDEN, "この画面は、プロセスオーナーとシステム管理者だけがご利用になれます。権限が必要な場合は、システム管理者へご連絡ください。");
        }
    }
}
