package io.itsm4j.request;

import io.itsm4j.actor.Actor;
import io.itsm4j.actor.GroupId;
import io.itsm4j.actor.Role;
import java.util.Set;

/**
 * Who may order an item. Whoever may not does not see it either.
 *
 * @param groups the groups of which one is enough
 * @param roles the roles of which one is enough
 */
public record Audience(Set<String> groups, Set<String> roles) {

    /** Everybody. */
    public static final Audience EVERYBODY = new Audience(Set.of(), Set.of());

    /** Copies the sets. */
    public Audience {
        groups = Set.copyOf(groups);
        roles = Set.copyOf(roles);
    }

    /** The members of groups. */
    public static Audience groups(String... names) {
        return new Audience(Set.of(names), Set.of());
    }

    /** Whether somebody belongs to it. */
    public boolean holds(Actor actor) {
        return groups.isEmpty() && roles.isEmpty()
                || actor.groups().stream().map(GroupId::value).anyMatch(groups::contains)
                || actor.roles().stream().map(Role::name).anyMatch(roles::contains);
    }

    void check(Faults faults) {
        faults.when(groups.size() > 200, "groups", "TOO_MANY", "limit", 200);
        faults.when(roles.size() > 50, "roles", "TOO_MANY", "limit", 50);
        groups.forEach(group -> faults.text("groups", group, 100));
        roles.forEach(role -> faults.key("roles", role));
    }
}
