package io.itsm4j.journal;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.concurrent.locks.ReentrantLock;
import java.util.random.RandomGenerator;

/** Takes secure random bytes many at a time, because asking for eight costs nearly as much; each is given out once. */
final class BufferedRandom implements RandomGenerator {

    private final ReentrantLock lock = new ReentrantLock();
    private final SecureRandom source;
    private final byte[] bytes = new byte[1024];
    private final ByteBuffer left = ByteBuffer.wrap(bytes).position(bytes.length);

    BufferedRandom(SecureRandom source) {
        this.source = source;
    }

    @Override
    public long nextLong() {
        lock.lock();
        try {
            if (!left.hasRemaining()) {
                source.nextBytes(bytes);
                left.rewind();
            }
            int at = left.position();
            long random = left.getLong();
            Arrays.fill(bytes, at, at + Long.BYTES, (byte) 0);
            return random;
        } finally {
            lock.unlock();
        }
    }
}
