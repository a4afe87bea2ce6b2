package io.itsm4j.actor;

import io.itsm4j.InvalidInput;
import io.itsm4j.NotPermitted;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who acts, in which tenant, with which roles and groups, and on whose behalf. Immutable; where the host's
 * {@link Directory} knows the person, its roles and groups win over these.
 *
 * @param tenant the tenant all of the actor's work is confined to
 * @param id the person
 * @param roles what the person is to the service desk
 * @param groups the support groups the person belongs to
 * @param onBehalfOf the principal the person stands in for, or null
 */
public record Actor(
        TenantId tenant,
        PersonId id,
        Set<Role> roles,
        Set<GroupId> groups,
        @Nullable PersonId onBehalfOf) {

    /** Copies the sets. */
    public Actor {
        roles = Set.copyOf(roles);
        groups = Set.copyOf(groups);
    }

    /**
     * An actor with roles and no groups.
     *
     * @param tenant the tenant's id
     * @param person the person's id
     * @param roles the person's roles
     * @return the actor
     * @throws NotPermitted with code {@code ACTOR_REQUIRED} when the person is null or blank
     */
    public static Actor of(String tenant, @Nullable String person, Role... roles) {
        return of(TenantId.of(tenant), person, new LinkedHashSet<>(Arrays.asList(roles)), Set.of());
    }

    /**
     * An actor with roles and groups.
     *
     * @throws NotPermitted with code {@code ACTOR_REQUIRED} when the person is null or blank
     */
    public static Actor of(TenantId tenant, @Nullable String person, Set<Role> roles, Set<GroupId> groups) {
        if (person == null || person.isBlank()) {
            throw new NotPermitted("ACTOR_REQUIRED", Map.of());
        }
        return new Actor(tenant, new PersonId(person), roles, groups, null);
    }

    /** The same person as a member of these groups instead. */
    public Actor inGroups(String... names) {
        Set<GroupId> all = new LinkedHashSet<>();
        for (String name : names) {
            all.add(new GroupId(name));
        }
        return new Actor(tenant, id, roles, all, onBehalfOf);
    }

    /**
     * The same person standing in for somebody.
     *
     * @throws InvalidInput when the principal's id is not valid
     */
    public Actor onBehalfOf(String principal) {
        return new Actor(tenant, id, roles, groups, new PersonId(principal));
    }

    /** Whether the actor has the role. */
    public boolean is(Role role) {
        return roles.contains(role);
    }
}
