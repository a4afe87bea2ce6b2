package io.itsm4j.jpa.mapping;

/**
 * What every entity has. Fields of entities are not private: Hibernate then reads and writes them by generated code
 * instead of reflection.
 */
public interface Row {

    /** The primary key. */
    String getId();

    /** The tenant. */
    String getTenant();
}
