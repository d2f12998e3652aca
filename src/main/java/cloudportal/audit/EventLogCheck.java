package cloudportal.audit;

import cloudportal.request.EventChain;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Says whether the log of requests was changed: every entry is hashed again and must be the one after the one before, and each
 * request's chain must end where the request says. Reads all entries once, in constant memory.
 *
 * <p>Whoever may write to the database could compute all hashes anew. Against that there is the {@link Seal}: kept outside, it says
 * of any later log whether what stood in it then stands in it now.
 */
final class EventLogCheck {

    /** Entries younger than this may still belong to transactions that are not over. */
    static final Duration UNSETTLED = Duration.ofMinutes(10);

    static final int MOST_FINDINGS = 1_000;

    private static final int FETCH = 1_000;

    private static final String ENTRIES =
            """
            select r.number, r.event_count, r.event_hash, e.id, e.seq, e.occurred_at, e.actor, e.type,
                   e.before_json, e.after_json, e.previous_hash, e.hash
            from request r left join request_event e on e.request_number = r.number
            where e.id is not null or r.event_count <> 0 or r.event_hash is not null
            order by r.sequence, r.number, e.seq
            """;

    private final JdbcTemplate database;
    private final TransactionTemplate snapshot;

    EventLogCheck(JdbcTemplate database, PlatformTransactionManager transactions) {
        this.database = new JdbcTemplate(database.getDataSource());
        this.database.setFetchSize(FETCH);
        this.snapshot = new TransactionTemplate(transactions);
        this.snapshot.setReadOnly(true);
        // One picture of both tables: entries are written while this reads.
        this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /** What is wrong with an entry. */
    enum Kind {
        /** Its content is not the one that was written. */
        CHANGED,
        /** It follows another entry than the one that it was written after. */
        OUT_OF_CHAIN,
        /** One or more entries before it are gone. */
        MISSING_BEFORE,
        /** The last entries are gone, or there are more than were written. */
        WRONG_END
    }

    /**
     * A place where the log is not what was written.
     *
     * @param seq the entry's number within its request; for a wrong end, the last one that is there
     * @param id the entry's row; null where none is there
     */
    record Finding(String requestNumber, int seq, Long id, Kind kind) {}

    /**
     * What a check found.
     *
     * @param findings at most {@link #MOST_FINDINGS}
     * @param seal of the log as it is; null only where nothing was read
     * @param matchesSeal whether the log still holds what the given seal was made over; null where none was given
     */
    record Result(long requests, long entries, List<Finding> findings, Seal seal, Boolean matchesSeal) {

        boolean isUnchanged() {
            return findings.isEmpty() && !Boolean.FALSE.equals(matchesSeal);
        }
    }

    /** @param earlier a seal from an earlier check, or null */
    Result run(Instant now, Seal earlier) {
        return snapshot.execute(status -> {
            Reader reader = new Reader(now.minus(UNSETTLED), earlier);
            database.query(ENTRIES, reader::read);
            return reader.result();
        });
    }

    /** Walks along the chains. */
    private static final class Reader {

        private final List<Finding> findings = new ArrayList<>();
        private final Seal.Press seal;
        private final Seal earlier;
        private final Seal.Press pressAgain;
        private long requests;
        private long entries;
        private String number;
        private int expectedCount;
        private String expectedHash;
        private int seq;
        private String hash;

        Reader(Instant settled, Seal earlier) {
            this.seal = new Seal.Press(settled);
            this.earlier = earlier;
            this.pressAgain = earlier == null ? null : new Seal.Press(earlier.until());
        }

        void read(ResultSet row) throws SQLException {
            if (!row.getString("number").equals(number)) {
                end();
                number = row.getString("number");
                expectedCount = row.getInt("event_count");
                expectedHash = row.getString("event_hash");
                seq = 0;
                hash = EventChain.START;
                requests++;
            }
            if (row.getObject("id") != null) {
                entry(row);
            }
        }

        Result result() {
            end();
            Boolean matches = earlier == null ? null : pressAgain.seal().equals(earlier);
            return new Result(requests, entries, List.copyOf(findings), seal.seal(), matches);
        }

        private void entry(ResultSet row) throws SQLException {
            entries++;
            long id = row.getLong("id");
            int found = row.getInt("seq");
            OffsetDateTime occurredAt = row.getObject("occurred_at", OffsetDateTime.class);
            String previous = row.getString("previous_hash");
            String stored = row.getString("hash");
            if (found != seq + 1) {
                finding(found, id, Kind.MISSING_BEFORE);
            } else if (!previous.equals(hash)) {
                finding(found, id, Kind.OUT_OF_CHAIN);
            }
            String now = EventChain.hash(
                    previous,
                    number,
                    found,
                    occurredAt,
                    row.getString("actor"),
                    row.getString("type"),
                    row.getString("before_json"),
                    row.getString("after_json"));
            if (!now.equals(stored)) {
                finding(found, id, Kind.CHANGED);
            }
            seal.add(occurredAt.toInstant(), now);
            if (pressAgain != null) {
                pressAgain.add(occurredAt.toInstant(), now);
            }
            seq = found;
            hash = stored;
        }

        private void end() {
            if (number == null) {
                return;
            }
            String foundHash = seq == 0 ? null : hash;
            boolean sameEnd = foundHash == null ? expectedHash == null : foundHash.equals(expectedHash);
            if (seq != expectedCount || !sameEnd) {
                finding(seq, null, Kind.WRONG_END);
            }
        }

        private void finding(int at, Long id, Kind kind) {
            if (findings.size() < MOST_FINDINGS) {
                findings.add(new Finding(number, at, id, kind));
            }
        }
    }

    /**
     * A fingerprint of all entries up to a moment, short enough to be written down: {@code 2019-10-15T01:00:00Z/42/9f86d0…}.
     */
    record Seal(Instant until, long entries, String sha256) {

        /** @throws IllegalArgumentException where the text is no seal */
        static Seal parse(String text) {
            String[] parts = text.strip().split("/");
            try {
                if (parts.length == 3 && parts[2].matches("[0-9a-f]{64}")) {
                    return new Seal(Instant.parse(parts[0]), Long.parseLong(parts[1]), parts[2]);
                }
            } catch (RuntimeException e) {
                throw new IllegalArgumentException("No seal: " + text, e);
            }
            throw new IllegalArgumentException("No seal: " + text);
        }

        @Override
        public String toString() {
            return until + "/" + entries + "/" + sha256;
        }

        /** Takes in the hashes of the entries, in the order of the check. */
        private static final class Press {

            private final Instant until;
            private final MessageDigest digest = EventChain.sha256();
            private long entries;

            Press(Instant until) {
                this.until = until;
            }

            void add(Instant occurredAt, String hash) {
                if (!occurredAt.isAfter(until)) {
                    entries++;
                    digest.update(hash.getBytes(StandardCharsets.US_ASCII));
                }
            }

            Seal seal() {
                return new Seal(until, entries, HexFormat.of().formatHex(digest.digest()));
            }
        }
    }
}
