package cloudportal.request;

import java.sql.Connection;
import java.sql.SQLException;
import org.h2.api.Trigger;

/** Refuses, on H2, to change or delete rows of a table that only grows. PostgreSQL has a function for it. */
public final class AppendOnlyTrigger implements Trigger {

    private String table;

    @Override
    public void init(Connection database, String schema, String trigger, String onTable, boolean before, int type) {
        table = onTable;
    }

    @Override
    public void fire(Connection database, Object[] oldRow, Object[] newRow) throws SQLException {
        throw new SQLException("Table " + table + " is append only");
    }
}
