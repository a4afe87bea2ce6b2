package io.itsm4j.examples.benchmarks;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Words one journal entry by hand: the same text, commitments and hashes as the library's, without detours. */
final class EntryWriter {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final HexFormat HEX = HexFormat.of();
    private static final int SALT = 16;

    private final MessageDigest digest = sha256();
    private final byte[] salts = new byte[7 * SALT];
    private final StringBuilder changes = new StringBuilder(512);
    private final StringBuilder data = new StringBuilder(160);
    private final StringBuilder personal = new StringBuilder(512);
    private final String actor;
    private int sealed;

    EntryWriter(String actor) {
        RANDOM.nextBytes(salts);
        this.actor = seal(actor);
    }

    EntryWriter changed(String field, @Nullable String from, @Nullable String to) {
        return change(field, quoted(from), quoted(to));
    }

    EntryWriter said(String field, String text) {
        return change(field, "null", seal(text));
    }

    EntryWriter tier() {
        return change("tier", "null", "1");
    }

    EntryWriter comment(String id, String body) {
        data.append("\"body\":").append(seal(body)).append(",\"comment\":\"").append(id);
        data.append("\",\"visibility\":\"PUBLIC\"");
        return this;
    }

    EntryWriter timed() {
        data.append(HandClock.BOUND);
        return this;
    }

    private EntryWriter change(String field, String from, String to) {
        changes.append(changes.isEmpty() ? "[\"" : ",[\"").append(field).append("\",");
        changes.append(from).append(',').append(to).append(']');
        return this;
    }

    Entry entry(String id, Head head, String event, String action, Instant at) {
        long sequence = head.sequence() + 1;
        String canonical = "{\"action\":\"" + action + "\",\"actor\":" + actor + ",\"changes\":[" + changes
                + "],\"data\":{"
                + data + "},\"event\":\"" + event + "\",\"form\":1,\"kind\":\"ticket\",\"occurredAt\":\"" + at
                + "\",\"recordedAt\":\"" + at + "\",\"sequence\":" + sequence + ",\"subject\":\"" + head.ticket()
                + "\",\"tenant\":\"" + head.tenant() + "\",\"version\":" + sequence + '}';
        return new Entry(
                id,
                head.tenant(),
                head.ticket(),
                sequence,
                event,
                action,
                micros(at),
                canonical,
                personal.append('}').toString(),
                head.hash(),
                digest(head.hash(), canonical));
    }

    static long micros(Instant at) {
        return at.getEpochSecond() * 1_000_000 + at.getNano() / 1_000;
    }

    private String seal(String value) {
        String salt = HEX.formatHex(salts, sealed * SALT, (sealed + 1) * SALT);
        String commitment = digest(salt, value);
        personal.append(sealed == 0 ? "{\"" : ",\"").append(commitment).append("\":[\"");
        personal.append(salt).append("\",\"").append(value).append("\"]");
        sealed++;
        return "{\"committed\":\"" + commitment + "\"}";
    }

    private String digest(String first, String second) {
        digest.update(first.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
        digest.update(second.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
        return HEX.formatHex(digest.digest());
    }

    private static String quoted(@Nullable String text) {
        return text == null ? "null" : '"' + text + '"';
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
