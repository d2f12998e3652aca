package cloudportal.reliability;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;

/** History of finished cases, some of which is made so old that it may be forgotten; the rest of the finished has to stay. */
final class AgedHistory {

    /** Finished requests none of whose processes runs, with these. */
    private static final String FINISHED =
            """
            select w.number, p.id_ from
              (select r.number, c.process_instance_id from request r join request_case c on c.request_number = r.number
               union select r.number, h.id_ from request r join act_hi_procinst h on h.business_key_ = r.number) w
            join act_hi_procinst p on p.id_ = w.process_instance_id
            where not exists (
              select 1 from act_hi_procinst o left join request_case oc on oc.process_instance_id = o.id_
              where (oc.request_number = w.number or o.business_key_ = w.number) and o.end_time_ is null)
            order by w.number
            """;

    private static final List<String> OURS =
            List.of("request", "request_event", "request_case", "mail_outbox", "audit_access");

    private final JdbcTemplate database;
    private final List<String> tables;
    private final Set<String> oldRequests;
    private final Set<String> old;
    private final Set<String> young;
    private final Map<String, Long> youngBefore;
    private final Map<String, Long> oursBefore;

    /** Every other finished request ended longer ago than history is kept: that day is moved, the only thing that waits for it. */
    AgedHistory(JdbcTemplate database) {
        this.database = database;
        this.tables = database.queryForList(
                "select c.table_name from information_schema.columns c where c.column_name = 'root_proc_inst_id_'"
                        + " and (c.table_name like 'act_hi_%' or c.table_name = 'act_ge_bytearray')"
                        + " and exists (select 1 from information_schema.columns r"
                        + " where r.table_name = c.table_name and r.column_name = 'removal_time_') order by 1",
                String.class);
        Map<String, Set<String>> processes = new TreeMap<>();
        database.query(FINISHED, row -> {
            processes
                    .computeIfAbsent(row.getString(1), number -> new LinkedHashSet<>())
                    .add(row.getString(2));
        });
        List<String> numbers = List.copyOf(processes.keySet());
        this.oldRequests = IntStream.range(0, numbers.size())
                .filter(n -> n % 2 == 0)
                .mapToObj(numbers::get)
                .collect(Collectors.toSet());
        this.old = of(processes, true);
        this.young = of(processes, false).stream()
                .filter(process -> !old.contains(process))
                .collect(Collectors.toSet());
        tables.forEach(table -> database.update(
                "update %s set removal_time_ = now() - interval '2 days' where root_proc_inst_id_ in (%s)"
                        .formatted(table, quoted(old))));
        this.youngBefore = rows(young);
        this.oursBefore = ours();
    }

    Set<String> oldRequests() {
        return oldRequests;
    }

    /** One of the processes whose history has expired. */
    String oldProcess() {
        return old.iterator().next();
    }

    /** How many processes have to be forgotten, and how many of the finished have to stay. */
    String size() {
        return "history of %d processes of %d requests has expired, of %d others that ended not"
                .formatted(old.size(), oldRequests.size(), young.size());
    }

    long rowsLeft() {
        return rows(old).values().stream().mapToLong(Long::longValue).sum();
    }

    /** What was taken that had to stay; empty where nothing was. */
    List<String> taken() {
        return Stream.concat(
                        fewer(youngBefore, rows(young)).map("history of cases that are kept: "::concat),
                        fewer(oursBefore, ours()).map("the portal's own: "::concat))
                .toList();
    }

    private static Stream<String> fewer(Map<String, Long> before, Map<String, Long> now) {
        return before.keySet().stream()
                .filter(table -> now.get(table) < before.get(table))
                .map(table -> "%s had %d rows and has %d".formatted(table, before.get(table), now.get(table)));
    }

    private Set<String> of(Map<String, Set<String>> processes, boolean isOld) {
        return processes.entrySet().stream()
                .filter(entry -> oldRequests.contains(entry.getKey()) == isOld)
                .flatMap(entry -> entry.getValue().stream())
                .collect(Collectors.toSet());
    }

    private Map<String, Long> rows(Set<String> roots) {
        Map<String, Long> rows = new TreeMap<>();
        tables.forEach(table -> rows.put(
                table,
                count("select count(*) from %s where root_proc_inst_id_ in (%s)".formatted(table, quoted(roots)))));
        return rows;
    }

    /** The portal's own rows about the requests whose history is forgotten. */
    private Map<String, Long> ours() {
        Map<String, Long> rows = new TreeMap<>();
        OURS.forEach(table -> rows.put(
                table,
                count("select count(*) from %s where %s in (%s)"
                        .formatted(
                                table, table.equals("request") ? "number" : "request_number", quoted(oldRequests)))));
        return rows;
    }

    private long count(String query) {
        return database.queryForObject(query, Long.class);
    }

    private static String quoted(Set<String> values) {
        return values.stream().map("'%s'"::formatted).collect(Collectors.joining(","));
    }
}
