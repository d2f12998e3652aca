package cloudportal.engine;

import jakarta.ws.rs.core.FeatureContext;
import org.glassfish.jersey.internal.spi.AutoDiscoverable;

/** Reaches every Jersey application of this server: {@code /engine-rest}, and the web apps' own copy of it with their log-in. */
public final class RestDiscovery implements AutoDiscoverable {

    private static final int BEFORE_THE_ENGINES_OWN = 1;

    @Override
    public void configure(FeatureContext context) {
        context.register(RefusalAnswers.OfRestExceptions.class, BEFORE_THE_ENGINES_OWN);
        context.register(RefusalAnswers.OfInvalidRequests.class, BEFORE_THE_ENGINES_OWN);
        context.register(RefusalAnswers.OfEngineExceptions.class, BEFORE_THE_ENGINES_OWN);
        context.register(RefusalAnswers.OfFaults.class, BEFORE_THE_ENGINES_OWN);
        context.register(LoginInLowerCase.class);
        context.register(ListLength.class);
    }
}
