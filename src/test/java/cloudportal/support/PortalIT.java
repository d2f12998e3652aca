package cloudportal.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;

/**
 * The whole application on a port, with the demo data, on 2019-10-15 in Japan. All such tests share one context, so each works
 * on contracts of its own, and runs the jobs that it needs by hand.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:portal-it;DB_CLOSE_DELAY=-1",
            "camunda.bpm.job-execution.enabled=false",
            // So that what a step asks of the database does not depend on how fast the machine is.
            "portal.engine.reread-definitions-after=1h",
            "portal.engine.reread-rights-after=1h",
            // Only process tests are measured; its listeners would ask the database for themselves.
            "spring.autoconfigure.exclude="
                    + "org.camunda.community.process_test_coverage.spring_test.platform7.ProcessEngineCoverageConfiguration",
            "management.server.port=0",
            // Spring Boot switches it off in tests.
            "management.prometheus.metrics.export.enabled=true"
        })
@ActiveProfiles("demo")
@Import(PortalItConfiguration.class)
public @interface PortalIT {}
