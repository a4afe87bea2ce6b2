package io.itsm4j.release;

import io.itsm4j.actor.GroupId;
import io.itsm4j.actor.PersonId;
import io.itsm4j.ticket.Assignment;
import io.itsm4j.ticket.Content;
import io.itsm4j.ticket.Ledger;
import io.itsm4j.ticket.LinkType;
import io.itsm4j.ticket.LinkedTicket;
import io.itsm4j.ticket.People;
import io.itsm4j.ticket.Step;
import io.itsm4j.ticket.Ticket;
import io.itsm4j.ticket.TicketId;
import io.itsm4j.ticket.TicketType;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A release with its scope, as an approval is about it.
 *
 * @param ticket the release's ticket
 * @param label how people know what is approved
 * @param content title and description
 * @param people who asked for it
 * @param assignment who carries it out
 * @param restrictedTo the groups that alone may see it
 * @param release what only a release has
 * @param scope the ids of what it delivers, sorted
 */
record Deliverable(
        TicketId ticket,
        String label,
        Content content,
        People people,
        Assignment assignment,
        Set<GroupId> restrictedTo,
        Release release,
        List<String> scope) {

    /** The release as it will be after a step. */
    static Deliverable of(Step<Release> step) {
        Ticket<Release> before = step.before().orElseThrow();
        return new Deliverable(
                before.id(),
                before.number(),
                step.content(),
                step.people(),
                step.assignment(),
                before.restrictedTo(),
                step.details(),
                ids(step.linkedTo(LinkType.DELIVERED_BY)));
    }

    /** The newest state of the release, held. */
    static Deliverable of(Ledger ledger, TicketType<Release> type, String id) {
        Ticket<Release> ticket = ledger.ticket(type, TicketId.of(id));
        return new Deliverable(
                ticket.id(),
                ticket.number(),
                ticket.content(),
                ticket.people(),
                ticket.assignment(),
                ticket.restrictedTo(),
                ticket.details(),
                ids(ledger.linkedTo(ticket.id(), LinkType.DELIVERED_BY)));
    }

    private static List<String> ids(List<LinkedTicket> linked) {
        return linked.stream().map(each -> each.id().value()).sorted().toList();
    }

    /** The same, asked about for a gate. */
    Deliverable before(String environment, String gate) {
        String whole = label + " " + environment + ": " + gate;
        return new Deliverable(
                ticket,
                whole.length() > 200 ? label : whole,
                content,
                people,
                assignment,
                restrictedTo,
                release,
                scope);
    }

    Set<PersonId> requesters() {
        return Stream.of(people.requester(), people.openedFor()).collect(Collectors.toSet());
    }

    Set<PersonId> implementers() {
        @Nullable PersonId assignee = assignment.assignee();
        return Stream.ofNullable(assignee).collect(Collectors.toSet());
    }
}
