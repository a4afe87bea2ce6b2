package io.itsm4j.ticket;

import io.itsm4j.HostFault;
import io.itsm4j.NotFound;
import io.itsm4j.RuleViolated;
import io.itsm4j.storage.Lock;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.Function;

/** Files: bytes first, counted and hashed while they stream, then the metadata; bytes go again if that fails. */
final class Attaching {

    private Attaching() {}

    /**
     * Bytes that lie in the host's store.
     *
     * @param key where
     * @param size how many
     * @param sha256 their digest
     */
    record Stored(String key, long size, String sha256) {}

    static AttachmentStore store(Engine engine) {
        AttachmentStore store = engine.parts().attachments();
        if (store == null) {
            throw new RuleViolated("ATTACHMENTS_OFF", Map.of());
        }
        return store;
    }

    static <D> Ticket<D> attach(
            Engine engine,
            TicketId ticket,
            AttachFile input,
            InputStream bytes,
            Acting acting,
            Function<Stored, Ticket<D>> command) {
        AttachmentStore store = store(engine);
        Acting reader = engine.gate().refreshed(acting);
        engine.read(work -> work.find(TicketAttributes.KIND, reader.actor().tenant(), ticket.value(), Lock.NONE)
                .filter(found -> engine.gate().sees(reader, found))
                .orElseThrow(() -> new NotFound("NOT_FOUND", Map.of("id", ticket))));
        String key = engine.parts().ids().next(engine.now());
        Counted counted = new Counted(bytes, engine.parts().attachmentLimit());
        try {
            store.put(key, counted);
            if (counted.exceeded()) {
                throw new TooLarge();
            }
            Ticket<D> attached = command.apply(new Stored(key, counted.size, counted.sha256()));
            if (attached.repeated()) {
                drop(store, key);
            }
            return attached;
        } catch (IOException | RuntimeException failed) {
            forget(store, key, failed);
            if (counted.exceeded()) {
                throw new RuleViolated(
                        "ATTACHMENT_TOO_LARGE", Map.of("limit", counted.limit, "fileName", input.fileName()), failed);
            }
            if (failed instanceof io.itsm4j.ItsmException ours) {
                throw ours;
            }
            throw new HostFault("HOST_ATTACHMENTS", Map.of("cause", failed.toString()), failed);
        }
    }

    private static void drop(AttachmentStore store, String key) {
        try {
            store.delete(key);
        } catch (IOException | RuntimeException left) {
            // what nothing refers to goes with the next sweep
            return;
        }
    }

    private static void forget(AttachmentStore store, String key, Exception cause) {
        try {
            store.delete(key);
        } catch (IOException | RuntimeException left) {
            cause.addSuppressed(left);
        }
    }

    static <D> void record(Draft<D> draft, AttachFile input, Stored stored) {
        Attachment attachment = new Attachment(
                stored.key(),
                draft.tenant(),
                draft.id(),
                java.util.Objects.requireNonNull(input.fileName()),
                FileNames.mediaType(input.mediaType()),
                stored.size(),
                stored.sha256(),
                input.visibility(),
                draft.actor().id(),
                draft.now());
        draft.write(Attachment.KIND, null, attachment);
        draft.note("attachment", stored.key())
                .note("size", stored.size())
                .note("sha256", stored.sha256())
                .notePersonal("fileName", attachment.fileName());
    }

    private static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /** Counts and hashes what is read, and fails beyond the limit, whatever the stream says of itself. */
    private static final class Counted extends FilterInputStream {

        private final long limit;
        private final MessageDigest digest;
        private long size;

        Counted(InputStream bytes, long limit) {
            this(bytes, limit, sha256Digest());
        }

        private Counted(InputStream bytes, long limit, MessageDigest digest) {
            super(new DigestInputStream(bytes, digest));
            this.limit = limit;
            this.digest = digest;
        }

        boolean exceeded() {
            return size > limit;
        }

        String sha256() {
            return HexFormat.of().formatHex(digest.digest());
        }

        @Override
        public int read() throws IOException {
            int b = super.read();
            count(b < 0 ? 0 : 1);
            return b;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            count(Math.max(0, read));
            return read;
        }

        @Override
        public long skip(long wanted) throws IOException {
            long left = wanted;
            byte[] buffer = new byte[(int) Math.max(1, Math.min(8_192, wanted))];
            while (left > 0) {
                int read = read(buffer, 0, (int) Math.min(buffer.length, left));
                if (read < 0) {
                    break;
                }
                left -= read;
            }
            return wanted - left;
        }

        @Override
        public boolean markSupported() {
            return false;
        }

        private void count(long read) throws IOException {
            size += read;
            if (exceeded()) {
                throw new TooLarge();
            }
        }

        private static MessageDigest sha256Digest() {
            try {
                return MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException everyJdkHasIt) {
                throw new IllegalStateException(everyJdkHasIt);
            }
        }
    }
}
