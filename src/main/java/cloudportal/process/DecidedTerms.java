package cloudportal.process;

import static cloudportal.process.ProcessVariables.SERVICE_TERMS;

import cloudportal.terms.DecidedOutcome;
import cloudportal.terms.ServiceTerms;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What the decision table {@code service-terms} has just said, in the words of the rules. */
@Component
public class DecidedTerms {

    static final String DECISION = "service-terms";

    private final ObjectProvider<RepositoryService> repositoryService;

    DecidedTerms(ObjectProvider<RepositoryService> repositoryService) {
        this.repositoryService = repositoryService;
    }

    /**
     * The terms, or empty where the table knows no rule for the service.
     *
     * @throws IllegalArgumentException where a rule has an outcome that the application does not know
     */
    public Optional<ServiceTerms> of(VariableScope scope) {
        return Optional.ofNullable(scope.getVariable(SERVICE_TERMS))
                .map(Map.class::cast)
                .map(DecidedOutcome::read);
    }

    /** The version of the table that decides now. */
    public int version() {
        return repositoryService
                .getObject()
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey(DECISION)
                .latestVersion()
                .singleResult()
                .getVersion();
    }
}
