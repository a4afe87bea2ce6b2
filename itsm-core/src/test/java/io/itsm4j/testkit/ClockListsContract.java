package io.itsm4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.itsm4j.InvalidInput;
import io.itsm4j.Itsm;
import io.itsm4j.NotFound;
import io.itsm4j.incident.HoldIncident;
import io.itsm4j.incident.Incident;
import io.itsm4j.incident.Incidents;
import io.itsm4j.sla.Agreement;
import io.itsm4j.sla.ClockStatus;
import io.itsm4j.sla.Fact;
import io.itsm4j.sla.Infeasibility;
import io.itsm4j.sla.Metric;
import io.itsm4j.sla.ServiceLevels;
import io.itsm4j.sla.SlaClock;
import io.itsm4j.storage.Criterion;
import io.itsm4j.storage.Page;
import io.itsm4j.storage.PageRequest;
import io.itsm4j.ticket.AddComment;
import io.itsm4j.ticket.Assign;
import io.itsm4j.ticket.Impact;
import io.itsm4j.ticket.OpenTicket;
import io.itsm4j.ticket.Priority;
import io.itsm4j.ticket.Restrict;
import io.itsm4j.ticket.Ticket;
import io.itsm4j.ticket.TicketId;
import io.itsm4j.ticket.UpdateTicket;
import io.itsm4j.ticket.Urgency;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** How clocks are listed, to whom they are shown, and what is found that cannot be held. */
public abstract class ClockListsContract extends MeasuredContract {

    @Test
    void lists_clocks_by_what_is_next_by_share_and_by_breach() {
        Itsm itsm = itsm(gold().promising(within(Metric.RESOLUTION, 4)));
        Incidents incidents = itsm.as(bob).incidents();
        ServiceLevels levels = itsm.as(bob).serviceLevels();
        List<TicketId> ids = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            ids.add(incidents.open(OpenTicket.titled("VPN " + i)).id());
            clock.advance(Duration.ofMinutes(30));
        }
        incidents.resolve(ids.get(4), FIXED);
        Criterion<SlaClock> open = SlaClock.IS_OPEN.is(true);
        Page<SlaClock> first = levels.page(PageRequest.of(open).ofSize(3));
        Page<SlaClock> second =
                levels.page(PageRequest.of(open).ofSize(3).at(first.next().orElseThrow()));
        assertThat(first.items()).extracting(SlaClock::ticket).containsExactly(ids.get(0), ids.get(1), ids.get(2));
        assertThat(second.items()).extracting(SlaClock::ticket).containsExactly(ids.get(3));

