package io.itsm4j.approval;

import io.itsm4j.actor.GroupId;
import io.itsm4j.actor.PersonId;
import io.itsm4j.actor.Role;

/**
 * Whom a step asks: a person, the members of a group, or the holders of a role. Groups and roles are resolved through
 * the host's directory when the step opens.
 *
 * @param kind what the name means
 * @param name the person's, the group's or the role's name
 * @param weight how much the vote of each of them weighs where the rule weighs votes, at least 1
 */
public record Approver(Kind kind, String name, int weight) {

    /** What an approver's name means. */
    public enum Kind {
        PERSON,
        GROUP,
        ROLE
    }

    /**
     * Checks the name and the weight.
     *
     * @throws IllegalArgumentException when the weight is below 1 or the role's name is not one
     * @throws io.itsm4j.InvalidInput when the person's or the group's id is not valid
     */
    public Approver {
        if (weight < 1) {
            throw new IllegalArgumentException("a vote weighs at least 1, not " + weight);
        }
        switch (kind) {
            case PERSON -> new PersonId(name);
            case GROUP -> new GroupId(name);
            case ROLE -> new Role(name);
        }
    }

    /** One person. */
    public static Approver person(String id) {
        return new Approver(Kind.PERSON, id, 1);
    }

    /** The members of a group. */
    public static Approver group(String id) {
        return new Approver(Kind.GROUP, id, 1);
    }

    /** The holders of a role. */
    public static Approver role(Role role) {
        return new Approver(Kind.ROLE, role.name(), 1);
    }

    /** The same, each vote weighing so much. */
    public Approver weighing(int much) {
        return new Approver(kind, name, much);
    }

    @Override
    public String toString() {
        return kind == Kind.PERSON ? name : kind + " " + name;
    }
}
