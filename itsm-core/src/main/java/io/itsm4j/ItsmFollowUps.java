package io.itsm4j;

import io.itsm4j.actor.GroupId;
import io.itsm4j.change.Change;
import io.itsm4j.change.FailureRule;
import io.itsm4j.change.FollowUps;
import io.itsm4j.incident.Incident;
import io.itsm4j.problem.OpenProblem;
import io.itsm4j.problem.Problem;
import io.itsm4j.problem.ProblemOrigin;
import io.itsm4j.problem.Problems;
import io.itsm4j.ticket.Classification;
import io.itsm4j.ticket.Ledger;
import io.itsm4j.ticket.LinkType;
import io.itsm4j.ticket.LinkedTicket;
import io.itsm4j.ticket.OpenTicket;
import io.itsm4j.ticket.Ticket;
import io.itsm4j.ticket.TicketType;

/** Opens a problem or an incident after a change that has failed. */
final class ItsmFollowUps implements FollowUps {

    private final TicketType<Problem> problems;
    private final TicketType<Incident> incidents;

    ItsmFollowUps(TicketType<Problem> problems, TicketType<Incident> incidents) {
        this.problems = problems;
        this.incidents = incidents;
    }

    @Override
    public LinkedTicket open(Ledger ledger, Ticket<Change> change, FailureRule wanted) {
        String type = wanted == FailureRule.PROBLEM ? problems.name() : incidents.name();
        return ledger.linkedTo(change.id(), LinkType.CAUSED_BY).stream()
                .filter(linked -> linked.isOpen() && linked.type().equals(type))
                .findFirst()
                .orElseGet(() ->
                        linked(wanted == FailureRule.PROBLEM ? problem(ledger, change) : incident(ledger, change)));
    }

    private static LinkedTicket linked(Ticket<?> opened) {
        return new LinkedTicket(opened.id(), opened.number(), opened.type(), opened.state());
    }

    private Ticket<Problem> problem(Ledger ledger, Ticket<Change> change) {
        OpenProblem input = OpenProblem.of(about(change)).from(ProblemOrigin.FAILED_CHANGE);
        return Problems.openAfter(
                ledger, problems, change.id(), input.showing(change.details().outcomeNotes()));
    }

    private Ticket<Incident> incident(Ledger ledger, Ticket<Change> change) {
        return ledger.open(incidents, about(change), draft -> draft.link(LinkType.CAUSED_BY, change.id()));
    }

    private static OpenTicket about(Ticket<Change> change) {
        Classification c = change.classification();
        return OpenTicket.titled(change.title())
                .describedAs(change.content().description())
                .inCategory(c.category())
                .onService(c.service())
                .touching(c.affected().toArray(String[]::new))
                .rated(c.impact(), c.urgency())
                .restrictedToGroups(
                        change.restrictedTo().stream().map(GroupId::value).toArray(String[]::new));
    }
}
