package io.itsm4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.itsm4j.Conflict;
import io.itsm4j.HostFault;
import io.itsm4j.InvalidInput;
import io.itsm4j.Itsm;
import io.itsm4j.NotFound;
import io.itsm4j.RuleViolated;
import io.itsm4j.TransitionRefused;
import io.itsm4j.actor.PersonId;
import io.itsm4j.incident.HoldIncident;
import io.itsm4j.incident.HoldReason;
import io.itsm4j.incident.Incident;
import io.itsm4j.incident.IncidentPolicy;
import io.itsm4j.incident.IncidentVerbs;
import io.itsm4j.incident.Incidents;
import io.itsm4j.lifecycle.Guard;
import io.itsm4j.lifecycle.StateCategory;
import io.itsm4j.storage.PageRequest;
import io.itsm4j.ticket.BulkReport;
import io.itsm4j.ticket.ChangeWatchers;
import io.itsm4j.ticket.CloseRule;
import io.itsm4j.ticket.CommandOptions;
import io.itsm4j.ticket.LinkType;
import io.itsm4j.ticket.OpenTicket;
import io.itsm4j.ticket.People;
import io.itsm4j.ticket.Step;
import io.itsm4j.ticket.Ticket;
import io.itsm4j.ticket.TicketAttributes;
import io.itsm4j.ticket.TicketId;
import io.itsm4j.ticket.Tickets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Steps that must not be taken, not twice, not any more, or not in a circle. */
public abstract class HostileSteps extends Hostile {

    private Tickets<Incident> tickets() {
        return incidents().tickets();
    }

    @Test
    void h30_a_step_that_is_not_in_the_table_is_refused_with_what_is_allowed_now() {
        Ticket<Incident> fresh = opened("Printer");
        TransitionRefused refusal = refusedWithoutTrace(
                TransitionRefused.class,
                "TRANSITION",
                () -> incidents().close(fresh.id()),
                () -> incidents().resolve(fresh.id(), fixed()));
        assertThat(refusal.allowedActions())
                .contains("start", "hold", "resolve", "cancel")
                .doesNotContain("close");
        says(refusal, fresh.number(), "close", "start", "AGENT");
    }

    @Test
    void h30_a_guard_that_throws_or_answers_null_is_the_hosts_fault_and_nothing_changes() {
        List<Guard<Step<HostJob>>> broken = List.of(
                Guard.named("THROWS", "never seen", step -> {
                    throw new IllegalStateException("host bug");
                }),
                new Guard<>() {
                    @Override
                    public String name() {
                        return "NULLS";
                    }

                    @Override
                    @SuppressWarnings("NullAway")
                    public io.itsm4j.lifecycle.Verdict check(Step<HostJob> step) {
                        return null;
                    }
                });
        for (Guard<Step<HostJob>> guard : broken) {
            var type = HostJob.type(guard);
            Tickets<HostJob> jobs = scene().type(type).build().as(bob).tickets(type);
            TicketId id = jobs.open(OpenTicket.titled("Job")).id();
            HostFault fault =
                    refusedWithoutTrace(HostFault.class, "HOST_GUARD", () -> jobs.act(id, HostJob.FINISH, "done"));
            says(fault, guard.name());
            assertThat(jobs.get(id).state()).isEqualTo(HostJob.WAITING);
            assertThat(jobs.get(id).version()).isEqualTo(1);
        }
    }

    @Test
    void h31_the_same_step_with_the_same_key_is_done_once_and_answered_twice() {
        TicketId id = opened("Printer").id();
        Incidents keyed = incidents().with(CommandOptions.NONE.withKey("once"));
        Ticket<Incident> first = keyed.start(id);
        int events = heard.size();
        incidents().comment(id, io.itsm4j.ticket.AddComment.internally("meanwhile"));
        Ticket<Incident> second = keyed.start(id);
        assertThat(second.repeated()).isTrue();
        assertThat(second.resultVersion()).isEqualTo(first.version());
        assertThat(second.version()).isEqualTo(first.version() + 1);
        assertThat(heard.subList(events, heard.size()))
                .extracting(event -> event.action())
                .containsExactly("comment");
    }

