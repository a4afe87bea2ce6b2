package io.itsm4j.actor;

import java.util.Optional;
import java.util.Set;

/**
 * The host's people and groups. It is asked at the time of a command, inside the caller's transaction, so that somebody
 * disabled a moment ago is already refused. An implementation that throws fails the command with
 * {@link io.itsm4j.HostFault}.
 */
public interface Directory {

    /**
     * Looks a person up.
     *
     * @return the person as they are now; empty when this directory does not know them, and then the actor's own roles
     *     and groups count
     */
    Optional<Person> person(TenantId tenant, PersonId id);

    /**
     * Whether somebody belongs to a group.
     *
     * @return empty when this directory does not know the group, and then anybody may be assigned
     */
    Optional<Boolean> isMember(TenantId tenant, GroupId group, PersonId person);

    /**
     * Who belongs to a group now, for approvals that ask a group.
     *
     * @return empty when this directory does not know the group or cannot list it, and then it cannot be asked
     */
    default Optional<Set<PersonId>> members(TenantId tenant, GroupId group) {
        return Optional.empty();
    }

    /**
     * Who has a role now, for approvals that ask the holders of a role.
     *
     * @return empty when this directory cannot tell, and then they cannot be asked
     */
    default Optional<Set<PersonId>> holders(TenantId tenant, Role role) {
        return Optional.empty();
    }

    /** A directory that knows nobody: what the actor says of itself counts. */
    static Directory none() {
        return new Directory() {
            @Override
            public Optional<Person> person(TenantId tenant, PersonId id) {
                return Optional.empty();
            }

            @Override
            public Optional<Boolean> isMember(TenantId tenant, GroupId group, PersonId person) {
                return Optional.empty();
            }
        };
    }
}
