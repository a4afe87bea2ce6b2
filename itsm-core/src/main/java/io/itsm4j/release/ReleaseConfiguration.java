package io.itsm4j.release;

import io.itsm4j.ticket.Ledger;
import io.itsm4j.ticket.Ticket;
import java.util.Optional;

/**
 * Where the configuration is kept that releases change. It works within the command that calls it, once every rule has
 * passed: what it decides is written with the release, or nothing is.
 */
public interface ReleaseConfiguration {

    /** When a baseline is taken. */
    enum Moment {
        /** Before production is touched for the first time. */
        BEFORE,
        /** After the release is in all of production. */
        AFTER
    }

    /**
     * Takes a baseline of the configuration that the release concerns.
     *
     * @return the baseline's reference, at most 200 characters; empty when none is kept
     */
    Optional<String> baseline(Ledger ledger, Ticket<Release> release, Moment moment);

    /** Writes what the release changes, once it is in all of production. */
    void write(Ledger ledger, Ticket<Release> release);

    /** Nothing is kept. */
    static ReleaseConfiguration none() {
        return new ReleaseConfiguration() {
            @Override
            public Optional<String> baseline(Ledger ledger, Ticket<Release> release, Moment moment) {
                return Optional.empty();
            }

            @Override
            public void write(Ledger ledger, Ticket<Release> release) {}
        };
    }
}
