package io.itsm4j.actor;

/**
 * A verb on a kind of record, for example {@code incident:resolve}.
 *
 * @param kind the ticket type or other kind of record
 * @param verb the action
 */
public record Permission(String kind, String verb) {

    /** Reading a record whole, internal fields included. */
    public static final String READ = "read";

    /** Taking the journal of all its records out. */
    public static final String EXPORT = "export";

    @Override
    public String toString() {
        return kind + ":" + verb;
    }
}
