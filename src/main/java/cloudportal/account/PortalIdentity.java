package cloudportal.account;

import cloudportal.engine.TooManyAttempts;
import org.camunda.bpm.engine.impl.identity.db.DbIdentityServiceProvider;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * The engine's users, with two differences at log-in: attempts are slowed down by {@link LoginThrottle}, in place of the engine's
 * lock, with which anybody could lock out anybody else for good; and a password that is still kept as the engine's own hash is kept
 * as {@link BcryptPasswords} from then on.
 */
final class PortalIdentity extends DbIdentityServiceProvider {

    private static final String NO_REQUEST = "";

    private final LoginThrottle throttle;

    PortalIdentity(LoginThrottle throttle) {
        this.throttle = throttle;
    }

    @Override
    public boolean checkPassword(String userId, String password) {
        if (userId == null || password == null) {
            return false;
        }
        String address = address();
        if (!throttle.admits(address, userId)) {
            throw new TooManyAttempts();
        }
        UserEntity user = findUserById(userId);
        boolean right = user != null && matchPassword(password, user);
        if (right) {
            throttle.succeeded(address, userId);
            keepAsBcrypt(user, password);
        } else {
            throttle.failed(address, userId);
        }
        return right;
    }

    private static void keepAsBcrypt(UserEntity user, String password) {
        if (!user.getPassword().startsWith("{" + BcryptPasswords.NAME + "}")) {
            user.setPassword(password);
            user.encryptPassword();
        }
    }

    /** The address of whoever is asking; behind a proxy, what {@code server.forward-headers-strategy} makes of it. */
    private static String address() {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        return request instanceof ServletRequestAttributes web
                ? web.getRequest().getRemoteAddr()
                : NO_REQUEST;
    }
}
