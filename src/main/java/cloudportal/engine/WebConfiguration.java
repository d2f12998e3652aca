package cloudportal.engine;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import java.util.EnumSet;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.rest.filter.CacheControlFilter;
import org.camunda.bpm.engine.rest.filter.EmptyBodyFilter;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The filters in front of {@code /engine-rest} and the web apps, and where the bare address leads. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebMvcConfigurer {

    private static final String[] WEB_APPS = {"/camunda/api/*", "/camunda/app/*", "/camunda/assets/*"};

    @Override
    public void addViewControllers(ViewControllerRegistry registry) {
        registry.addRedirectViewController("/", "/camunda/app/tasklist/");
    }

    @Bean
    FilterRegistrationBean<RestAuthentication> restAuthentication(IdentityService identityService) {
        FilterRegistrationBean<RestAuthentication> registration =
                registration("portalRestAuthentication", new RestAuthentication(identityService), "/engine-rest/*");
        registration.setDispatcherTypes(
                EnumSet.of(DispatcherType.REQUEST, DispatcherType.FORWARD, DispatcherType.INCLUDE));
        return registration;
    }

    @Bean
    FilterRegistrationBean<LogContext> logContext() {
        FilterRegistrationBean<LogContext> registration = registration("portalLogContext", new LogContext(), "/*");
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
        return registration;
    }

    @Bean
    FilterRegistrationBean<BodyLimit> bodyLimit() {
        FilterRegistrationBean<BodyLimit> registration =
                registration("portalBodyLimit", new BodyLimit(), "/engine-rest/*", "/camunda/api/*");
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
        return registration;
    }

    @Bean
    FilterRegistrationBean<CsrfCookie> csrfCookie(@Value("${portal.secure-cookies}") boolean secure) {
        return registration("portalCsrfCookie", new CsrfCookie(secure), "/camunda/api/*", "/camunda/app/*");
    }

    @Bean
    FilterRegistrationBean<WebAppFaults> webAppFaults() {
        FilterRegistrationBean<WebAppFaults> registration =
                registration("portalWebAppFaults", new WebAppFaults(), "/camunda/api/*");
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 2);
        return registration;
    }

    /** The engine's two starters register this filter under one name, and only the first is heeded; hence a name of our own. */
    @Bean
    FilterRegistrationBean<CacheControlFilter> webAppCacheControl() {
        return registration("portalWebAppCacheControl", new CacheControlFilter(), WEB_APPS);
    }

    @Bean
    FilterRegistrationBean<Revalidation> webAppRevalidation() {
        return registration(
                "portalWebAppRevalidation", new Revalidation(), "/camunda/app/*", "/camunda/assets/*", "/portal/*");
    }

    /** See {@link #webAppCacheControl()}. */
    @Bean
    FilterRegistrationBean<EmptyBodyFilter> webAppEmptyBody() {
        return registration("portalWebAppEmptyBody", new EmptyBodyFilter(), "/camunda/api/*");
    }

    private static <F extends Filter> FilterRegistrationBean<F> registration(
            String name, F filter, String... patterns) {
        FilterRegistrationBean<F> registration = new FilterRegistrationBean<>(filter);
        registration.setName(name);
        registration.addUrlPatterns(patterns);
        registration.setOrder(0);
        return registration;
    }
}
