package cloudportal.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.h2.tools.DeleteDbFiles;

/** A kind of database; gives each server an empty one of its own. */
interface Store extends AutoCloseable {

    String name();

    /** An empty database. */
    Database create(String database);

    @Override
    void close();

    /**
     * A database of one server.
     *
     * @param environment what its server reads
     * @param arguments Spring's settings for its server
     * @param isShared whether it can be asked while its server runs
     */
    record Database(
            String url,
            String user,
            String password,
            Map<String, String> environment,
            List<String> arguments,
            boolean isShared) {

        Connection connect() throws SQLException {
            return DriverManager.getConnection(url, user, password);
        }
    }

    static Store of(String name, Path directory) {
        return switch (name) {
            case "h2" -> new H2Files(directory);
            case "postgres" -> new Postgres();
            default -> throw new IllegalArgumentException("No such database: " + name);
        };
    }

    /** H2 in a file, as delivered. */
    record H2Files(Path directory) implements Store {

        @Override
        public String name() {
            return "h2";
        }

        @Override
        public Database create(String database) {
            DeleteDbFiles.execute(directory.toAbsolutePath().toString(), database, true);
            String url = "jdbc:h2:file:%s;WRITE_DELAY=0;QUERY_CACHE_SIZE=512;DB_CLOSE_ON_EXIT=FALSE"
                    .formatted(directory.resolve(database).toAbsolutePath());
            return new Database(url, "sa", "", Map.of(), List.of("spring.datasource.url=" + url), false);
        }

        @Override
        public void close() {
            // The files go with the directory.
        }
    }

    /** A PostgreSQL of the bench's own, as its packagers set it but for the number of connections. */
    final class Postgres implements Store {

        private final EmbeddedPostgres server;

        Postgres() {
            try {
                server = EmbeddedPostgres.builder()
                        .setServerConfig("max_connections", "200")
                        .setServerConfig("fsync", "on")
                        .setServerConfig("synchronous_commit", "on")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public String name() {
            return "postgres";
        }

        @Override
        public Database create(String database) {
            try (Connection connection = server.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("drop database if exists %s with (force)".formatted(database));
                statement.execute("create database " + database);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            String url = "jdbc:postgresql://localhost:%d/%s".formatted(server.getPort(), database);
            return new Database(
                    url,
                    "postgres",
                    "postgres",
                    Map.of("PORTAL_DB_URL", url, "PORTAL_DB_USER", "postgres", "PORTAL_DB_PASSWORD", "postgres"),
                    List.of("spring.profiles.active=postgres"),
                    true);
        }

        @Override
        public void close() {
            try {
                server.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
