package io.itsm4j.journal;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;

/**
 * Where identifiers and salts come from: UUIDs of version 7 (RFC 9562), so that ids of one node sort by time, and 16
 * random bytes for commitments.
 */
public final class IdSource {

    private final RandomGenerator random;
    private final AtomicLong last = new AtomicLong();

    private IdSource(RandomGenerator random) {
        this.random = random;
    }

    /** Unpredictable ids and salts. */
    public static IdSource secure() {
        return new IdSource(new BufferedRandom(new SecureRandom()));
    }

    /** The same ids and salts every time, for tests and replays that compare digests. Never for production. */
    public static IdSource seeded(long seed) {
        return new IdSource(new Random(seed));
    }

    /**
     * A new UUIDv7 as text of 36 characters. Ids of one source never decrease, even when the clock does: the 12 bits
     * after the milliseconds count up within one.
     */
    public String next(Instant now) {
        long wanted = now.toEpochMilli() << 12;
        long stamp = last.updateAndGet(previous -> Math.max(previous + 1, wanted));
        long high = (stamp & ~0xfffL) << 4 | 0x7000L | (stamp & 0xfffL);
        long low = random.nextLong() & 0x3fff_ffff_ffff_ffffL | 0x8000_0000_0000_0000L;
        return new UUID(high, low).toString();
    }

    /** Sixteen random bytes as 32 hexadecimal digits. */
    public String salt() {
        HexFormat hex = HexFormat.of();
        return hex.toHexDigits(random.nextLong()) + hex.toHexDigits(random.nextLong());
    }
}
