package io.itsm4j.spring;

import io.itsm4j.Itsm;

/**
 * Changes how the entrance is built, after the starter has handed in the host's beans and properties; for what has no
 * bean of its own, as the type of incidents. Several are applied in their order.
 */
@FunctionalInterface
public interface ItsmCustomizer {

    /** Changes it. */
    void customize(Itsm.Builder builder);
}
