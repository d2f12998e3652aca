package cloudportal.support;

import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.context.annotation.Role;

/** Puts a clock that the test moves in the place of the business clock. */
@TestConfiguration(proxyBeanMethods = false)
public class PortalItConfiguration {

    @Bean
    @Primary
    MovableClock movableClock() {
        return new MovableClock("2019-10-15T10:00:00+09:00");
    }

    /** So that a test can ask what is allowed, and change nothing. */
    @Bean
    Rehearsal rehearsal() {
        return new Rehearsal();
    }

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static Statements statements() {
        return new Statements();
    }

    /** So that a test can tell what a step asks of the database. */
    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static BeanPostProcessor countedDataSource(Statements statements) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof DataSource dataSource ? statements.counting(dataSource) : bean;
            }
        };
    }
}
