package io.itsm4j.ticket;

import io.itsm4j.HostFault;
import io.itsm4j.ItsmException;
import io.itsm4j.NotPermitted;
import io.itsm4j.actor.AccessPolicy;
import io.itsm4j.actor.Actor;
import io.itsm4j.actor.Directory;
import io.itsm4j.actor.GroupId;
import io.itsm4j.actor.Permission;
import io.itsm4j.actor.Person;
import io.itsm4j.actor.PersonId;
import io.itsm4j.actor.Role;
import io.itsm4j.actor.TenantId;
import io.itsm4j.lifecycle.Action;
import io.itsm4j.storage.Criterion;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/** Who somebody is now, what they may do, and what they may see. */
final class Gate {

    private final Directory directory;
    private final AccessPolicy policy;

    Gate(Directory directory, AccessPolicy policy) {
        this.directory = directory;
        this.policy = policy;
    }

    /** The actor as the directory has them at this moment. */
    Acting refreshed(Acting acting) {
        Actor actor = acting.actor();
        if (acting.audience() == Acting.Audience.SYSTEM) {
            return acting;
        }
        Optional<Person> known = asked(() -> directory.person(actor.tenant(), actor.id()));
        if (known.isEmpty()) {
            return acting;
        }
        Person person = known.get();
        if (!person.active()) {
            throw new NotPermitted("ACTOR_DISABLED", Map.of("actor", actor.id()));
        }
        return acting.as(new Actor(actor.tenant(), actor.id(), person.roles(), person.groups(), actor.onBehalfOf()));
    }

    void require(Acting acting, TicketType<?> type, String verb, Set<Role> declared) {
        if (!permits(acting, type, verb, declared)) {
            throw new NotPermitted(
                    "NOT_PERMITTED",
                    Map.of("actor", acting.actor().id(), "permission", type + ":" + verb, "roles", declared));
        }
    }

    boolean permits(Acting acting, TicketType<?> type, String verb, Set<Role> declared) {
        return switch (acting.audience()) {
            case SYSTEM -> true;
            case STAFF, SENSOR ->
                policy.permits(acting.actor(), new Permission(type.name(), verb), declared)
                        && policy.permits(acting.actor(), new Permission(type.name(), Permission.READ), type.readBy());
            case REQUESTER -> policy.permits(acting.actor(), new Permission(type.name(), verb), declared);
        };
    }

    /** Refuses a verb on kept records; no declared role means that the work itself decides. */
    void require(Acting acting, RecordType<?> type, String verb, Set<Role> declared) {
        boolean permitted = acting.audience() == Acting.Audience.SYSTEM
                || declared.isEmpty()
                || policy.permits(acting.actor(), new Permission(type.name(), verb), declared);
        if (!permitted) {
            throw new NotPermitted(
                    "NOT_PERMITTED",
                    Map.of("actor", acting.actor().id(), "permission", type + ":" + verb, "roles", declared));
        }
    }

    /** Which kept records of a type the actor may see. */
    <R extends Kept> Criterion<R> visible(Acting acting, RecordType<R> type) {
        if (acting.audience() == Acting.Audience.SYSTEM) {
            return Criterion.all();
        }
        return type.visibleTo(acting.actor(), reads(acting, type));
    }

    private boolean reads(Acting acting, RecordType<?> type) {
        return policy.permits(acting.actor(), new Permission(type.name(), Permission.READ), type.readBy());
    }

    /** Refuses the journal of kept records to who sees some of them without a role that reads, where that is so. */
    void requireJournal(Acting acting, RecordType<?> type) {
        if (type.isJournalForReaders() && acting.audience() != Acting.Audience.SYSTEM && !reads(acting, type)) {
            throw new NotPermitted(
                    "NOT_PERMITTED",
                    Map.of(
                            "actor",
                            acting.actor().id(),
                            "permission",
                            new Permission(type.name(), Permission.READ),
                            "roles",
                            type.readBy()));
        }
    }

