package io.itsm4j.ticket;

import io.itsm4j.actor.GroupId;
import io.itsm4j.actor.PersonId;
import io.itsm4j.journal.DomainEvent;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What should be told to whom.
 *
 * @param key the same at every attempt, so that the receiver can tell a repeat
 * @param about how people know what it is about: a ticket's number, or a record's name
 * @param ticket the ticket as it is now, without internal fields; null when it is about a record beside the tickets, or
 *     when not all of these people may see it
 * @param event what happened
 * @param people who should be told; never the one who did it
 * @param groups the groups that should be told
 */
public record Notification(
        String key,
        String about,
        @Nullable RequesterView ticket,
        DomainEvent event,
        Set<PersonId> people,
        Set<GroupId> groups) {

    /** Copies the sets. */
    public Notification {
        people = Set.copyOf(people);
        groups = Set.copyOf(groups);
    }
}
