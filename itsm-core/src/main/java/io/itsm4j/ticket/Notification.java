package io.itsm4j.ticket;

import io.itsm4j.actor.GroupId;
import io.itsm4j.actor.PersonId;
import io.itsm4j.journal.DomainEvent;
import java.util.Set;

/**
 * What should be told to whom.
 *
 * @param key the same at every attempt, so that the receiver can tell a repeat
 * @param ticket the ticket as it is now, without internal fields
 * @param event what happened
 * @param people who should be told; never the one who did it
 * @param groups the groups that should be told
 */
public record Notification(
        String key, RequesterView ticket, DomainEvent event, Set<PersonId> people, Set<GroupId> groups) {

    /** Copies the sets. */
    public Notification {
        people = Set.copyOf(people);
        groups = Set.copyOf(groups);
    }
}
