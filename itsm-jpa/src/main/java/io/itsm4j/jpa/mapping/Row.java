package io.itsm4j.jpa.mapping;

/** What every entity has. */
public interface Row {

    /** The primary key. */
    String getId();

    /** The tenant. */
    String getTenant();
}
