package cloudportal.audit;

import static org.assertj.core.api.Assertions.assertThat;

import cloudportal.support.PortalIT;
import cloudportal.support.PostgresServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.ContextConfiguration;

/**
 * The search over many finished cases. Plans are held to; times are printed, and held to a bound that tells a scan of everything
 * from a busy machine only. {@code -Dportal.audit.cases=1000000} makes it a million.
 */
@PortalIT
@ContextConfiguration(initializers = PostgresServer.class)
class CaseSearchOnPostgresIT {

    private static final int CASES = Integer.getInteger("portal.audit.cases", 100_000);
    private static final int ROUNDS = Integer.getInteger("portal.audit.rounds", 20);
    private static final Duration BOUND = Duration.ofSeconds(3);

    private static boolean filled;

    @Autowired
    CaseSearch search;

    @Autowired
    JdbcTemplate database;

    @Autowired
    IdentityService identityService;

    @BeforeEach
    void manyCases() {
        if (!filled) {
            ManyCases.add(database, CASES);
            filled = true;
        }
        identityService.setAuthentication("auditor@portal.example", List.of("auditors"));
    }

    @AfterEach
    void logOut() {
        identityService.clearAuthentication();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "number=1000077",
                "contract=PERF4711",
                "login=person123@perf.example",
                "company=商会123",
                "period=APPLIED&from=2017/03/01&to=2017/03/07",
                "period=CREATED&from=2017/03/01&to=2017/03/07",
                "period=CLOSED&from=2017/03/01&to=2017/03/07",
                "period=CANCELLATION&from=2017/03/01&to=2017/03/07",
                "amountFrom=33990",
                "period=APPLIED&from=2017/03/01&to=2017/03/31&amountFrom=30000&company=商会1&outcomes=COMPLETED"
            })
    void usesAnIndexForEachCriterion(String typed) {
        for (String plan : List.of(pagePlan(criteria(typed)), outcomesPlan(criteria(typed)))) {
            assertThat(plan).contains("Index").doesNotContain("Seq Scan on request");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "sort=APPLIED",
                "sort=APPLIED&direction=asc",
                "sort=CREATED",
                "sort=CLOSED",
                "sort=CANCELLATION",
                "sort=AMOUNT&direction=asc",
                "outcomes=RETRACTED",
                "service=type-C",
                "period=APPLIED&from=2016/01/01&to=2016/12/31&sort=APPLIED&page=40"
            })
    void readsAPageInTheOrderOfAnIndex(String typed) {
        assertThat(pagePlan(criteria(typed))).contains("Index").doesNotContain("Seq Scan on request", "Sort Key");
    }

    @Test
    void answersEverySearchSoon() {
        Map<String, Long> slow = new LinkedHashMap<>();
        for (String typed : List.of(
                "",
                "number=1000077",
                "contract=PERF4711",
                "company=商会123",
                "company=株式会社テスト",
                "login=person123@perf.example",
                "service=type-C",
                "outcomes=COMPLETED",
                "period=APPLIED&from=2017/03/01&to=2017/03/31",
                "period=APPLIED&from=2015/01/01&to=2019/12/31",
                "period=CLOSED&from=2017/01/01&to=2017/12/31&sort=CLOSED",
                "amountFrom=30000&amountTo=33000&sort=AMOUNT",
                "period=APPLIED&from=2017/01/01&to=2017/12/31&amountFrom=30000&company=商会1&outcomes=COMPLETED",
                "sort=APPLIED&direction=asc&page=399")) {
            long page = p95(() -> search.page(criteria(typed)));
            long outcomes = p95(() -> search.outcomes(criteria(typed)));
            System.out.printf("%,d cases, p95 page %d ms, outcomes %d ms: %s%n", CASES, page, outcomes, typed);
            if (Math.max(page, outcomes) > BOUND.toMillis() * Math.max(1, CASES / 100_000)) {
                slow.put(typed, Math.max(page, outcomes));
            }
        }
        assertThat(slow).isEmpty();
    }

    @Test
    void takesOutEverythingInLittleMemory() throws IOException {
        long[] bytes = {0};
        long start = System.nanoTime();
        long[] most = {0};
        int[] rows = {0};
        try (OutputStreamWriter out = new OutputStreamWriter(
                new OutputStream() {
                    @Override
                    public void write(int b) {
                        bytes[0]++;
                    }

                    @Override
                    public void write(byte[] some, int from, int length) {
                        bytes[0] += length;
                    }
                },
                StandardCharsets.UTF_8)) {
            SearchCsv csv = new SearchCsv(out);
            csv.head();
            long before = usedAfterCollection();
            search.all(criteria("contract=&service="), row -> {
                csv.row(row);
                if (++rows[0] % 25_000 == 0) {
                    most[0] = Math.max(most[0], usedAfterCollection() - before);
                }
            });
        }
        System.out.printf(
                "%,d rows as CSV: %,d bytes in %d s, at most %,d KB more in use%n",
                rows[0], bytes[0], Duration.ofNanos(System.nanoTime() - start).toSeconds(), most[0] / 1024);
        assertThat(rows[0]).isGreaterThanOrEqualTo(CASES);
        // All rows at once would be some 100 MB.
        assertThat(most[0]).isLessThan(20_000_000);
    }

    private static long usedAfterCollection() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static long p95(Runnable work) {
        for (int i = 0; i < 3; i++) {
            work.run();
        }
        long[] times = new long[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            long start = System.nanoTime();
            work.run();
            times[i] = Duration.ofNanos(System.nanoTime() - start).toMillis();
        }
        Arrays.sort(times);
        return times[Math.max(0, ROUNDS * 95 / 100 - 1)];
    }

    private String pagePlan(SearchCriteria criteria) {
        return plan(
                CaseSearch.pageSql(criteria),
                Stream.concat(criteria.values().stream(), Stream.of(criteria.size() + 1, criteria.offset()))
                        .toArray());
    }

    private String outcomesPlan(SearchCriteria criteria) {
        return plan(CaseSearch.outcomesSql(criteria), criteria.values().toArray());
    }

    private String plan(String sql, Object... values) {
        return String.join("\n", database.queryForList("explain " + sql, String.class, values));
    }

    private static SearchCriteria criteria(String typed) {
        Map<String, String> parts = new LinkedHashMap<>();
        Arrays.stream(typed.split("&"))
                .map(part -> part.split("=", 2))
                .filter(part -> part.length == 2)
                .forEach(part -> parts.put(part[0], part[1]));
        return SearchCriteria.of(parts::get);
    }
}
