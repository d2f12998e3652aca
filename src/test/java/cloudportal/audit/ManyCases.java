package cloudportal.audit;

import org.springframework.jdbc.core.JdbcTemplate;

/** Fills a PostgreSQL with finished cases: customers, contracts, requests, and the two processes that worked on each request. */
final class ManyCases {

    private ManyCases() {}

    /** Adds cases, applied for over five years, one customer for five of them. */
    static void add(JdbcTemplate database, int cases) {
        String[] statements = {
            """
            insert into customer (id, company_name, contact_name)
              select 5000000 + n, '株式会社テスト商会' || n, '担当 ' || n from generate_series(1, %d / 5) n
            """
                    .formatted(cases),
            """
            insert into contract (number, customer_id, category, service, start_date, monthly_fee, status, version)
              select 'PERF' || n, 5000001 + (n %% (%d / 5)), 'HOME', 'type-' || chr(65 + n %% 12), date '2015-04-01', 3000,
                     'CANCELLED', 0
              from generate_series(1, %d) n
            """
                    .formatted(cases, cases),
            """
            insert into request (number, sequence, kind, status, contract_number, customer_id, category, service, created_by,
                                 created_at, applied_on, reason, cancellation_date, shortfall_months, settlement_amount,
                                 decision_version, closed_at, version)
              select 'R-' || to_char(d, 'YYYYMMDD') || '-' || (1000000 + n), 1000000 + n, 'CANCELLATION',
                     case when n %% 100 < 70 then 'COMPLETED' when n %% 100 < 80 then 'WITHDRAWN' when n %% 100 < 88 then 'RETURNED'
                          when n %% 100 < 94 then 'RETRACTED' else 'RECEIVED' end,
                     'PERF' || n, 5000001 + (n %% (%d / 5)), 'HOME', 'type-' || chr(65 + n %% 12),
                     'person' || (n %% (%d / 5)) || '@perf.example', d, d::date, repeat('理由', 40), d::date + 45, n %% 12,
                     (n %% 12) * 3000 + n %% 997, 1, d + interval '46 days', 4
              from (select n, timestamptz '2015-01-01 10:00+09' + (n %% 1826) * interval '1 day' d
                    from generate_series(1, %d) n) x
            """
                    .formatted(cases, cases, cases),
            process("cancellation-request", "p", cases),
            process("cancellation-fulfilment", "f", cases),
            "insert into request_case (request_number, process_instance_id)"
                    + " select number, 'p' || (sequence - 1000000) from request where number like 'R-%-1______' and"
                    + " sequence > 1000000 on conflict do nothing"
        };
        for (String statement : statements) {
            database.execute(statement);
        }
        database.execute("vacuum analyze request");
        database.execute("vacuum analyze customer");
        database.execute("vacuum analyze request_case");
        database.execute("vacuum analyze act_hi_procinst");
    }

    private static String process(String key, String prefix, int cases) {
        return """
                insert into act_hi_procinst (id_, proc_inst_id_, business_key_, proc_def_key_, proc_def_id_, start_time_,
                                             end_time_, duration_, start_user_id_, start_act_id_, root_proc_inst_id_, state_)
                  select '%2$s' || (r.sequence - 1000000), '%2$s' || (r.sequence - 1000000), r.number, '%1$s',
                         (select max(id_) from act_re_procdef where key_ = '%1$s'), r.created_at at time zone 'Asia/Tokyo',
                         r.closed_at at time zone 'Asia/Tokyo', 3974400000, r.created_by, 'startEvent_loggedIn',
                         '%2$s' || (r.sequence - 1000000), 'COMPLETED'
                  from request r where r.sequence between 1000001 and 1000000 + %3$d
                """
                .formatted(key, prefix, cases);
    }
}
