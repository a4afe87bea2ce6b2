package io.itsm4j.ticket;

import java.io.IOException;
import java.io.InputStream;

/**
 * Where the host keeps the bytes of attachments. Bytes are written before their metadata is committed, so a crash in
 * between leaves bytes nobody refers to, never a reference without bytes; {@code Itsm.sweepAttachments} finds such
 * bytes.
 */
public interface AttachmentStore {

    /**
     * Keeps bytes under a key. The stream is counted and ends with an exception when it is longer than allowed; the
     * implementation then keeps nothing.
     *
     * @throws IOException when the stream or the place fails
     */
    void put(String key, InputStream bytes) throws IOException;

    /**
     * Opens the bytes of a key.
     *
     * @throws IOException when there are none or the place fails
     */
    InputStream open(String key) throws IOException;

    /**
     * Forgets the bytes of a key; does nothing when there are none.
     *
     * @throws IOException when the place fails
     */
    void delete(String key) throws IOException;

    /**
     * The keys of all bytes that were put before an instant, for the sweep.
     *
     * @throws IOException when the place fails
     */
    Iterable<String> keysOlderThan(java.time.Instant instant) throws IOException;
}