    @Test
    void h32_the_same_key_with_another_input_is_refused() {
        TicketId id = opened("Printer").id();
        Incidents keyed = incidents().with(CommandOptions.NONE.withKey("once"));
        keyed.cancel(id, "mistake");
        Conflict refusal = refusedWithoutTrace(
                Conflict.class,
                "IDEMPOTENCY_MISMATCH",
                () -> keyed.cancel(id, "another"),
                () -> keyed.cancel(id, "mistake"));
        assertThat(refusal.retryable()).isFalse();
        refusedWithoutTrace(Conflict.class, "IDEMPOTENCY_MISMATCH", () -> keyed.open(OpenTicket.titled("x")));
        for (String key : List.of("", " ", "x".repeat(101))) {
            refusedField(
                    "idempotencyKey",
                    key.isBlank() ? "REQUIRED" : "TOO_LONG",
                    () -> incidents().with(CommandOptions.NONE.withKey(key)).open(OpenTicket.titled("x")),
                    () -> incidents()
                            .with(CommandOptions.NONE.withKey("x".repeat(100)))
                            .open(OpenTicket.titled("x")));
        }
    }

    @Test
    void h33_a_stale_version_is_a_conflict_that_says_who_changed_it_when() {
        Ticket<Incident> seen = opened("Printer");
        clock.advance(Duration.ofMinutes(5));
        Ticket<Incident> newer = itsm.as(carol).incidents().start(seen.id());
        Conflict conflict = refusedWithoutTrace(
                Conflict.class,
                "CONFLICT",
                () -> incidents().with(CommandOptions.expecting(seen.version())).resolve(seen.id(), fixed()),
                () -> incidents()
                        .with(CommandOptions.expecting(newer.version()))
                        .resolve(seen.id(), fixed()));
        says(conflict, seen.number(), "1", "2", "carol", "2026-03-02T09:05:00Z");
        assertThat(conflict.detail()).containsEntry("current", 2L).containsEntry("expected", 1L);
    }

    @Test
    void h35_nothing_merges_into_itself_or_into_what_has_ended() {
        TicketId a = opened("a").id();
        TicketId b = opened("b").id();
        TicketId c = opened("c").id();
        refusedWithoutTrace(
                RuleViolated.class,
                "MERGE_SELF",
                () -> tickets().merge(a, a),
                () -> tickets().merge(a, b));
        refusedWithoutTrace(
                RuleViolated.class,
                "MERGE_MERGED",
                () -> tickets().merge(c, a),
                () -> tickets().merge(c, b));
        refusedWithoutTrace(
                TransitionRefused.class, "TRANSITION", () -> tickets().merge(a, b));
        refusedWithoutTrace(RuleViolated.class, "MERGE_MERGED", () -> tickets().merge(b, a));
        TicketId ended = resolved("done").id();
        incidents().close(ended);
        refusedWithoutTrace(RuleViolated.class, "MERGE_ENDED", () -> tickets().merge(b, ended));
    }

    @Test
    void h35_nothing_merges_across_tenants_or_types() {
        var type = HostJob.type();
        Itsm both = scene().type(type).build();
        TicketId incident =
                both.as(bob).incidents().open(OpenTicket.titled("i")).id();
        TicketId job = both.as(bob).tickets(type).open(OpenTicket.titled("j")).id();
        TicketId theirs =
                both.as(rival).incidents().open(OpenTicket.titled("t")).id();
        for (TicketId other : List.of(job, theirs)) {
            refusedWithoutTrace(
                    NotFound.class,
                    "NOT_FOUND",
                    () -> both.as(bob).incidents().tickets().merge(incident, other));
            refusedWithoutTrace(
                    NotFound.class,
                    "NOT_FOUND",
                    () -> both.as(bob).incidents().tickets().merge(other, incident));
        }
    }

    @Test
    void h35_a_chain_of_fifty_merges_leads_to_its_end() {
        List<TicketId> chain =
                IntStream.range(0, 51).mapToObj(i -> opened("t" + i).id()).toList();
        for (int i = 0; i < 50; i++) {
            tickets().merge(chain.get(i), chain.get(i + 1));
        }
        assertThat(tickets().resolveMerged(chain.get(0)).id()).isEqualTo(chain.get(50));
        assertThat(tickets().get(chain.get(49)).state().category()).isEqualTo(StateCategory.CLOSED);
    }

