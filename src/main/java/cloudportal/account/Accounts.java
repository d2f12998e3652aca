package cloudportal.account;

import java.util.Locale;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.springframework.stereotype.Component;

/** Makes logins: e-mail addresses in lower case, each in the group of its role. What exists already is left as it is. */
@Component
class Accounts {

    private final IdentityService identityService;

    Accounts(IdentityService identityService) {
        this.identityService = identityService;
    }

    /**
     * Makes a login where there is none of that name.
     *
     * @throws org.camunda.bpm.engine.exception.NotValidException where the password is weaker than the policy asks for
     */
    void add(String login, String password, String lastName, String firstName, Role role) {
        String id = login.toLowerCase(Locale.ROOT);
        if (identityService.createUserQuery().userId(id).count() == 0) {
            User user = identityService.newUser(id);
            user.setPassword(password);
            user.setFirstName(firstName);
            user.setLastName(lastName);
            user.setEmail(id);
            identityService.saveUser(user);
        }
        if (identityService
                        .createGroupQuery()
                        .groupId(role.group())
                        .groupMember(id)
                        .count()
                == 0) {
            identityService.createMembership(id, role.group());
        }
    }

    /** Whether anybody is in a role. */
    boolean exists(Role role) {
        return identityService.createUserQuery().memberOfGroup(role.group()).count() > 0;
    }
}
