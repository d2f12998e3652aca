package cloudportal.whatif;

import cloudportal.engine.Refusal;
import cloudportal.terms.DecidedOutcome;
import cloudportal.terms.ServiceTerms;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.dmn.engine.DmnDecisionResultEntries;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineException;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionResultException;
import org.camunda.bpm.dmn.engine.impl.hitpolicy.DmnHitPolicyException;
import org.camunda.bpm.dmn.feel.impl.FeelException;
import org.camunda.bpm.engine.variable.Variables;

/**
 * A version of the table {@code service-terms}, judged by the engine's own DMN engine without being deployed. It is asked once a
 * service, since its inputs are the two words of a service and nothing of the contract.
 */
final class TermsTable {

    static final String DECISION = "service-terms";

    private static final DmnEngine ENGINE = feelOnly();

    /** What a table says about a service: terms, nothing, or what no case could go on with. */
    record Outcome(ServiceTerms terms, String problem) {

        Optional<ServiceTerms> known() {
            return Optional.ofNullable(terms);
        }
    }

    private record Service(String category, String name) {}

    private final DmnDecision decision;
    private final Map<Service, Outcome> asked = new HashMap<>();

    private TermsTable(DmnDecision decision) {
        this.decision = decision;
    }

    /** @throws Refusal where the file holds no such decision that can be read */
    static TermsTable of(InputStream file) {
        DmnDecision decision;
        try {
            decision = ENGINE.parseDecision(DECISION, file);
        } catch (DmnEngineException | FeelException e) {
            throw new Refusal("決定「%s」を読み取れません。Camunda Modeler で開いて、決定の ID とセルの式を確認してください。".formatted(DECISION));
        }
        if (!decision.isDecisionTable()) {
            throw new Refusal("決定「%s」が表ではありません。決定表にしてください。".formatted(DECISION));
        }
        return new TermsTable(decision);
    }

    Outcome of(String category, String service) {
        return asked.computeIfAbsent(new Service(category, service), this::ask);
    }

    private Outcome ask(Service service) {
        try {
            DmnDecisionResult result = ENGINE.evaluateDecision(
                    decision, Variables.putValue("category", service.category()).putValue("service", service.name()));
            // As a case does it: no row is no terms, more than one is an error.
            DmnDecisionResultEntries row = result.getSingleResult();
            return new Outcome(row == null ? null : DecidedOutcome.read(row.getEntryMap()), null);
        } catch (DmnHitPolicyException | DmnDecisionResultException e) {
            return new Outcome(null, "2つ以上の行が当てはまります。1行だけになるように直してください。");
        } catch (DmnEngineException | FeelException e) {
            return new Outcome(null, "セルの式を評価できません。式を確認してください。");
        } catch (IllegalArgumentException e) {
            return new Outcome(null, "当てはまる行の答えに、空のセルか使えない値があります。見出しの候補から選んでください。");
        }
    }

    /** No script engine and no other expression language: whatever a file asks for beside FEEL is not there. */
    private static DmnEngine feelOnly() {
        DefaultDmnEngineConfiguration configuration = new DefaultDmnEngineConfiguration();
        configuration.setScriptEngineResolver(language -> null);
        configuration.setElProvider(expression -> {
            throw new IllegalArgumentException("Tables are in FEEL only");
        });
        return configuration.buildEngine();
    }
}