    @Test
    void h36_no_ticket_becomes_its_own_ancestor_and_a_tree_has_ten_levels() {
        List<TicketId> line = new ArrayList<>();
        line.add(opened("0").id());
        for (int i = 1; i < 10; i++) {
            line.add(incidents()
                    .open(OpenTicket.titled("" + i).under(line.get(i - 1)))
                    .id());
        }
        TicketId top = line.get(0);
        refusedWithoutTrace(RuleViolated.class, "PARENT_CYCLE", () -> tickets().placeUnder(top, top));
        for (TicketId descendant : line.subList(1, 10)) {
            refusedWithoutTrace(
                    RuleViolated.class, "PARENT_CYCLE", () -> tickets().placeUnder(top, descendant));
        }
        says(
                refusedWithoutTrace(
                        RuleViolated.class,
                        "TREE_TOO_DEEP",
                        () -> incidents().open(OpenTicket.titled("10").under(line.get(9))),
                        () -> incidents().open(OpenTicket.titled("10").under(line.get(8)))),
                "10");
        TicketId above = opened("above").id();
        refusedWithoutTrace(
                RuleViolated.class,
                "TREE_TOO_DEEP",
                () -> tickets().placeUnder(top, above),
                () -> tickets().placeUnder(line.get(1), above));
    }

    @Test
    void h36_a_parent_passes_its_resolution_to_all_children_at_once() {
        int children = FULL ? 10_000 : 60;
        TicketId parent = opened("parent").id();
        for (int i = 0; i < children; i++) {
            incidents().open(OpenTicket.titled("child " + i).under(parent));
        }
        incidents().resolve(parent, fixed());
        assertThat(itsm.as(bob).queue().count(TicketAttributes.STATE_CATEGORY.is(StateCategory.RESOLVED)))
                .isEqualTo(children + 1L);
        assertThat(itsm.verify(ACME).isIntact()).isTrue();
    }

    @Test
    void h37_a_parent_does_not_close_over_open_children_where_they_block() {
        Itsm on = scene().incidentPolicy(IncidentPolicy.STANDARD.children(CloseRule.BLOCK))
                .build();
        TicketId parent = family(on);
        TransitionRefused refusal = refusedWithoutTrace(
                TransitionRefused.class, "GUARD", () -> on.as(bob).incidents().close(parent));
        assertThat(refusal.failedGuards()).containsExactly("NO_OPEN_CHILDREN");
    }

    @Test
    void h37_a_parent_closes_its_children_in_one_pass_where_they_follow() {
        Itsm on = scene().incidentPolicy(IncidentPolicy.STANDARD.children(CloseRule.CASCADE))
                .build();
        TicketId parent = family(on);
        int before = heard.size();
        on.as(bob).incidents().close(parent);
        assertThat(states(on)).containsOnly("CLOSED");
        assertThat(heard.subList(before, heard.size()))
                .extracting(event -> event.action())
                .containsExactly("close", "resolve", "close", "resolve", "close");
    }

    @Test
    void h37_children_stay_open_where_nobody_asks_them() {
        Itsm on = scene().incidentPolicy(IncidentPolicy.STANDARD.children(CloseRule.IGNORE))
                .build();
        on.as(bob).incidents().close(family(on));
        assertThat(states(on)).containsExactlyInAnyOrder("CLOSED", "NEW");
    }

    /** A resolved parent with two open children. */
    private TicketId family(Itsm on) {
        Incidents desk = on.as(bob).incidents();
        TicketId parent = desk.open(OpenTicket.titled("parent")).id();
        desk.resolve(parent, fixed());
        desk.open(OpenTicket.titled("one").under(parent));
        desk.open(OpenTicket.titled("two").under(parent));
        return parent;
    }

    private Set<String> states(Itsm on) {
        return on.as(bob).queue().page(PageRequest.all()).items().stream()
                .map(summary -> summary.state().name())
                .collect(Collectors.toSet());
    }

    @Test
    void h38_links_are_a_set_in_both_directions() {
        TicketId a = opened("a").id();
        TicketId b = opened("b").id();
        tickets().link(a, LinkType.RELATED_TO, b);
        tickets().link(a, LinkType.RELATED_TO, b);
        tickets().link(b, LinkType.RELATED_TO, a);
        assertThat(tickets().links(a)).hasSize(1);
        assertThat(tickets().links(b)).hasSize(1);
        tickets().unlink(b, LinkType.RELATED_TO, a);
        tickets().unlink(b, LinkType.RELATED_TO, a);
        assertThat(tickets().links(a)).isEmpty();
    }

