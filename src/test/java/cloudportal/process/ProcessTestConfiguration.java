package cloudportal.process;

import cloudportal.notice.DeskProperties;
import cloudportal.time.ClockOffset;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.camunda.bpm.spring.boot.starter.CamundaBpmAutoConfiguration;
import org.camunda.community.process_test_coverage.spring_test.common.ProcessEngineCoverageProperties;
import org.camunda.community.process_test_coverage.spring_test.platform7.ProcessEngineCoverageConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;

/**
 * The engine as it is set up, with the models and the glue, and nothing behind them: no tables of ours, no web, no mail. Carries no stereotype, so that
 * the whole application does not pick it up.
 */
@ComponentScan("cloudportal.process")
@ComponentScan(
        basePackages = "cloudportal.engine",
        useDefaultFilters = false,
        includeFilters =
                @ComponentScan.Filter(
                        type = FilterType.REGEX,
                        pattern = ".*\\.(EngineHardening|FailedJobs|QueryGuard|AdministrationGuard|DeploymentPolicy)"))
@EnableConfigurationProperties({DeskProperties.class, FulfilmentDates.Settings.class})
@ImportAutoConfiguration({
    DataSourceAutoConfiguration.class,
    DataSourceTransactionManagerAutoConfiguration.class,
    TransactionAutoConfiguration.class,
    CamundaBpmAutoConfiguration.class,
    ProcessEngineCoverageConfiguration.class
})
class ProcessTestConfiguration {

    @Bean
    ClockOffset clockOffset() {
        return new ClockOffset(Duration.ZERO);
    }

    @Bean
    Clock clock() {
        return Clock.fixed(Instant.parse("2019-10-15T01:00:00Z"), ZoneId.of("Asia/Tokyo"));
    }

    /**
     * The one place that says how much of the models the process tests must walk: every element and every flow of both. Of the two
     * link events that lead to one target the library sees only one, so of 204 it can count 203: {@code event_cancelAgain} is
     * walked with the flow into it. One more that is missed fails.
     */
    @Bean
    ProcessEngineCoverageProperties coverage() {
        return new ProcessEngineCoverageProperties.Builder()
                .assertClassCoverageAtLeast(203.0 / 204)
                .build();
    }
}
