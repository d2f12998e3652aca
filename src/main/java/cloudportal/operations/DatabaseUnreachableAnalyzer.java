package cloudportal.operations;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells operators in a sentence, without a stack trace, that the database could not be reached, and what to do. */
class DatabaseUnreachableAnalyzer extends AbstractFailureAnalyzer<DatabaseUnreachableException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, DatabaseUnreachableException cause) {
        return new FailureAnalysis(
                cause.getMessage(),
                "Start the database, or put right PORTAL_DB_URL, PORTAL_DB_USER and PORTAL_DB_PASSWORD"
                        + " (spring.datasource.*), and start the portal again.",
                cause);
    }
}
