package io.itsm4j.actor;

import java.util.Optional;

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
