package io.itsm4j.testkit;

import io.itsm4j.ticket.AttachmentStore;
import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Bytes of attachments in memory, for tests. */
public final class MemoryAttachments implements AttachmentStore {

    private record Kept(byte[] bytes, Instant at) {}

    private final Map<String, Kept> kept = new ConcurrentHashMap<>();
    private final InstantSource clock;

    /** An empty place; the clock says when bytes were put. */
    public MemoryAttachments(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public void put(String key, InputStream bytes) throws IOException {
        kept.put(key, new Kept(bytes.readAllBytes(), clock.instant()));
    }

    @Override
    public InputStream open(String key) throws IOException {
        Kept found = kept.get(key);
        if (found == null) {
            throw new FileNotFoundException(key);
        }
        return new ByteArrayInputStream(found.bytes());
    }

    @Override
    public void delete(String key) {
        kept.remove(key);
    }

    @Override
    public List<String> keysOlderThan(Instant instant) {
        return kept.entrySet().stream()
                .filter(entry -> entry.getValue().at().isBefore(instant))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The keys of all bytes. */
    public Set<String> keys() {
        return Set.copyOf(kept.keySet());
    }
}
