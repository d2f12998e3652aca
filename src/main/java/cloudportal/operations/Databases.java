package cloudportal.operations;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Which database the portal runs on. */
final class Databases {

    private Databases() {}

    static String product(Connection connection) throws SQLException {
        return connection.getMetaData().getDatabaseProductName();
    }

    /** Whether several nodes can share it. */
    static boolean isPostgres(Connection connection) throws SQLException {
        return product(connection).equals("PostgreSQL");
    }

    static boolean isPostgres(DataSource dataSource) {
        try (Connection connection = dataSource.getConnection()) {
            return isPostgres(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("The database cannot be reached (spring.datasource.url)", e);
        }
    }
}