    /** What the actor may see, as a condition on every list, count and search. */
    Criterion<TicketRecord> visible(Acting acting) {
        if (acting.audience() == Acting.Audience.SYSTEM || acting.audience() == Acting.Audience.SENSOR) {
            return Criterion.all();
        }
        Criterion<TicketRecord> unrestricted = TicketAttributes.RESTRICTED_TO.isAbsent();
        Set<GroupId> groups = acting.actor().groups();
        Criterion<TicketRecord> admitted =
                groups.isEmpty() ? unrestricted : unrestricted.or(TicketAttributes.RESTRICTED_TO.in(groups));
        if (acting.audience() == Acting.Audience.STAFF) {
            return admitted;
        }
        PersonId self = acting.actor().id();
        return TicketAttributes.REQUESTER
                .is(self)
                .or(TicketAttributes.OPENED_FOR.is(self))
                .or(TicketAttributes.WATCHERS.is(self).and(admitted))
                .and(TicketAttributes.ARCHIVED.is(false));
    }

    /** The names of the types that the actor may read. */
    Set<String> readable(Acting acting, Collection<TicketType<?>> types) {
        TreeSet<String> readable = new TreeSet<>();
        for (TicketType<?> type : types) {
            if (permits(acting, type, Permission.READ, type.readBy())) {
                readable.add(type.name());
            }
        }
        return readable;
    }

    boolean sees(Acting acting, TicketRecord ticket) {
        boolean open = acting.audience() == Acting.Audience.STAFF
                && ticket.restrictedTo().isEmpty();
        return open || visible(acting).test(ticket);
    }

    /**
     * Refuses what goes beyond reading and answering to somebody who only watches.
     *
     * @throws NotPermitted with {@code NOT_REQUESTER}
     */
    void requireTheirs(Acting acting, TicketRecord ticket, Action action) {
        boolean answers = action.equals(StandardActions.COMMENT) || action.equals(StandardActions.ATTACH);
        if (acting.audience() == Acting.Audience.REQUESTER
                && !answers
                && !ticket.people().isFor(acting.actor().id())) {
            throw new NotPermitted(
                    "NOT_REQUESTER",
                    Map.of("actor", acting.actor().id(), "number", ticket.number(), "action", action.name()));
        }
    }

    /**
     * Whether somebody may be told about a ticket. Where the directory does not say who belongs to a group, those whom
     * the ticket is for may, and the assignee within a named group.
     */
    boolean mayHear(TicketRecord ticket, PersonId person) {
        if (ticket.restrictedTo().isEmpty() || ticket.people().isFor(person)) {
            return true;
        }
        boolean assigned = person.equals(ticket.assignment().assignee());
        return ticket.restrictedTo().stream()
                .anyMatch(group -> isMember(ticket.tenant(), group, person)
                        .orElseGet(() ->
                                assigned && group.equals(ticket.assignment().group())));
    }

    private Optional<Boolean> isMember(TenantId tenant, GroupId group, PersonId person) {
        return asked(() -> directory.isMember(tenant, group, person))
                .or(() -> person(tenant, person).map(known -> known.groups().contains(group)));
    }

    /** Refuses an assignee whom the directory knows to be gone or not of the group. */
    void checkAssignment(TenantId tenant, Assignment assignment) {
        PersonId assignee = assignment.assignee();
        if (assignee == null) {
            return;
        }
        Optional<Person> person = asked(() -> directory.person(tenant, assignee));
        if (person.isPresent() && !person.get().active()) {
            throw new io.itsm4j.RuleViolated("ASSIGNEE_DISABLED", Map.of("assignee", assignee));
        }
        GroupId group = assignment.group();
        if (group == null) {
            return;
        }
        Optional<Boolean> member = asked(() -> directory.isMember(tenant, group, assignee));
        if (member.isPresent() && !member.get()) {
            throw new io.itsm4j.RuleViolated("ASSIGNEE_NOT_IN_GROUP", Map.of("assignee", assignee, "group", group));
        }
    }

    Optional<Person> person(TenantId tenant, PersonId id) {
        return asked(() -> directory.person(tenant, id));
    }

    /** The person under the id that the directory knows them by, so that an alias is not somebody else. */
    PersonId canonical(TenantId tenant, PersonId id) {
        return person(tenant, id).map(Person::id).orElse(id);
    }

    private static <T> T asked(Supplier<T> question) {
        T answer;
        try {
            answer = question.get();
        } catch (ItsmException ours) {
            throw ours;
        } catch (RuntimeException hosts) {
            throw new HostFault("HOST_DIRECTORY", Map.of("cause", hosts.toString()), hosts);
        }
        if (answer == null) {
            throw new HostFault("HOST_DIRECTORY", Map.of("cause", "null"));
        }
        return answer;
    }
}
