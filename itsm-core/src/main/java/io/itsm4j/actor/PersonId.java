package io.itsm4j.actor;

/**
 * A person as the host knows them: a login, an employee number, a UUID.
 *
 * @param value 1 to 100 characters, no blanks at the ends, no control characters; compared exactly, so {@code a} and
 *     {@code A} differ
 */
public record PersonId(String value) {

    /** Whom the library names in the journal for its own due work; no caller may act as this one. */
    public static final PersonId SYSTEM = new PersonId("system");

    private static final String ERASED = "erased-";

    /**
     * Checks the value.
     *
     * @throws io.itsm4j.InvalidInput when the value is blank, padded, too long or holds control characters
     */
    public PersonId {
        Ids.check("person", value, 100);
    }

    /** Reads as {@code PersonId.of("...")}. */
    public static PersonId of(String value) {
        return new PersonId(value);
    }

    /**
     * Who stands where an erased person stood.
     *
     * @param token tells one erased person from another
     */
    public static PersonId erased(String token) {
        return new PersonId(ERASED + token);
    }

    /** Whether this one stands for an erased person. */
    public boolean isErased() {
        return value.startsWith(ERASED);
    }

    @Override
    public String toString() {
        return value;
    }
}
