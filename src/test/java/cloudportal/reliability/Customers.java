package cloudportal.reliability;

import cloudportal.reliability.CaseToPlay.Ending;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.springframework.jdbc.core.JdbcTemplate;

/** Adds customers with contracts, as sales would, and logins for them, as an administrator would. */
final class Customers {

    /** How the numbers of their contracts begin. */
    static final String CONTRACTS = "RL";

    private static final int CONTRACTS_EACH = 15;

    private final JdbcTemplate database;
    private int customers;

    Customers(JdbcTemplate database) {
        this.database = database;
    }

    /** Cases of some new customers, in an order and with endings that the seed gives. */
    List<CaseToPlay> add(int howMany, Random seed) {
        List<CaseToPlay> cases = new ArrayList<>();
        for (int i = 0; i < howMany; i++) {
            customers++;
            String login = "load%d@load.example".formatted(customers);
            database.update(
                    "insert into customer (company_name, contact_name) values (?, '負荷 試験')", "負荷試験商会" + customers);
            database.update(
                    "insert into customer_login (login, customer_id) select ?, max(id) from customer where company_name = ?",
                    login,
                    "負荷試験商会" + customers);
            for (int n = 0; n < CONTRACTS_EACH; n++) {
                cases.add(new CaseToPlay(contract(login, n), login, ending(seed), seed.nextInt(4) == 0));
            }
        }
        Collections.shuffle(cases, seed);
        return cases;
    }

    /** Gives those their logins who have none. */
    static void admit(List<CaseToPlay> cases, Caller administrator) {
        cases.stream().map(CaseToPlay::login).distinct().forEach(login -> {
            administrator.post(
                    "/user/create",
                    Map.of(
                            "profile", Map.of("id", login, "firstName", "試験", "lastName", "負荷", "email", login),
                            "credentials", Map.of("password", cloudportal.support.Person.PASSWORD)));
            administrator.put("/group/customers/members/" + login, Map.of());
        });
    }

    private String contract(String login, int n) {
        boolean domain = n % 2 == 0;
        String number = "%s%s%06d".formatted(CONTRACTS, domain ? "MH" : "UH", customers * 100 + n);
        database.update(
                "insert into contract (number, customer_id, category, service, start_date, monthly_fee, status, version)"
                        + " select ?, customer_id, 'HOME', ?, current_date - " + (domain ? 60 : 3000)
                        + ", 3000, 'IN_SERVICE', 0 from customer_login where login = ?",
                number,
                domain ? "type-M" : "type-U2 Pro",
                login);
        return number;
    }

    private static Ending ending(Random seed) {
        int n = seed.nextInt(20);
        return n < 2
                ? Ending.WITHDRAWN
                : n < 6 ? Ending.RETURNED : n < 9 ? Ending.RETRACTED : n < 17 ? Ending.COMPLETED : Ending.ACCEPTED;
    }
}