    @Test
    void h38_a_link_to_itself_to_nothing_of_the_engines_own_kind_or_in_a_circle_is_refused() {
        TicketId a = opened("a").id();
        TicketId b = opened("b").id();
        refusedWithoutTrace(RuleViolated.class, "LINK_SELF", () -> tickets().link(a, LinkType.RELATED_TO, a));
        refusedWithoutTrace(NotFound.class, "NOT_FOUND", () -> tickets().link(a, LinkType.RELATED_TO, NOBODYS));
        refusedWithoutTrace(RuleViolated.class, "LINK_TYPE", () -> tickets().link(a, LinkType.MERGED_INTO, b));
        tickets().link(a, LinkType.DUPLICATE_OF, b);
        says(
                refusedWithoutTrace(
                        RuleViolated.class,
                        "LINK_CYCLE",
                        () -> tickets().link(b, LinkType.DUPLICATE_OF, a),
                        () -> tickets().link(b, LinkType.RELATED_TO, a)),
                "DUPLICATE_OF");
        assertThat(catchThrowableOfType(IllegalArgumentException.class, () -> LinkType.valueOf("MARRIED_TO")))
                .isNotNull();
    }

    @Test
    void h41_reopening_ends_with_the_window_and_happens_once() {
        TicketId id = resolved("Printer").id();
        clock.advance(Duration.ofDays(14));
        incidents().reopen(id, "still broken");
        refusedWithoutTrace(
                TransitionRefused.class, "TRANSITION", () -> incidents().reopen(id, "again"));
        incidents().resolve(id, fixed());
        clock.advance(Duration.ofDays(14).plusNanos(1_000));
        TransitionRefused late = refusedWithoutTrace(
                TransitionRefused.class,
                "GUARD",
                () -> incidents().reopen(id, "late"),
                () -> incidents().followUp(id, "again"));
        assertThat(late.failedGuards()).containsExactly("WITHIN_REOPEN_WINDOW");
        assertThat(incidents().get(id).times().reopens()).isEqualTo(1);
    }

    @Test
    void h41_what_was_merged_is_not_reopened_but_taken_out_again() {
        TicketId a = opened("a").id();
        TicketId b = opened("b").id();
        tickets().merge(a, b);
        refusedWithoutTrace(
                TransitionRefused.class,
                "TRANSITION",
                () -> incidents().reopen(a, "x"),
                () -> tickets().undoMerge(a));
        refusedWithoutTrace(
                TransitionRefused.class, "TRANSITION", () -> tickets().undoMerge(a));
    }

    @Test
    void h83_a_state_taken_out_of_the_definition_under_open_tickets_stops_the_start_with_counts() {
        var before = HostJob.type();
        Tickets<HostJob> jobs = scene().type(before).build().as(bob).tickets(before);
        for (int i = 0; i < 3; i++) {
            jobs.open(OpenTicket.titled("job " + i));
        }
        RuleViolated stop = refusedWithoutTrace(
                RuleViolated.class,
                "LIFECYCLE_STATES",
                () -> scene().type(HostJob.withoutWaiting()).build(),
                () -> scene().type(before).build());
        says(stop, "job", "WAITING=3", "QUEUED");
    }

    @Test
    void h88_a_bulk_command_answers_for_each_ticket_and_hides_which_are_forbidden_and_which_are_not_there() {
        int many = FULL ? 9_996 : 40;
        List<TicketId> ids = new ArrayList<>(
                IntStream.range(0, many).mapToObj(i -> opened("t" + i).id()).toList());
        TicketId forbidden = itsm.as(carol)
                .incidents()
                .open(OpenTicket.titled("secret").restrictedToGroups("hr"))
                .id();
        TicketId ended = opened("ended").id();
        incidents().cancel(ended, "mistake");
        TicketId stale = opened("stale").id();
        incidents().comment(stale, io.itsm4j.ticket.AddComment.internally("meanwhile"));
        ids.add(1, forbidden);
        ids.add(2, NOBODYS);
        ids.add(3, ended);
        ids.add(4, stale);
        Map<TicketId, Long> seen = new LinkedHashMap<>();
        ids.forEach(id -> seen.put(id, id.equals(ended) ? 2L : 1L));
        BulkReport report = tickets().bulk(seen, IncidentVerbs.start());
        assertThat(report.items()).extracting(BulkReport.Item::id).containsExactlyElementsOf(ids);
        assertThat(report.done()).isEqualTo(many);
        assertThat(report.refused())
                .extracting(item -> item.refusal().code())
                .containsExactly("NOT_FOUND", "NOT_FOUND", "TRANSITION", "CONFLICT");
        assertThat(incidents().get(stale).version()).isEqualTo(2);
        var refusals = report.refused();
        assertThat(refusals.get(0).refusal().getMessage().replace(forbidden.value(), ""))
                .isEqualTo(refusals.get(1).refusal().getMessage().replace(NOBODYS.value(), ""));
        assertThat(itsm.as(bob).queue().count(TicketAttributes.STATE_CATEGORY.is(StateCategory.ACTIVE)))
                .isEqualTo(many);
        List<TicketId> tooMany =
                IntStream.range(0, 10_001).mapToObj(i -> NOBODYS).toList();
        refusedField(
                "ids",
                "TOO_MANY",
                () -> tickets().bulk(tooMany, IncidentVerbs.start()),
                () -> tickets().bulk(List.of(NOBODYS), IncidentVerbs.start()));
    }

