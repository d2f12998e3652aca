package cloudportal.audit;

import cloudportal.audit.AccessLog.Action;
import cloudportal.audit.EventLogCheck.Finding;
import cloudportal.audit.EventLogCheck.Result;
import cloudportal.audit.EventLogCheck.Seal;
import cloudportal.engine.Refusal;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.io.BufferedWriter;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.rest.exception.RestException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The auditors' endpoints. Everything here only reads; each asks first who is asking, and what is looked at is written down before
 * it is shown.
 */
@Component
public class AuditResource {

    private static final String JSON = "application/json;charset=UTF-8";
    private static final String NOT_THERE = "該当するケースが見つかりません。番号をご確認のうえ、検索画面から開き直してください。";

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final JsonMapper READABLE =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Auditors auditors;
    private final CaseSearch search;
    private final CaseProcesses processes;
    private final CaseHistoryReader histories;
    private final AccessLog accesses;
    private final EventLogCheck check;
    private final Clock clock;

    AuditResource(
            Auditors auditors,
            CaseSearch search,
            CaseProcesses processes,
            CaseHistoryReader histories,
            AccessLog accesses,
            JdbcTemplate database,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.auditors = auditors;
        this.search = search;
        this.processes = processes;
        this.histories = histories;
        this.accesses = accesses;
        this.check = new EventLogCheck(database, transactions);
        this.clock = clock;
    }

    /** Whether the person may see the pages, and whether only read: then Cockpit's buttons are hidden. Everybody may ask. */
    @GET
    @Path("me")
    @Produces(JSON)
    public String me() {
        return json(Map.of("auditor", auditors.isAuditor(), "reader", auditors.isReader()));
    }

    /** One page of the requests that meet the criteria. */
    @GET
    @Path("cases")
    @Produces(JSON)
    public String cases(@Context UriInfo uri) {
        String auditor = auditors.require();
        SearchCriteria criteria = criteria(uri);
        accesses.record(auditor, Action.SEARCHED, null, null, criteria.said());
        return json(search.page(criteria));
    }

    /** How many requests meet the criteria, by their status. */
    @GET
    @Path("outcomes")
    @Produces(JSON)
    public String outcomes(@Context UriInfo uri) {
        auditors.require();
        return json(search.outcomes(criteria(uri)));
    }

    /** The names that the criterion service can have. */
    @GET
    @Path("services")
    @Produces(JSON)
    public String services() {
        auditors.require();
        return json(search.services());
    }

    /** All that meets the criteria, as CSV. */
    @GET
    @Path("cases.csv")
    @Produces("text/csv;charset=UTF-8")
    public Response casesCsv(@Context UriInfo uri) {
        String auditor = auditors.require();
        SearchCriteria criteria = criteria(uri);
        accesses.record(auditor, Action.EXPORTED_SEARCH_CSV, null, null, criteria.said());
        StreamingOutput csv = out -> {
            try (Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8))) {
                SearchCsv lines = new SearchCsv(writer);
                lines.head();
                search.all(criteria, lines::row);
            }
        };
        return download(csv, "cancellation-requests.csv");
    }

    /** The running and finished processes of a definition, whether there is a request or not; the newest first. */
    @GET
    @Path("processes")
    @Produces(JSON)
    public String processes(
            @QueryParam("definitionKey") String definitionKey,
            @QueryParam("startedBy") String startedBy,
            @QueryParam("state") @DefaultValue("all") String state,
            @QueryParam("page") @DefaultValue("0") int page) {
        auditors.require();
        return json(processes.page(definitionKey, startedBy, state, Math.max(0, page)));
    }

    /** The whole history of one case. */
    @GET
    @Path("case/{id}")
    @Produces(JSON)
    public String history(@PathParam("id") String id) {
        return json(history(id, Action.OPENED_CASE));
    }

    /** The whole history of one case, for machines to keep. */
    @GET
    @Path("case/{id}/export.json")
    @Produces(JSON)
    public Response exportJson(@PathParam("id") String id) {
        CaseHistory history = history(id, Action.EXPORTED_CASE_JSON);
        return download(
                (StreamingOutput) out -> out.write(READABLE.writeValueAsBytes(history)), fileName(history, ".json"));
    }

    /** The whole history of one case, for people to read and print. */
    @GET
    @Path("case/{id}/export.html")
    @Produces("text/html;charset=UTF-8")
    public Response exportHtml(@PathParam("id") String id) {
        CaseHistory history = history(id, Action.EXPORTED_CASE_HTML);
        String page = new CaseDocument(history, auditors.require(), clock).html();
        return download(
                (StreamingOutput) out -> out.write(page.getBytes(StandardCharsets.UTF_8)), fileName(history, ".html"));
    }

    /** Whether the log of requests was changed, with the rows where it was. */
    @GET
    @Path("log-check")
    @Produces(JSON)
    public String logCheck(@QueryParam("seal") String seal) {
        String auditor = auditors.require();
        Seal earlier = seal(seal);
        Result result = check.run(clock.instant(), earlier);
        accesses.record(
                auditor,
                Action.CHECKED_LOG,
                null,
                null,
                "findings=" + result.findings().size());
        return json(new Check(
                result.isUnchanged(),
                result.requests(),
                result.entries(),
                result.findings(),
                result.seal().toString(),
                result.matchesSeal()));
    }

    /** Who looked at what; the newest first. */
    @GET
    @Path("accesses")
    @Produces(JSON)
    public String accesses(@QueryParam("page") @DefaultValue("0") int page) {
        String auditor = auditors.require();
        accesses.record(auditor, Action.READ_ACCESSES, null, null, "page=" + page);
        return json(accesses.page(Math.max(0, page), SearchCriteria.MOST_A_PAGE));
    }

    /** What a check says. */
    record Check(
            boolean unchanged, long requests, long entries, List<Finding> findings, String seal, Boolean matchesSeal) {}

    private CaseHistory history(String id, Action action) {
        String auditor = auditors.require();
        HistoricProcessInstance instance =
                histories.find(id).orElseThrow(() -> new RestException(Response.Status.NOT_FOUND, NOT_THERE));
        List<String> numbers = histories.requestsOf(instance);
        accesses.record(auditor, action, id, numbers.isEmpty() ? null : numbers.get(0), String.join(" ", numbers));
        return histories.read(instance);
    }

    private static SearchCriteria criteria(UriInfo uri) {
        return SearchCriteria.of(name -> uri.getQueryParameters().getFirst(name));
    }

    private static Seal seal(String text) {
        try {
            return text == null || text.isBlank() ? null : Seal.parse(text);
        } catch (IllegalArgumentException e) {
            throw new Refusal("封印の形式が正しくありません。以前の検査で表示された封印を、そのまま貼り付けてください。");
        }
    }

    private static String fileName(CaseHistory history, String extension) {
        return "case-"
                + (history.requests().isEmpty()
                        ? history.process().id()
                        : history.requests().get(0).number())
                + extension;
    }

    private static Response download(StreamingOutput content, String name) {
        return Response.ok(content)
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }

    private static String json(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Records are always JSON", e);
        }
    }
}
