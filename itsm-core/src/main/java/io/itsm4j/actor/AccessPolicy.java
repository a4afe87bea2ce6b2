package io.itsm4j.actor;

import java.util.Set;

/**
 * Decides who may do what. It answers for a verb as a whole; which records somebody may see is decided by the record's
 * own visibility rule, and what a single state allows by its lifecycle.
 */
@FunctionalInterface
public interface AccessPolicy {

    /**
     * Whether the actor may use the verb at all.
     *
     * @param actor who acts, roles and groups as the directory has them now
     * @param permission the verb
     * @param declared the roles that the ticket type declares for the verb
     * @return true when the actor may
     */
    boolean permits(Actor actor, Permission permission, Set<Role> declared);

    /** What the ticket types declare, and nothing more: one of the declared roles is needed. */
    static AccessPolicy declared() {
        return (actor, permission, roles) -> {
            for (Role role : roles) {
                if (actor.is(role)) {
                    return true;
                }
            }
            return false;
        };
    }
}
