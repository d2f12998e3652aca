package cloudportal.engine;

import jakarta.ws.rs.core.FeatureContext;
import org.glassfish.jersey.internal.spi.AutoDiscoverable;

/** Registers the answers with every Jersey application of this server: {@code /engine-rest} and the web apps' own copy of it. */
public final class RefusalAnswersDiscovery implements AutoDiscoverable {

    private static final int BEFORE_THE_ENGINES_OWN = 1;

    @Override
    public void configure(FeatureContext context) {
        context.register(RefusalAnswers.OfRestExceptions.class, BEFORE_THE_ENGINES_OWN);
        context.register(RefusalAnswers.OfInvalidRequests.class, BEFORE_THE_ENGINES_OWN);
        context.register(RefusalAnswers.OfEngineExceptions.class, BEFORE_THE_ENGINES_OWN);
        context.register(RefusalAnswers.OfFaults.class, BEFORE_THE_ENGINES_OWN);
    }
}
