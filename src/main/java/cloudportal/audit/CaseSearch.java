package cloudportal.audit;

import cloudportal.request.RequestKind;
import cloudportal.request.RequestStatus;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Finds requests by what our tables say of them, and the processes that worked on them by what the engine's history says to the
 * person who asks. Every order and every criterion has its index.
 */
@Component
class CaseSearch {

    private static final int CHUNK = 500;

    private static final String COLUMNS =
            """
            select r.number, r.kind, r.status, r.contract_number, c.company_name, r.category, r.service, r.created_by,
                   r.created_at, r.applied_on, r.cancellation_date, r.shortfall_months, r.settlement_amount, r.closed_at
            from request r join customer c on c.id = r.customer_id
            where 1 = 1""";

    private final JdbcTemplate database;
    private final CaseProcesses processes;
    private final TransactionTemplate reading;
    private final TransactionTemplate aside;
    /** Each holds a connection and needs a second now and then: few at a time, so that they never wait for one another. */
    private final Semaphore exports = new Semaphore(2, true);

    CaseSearch(JdbcTemplate database, CaseProcesses processes, PlatformTransactionManager transactions) {
        this.database = database;
        this.processes = processes;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
        this.aside = new TransactionTemplate(transactions);
        this.aside.setPropagationBehavior(TransactionDefinition.PROPAGATION_NOT_SUPPORTED);
    }

    /**
     * A request that was found.
     *
     * @param settlementAmount in whole yen without tax
     * @param processes the customer's cases and the contract center's, the oldest first
     */
    record Row(
            String number,
            String kind,
            String status,
            String statusLabel,
            String contractNumber,
            String companyName,
            String category,
            String service,
            String login,
            String createdAt,
            String appliedOn,
            String cancellationDate,
            Integer shortfallMonths,
            Long settlementAmount,
            String closedAt,
            List<CaseProcesses.Summary> processes) {

        Row with(List<CaseProcesses.Summary> found) {
            return new Row(
                    number,
                    kind,
                    status,
                    statusLabel,
                    contractNumber,
                    companyName,
                    category,
                    service,
                    login,
                    createdAt,
                    appliedOn,
                    cancellationDate,
                    shortfallMonths,
                    settlementAmount,
                    closedAt,
                    found);
        }
    }

    /** How many of the requests found are in which status. */
    record Outcome(String status, String label, long count) {}

    /** One page; {@code more} tells whether another follows. */
    record Page(List<Row> rows, int page, int size, boolean more) {}

    Page page(SearchCriteria criteria) {
        List<Object> values = new ArrayList<>(criteria.values());
        values.add(criteria.size() + 1);
        values.add(criteria.offset());
        List<Row> rows = database.query(pageSql(criteria), CaseSearch::row, values.toArray());
        boolean more = rows.size() > criteria.size();
        return new Page(
                withProcesses(more ? rows.subList(0, criteria.size()) : rows), criteria.page(), criteria.size(), more);
    }

    /** The counts per status, the most frequent first. */
    List<Outcome> outcomes(SearchCriteria criteria) {
        return database.query(
                outcomesSql(criteria),
                (row, index) -> {
                    RequestStatus status = RequestStatus.valueOf(row.getString(1));
                    return new Outcome(status.name(), status.label(), row.getLong(2));
                },
                criteria.values().toArray());
    }

    /** The services that were ever requested, found one after the other by their index. */
    List<String> services() {
        List<String> services = new ArrayList<>();
        String next = database.queryForObject("select min(service) from request", String.class);
        while (next != null && services.size() < CHUNK) {
            services.add(next);
            next = database.queryForObject("select min(service) from request where service > ?", String.class, next);
        }
        return services;
    }

    /** Hands over everything that is found, row by row: however much it is, little of it is in memory. */
    void all(SearchCriteria criteria, Consumer<Row> consumer) {
        exports.acquireUninterruptibly();
        try {
            reading.executeWithoutResult(status -> stream(criteria, consumer));
        } finally {
            exports.release();
        }
    }

    /** As it is run; its plan is looked at in a test. */
    static String pageSql(SearchCriteria criteria) {
        return COLUMNS + criteria.where() + " order by " + criteria.order() + " limit ? offset ?";
    }

    /** See {@link #pageSql}. */
    static String outcomesSql(SearchCriteria criteria) {
        return "select r.status, count(*) from request r where 1 = 1" + criteria.where()
                + " group by r.status order by 2 desc, 1";
    }

    private void stream(SearchCriteria criteria, Consumer<Row> consumer) {
        JdbcTemplate streaming = new JdbcTemplate(database.getDataSource());
        streaming.setFetchSize(CHUNK);
        try (Stream<Row> rows = streaming.queryForStream(
                COLUMNS + criteria.where() + " order by " + criteria.order(),
                CaseSearch::row,
                criteria.values().toArray())) {
            List<Row> chunk = new ArrayList<>(CHUNK);
            rows.forEach(row -> {
                chunk.add(row);
                if (chunk.size() == CHUNK) {
                    handOver(chunk, consumer);
                }
            });
            handOver(chunk, consumer);
        }
    }

    /** Asks the engine outside of the transaction of the stream, to whose end it would keep what it found. */
    private void handOver(List<Row> chunk, Consumer<Row> consumer) {
        aside.execute(status -> withProcesses(chunk)).forEach(consumer);
        chunk.clear();
    }

    private List<Row> withProcesses(List<Row> rows) {
        Map<String, List<CaseProcesses.Summary>> found =
                processes.of(rows.stream().map(Row::number).toList());
        return rows.stream()
                .map(row -> row.with(found.getOrDefault(row.number(), List.of())))
                .toList();
    }

    private static Row row(ResultSet row, int index) throws SQLException {
        RequestStatus status = RequestStatus.valueOf(row.getString("status"));
        return new Row(
                row.getString("number"),
                RequestKind.valueOf(row.getString("kind")).label(),
                status.name(),
                status.label(),
                row.getString("contract_number"),
                row.getString("company_name"),
                row.getString("category"),
                row.getString("service"),
                row.getString("created_by"),
                moment(row, "created_at"),
                day(row, "applied_on"),
                day(row, "cancellation_date"),
                row.getObject("shortfall_months", Integer.class),
                row.getObject("settlement_amount", Long.class),
                moment(row, "closed_at"),
                List.of());
    }

    private static String moment(ResultSet row, String column) throws SQLException {
        return Moments.text(row.getObject(column, OffsetDateTime.class));
    }

    private static String day(ResultSet row, String column) throws SQLException {
        LocalDate day = row.getObject(column, LocalDate.class);
        return day == null ? null : day.toString();
    }
}
