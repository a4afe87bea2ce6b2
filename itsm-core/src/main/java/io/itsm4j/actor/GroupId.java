package io.itsm4j.actor;

/**
 * A support group, team or approval board as the host knows it.
 *
 * @param value 1 to 100 characters, no blanks at the ends, no control characters; compared exactly, so {@code a} and
 *     {@code A} differ
 */
public record GroupId(String value) {

    /**
     * Checks the value.
     *
     * @throws io.itsm4j.InvalidInput when the value is blank, padded, too long or holds control characters
     */
    public GroupId {
        Ids.check("group", value, 100);
    }

    /** Reads as {@code GroupId.of("...")}. */
    public static GroupId of(String value) {
        return new GroupId(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
