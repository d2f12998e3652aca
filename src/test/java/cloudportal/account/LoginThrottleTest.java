package cloudportal.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LoginThrottleTest {

    private static final String HOME = "192.0.2.1";
    private static final String ELSEWHERE = "198.51.100.7";
    private static final String VICTIM = "kannon@kannon-do.example";

    private final AtomicLong now = new AtomicLong();
    private final LoginThrottle throttle = new LoginThrottle(now::get);

    @Test
    void makesWhoeverFailsInARowWait() {
        // given one failure less than too many
        fail(LoginThrottle.OF_ONE - 1, HOME, VICTIM);
        assertThat(throttle.admits(HOME, VICTIM)).isTrue();

        // when another follows
        throttle.failed(HOME, VICTIM);

        // then a pause does, and no longer
        assertThat(throttle.admits(HOME, VICTIM)).isFalse();
        now.addAndGet(LoginThrottle.PAUSE.minus(Duration.ofSeconds(1)).toNanos());
        assertThat(throttle.admits(HOME, VICTIM)).isFalse();
        now.addAndGet(Duration.ofSeconds(1).toNanos());
        assertThat(throttle.admits(HOME, VICTIM)).isTrue();
    }

    @Test
    void forgetsFailuresOnceTheRightPasswordIsGiven() {
        fail(LoginThrottle.OF_ONE - 1, HOME, VICTIM);
        throttle.succeeded(HOME, VICTIM);
        fail(LoginThrottle.OF_ONE - 1, HOME, VICTIM);

        assertThat(throttle.admits(HOME, VICTIM)).isTrue();
    }

    @Test
    void letsNobodyLockOutAnother() {
        // given somebody who has logged in at home
        throttle.succeeded(HOME, VICTIM);

        // when others guess their password from everywhere, and everybody's from their own address
        for (int i = 0; i < LoginThrottle.OF_ACCOUNT; i++) {
            throttle.failed("203.0.113." + i, VICTIM);
        }
        for (int i = 0; i < LoginThrottle.OF_ADDRESS; i++) {
            throttle.failed(HOME, "nobody" + i + "@other.example");
        }

        // then the guessers wait, wherever they are, and the person does not
        assertThat(throttle.admits(ELSEWHERE, VICTIM)).isFalse();
        assertThat(throttle.admits(HOME, "another@other.example")).isFalse();
        assertThat(throttle.admits(HOME, VICTIM)).isTrue();
        assertThat(throttle.admits(ELSEWHERE, "another@other.example")).isTrue();
    }

    private void fail(int times, String address, String login) {
        for (int i = 0; i < times; i++) {
            throttle.failed(address, login);
        }
    }
}
