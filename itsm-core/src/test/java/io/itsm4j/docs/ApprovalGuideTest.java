package io.itsm4j.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.itsm4j.Itsm;
import io.itsm4j.actor.Actor;
import io.itsm4j.actor.Role;
import io.itsm4j.approval.Approvable;
import io.itsm4j.approval.Approval;
import io.itsm4j.approval.ApprovalMark;
import io.itsm4j.approval.ApprovalPolicy;
import io.itsm4j.approval.ApprovalStep;
import io.itsm4j.approval.Approvals;
import io.itsm4j.approval.Approver;
import io.itsm4j.approval.Asked;
import io.itsm4j.approval.Delegate;
import io.itsm4j.approval.Expiry;
import io.itsm4j.approval.Material;
import io.itsm4j.approval.Quorum;
import io.itsm4j.approval.Rounding;
import io.itsm4j.lifecycle.Action;
import io.itsm4j.lifecycle.Guard;
import io.itsm4j.lifecycle.Lifecycle;
import io.itsm4j.lifecycle.State;
import io.itsm4j.lifecycle.StateCategory;
import io.itsm4j.storage.PageRequest;
import io.itsm4j.testkit.MutableClock;
import io.itsm4j.testkit.Staff;
import io.itsm4j.ticket.OpenTicket;
import io.itsm4j.ticket.Reason;
import io.itsm4j.ticket.StandardActions;
import io.itsm4j.ticket.Step;
import io.itsm4j.ticket.Ticket;
import io.itsm4j.ticket.TicketId;
import io.itsm4j.ticket.TicketType;
import io.itsm4j.ticket.Tickets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ApprovalGuideTest {

    /** What only a trip has. */
    record Trip(long cost, @Nullable ApprovalMark approval) {

        Trip approvedBy(ApprovalMark mark) {
            return new Trip(cost, mark);
        }
    }

    private static final State NEW = State.of("NEW", StateCategory.NEW);
    private static final State WAITING = State.of("WAITING", StateCategory.PENDING);
    private static final State BOOKED = State.of("BOOKED", StateCategory.ACTIVE);
    private static final State REFUSED = State.of("REFUSED", StateCategory.CLOSED);
    private static final Action ASK = Action.of("ask");
    private static final Action BOOK = Action.of("book");
    private static final Action REFUSE = Action.of("refuse");

    private final Actor bob = Actor.of("acme", "bob", Role.AGENT);
    private final Actor carol = Actor.of("acme", "carol", Role.MANAGER);
    private final Actor dora = Actor.of("acme", "dora", Role.REQUESTER);

    private final MutableClock clock = MutableClock.at("2026-03-02T09:00:00Z");

    private static TicketType<Trip> type() {
        return TicketType.named("trip", "TRP", Trip.class, new Trip(0, null))
                .livingBy(StandardActions.addTo(Lifecycle.<Step<Trip>>named("trip")
                                .version(1)
                                .initial(NEW)
                                .transition(ASK)
                                .from(NEW)
                                .to(WAITING)
                                .by(Role.AGENT)
                                .transition(BOOK)
                                .from(WAITING)
                                .to(BOOKED)
                                .by(Role.SYSTEM)
                                .guardedBy(approved())
                                .transition(REFUSE)
                                .from(WAITING, BOOKED)
                                .to(REFUSED)
                                .by(Role.SYSTEM, Role.AGENT))
                        .build());
    }

    private static Guard<Step<Trip>> approved() {
        // region approval-guard
        Guard<Step<Trip>> approved = Guard.named(
                "IS_APPROVED",
                "the trip is not approved",
                step -> ApprovalMark.approves(step.details().approval()));
        // endregion
        return approved;
    }

    @Test
    void a_trip_is_approved_and_booked_in_one_transaction() {
        TicketType<Trip> type = type();
        // region approval-declare
        Approvable<Ticket<Trip>> trips = Approvable.tickets(
                type,
                Material.<Ticket<Trip>>of("title", Ticket::title)
                        .and("cost", trip -> trip.details().cost()),
                (trip, approval) -> Optional.of(
                        approval.state() == Approval.State.APPROVED ? BOOK : REFUSE), // in the deciding vote
                Trip::approvedBy);
        // endregion
        // region approval-policy
        ApprovalPolicy policy = ApprovalPolicy.named(
                "travel",
                ApprovalStep.asking("team", Approver.group("travel"))
                        .needing(Quorum.percent(50, Rounding.UP))
                        .reminding(Duration.ofHours(4))
                        .escalatingAfter(Duration.ofDays(1), Approver.role(Role.MANAGER)),
                ApprovalStep.asking("manager", Approver.role(Role.MANAGER)).within(Duration.ofDays(2), Expiry.REJECT));
        // endregion
        Staff staff = new Staff()
                .person("bob", Set.of(Role.AGENT))
                .person("carol", Set.of(Role.MANAGER))
                .person("dora", Set.of(Role.REQUESTER), "travel")
                .person("egon", Set.of(Role.REQUESTER), "travel");
        Itsm itsm = Itsm.builder()
                .clock(clock)
                .directory(staff)
                .type(type)
                .approvable(trips)
                .build();
        Tickets<Trip> desk = itsm.as(bob).tickets(type);
        TicketId id = desk.open(OpenTicket.titled("Conference").requestedBy("alice"), new Trip(900, null))
                .id();

        // region approval-ask
        desk.act(id, ASK, Reason.NONE, draft -> {
            Approval asked = trips.request(draft.ledger(), draft.preview(), policy);
            draft.details(draft.details().approvedBy(asked.mark()));
        });
        // endregion

        // region approval-vote
        Approvals mine = itsm.as(dora).approvals();
        Asked first = mine.mine(PageRequest.all()).items().get(0);
        mine.approve(first.approval()); // one of two is half of them
        itsm.as(carol).approvals().approve(first.approval());
        List<String> why = itsm.as(carol).approvals().explain(first.approval()).lines();
        // endregion

        assertThat(desk.get(id).state()).isEqualTo(BOOKED);
        assertThat(why).hasSizeGreaterThan(2);
    }

    @Test
    void somebody_stands_in() {
        Itsm itsm = Itsm.builder().clock(clock).build();
        Instant monday = clock.instant();
        // region approval-delegate
        itsm.as(dora).approvals().delegate(Delegate.to("egon", monday, monday.plus(Duration.ofDays(14))));
        // endregion

        assertThat(itsm.as(dora).approvals().delegations(PageRequest.all()).items())
                .hasSize(1);
    }
}