        clock.set(time("2026-03-02T12:00:00Z"));
        assertThat(levels.count(SlaClock.elapsedAtLeast(50, clock.instant()))).isEqualTo(3);
        assertThat(levels.count(SlaClock.elapsedAtLeast(75, clock.instant()))).isEqualTo(1);
        clock.set(time("2026-03-02T13:00:00.000001Z"));
        assertThat(levels.count(SlaClock.breachedBy(clock.instant()))).isEqualTo(1);
        assertThat(levels.count(SlaClock.IS_BREACHED.is(true))).isZero();
        itsm.processDue(100);
        assertThat(levels.count(SlaClock.IS_BREACHED.is(true))).isEqualTo(1);
        refused(InvalidInput.class, "QUERY_FILTER", () -> SlaClock.elapsedAtLeast(33, clock.instant()));
    }

    @Test
    void lists_open_clocks_by_what_their_tickets_are_now() {
        Itsm itsm = itsm(Agreement.sla("gold", "Gold", within(Metric.RESPONSE, 1), within(Metric.RESOLUTION, 8)));
        Incidents incidents = itsm.as(bob).incidents();
        ServiceLevels levels = itsm.as(bob).serviceLevels();
        TicketId id = incidents
                .open(OpenTicket.titled("VPN").forGroup("desk").ofUnit("north").onService("vpn"))
                .id();
        clock.advance(Duration.ofMinutes(10));
        incidents.start(id);
        Criterion<SlaClock> open = SlaClock.IS_OPEN.is(true);
        assertThat(levels.count(open.and(SlaClock.GROUP.is("desk")))).isEqualTo(1);

        clock.advance(Duration.ofMinutes(10));
        incidents.assign(id, Assign.to("network", null));
        assertThat(levels.count(open.and(SlaClock.GROUP.is("network")))).isEqualTo(1);
        assertThat(levels.count(SlaClock.GROUP.is("desk"))).isEqualTo(1);
        assertThat(clock(levels, id, Metric.RESPONSE).group()).isEqualTo("desk");

        incidents.tickets().update(id, UpdateTicket.rate(Impact.HIGH, Urgency.HIGH));
        assertThat(levels.count(open.and(SlaClock.PRIORITY.is(Priority.CRITICAL))))
                .isEqualTo(1);
        incidents.tickets().update(id, UpdateTicket.NOTHING.onService("mail"));
        assertThat(levels.count(open.and(SlaClock.SERVICE.is("mail")))).isEqualTo(1);
        incidents.tickets().update(id, UpdateTicket.NOTHING.ofUnit("south"));
        assertThat(levels.count(open.and(SlaClock.CUSTOMER.is("south")))).isEqualTo(1);

        SlaClock row = clock(levels, id, Metric.RESOLUTION);
        assertThat(row.dueAt()).isEqualTo(time("2026-03-02T17:00:00Z"));
        incidents.tickets().comment(id, AddComment.publicly("still at it"));
        assertThat(clock(levels, id, Metric.RESOLUTION)).isEqualTo(row);
    }

    @Test
    void a_clock_that_is_held_at_its_due_instant_is_not_listed_as_breached() {
        Itsm itsm = itsm(Agreement.sla("gold", "Gold", within(Metric.RESOLUTION, 5)));
        Incidents incidents = itsm.as(bob).incidents();
        ServiceLevels levels = itsm.as(bob).serviceLevels();
        TicketId held = incidents.open(OpenTicket.titled("held in time")).id();
        TicketId late = incidents.open(OpenTicket.titled("held too late")).id();
        TicketId running = incidents.open(OpenTicket.titled("not held")).id();
        clock.set(time("2026-03-02T14:00:00Z"));
        incidents.hold(held, HoldIncident.untilCallerAnswers("?"));
        clock.set(time("2026-03-02T14:00:00.000001Z"));
        incidents.hold(late, HoldIncident.untilCallerAnswers("?"));
        clock.set(time("2026-03-02T15:00:00Z"));

        assertThat(clock(levels, held, Metric.RESOLUTION).status()).isEqualTo(ClockStatus.PAUSED);
        assertThat(levels.explain(held).get(0).breachedAt()).isNull();
        assertThat(levels.page(PageRequest.of(SlaClock.breachedBy(clock.instant())))
                        .items())
                .extracting(SlaClock::ticket)
                .containsExactlyInAnyOrder(late, running);
        assertThat(levels.count(SlaClock.elapsedAtLeast(100, clock.instant()))).isEqualTo(3);

        incidents.resume(held);
        assertThat(levels.count(SlaClock.breachedBy(clock.instant()))).isEqualTo(2);
        clock.advance(Duration.ofNanos(1_000));
        assertThat(levels.count(SlaClock.breachedBy(clock.instant()))).isEqualTo(3);
    }

    @Test
    void shows_the_clocks_of_a_restricted_ticket_to_those_who_see_the_ticket() {
        Itsm itsm = itsm(gold());
        Ticket<Incident> ticket = itsm.as(bob).incidents().open(OpenTicket.titled("Salary"));
        itsm.as(carol).incidents().tickets().restrict(ticket.id(), new Restrict(Set.of("network", "hr")));

        assertThat(itsm.as(bob).serviceLevels().count(Criterion.all())).isEqualTo(2);
        assertThat(itsm.as(bob).serviceLevels().clocks(ticket.id())).hasSize(2);
        assertThat(itsm.as(carol).serviceLevels().count(Criterion.all())).isZero();
        refused(
                NotFound.class,
                "NOT_FOUND",
                () -> itsm.as(carol).serviceLevels().clocks(ticket.id()));
        refused(
                NotFound.class,
                "NOT_FOUND",
                () -> itsm.as(carol).serviceLevels().explain(ticket.id()));
    }

    @Test
    void finds_what_cannot_be_held() {
        Agreement sla = gold().promising(within(Metric.RESOLUTION, 8)).forServices("mail");
        Agreement ola =
                Agreement.ola("inside", "Inside", within(Metric.RESOLUTION, 6)).on("office");
        Agreement uc = Agreement.uc(
                        "line",
                        "Line",
                        "telecom",
                        Fact.PENDING_REASON.is("VENDOR"),
                        within(Metric.RESOLUTION, 7).when("mail", Fact.SERVICE.is("mail")),
                        within(Metric.RESOLUTION, 5))
                .on("office");
        Itsm itsm = itsm(sla, ola, uc);
        List<Infeasibility> found = itsm.as(carol).serviceLevels().feasibility();
        assertThat(found).singleElement().satisfies(one -> {
            assertThat(one.promising()).isEqualTo("inside");
            assertThat(one.resting()).isEqualTo("line");
            assertThat(one.ticket()).containsEntry("service", "mail");
            assertThat(one.heldAt()).isAfter(one.promisedAt());
        });
    }

    @Test
    void finds_what_cannot_be_held_for_one_category_only() {
        Agreement ola = Agreement.ola(
                "inside",
                "Inside",
                within(Metric.RESOLUTION, 9).when("slow", Fact.CATEGORY.is("hardware")),
                within(Metric.RESOLUTION, 6));
        Itsm itsm = itsm(gold().promising(within(Metric.RESOLUTION, 8)).on(Agreement.ALWAYS), ola);
        List<Infeasibility> found = itsm.as(carol).serviceLevels().feasibility();
        assertThat(found).singleElement().satisfies(one -> {
            assertThat(one.promising()).isEqualTo("gold");
            assertThat(one.restingTarget()).isEqualTo("slow");
            assertThat(one.ticket()).isEqualTo(Map.of("category", "hardware"));
            assertThat(Duration.between(one.start(), one.promisedAt())).isEqualTo(Duration.ofHours(8));
            assertThat(Duration.between(one.start(), one.heldAt())).isEqualTo(Duration.ofHours(9));
        });
    }
}
