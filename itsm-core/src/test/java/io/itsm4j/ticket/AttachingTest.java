package io.itsm4j.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.itsm4j.Itsm;
import io.itsm4j.RuleViolated;
import io.itsm4j.actor.Actor;
import io.itsm4j.actor.Role;
import io.itsm4j.incident.Incident;
import io.itsm4j.memory.MemoryStore;
import io.itsm4j.storage.PageRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Bytes are counted and hashed however the host's store takes them from the stream. */
class AttachingTest {

    /** How a store empties a stream. */
    private interface Emptying {
        void empty(InputStream bytes) throws IOException;
    }

    private static final Map<String, Emptying> WAYS = Map.of(
            "at once", InputStream::readAllBytes,
            "byte by byte", AttachingTest::byteByByte,
            "skipping", bytes -> bytes.skip(Long.MAX_VALUE),
            "skipping and reading", AttachingTest::inTurns,
            "marking first", AttachingTest::marking);

    private static void byteByByte(InputStream bytes) throws IOException {
        int read = bytes.read();
        while (read >= 0) {
            read = bytes.read();
        }
    }

    private static void inTurns(InputStream bytes) throws IOException {
        assertThat(bytes.skip(0)).isZero();
        assertThat(bytes.skip(3)).isEqualTo(3);
        assertThat(bytes.read()).isNotNegative();
        assertThat(bytes.skip(100_000)).isLessThan(100_000);
        assertThat(bytes.skip(1)).isZero();
    }

    private static void marking(InputStream bytes) throws IOException {
        assertThat(bytes.markSupported()).isFalse();
        bytes.readAllBytes();
    }

    private static List<String> ways() {
        return List.copyOf(WAYS.keySet());
    }

    /** Keeps nothing but which keys it has. */
    private static final class Forgetful implements AttachmentStore {

        private final Emptying way;
        private final List<String> keys = new ArrayList<>();

        Forgetful(Emptying way) {
            this.way = way;
        }

        @Override
        public void put(String key, InputStream bytes) throws IOException {
            keys.add(key);
            way.empty(bytes);
        }

        @Override
        public InputStream open(String key) {
            return InputStream.nullInputStream();
        }

        @Override
        public void delete(String key) {
            keys.remove(key);
        }

        @Override
        public Iterable<String> keysOlderThan(Instant instant) {
            return List.copyOf(keys);
        }
    }

    private static byte[] bytes(int size) {
        byte[] bytes = new byte[size];
        Arrays.fill(bytes, (byte) -1);
        return bytes;
    }

    private static Tickets<Incident> desk(Forgetful store, long limit) {
        return Itsm.builder()
                .store(new MemoryStore())
                .attachments(store, limit)
                .build()
                .as(Actor.of("acme", "bob", Role.AGENT))
                .incidents()
                .tickets();
    }

    @ParameterizedTest
    @MethodSource("ways")
    void counts_and_hashes_every_byte(String way) throws Exception {
        Forgetful store = new Forgetful(WAYS.get(way));
        Tickets<Incident> desk = desk(store, 20_000);
        TicketId id = desk.open(OpenTicket.titled("Printer")).id();

        desk.attach(id, AttachFile.named("jam.bin", null), new ByteArrayInputStream(bytes(20_000)));

        Attachment file = desk.attachments(id, PageRequest.all()).items().get(0);
        assertThat(file.size()).isEqualTo(20_000);
        assertThat(file.sha256())
                .isEqualTo(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes(20_000))));
        assertThat(store.keys).containsExactly(file.id());
    }

    @ParameterizedTest
    @MethodSource("ways")
    void ends_at_the_limit_and_takes_back_what_was_put(String way) {
        Forgetful store = new Forgetful(WAYS.get(way));
        Tickets<Incident> desk = desk(store, 19_999);
        TicketId id = desk.open(OpenTicket.titled("Printer")).id();

        RuleViolated refusal = catchThrowableOfType(
                RuleViolated.class,
                () -> desk.attach(id, AttachFile.named("jam.bin", null), new ByteArrayInputStream(bytes(20_000))));

        assertThat(refusal.code()).isEqualTo("ATTACHMENT_TOO_LARGE");
        assertThat(store.keys).isEmpty();
        assertThat(desk.attachments(id, PageRequest.all()).items()).isEmpty();
    }
}
