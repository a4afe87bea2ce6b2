package io.itsm4j.journal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 as the journal uses it. */
public final class Digests {

    private static final MessageDigest UNUSED = provided();

    private Digests() {}

    /** The digest of the UTF-8 bytes of the parts, each ended by a zero byte, as 64 hexadecimal digits. */
    public static String sha256(String... parts) {
        MessageDigest digest = algorithm();
        for (String part : parts) {
            digest.update(part.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** A fresh digest: a copy of the unused one, which is cheaper than asking the providers each time. */
    private static MessageDigest algorithm() {
        try {
            return (MessageDigest) UNUSED.clone();
        } catch (CloneNotSupportedException notEveryProviderCopies) {
            return provided();
        }
    }

    private static MessageDigest provided() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
