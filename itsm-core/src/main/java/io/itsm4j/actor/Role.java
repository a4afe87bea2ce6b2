package io.itsm4j.actor;

/**
 * What somebody is to the service desk. Roles are open: a host adds its own and grants them permissions.
 *
 * @param name upper case with underscores, 1 to 40 characters
 */
public record Role(String name) {

    /** Asks for help and sees only their own tickets. */
    public static final Role REQUESTER = new Role("REQUESTER");

    /** Works on tickets. */
    public static final Role AGENT = new Role("AGENT");

    /** Leads the desk: everything an agent may, and what needs a decision. */
    public static final Role MANAGER = new Role("MANAGER");

    /** Reads everything and changes nothing. */
    public static final Role AUDITOR = new Role("AUDITOR");

    /** The library's own due work; never claimed by a caller. */
    public static final Role SYSTEM = new Role("SYSTEM");

    /** Declares and leads major incidents. */
    public static final Role MAJOR_INCIDENT_MANAGER = new Role("MAJOR_INCIDENT_MANAGER");

    /** Decides about problems: which are lived with. */
    public static final Role PROBLEM_MANAGER = new Role("PROBLEM_MANAGER");

    /** Takes releases to production. */
    public static final Role RELEASE_MANAGER = new Role("RELEASE_MANAGER");

    /** Keeps the service catalogue. */
    public static final Role CATALOGUE_MANAGER = new Role("CATALOGUE_MANAGER");

    /** Authorises changes. */
    public static final Role CHANGE_MANAGER = new Role("CHANGE_MANAGER");

    /** Brings tickets with their history in from another system. */
    public static final Role IMPORTER = new Role("IMPORTER");

    /** Sends alerts from a monitoring system. */
    public static final Role MONITOR = new Role("MONITOR");

    /**
     * Checks the name.
     *
     * @throws IllegalArgumentException when the name does not have the form
     */
    public Role {
        if (!name.matches("[A-Z][A-Z0-9_]{0,39}")) {
            throw new IllegalArgumentException("a role is upper case with underscores, at most 40: " + name);
        }
    }

    /** Reads as {@code Role.of("DISPATCHER")}. */
    public static Role of(String name) {
        return new Role(name);
    }

    @Override
    public String toString() {
        return name;
    }
}
