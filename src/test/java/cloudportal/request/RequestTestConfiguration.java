package cloudportal.request;

import cloudportal.contract.ContractDirectory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** The services over the tables, with a clock that the test sets. */
@TestConfiguration(proxyBeanMethods = false)
@EnableConfigurationProperties(PortalRules.class)
@Import({
    ContractDirectory.class,
    CustomerCases.class,
    CustomerLists.class,
    RunningCases.class,
    FulfilmentCases.class,
    RequestDirectory.class,
    EventLog.class,
    Notices.class,
    RequestFixture.class
})
class RequestTestConfiguration {

    @Bean
    SettableClock clock() {
        return new SettableClock();
    }
}
