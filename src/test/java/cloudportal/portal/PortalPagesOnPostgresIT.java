package cloudportal.portal;

import cloudportal.support.PostgresServer;
import org.springframework.test.context.ContextConfiguration;

/** The same pages on PostgreSQL, which locks in its own way. */
@ContextConfiguration(initializers = PostgresServer.class)
class PortalPagesOnPostgresIT extends PortalPagesIT {}
