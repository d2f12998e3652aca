package cloudportal.journey;

import cloudportal.support.PostgresServer;
import org.springframework.test.context.ContextConfiguration;

/** The same count on PostgreSQL. */
@ContextConfiguration(initializers = PostgresServer.class)
class StatementBudgetOnPostgresIT extends StatementBudgetIT {}
