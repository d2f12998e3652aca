package cloudportal.request.migration;

import cloudportal.request.EventChain;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;

/** Chains the entries that were written before there were hashes. */
public final class V3_1__chain_request_events extends BaseJavaMigration {

    @Override
    public void migrate(Context context) throws SQLException {
        Connection connection = context.getConnection();
        for (String number : requestsWithEvents(connection)) {
            chain(connection, number);
        }
    }

    private static List<String> requestsWithEvents(Connection connection) throws SQLException {
        List<String> numbers = new ArrayList<>();
        try (PreparedStatement select =
                        connection.prepareStatement("select distinct request_number from request_event");
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                numbers.add(rows.getString(1));
            }
        }
        return numbers;
    }

    private static void chain(Connection connection, String number) throws SQLException {
        String hash = EventChain.START;
        int count = 0;
        try (PreparedStatement select = connection.prepareStatement(
                        "select id, seq, occurred_at, actor, type, before_json, after_json from request_event"
                                + " where request_number = ? order by seq");
                PreparedStatement link = connection.prepareStatement(
                        "update request_event set previous_hash = ?, hash = ? where id = ?");
                PreparedStatement end = connection.prepareStatement(
                        "update request set event_count = ?, event_hash = ? where number = ?")) {
            select.setString(1, number);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    link.setString(1, hash);
                    hash = EventChain.hash(
                            hash,
                            number,
                            row.getInt(2),
                            row.getObject(3, OffsetDateTime.class),
                            row.getString(4),
                            row.getString(5),
                            row.getString(6),
                            row.getString(7));
                    link.setString(2, hash);
                    link.setLong(3, row.getLong(1));
                    link.addBatch();
                    count++;
                }
            }
            link.executeBatch();
            end.setInt(1, count);
            end.setString(2, hash);
            end.setString(3, number);
            end.executeUpdate();
        }
    }
}
