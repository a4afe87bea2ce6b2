package io.itsm4j.actor;

/**
 * The customer or organisation whose records are kept apart from all others.
 *
 * @param value 1 to 64 characters, no blanks at the ends, no control characters; compared exactly, so {@code a} and
 *     {@code A} differ
 */
public record TenantId(String value) {

    /**
     * Checks the value.
     *
     * @throws io.itsm4j.InvalidInput when the value is blank, padded, too long or holds control characters
     */
    public TenantId {
        Ids.check("tenant", value, 64);
    }

    /** Reads as {@code TenantId.of("...")}. */
    public static TenantId of(String value) {
        return new TenantId(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
