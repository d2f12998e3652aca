package cloudportal.process;

import static cloudportal.process.ProcessVariables.SERVICE_TERMS;

import cloudportal.terms.Cutoff;
import cloudportal.terms.CutoffRule;
import cloudportal.terms.NoticeAnchor;
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

    private static final String DECISION = "service-terms";

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
                .map(DecidedTerms::read);
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

    private static ServiceTerms read(Map<?, ?> outcome) {
        Cutoff cutoff = new Cutoff(
                CutoffRule.of((String) outcome.get("cutoffRule")),
                number(outcome, "noticeDays"),
                NoticeAnchor.of((String) outcome.get("noticeAnchor")));
        return new ServiceTerms(
                number(outcome, "minimumTermMonths"), cutoff, fact(outcome, "domainDispositionRequired"), (String)
                        outcome.get("contactDesk"));
    }

    private static boolean fact(Map<?, ?> outcome, String name) {
        if (outcome.get(name) instanceof Boolean fact) {
            return fact;
        }
        throw new IllegalArgumentException("The decision table says neither yes nor no for " + name);
    }

    private static int number(Map<?, ?> outcome, String name) {
        if (outcome.get(name) instanceof Number number) {
            return number.intValue();
        }
        throw new IllegalArgumentException("The decision table gives no number for " + name);
    }
}
