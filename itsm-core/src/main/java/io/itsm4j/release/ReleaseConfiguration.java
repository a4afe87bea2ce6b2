package io.itsm4j.release;

import io.itsm4j.ticket.Ledger;
import io.itsm4j.ticket.Ticket;
import java.util.List;
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

    /**
     * Makes the configuration again what it was before {@link #write}, when the release is taken back from production.
     *
     * @return the edits that stay written; all of them, unless the port can take them back
     */
    default List<ConfigurationEdit> takeBack(Ledger ledger, Ticket<Release> release) {
        return release.details().configuration();
    }

    /** Nothing is kept. */
    static ReleaseConfiguration none() {
        return new ReleaseConfiguration() {
            @Override
            public Optional<String> baseline(Ledger ledger, Ticket<Release> release, Moment moment) {
                return Optional.empty();
            }

            @Override
            public void write(Ledger ledger, Ticket<Release> release) {}

            @Override
            public List<ConfigurationEdit> takeBack(Ledger ledger, Ticket<Release> release) {
                return List.of();
            }
        };
    }
}
