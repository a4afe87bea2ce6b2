package io.itsm4j.journal;

/**
 * A personal value with the salt of its commitment. The chain holds the commitment only, so that value and salt can be
 * erased and the chain still verifies.
 *
 * @param salt 32 hexadecimal digits
 * @param value the value itself
 */
public record Salted(String salt, String value) {

    /** The commitment: SHA-256 over salt and value, 64 hexadecimal digits. */
    public String commitment() {
        return Digests.sha256(salt, value);
    }
}
