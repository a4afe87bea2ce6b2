package io.itsm4j.jpa;

import io.itsm4j.actor.PersonId;
import io.itsm4j.actor.TenantId;
import io.itsm4j.approval.Approval;
import io.itsm4j.approval.Approvals;
import io.itsm4j.approval.Asked;
import io.itsm4j.approval.Delegation;
import io.itsm4j.approval.Subject;
import io.itsm4j.approval.Vote;
import io.itsm4j.change.Booking;
import io.itsm4j.change.ChangeWindow;
import io.itsm4j.change.Changes;
import io.itsm4j.journal.ChainHead;
import io.itsm4j.jpa.fixture.Tickets;
import io.itsm4j.storage.Query;
import io.itsm4j.storage.RecordKind;
import io.itsm4j.storage.Sort;
import io.itsm4j.storage.UnitOfWork;
import io.itsm4j.ticket.Kinds;
import io.itsm4j.ticket.TicketId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** What approvals and changes ask the store. */
final class ChangeQuestions {

    static final String TABLES =
            ", itsm_approval, itsm_vote, itsm_asked, itsm_delegation, itsm_booking, itsm_change_window";

    private ChangeQuestions() {}

    static List<RecordKind<?>> kinds() {
        List<RecordKind<?>> kinds = new ArrayList<>(Kinds.ALL);
        kinds.addAll(Approvals.KINDS);
        kinds.addAll(Changes.KINDS);
        return kinds;
    }

    static void into(Map<String, Consumer<UnitOfWork>> all, TenantId tenant) {
        Instant noon = Tickets.NOON;
        PersonId person = new PersonId("p7");
        all.put(
                "votes that are out",
                work -> work.list(Query.of(Asked.KIND, tenant, Asked.PRINCIPAL.in(List.of(person)))
                        .sortedBy(Sort.ascending(Asked.ASKED_AT))
                        .limitedTo(50)));
        all.put("who is asked", work -> work.list(Query.of(Asked.KIND, tenant, Asked.APPROVAL.is("a"))));
        all.put("votes of an approval", work -> work.list(Query.of(Vote.KIND, tenant, Vote.APPROVAL.is("a"))));
        all.put(
                "approvals of a subject",
                work -> work.list(Query.of(Approval.KIND, tenant, Approval.SUBJECT_ID.is("s"))));
        all.put(
                "approvals due",
                work -> work.list(Query.of(Approval.KIND, null, Approval.DUE_AT.atMost(noon))
                        .sortedBy(Sort.ascending(Approval.DUE_AT))
                        .limitedTo(100)));
        all.put(
                "who stands in",
                work -> work.list(Query.of(
                        Delegation.KIND,
                        tenant,
                        Delegation.PRINCIPAL.in(List.of(person)).and(Delegation.UNTIL.after(noon)))));
        all.put(
                "for whom somebody stands in",
                work -> work.list(Query.of(
                        Delegation.KIND, tenant, Delegation.DELEGATE.is(person).and(Delegation.UNTIL.after(noon)))));
        all.put(
                "who holds an item",
                work -> work.list(Query.of(
                        Booking.KIND,
                        tenant,
                        Booking.CI
                                .in(List.of("ci-1", "ci-2"))
                                .and(Booking.END.after(noon))
                                .and(Booking.START.before(noon.plusSeconds(60)))
                                .and(Booking.DIRECT.is(true).or(Booking.CI.in(List.of("ci-1")))))));
        all.put(
                "what lies ahead",
                work -> work.list(Query.of(
                                Booking.KIND,
                                tenant,
                                Booking.LEAD
                                        .is(true)
                                        .and(Booking.START.before(noon.plusSeconds(60)))
                                        .and(Booking.END.after(noon)))
                        .sortedBy(Sort.ascending(Booking.START))
                        .limitedTo(51)));
        all.put(
                "what a change holds",
                work -> work.list(Query.of(Booking.KIND, tenant, Booking.CHANGE.is(TicketId.of(Tickets.id())))));
        all.put(
                "windows to come",
                work -> work.list(
                        Query.of(ChangeWindow.KIND, tenant, ChangeWindow.OVER_AT.after(noon.plusSeconds(590)))));
    }

    static void fill(UnitOfWork work, TenantId tenant, int i) {
        PersonId person = new PersonId("p" + i % 50);
        Instant at = Tickets.NOON.plusSeconds(i);
        String id = Tickets.id();
        Subject subject = new Subject("change", Tickets.id(), "CHG" + i);
        work.insert(Asked.KIND, new Asked(id, tenant, Tickets.id(), subject, "s", person, at));
        work.insert(
                Vote.KIND,
                new Vote(
                        id,
                        tenant,
                        Tickets.id(),
                        1,
                        "s",
                        person,
                        person,
                        io.itsm4j.approval.Choice.APPROVE,
                        null,
                        1,
                        "0",
                        at));
        work.insert(
                Delegation.KIND,
                new Delegation(
                        id,
                        tenant,
                        person,
                        new PersonId("q" + i % 50),
                        at,
                        at.plusSeconds(60),
                        null,
                        null,
                        1,
                        ChainHead.NONE));
        work.insert(
                Booking.KIND,
                new Booking(
                        id,
                        tenant,
                        TicketId.of(Tickets.id()),
                        "CHG" + i,
                        "ci-" + i % 100,
                        i % 2 == 0,
                        i % 2 == 0,
                        at,
                        at.plusSeconds(60)));
        work.insert(
                ChangeWindow.KIND,
                new ChangeWindow(
                        id,
                        tenant,
                        ChangeWindow.Kind.FREEZE,
                        "w" + i,
                        ChangeWindow.Scope.EVERYTHING,
                        "",
                        at.minusSeconds(60),
                        at,
                        java.time.ZoneOffset.UTC,
                        null,
                        null,
                        1,
                        ChainHead.NONE));
        work.insert(Approval.KIND, approval(id, tenant, subject, person, at));
    }

    private static Approval approval(String id, TenantId tenant, Subject subject, PersonId person, Instant at) {
        return new Approval(
                id,
                tenant,
                subject,
                Approval.State.APPROVED,
                1,
                1,
                "0",
                io.itsm4j.approval.ApprovalPolicy.named(
                        "p",
                        io.itsm4j.approval.ApprovalStep.asking(
                                "s", io.itsm4j.approval.Approver.person(person.value()))),
                List.of(),
                0,
                Set.of(person),
                Set.of(),
                person,
                at,
                at,
                at,
                1,
                ChainHead.NONE);
    }
}
