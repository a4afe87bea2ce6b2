package io.itsm4j.ticket;

import io.itsm4j.actor.PersonId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whom a ticket concerns.
 *
 * @param requester who asked
 * @param openedFor the person affected; the requester when nobody else
 * @param openedBy who entered it
 * @param organisationUnit the unit of the person affected, or null
 * @param channel how it reached the desk
 * @param watchers who else wants to know, at most {@value #WATCHERS}
 */
public record People(
        PersonId requester,
        PersonId openedFor,
        PersonId openedBy,
        @Nullable String organisationUnit,
        Channel channel,
        Set<PersonId> watchers) {

    /** The most watchers of one ticket. */
    public static final int WATCHERS = 200;

    /** Copies the watchers. */
    public People {
        watchers = Set.copyOf(watchers);
    }

    /** Whether somebody asked for it or is the person affected. */
    boolean isFor(PersonId person) {
        return requester.equals(person) || openedFor.equals(person);
    }

    People withWatchers(Set<PersonId> all) {
        return new People(requester, openedFor, openedBy, organisationUnit, channel, all);
    }
}
