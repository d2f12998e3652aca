package cloudportal.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Makes as many cases as wanted from one that was played, by copying its rows under ids of their own. */
final class ManyCases {

    /** What tells one case from another; copies get their number appended. */
    private static final Set<String> IDENTITIES = Set.of(
            "id_",
            "proc_inst_id_",
            "execution_id_",
            "parent_id_",
            "root_proc_inst_id_",
            "task_id_",
            "resource_id_",
            "bytearray_id_",
            "var_scope_",
            "business_key_",
            "number",
            "contract_number",
            "open_contract_number",
            "request_number",
            "process_instance_id");

    private static final String TASKS = "select id_ from act_ru_task where proc_inst_id_ = '%s'";

    private final Contender contender;
    private final Store.Database database;

    ManyCases(Contender contender, Store.Database database) {
        this.contender = contender;
        this.database = database;
    }

    /** Copies of a case that waits for its review, with the numbers given: everything that lists read. */
    void open(String fulfilment, String number, String contract, int from, int to) {
        String ofCase = "t.proc_inst_id_ = '%s'".formatted(fulfilment);
        String tasks = TASKS.formatted(fulfilment);
        List<String[]> copies = new ArrayList<>(portal(number, contract));
        copies.add(new String[] {"act_ru_execution", ofCase});
        copies.add(new String[] {"act_ru_task", ofCase});
        copies.add(new String[] {"act_ru_identitylink", "t.task_id_ in (%s)".formatted(tasks)});
        copies.add(new String[] {"act_ru_authorization", "t.resource_id_ in (%s)".formatted(tasks)});
        copies.add(new String[] {
            "act_ge_bytearray",
            "t.id_ in (select bytearray_id_ from act_ru_variable where proc_inst_id_ = '%s')".formatted(fulfilment)
        });
        copies.add(new String[] {"act_ru_variable", ofCase});
        copies.add(new String[] {"act_hi_procinst", ofCase});
        copies.add(new String[] {"act_hi_taskinst", ofCase});
        copy(copies, from, to);
    }

    /** Copies of a case that has ended: the entries that stay of it in lists and searches. */
    void finished(String fulfilment, String number, String contract, int from, int to) {
        List<String[]> copies = new ArrayList<>(portal(number, contract));
        copies.add(new String[] {
            "act_hi_procinst",
            "t.business_key_ = (select business_key_ from act_hi_procinst where id_ = '%s')".formatted(fulfilment)
        });
        copy(copies, from, to);
    }

    private List<String[]> portal(String number, String contract) {
        return contender == Contender.PORTAL
                ? List.of(
                        new String[] {"contract", "t.number = '%s'".formatted(contract)},
                        new String[] {"request", "t.number = '%s'".formatted(number)})
                : List.of();
    }

    private void copy(List<String[]> copies, int from, int to) {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            for (String[] copy : copies) {
                statement.execute(insert(statement, copy[0], copy[1], from, to));
            }
            statement.execute(database.isShared() ? "vacuum analyze" : "analyze");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private String insert(Statement statement, String table, String where, int from, int to) throws SQLException {
        List<String> columns = columns(statement, table);
        return "insert into %s (%s) select %s from %s t cross join (%s) n where %s"
                .formatted(
                        table,
                        String.join(", ", columns),
                        String.join(
                                ", ", columns.stream().map(ManyCases::copied).toList()),
                        table,
                        numbers(from, to),
                        where);
    }

    private static String copied(String column) {
        if (IDENTITIES.contains(column)) {
            return "case when t.%1$s is null then null else concat(t.%1$s, '-', n.i) end".formatted(column);
        }
        return switch (column) {
            case "sequence" -> "t.sequence + n.i";
            // Spread over the customers.
            case "customer_id" -> "1000001 + mod(n.i, %d)".formatted(People.DEFAULT.customers());
            default -> "t." + column;
        };
    }

    private static List<String> columns(Statement statement, String table) throws SQLException {
        try (ResultSet none = statement.executeQuery("select * from %s where 1 = 0".formatted(table))) {
            ResultSetMetaData data = none.getMetaData();
            List<String> columns = new ArrayList<>();
            for (int i = 1; i <= data.getColumnCount(); i++) {
                columns.add(data.getColumnName(i).toLowerCase(Locale.ROOT));
            }
            return columns;
        }
    }

    private String numbers(int from, int to) {
        return database.isShared()
                ? "select g.i from generate_series(%d, %d) g(i)".formatted(from, to)
                : "select x as i from system_range(%d, %d)".formatted(from, to);
    }
}