    @Test
    void h88_a_bulk_command_that_is_sent_again_with_its_key_does_nothing_twice() {
        List<TicketId> ids = List.of(opened("a").id(), opened("b").id());
        Tickets<Incident> keyed = tickets().with(CommandOptions.key("monday"));
        assertThat(keyed.bulk(ids, IncidentVerbs.start()).done()).isEqualTo(2);
        int events = heard.size();
        BulkReport again = keyed.bulk(ids, IncidentVerbs.start());
        assertThat(again.done()).isEqualTo(2);
        assertThat(again.items()).extracting(BulkReport.Item::version).containsExactly(2L, 2L);
        assertThat(heard).hasSize(events);
    }

    @Test
    void h89_watchers_are_a_set_with_a_limit() {
        TicketId id = opened("Printer").id();
        String[] most =
                IntStream.range(0, People.WATCHERS).mapToObj(i -> "p" + i).toArray(String[]::new);
        String[] more = IntStream.range(0, FULL ? 100_000 : People.WATCHERS + 1)
                .mapToObj(i -> "p" + i)
                .toArray(String[]::new);
        refusedField(
                "watchers",
                "TOO_MANY",
                () -> incidents().open(OpenTicket.titled("x").watchedBy(more)),
                () -> incidents().open(OpenTicket.titled("x").watchedBy(most)));
        tickets().watch(id, new ChangeWatchers(Set.of(most), Set.of()));
        tickets().watch(id, new ChangeWatchers(Set.of("p0", "p1"), Set.of()));
        assertThat(incidents().get(id).people().watchers()).hasSize(People.WATCHERS);
        refusedField(
                "watchers",
                "TOO_MANY",
                () -> tickets().watch(id, new ChangeWatchers(Set.of("one-more"), Set.of())),
                () -> tickets().watch(id, new ChangeWatchers(Set.of("one-more"), Set.of("p0"))));
    }

    @Test
    void h89_the_same_person_by_mail_and_by_id_is_one_watcher_where_the_directory_says_so() {
        Incidents desk = scene().directory(new OnePerson("carol", "carol@acme.example"))
                .build()
                .as(bob)
                .incidents();
        TicketId id = desk.open(OpenTicket.titled("Printer").watchedBy("carol", "carol@acme.example"))
                .id();
        assertThat(desk.get(id).people().watchers()).containsExactly(new PersonId("carol"));
        desk.tickets().watch(id, new ChangeWatchers(Set.of("carol@acme.example"), Set.of()));
        assertThat(desk.get(id).people().watchers()).containsExactly(new PersonId("carol"));
    }

    @Test
    void h01_a_hold_without_its_reason_and_a_resolution_without_its_code_name_what_is_missing() {
        TicketId id = opened("Printer").id();
        refusedField(
                "reason",
                "REQUIRED",
                () -> incidents().hold(id, HoldIncident.because(null)),
                () -> incidents().hold(id, HoldIncident.because(HoldReason.VENDOR)));
        assertThat(refused(
                                InvalidInput.class,
                                "REQUIRED",
                                () -> incidents().resolve(id, io.itsm4j.incident.ResolveIncident.with(null, null)))
                        .faults())
                .extracting(InvalidInput.Fault::field)
                .containsExactly("code", "notes");
    }
}
