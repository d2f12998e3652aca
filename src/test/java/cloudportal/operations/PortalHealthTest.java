package cloudportal.operations;

import static org.assertj.core.api.Assertions.assertThat;

import cloudportal.operations.Figures.Waiting;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.Status;

class PortalHealthTest {

    private static final Duration LIMIT = Duration.ofMinutes(5);

    @Test
    void isUpWhileNothingHasWaitedLongerThanItsLimit() {
        assertThat(health(0, Duration.ZERO).getStatus()).isEqualTo(Status.UP);
        assertThat(health(7, LIMIT).getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void isDownWithTheFiguresOnceSomethingHas() {
        // when
        Health health = health(7, LIMIT.plusSeconds(1));
        // then
        assertThat(health.getStatus()).isEqualTo(Status.DOWN);
        assertThat(health.getDetails())
                .containsEntry("count", 7L)
                .containsEntry("oldestSeconds", 301L)
                .containsEntry("limitSeconds", 300L);
    }

    private static Health health(long count, Duration oldest) {
        return PortalHealth.health(new Waiting(count, oldest), LIMIT);
    }
}
