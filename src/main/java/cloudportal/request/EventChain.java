package cloudportal.request;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;

/**
 * The chain that the entries of a request's log form: each carries the SHA-256 of its own content and of the entry before. There is
 * one chain a request, so that requests do not wait for each other.
 */
public final class EventChain {

    /** Stands in the place of the hash before the first entry. */
    public static final String START = "0".repeat(64);

    private EventChain() {}

    /** The hash of an entry. Every field is preceded by its length, so that no text can pass from one field into the next. */
    public static String hash(
            String previousHash,
            String requestNumber,
            int seq,
            OffsetDateTime occurredAt,
            String actor,
            String type,
            String beforeJson,
            String afterJson) {
        MessageDigest digest = sha256();
        add(digest, previousHash);
        add(digest, requestNumber);
        add(digest, Integer.toString(seq));
        add(digest, storable(occurredAt).toInstant().toString());
        add(digest, actor);
        add(digest, type);
        add(digest, beforeJson);
        add(digest, afterJson);
        return HexFormat.of().formatHex(digest.digest());
    }

    /** A time as exact as every database keeps it. */
    static OffsetDateTime storable(OffsetDateTime time) {
        return time.truncatedTo(ChronoUnit.MICROS);
    }

    /** A new SHA-256. */
    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private static void add(MessageDigest digest, String field) {
        byte[] bytes = field.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
        digest.update(bytes);
    }
}
