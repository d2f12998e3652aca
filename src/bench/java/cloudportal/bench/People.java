package cloudportal.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * The people and, in the portal, their contracts, written into a database that its server has set up and nobody uses. All have the
 * administrator's password, so that nothing has to be hashed a thousand times.
 */
record People(int customers, int contractsEach) {

    static final String ADMINISTRATOR = "admin@portal.example";
    static final String PASSWORD = "Portal-demo-1";

    /** Enough for all stretches, with lists as short as those of most customers. */
    static final People DEFAULT = new People(3000, 5);

    private static final int STAFF = 64;

    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

    static String customer(int number) {
        return "customer-%d@bench.example".formatted(number);
    }

    static String staff(int number) {
        return "staff-%d@bench.example".formatted(number);
    }

    static String contract(int customer, int contract) {
        return "BENCH%d-%d".formatted(customer, contract);
    }

    void settle(Contender contender, Store.Database database) {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            for (String sql : logins("customer-", customers, "customers")) {
                statement.execute(sql);
            }
            for (String sql : logins("staff-", STAFF, "contract-center")) {
                statement.execute(sql);
            }
            if (contender == Contender.PORTAL) {
                for (String sql : contracts(LocalDate.now(JAPAN))) {
                    statement.execute(sql);
                }
            }
            statement.execute(database.isShared() ? "vacuum analyze" : "analyze");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> logins(String prefix, int people, String group) {
        return List.of(
                """
                insert into act_id_user (id_, rev_, first_, last_, email_, pwd_, salt_)
                  select concat('%1$s', n.i, '@bench.example'), 1, 'Bench', concat('%1$s', n.i),
                         concat('%1$s', n.i, '@bench.example'), u.pwd_, u.salt_
                  from act_id_user u cross join (%2$s) n where u.id_ = '%3$s'
                """
                        .formatted(prefix, numbers(people), ADMINISTRATOR),
                "insert into act_id_membership (user_id_, group_id_) select concat('%s', n.i, '@bench.example'), '%s' from (%s) n"
                        .formatted(prefix, group, numbers(people)));
    }

    /** Young enough that something has to be settled, as in the guide's case. */
    private List<String> contracts(LocalDate today) {
        LocalDate start = today.minusMonths(1);
        return List.of(
                "insert into customer (id, company_name, contact_name) select 1000000 + n.i, concat('株式会社ベンチ', n.i),"
                        + " concat('担当 ', n.i) from (%s) n".formatted(numbers(customers)),
                "insert into customer_login (login, customer_id)"
                        + " select concat('customer-', n.i, '@bench.example'), 1000000 + n.i from (%s) n"
                                .formatted(numbers(customers)),
                """
                insert into contract (number, customer_id, category, service, start_date, billing_start, monthly_fee, status, version)
                  select concat('BENCH', n.i, '-', c.i), 1000000 + n.i, 'HOME', 'type-M', date '%s', date '%s', 3000,
                         'IN_SERVICE', 0
                  from (%s) n cross join (%s) c
                """
                        .formatted(
                                start,
                                start.plusMonths(1).withDayOfMonth(1),
                                numbers(customers),
                                numbers(contractsEach)));
    }

    /** The numbers up to a last one, in words that H2 and PostgreSQL both know. */
    private static String numbers(int last) {
        return "with recursive t(i) as (select 1 union all select i + 1 from t where i < %d) select i from t"
                .formatted(last);
    }
}
