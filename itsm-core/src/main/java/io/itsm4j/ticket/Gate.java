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
            case STAFF ->
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
        if (acting.audience() == Acting.Audience.SYSTEM) {
            return Criterion.all();
        }
        PersonId self = acting.actor().id();
        Criterion<TicketRecord> own = TicketAttributes.REQUESTER
                .is(self)
                .or(TicketAttributes.OPENED_FOR.is(self))
                .or(TicketAttributes.WATCHERS.is(self));
        if (acting.audience() == Acting.Audience.REQUESTER) {
            return own.and(TicketAttributes.ARCHIVED.is(false));
        }
        Criterion<TicketRecord> unrestricted = TicketAttributes.RESTRICTED_TO.isAbsent();
        Set<GroupId> groups = acting.actor().groups();
        return groups.isEmpty() ? unrestricted : unrestricted.or(TicketAttributes.RESTRICTED_TO.in(groups));
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
        if (acting.audience() == Acting.Audience.SYSTEM) {
            return true;
        }
        if (acting.audience() == Acting.Audience.STAFF) {
            return ticket.restrictedTo().isEmpty()
                    || ticket.restrictedTo().stream().anyMatch(acting.actor().groups()::contains);
        }
        PersonId self = acting.actor().id();
        People people = ticket.people();
        boolean own = people.requester().equals(self)
                || people.openedFor().equals(self)
                || people.watchers().contains(self);
        return own && ticket.times().archivedAt() == null;
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
