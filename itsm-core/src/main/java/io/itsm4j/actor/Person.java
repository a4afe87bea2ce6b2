package io.itsm4j.actor;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the host's directory says of a person.
 *
 * @param id who it is
 * @param name the name to show
 * @param active false for somebody who left or is locked: they can neither act nor be assigned
 * @param roles the roles the person has now
 * @param groups the groups the person belongs to now
 * @param manager whom a hierarchic escalation reaches, or null
 */
public record Person(
        PersonId id,
        String name,
        boolean active,
        Set<Role> roles,
        Set<GroupId> groups,
        @Nullable PersonId manager) {

    /** Copies the sets. */
    public Person {
        roles = Set.copyOf(roles);
        groups = Set.copyOf(groups);
    }
}
