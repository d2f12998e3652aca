package cloudportal.whatif;

import cloudportal.contract.Contract;
import cloudportal.contract.ContractDirectory;
import cloudportal.request.CancellationRequest;
import cloudportal.request.JapaneseText;
import cloudportal.request.PortalRules;
import cloudportal.request.RequestDirectory;
import cloudportal.terms.CancellationRules;
import cloudportal.terms.ServiceTerms;
import cloudportal.whatif.Changes.Judged;
import cloudportal.whatif.TermsTable.Outcome;
import cloudportal.whatif.WhatIfAnswer.Change;
import cloudportal.whatif.WhatIfAnswer.Move;
import cloudportal.whatif.WhatIfAnswer.Problem;
import cloudportal.whatif.WhatIfAnswer.Request;
import cloudportal.whatif.WhatIfAnswer.Row;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.springframework.stereotype.Component;

/**
 * Judges every running contract by the table that decides now and by a changed one, as if each were cancelled today, and says what
 * moves. The rules are those of real cases, {@link CancellationRules}, and so is today.
 */
@Component
class WhatIf {

    static final int MOST_ROWS = 200;

    private static final int PAGE = 1_000;

    private final RepositoryService repositoryService;
    private final ContractDirectory contracts;
    private final RequestDirectory requests;
    private final CancellationRules rules;
    private final Clock clock;

    WhatIf(
            RepositoryService repositoryService,
            ContractDirectory contracts,
            RequestDirectory requests,
            PortalRules settings,
            Clock clock) {
        this.repositoryService = repositoryService;
        this.contracts = contracts;
        this.requests = requests;
        this.rules = settings.rules();
        this.clock = clock;
    }

    /** The version of the table that decides now. */
    int deployedVersion() {
        return deployed().getVersion();
    }

    /** @throws cloudportal.engine.Refusal where the file holds no table that could be judged */
    WhatIfAnswer compare(TableFile changed) {
        DecisionDefinition deployed = deployed();
        Comparison comparison =
                new Comparison(deployedTable(deployed), TermsTable.of(changed.stream()), LocalDate.now(clock));
        String last = "";
        List<Contract> page;
        do {
            page = contracts.runningAfter(last, PAGE);
            page.stream().filter(Contract::isCancellableHere).forEach(comparison::add);
            last = page.isEmpty() ? last : page.get(page.size() - 1).getNumber();
        } while (page.size() == PAGE);
        return comparison.answer(deployed.getVersion());
    }

    private DecisionDefinition deployed() {
        return repositoryService
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey(TermsTable.DECISION)
                .latestVersion()
                .singleResult();
    }

    private TermsTable deployedTable(DecisionDefinition deployed) {
        try (InputStream model = repositoryService.getDecisionModel(deployed.getId())) {
            return TermsTable.of(model);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One run over the contracts; keeps what is shown and counts the rest. */
    private final class Comparison {

        private record Moved(Contract contract, Move move, List<Change> changes) {}

        private record Service(String category, String name, String sentence) {}

        private final TermsTable before;
        private final TermsTable after;
        private final LocalDate today;
        private final List<Moved> shown = new ArrayList<>();
        private final Map<Move, Integer> moves = new LinkedHashMap<>();
        private final Map<Service, Integer> problems = new LinkedHashMap<>();
        private int judged;

        Comparison(TermsTable before, TermsTable after, LocalDate today) {
            this.before = before;
            this.after = after;
            this.today = today;
        }

        void add(Contract contract) {
            judged++;
            Outcome now = before.of(contract.getCategory(), contract.getService());
            Outcome then = after.of(contract.getCategory(), contract.getService());
            if (then.problem() != null) {
                problems.merge(
                        new Service(contract.getCategory(), contract.getService(), then.problem()), 1, Integer::sum);
                return;
            }
            List<Change> changes = Changes.between(judge(now, contract), judge(then, contract));
            if (!changes.isEmpty()) {
                Move move = move(now, then);
                moves.merge(move, 1, Integer::sum);
                if (shown.size() < MOST_ROWS) {
                    shown.add(new Moved(contract, move, changes));
                }
            }
        }

        private Judged judge(Outcome outcome, Contract contract) {
            return outcome.known().map(terms -> judge(terms, contract)).orElse(null);
        }

        private Judged judge(ServiceTerms terms, Contract contract) {
            return new Judged(terms, rules.assess(terms, contract.billed(), today, null));
        }

        private static Move move(Outcome now, Outcome then) {
            if (now.known().isEmpty()) {
                return Move.NEWLY_COVERED;
            }
            return then.known().isEmpty() ? Move.NO_LONGER_COVERED : Move.CHANGED;
        }

        WhatIfAnswer answer(int version) {
            List<CancellationRequest> underWay = requests.underWay(MOST_ROWS);
            Map<String, CancellationRequest> holding =
                    requests
                            .holding(shown.stream()
                                    .map(row -> row.contract().getNumber())
                                    .toList())
                            .stream()
                            .collect(Collectors.toMap(CancellationRequest::getContractNumber, Function.identity()));
            List<Long> customerIds = new ArrayList<>(
                    shown.stream().map(row -> row.contract().getCustomerId()).toList());
            underWay.forEach(request -> customerIds.add(request.getCustomerId()));
            Map<Long, String> companies = companies(customerIds);
            return new WhatIfAnswer(
                    JapaneseText.date(today),
                    version,
                    judged,
                    moves.getOrDefault(Move.CHANGED, 0),
                    moves.getOrDefault(Move.NEWLY_COVERED, 0),
                    moves.getOrDefault(Move.NO_LONGER_COVERED, 0),
                    shown.stream()
                            .map(row -> row(
                                    row, companies, holding.get(row.contract().getNumber())))
                            .toList(),
                    problems.entrySet().stream()
                            .map(found -> new Problem(
                                    found.getKey().category(),
                                    found.getKey().name(),
                                    found.getValue(),
                                    found.getKey().sentence()))
                            .toList(),
                    requests.countUnderWay(),
                    underWay.stream()
                            .map(request -> request(request, companies))
                            .toList());
        }

        private Map<Long, String> companies(Collection<Long> customerIds) {
            return contracts.companies(customerIds.stream().distinct().toList());
        }

        private static Row row(Moved moved, Map<Long, String> companies, CancellationRequest open) {
            Contract contract = moved.contract();
            return new Row(
                    contract.getNumber(),
                    companies.getOrDefault(contract.getCustomerId(), ""),
                    contract.getCategory(),
                    contract.getService(),
                    moved.move(),
                    moved.changes(),
                    Optional.ofNullable(open)
                            .map(request -> request(request, companies))
                            .orElse(null));
        }

        private static Request request(CancellationRequest request, Map<Long, String> companies) {
            return new Request(
                    request.getNumber(),
                    request.getContractNumber(),
                    companies.getOrDefault(request.getCustomerId(), ""),
                    request.getService(),
                    request.getStatus().label(),
                    JapaneseText.date(request.getCancellationDate()),
                    request.getDecisionVersion());
        }
    }
}
