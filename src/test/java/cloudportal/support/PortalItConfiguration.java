package cloudportal.support;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** Puts a clock that the test moves in the place of the business clock. */
@TestConfiguration(proxyBeanMethods = false)
public class PortalItConfiguration {

    @Bean
    @Primary
    MovableClock movableClock() {
        return new MovableClock("2019-10-15T10:00:00+09:00");
    }
}
