package io.itsm4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.itsm4j.InvalidInput;
import io.itsm4j.Itsm;
import io.itsm4j.ItsmException;
import io.itsm4j.NotFound;
import io.itsm4j.NotPermitted;
import io.itsm4j.actor.Actor;
import io.itsm4j.actor.Directory;
import io.itsm4j.actor.GroupId;
import io.itsm4j.actor.Person;
import io.itsm4j.actor.PersonId;
import io.itsm4j.actor.Role;
import io.itsm4j.actor.TenantId;
import io.itsm4j.incident.HoldIncident;
import io.itsm4j.incident.HoldReason;
import io.itsm4j.incident.IncidentLifecycle;
import io.itsm4j.incident.Incidents;
import io.itsm4j.storage.Criterion;
import io.itsm4j.storage.PageRequest;
import io.itsm4j.ticket.AddComment;
import io.itsm4j.ticket.AddTask;
import io.itsm4j.ticket.Assign;
import io.itsm4j.ticket.AttachFile;
import io.itsm4j.ticket.ChangeTags;
import io.itsm4j.ticket.ChangeWatchers;
import io.itsm4j.ticket.Escalate;
import io.itsm4j.ticket.LinkType;
import io.itsm4j.ticket.LogWork;
import io.itsm4j.ticket.OpenTicket;
import io.itsm4j.ticket.Portal;
import io.itsm4j.ticket.Queue;
import io.itsm4j.ticket.Restrict;
import io.itsm4j.ticket.Split;
import io.itsm4j.ticket.Task;
import io.itsm4j.ticket.TicketAttributes;
import io.itsm4j.ticket.TicketId;
import io.itsm4j.ticket.Tickets;
import io.itsm4j.ticket.UpdateTicket;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Ids of others, tenants that look alike, actors that are nobody, and eyes that should not see. */
public abstract class HostileIds extends Hostile {

    private static final String CANARY = "canary-3f81";

    /** Every place where a caller gives an id of a ticket; {@code own} is a ticket the caller may work on. */
    private static Map<String, Consumer<TicketId>> places(Itsm on, Actor actor, TicketId own) {
        Incidents incidents = on.as(actor).incidents();
        Tickets<?> tickets = incidents.tickets();
        Portal portal = on.as(actor).portal();
        Map<String, Consumer<TicketId>> places = new LinkedHashMap<>();
        places.put("get", incidents::get);
        places.put("start", incidents::start);
        places.put("respond", id -> incidents.respond(id, "hello"));
        places.put("assign", id -> incidents.assign(id, Assign.to("desk", null)));
        places.put("update", id -> incidents.update(id, UpdateTicket.NOTHING.titled("x")));
        places.put("escalate", id -> incidents.escalate(id, Escalate.hierarchically("late")));
        places.put("comment", id -> incidents.comment(id, AddComment.internally("x")));
        places.put("hold", id -> incidents.hold(id, HoldIncident.because(HoldReason.VENDOR)));
        places.put("resume", incidents::resume);
        places.put("resolve", id -> incidents.resolve(id, fixed()));
        places.put("reopen", id -> incidents.reopen(id, "again"));
        places.put("followUp", id -> incidents.followUp(id, "again"));
        places.put("close", incidents::close);
        places.put("cancel", id -> incidents.cancel(id, "mistake"));
        places.put("addTask", id -> tickets.addTask(id, AddTask.titled("t")));
        places.put("changeTask", id -> tickets.changeTask(id, NOBODYS.value(), Task.State.DONE));
        places.put("link from", id -> tickets.link(id, LinkType.RELATED_TO, own));
        places.put("link to", id -> tickets.link(own, LinkType.RELATED_TO, id));
        places.put("unlink", id -> tickets.unlink(id, LinkType.RELATED_TO, own));
        places.put("logWork", id -> tickets.logWork(id, LogWork.minutes(1, "x")));
        places.put("attach", id -> tickets.attach(id, AttachFile.named("a.txt", null), bytes(1)));
        places.put("detach", id -> tickets.detach(id, NOBODYS.value()));
        places.put("tag", id -> tickets.tag(id, new ChangeTags(Set.of("a"), Set.of())));
        places.put("watch", id -> tickets.watch(id, new ChangeWatchers(Set.of("alice"), Set.of())));
        places.put("restrict", id -> tickets.restrict(id, new Restrict(Set.of("desk"))));
        places.put("place", id -> tickets.placeUnder(id, null));
        places.put("place under", id -> tickets.placeUnder(own, id));
        places.put("open under", id -> incidents.open(OpenTicket.titled("child").under(id)));
        places.put("merge", id -> tickets.merge(id, own));
        places.put("merge into", id -> tickets.merge(own, id));
        places.put("undoMerge", tickets::undoMerge);
        places.put("split", id -> tickets.split(id, new Split("part", null)));
        places.put("archive", tickets::archive);
        places.put("comments", id -> tickets.comments(id, PageRequest.all()));
        places.put("tasks", id -> tickets.tasks(id, PageRequest.all()));
        places.put("workLogs", id -> tickets.workLogs(id, PageRequest.all()));
        places.put("attachments", id -> tickets.attachments(id, PageRequest.all()));
        places.put("links", tickets::links);
        places.put("journal", id -> tickets.journal(id, PageRequest.all()));
        places.put("resolveMerged", tickets::resolveMerged);
        places.put("explain", tickets::explain);
        places.put("allowedActions", tickets::allowedActions);
        places.put("portal.comment", id -> portal.comment(id, "x"));
        places.put("portal.act", id -> portal.act(id, IncidentLifecycle.CANCEL, "x"));
        places.put("portal.attach", id -> portal.attach(id, "a.txt", null, bytes(1)));
        places.put("portal.comments", id -> portal.comments(id, PageRequest.all()));
        places.put("portal.attachments", id -> portal.attachments(id, PageRequest.all()));
        return places;
    }

    @Test
    void h23_another_tenants_id_is_not_found_in_any_place_and_looks_like_one_that_never_was() {
        List<String> calls = new ArrayList<>();
        Itsm watched = Itsm.builder()
                .store(WatchedStore.of(store, calls::add))
                .clock(clock)
                .listener(heard::add)
                .meters(meters)
                .attachments(new MemoryAttachments(clock), 10)
                .build();
        TicketId theirs = opened("theirs").id();
        TicketId own =
                watched.as(rival).incidents().open(OpenTicket.titled("own")).id();
        TicketId nobodys = neighbour(theirs);
        places(watched, rival, own).forEach((place, call) -> {
            refused(NotFound.class, "NOT_FOUND", () -> call.accept(nobodys)); // makes the guard rows, once
            calls.clear();
            NotFound foreign = refusedWithoutTrace(NotFound.class, "NOT_FOUND", () -> call.accept(theirs));
            List<String> forForeign = List.copyOf(calls);
            calls.clear();
            NotFound unknown = refusedWithoutTrace(NotFound.class, "NOT_FOUND", () -> call.accept(nobodys));
            assertThat(calls).as(place).isEqualTo(forForeign);
            assertThat(foreign.getMessage().replace(theirs.value(), nobodys.value()))
                    .as(place)
                    .isEqualTo(unknown.getMessage());
        });
        assertThat(watched.as(rival).incidents().find(theirs)).isEmpty();
        assertThat(watched.as(rival).portal().find(theirs)).isEmpty();
        assertThat(incidents().get(theirs).version()).isEqualTo(1);
    }

    /** An id that was never given, next to one that was. */
    private static TicketId neighbour(TicketId id) {
        String text = id.value();
        char last = text.charAt(text.length() - 1) == '0' ? '1' : '0';
        return TicketId.of(text.substring(0, text.length() - 1) + last);
    }

    @Test
    void h23_a_restricted_tickets_id_is_not_found_in_any_place_by_who_is_not_of_the_group() {
        Itsm open = scene().attachments(new MemoryAttachments(clock), 10).build();
        TicketId secret = open.as(carol)
                .incidents()
                .open(OpenTicket.titled("secret").restrictedToGroups("hr"))
                .id();
        TicketId own = open.as(bob).incidents().open(OpenTicket.titled("own")).id();
        places(open, bob, own).forEach((place, call) -> {
            ItsmException failure = org.assertj.core.api.Assertions.catchThrowableOfType(
                    ItsmException.class, () -> call.accept(secret));
            assertThat(failure).as(place).isNotNull();
            assertThat(failure.code()).as(place).isIn("NOT_FOUND", "NOT_PERMITTED");
        });
        assertThat(rows(store).get("ticket")).hasSize(2);
    }

    @Test
    void h23_what_the_directory_says_of_groups_decides_about_restricted_tickets_not_the_claim() {
        Directory nobodyIsInHr = people(Map.of(
                "bob",
                new Person(
                        new PersonId("bob"), "Bob", true, Set.of(Role.AGENT), Set.of(new GroupId("network")), null)));
        Itsm strict = scene().directory(nobodyIsInHr).build();
        Actor claims = Actor.of("acme", "bob", Role.AGENT).inGroups("hr");
        TicketId secret = strict.as(carol)
                .incidents()
                .open(OpenTicket.titled("secret").restrictedToGroups("hr"))
                .id();
        TicketId own =
                strict.as(claims).incidents().open(OpenTicket.titled("own")).id();
        var tickets = strict.as(claims).incidents().tickets();
        refusedWithoutTrace(NotFound.class, "NOT_FOUND", () -> tickets.link(own, LinkType.RELATED_TO, secret));
        refusedWithoutTrace(NotFound.class, "NOT_FOUND", () -> tickets.placeUnder(own, secret));
        refusedWithoutTrace(NotFound.class, "NOT_FOUND", () -> tickets.get(secret));
    }

    private static Directory people(Map<String, Person> known) {
        return new Directory() {
            @Override
            public Optional<Person> person(TenantId tenant, PersonId id) {
                return Optional.ofNullable(known.get(id.value()));
            }

            @Override
            public Optional<Boolean> isMember(TenantId tenant, GroupId group, PersonId person) {
                return Optional.empty();
            }
        };
    }

    @Test
    void h24_tenants_that_look_alike_are_strictly_apart() {
        List<String> tenants = List.of("1", "12", "a", "A", "%", "_", "a ".strip() + "\u0301", "\u00e1", "' or 1=1");
        tenants.forEach(tenant -> agent(tenant).open(OpenTicket.titled("of " + tenant)));
        for (String tenant : tenants) {
            Actor reader = Actor.of(tenant, "bob", Role.AGENT);
            assertThat(titles(itsm, reader)).containsExactly("of " + tenant);
            assertThat(itsm.as(reader).queue().count(Criterion.all())).isEqualTo(1);
            assertThat(itsm.as(reader).incidents().tickets().findByNumber("INC0000001"))
                    .isPresent();
            assertThat(itsm.as(reader).incidents().tickets().countBy(Criterion.all(), TicketAttributes.STATE_CATEGORY))
                    .containsOnly(Map.entry("NEW", 1L));
            assertThat(itsm.verify(TenantId.of(tenant)).records()).isEqualTo(1);
        }
        for (String tenant : List.of("", " ", "\u3000", " a", "a ", "a\0", "x".repeat(65))) {
            InvalidInput failure =
                    org.assertj.core.api.Assertions.catchThrowableOfType(InvalidInput.class, () -> TenantId.of(tenant));
            assertThat(failure).as("tenant '%s'", tenant).isNotNull();
            says(failure, "tenant");
        }
    }

    private Incidents agent(String tenant) {
        return itsm.as(Actor.of(tenant, "bob", Role.AGENT)).incidents();
    }

    @Test
    void h25_nobody_is_an_error_and_never_the_system() {
        refusedWithoutTrace(NotPermitted.class, "ACTOR_REQUIRED", () -> itsm.as(null), () -> itsm.as(bob));
        for (String blank : new String[] {null, "", "  ", "\u3000"}) {
            refusedWithoutTrace(
                    NotPermitted.class,
                    "ACTOR_REQUIRED",
                    () -> Actor.of("acme", blank, Role.AGENT),
                    () -> Actor.of("acme", "bob", Role.AGENT));
        }
        refusedWithoutTrace(
                NotPermitted.class,
                "ACTOR_REQUIRED",
                () -> itsm.as(Actor.of("acme", "bob", Role.AGENT, Role.SYSTEM)),
                () -> itsm.as(bob));
        refusedWithoutTrace(
                NotPermitted.class,
                "ACTOR_REQUIRED",
                () -> itsm.as(Actor.of("acme", "system", Role.AGENT)),
                () -> itsm.as(Actor.of("acme", "systems", Role.AGENT)));
    }

    @Test
    void h26_somebody_disabled_between_reading_and_acting_is_refused_at_the_command() {
        AtomicBoolean active = new AtomicBoolean(true);
        Directory directory = new Directory() {
            @Override
            public Optional<Person> person(TenantId tenant, PersonId id) {
                return id.value().equals("bob")
                        ? Optional.of(new Person(id, "Bob", active.get(), Set.of(Role.AGENT), Set.of(), null))
                        : Optional.empty();
            }

            @Override
            public Optional<Boolean> isMember(TenantId tenant, GroupId group, PersonId person) {
                return Optional.empty();
            }
        };
        Incidents session = scene().directory(directory).build().as(bob).incidents();
        TicketId id = session.open(OpenTicket.titled("Printer")).id();
        assertThat(session.get(id).version()).isEqualTo(1);
        active.set(false);
        says(refusedWithoutTrace(NotPermitted.class, "ACTOR_DISABLED", () -> session.start(id)), "bob");
        refusedWithoutTrace(NotPermitted.class, "ACTOR_DISABLED", () -> session.get(id));
        refusedWithoutTrace(NotPermitted.class, "ACTOR_DISABLED", () -> session.count(Criterion.all()));
        refusedWithoutTrace(NotPermitted.class, "ACTOR_DISABLED", () -> session.open(OpenTicket.titled("x")), () -> {
            active.set(true);
            session.start(id);
        });
    }

    @Test
    void h26_a_role_taken_away_in_the_directory_is_gone_at_the_next_command() {
        Directory demoted = people(
                Map.of("bob", new Person(new PersonId("bob"), "Bob", true, Set.of(Role.REQUESTER), Set.of(), null)));
        TicketId id = opened("Printer").id();
        Incidents session = scene().directory(demoted).build().as(bob).incidents();
        refusedWithoutTrace(
                NotPermitted.class,
                "NOT_PERMITTED",
                () -> session.start(id),
                () -> incidents().start(id));
    }

    @Test
    void h27_a_requester_never_meets_an_internal_note() {
        List<String> told = new ArrayList<>();
        Itsm on = scene().attachments(new MemoryAttachments(clock), 10)
                .notifier(notification -> told.add(notification.ticket().toString()
                        + (notification.people().contains(alice.id())
                                ? notification.event().toString()
                                : "")))
                .build();
        Incidents desk = on.as(bob).incidents();
        TicketId id = desk.open(
                        OpenTicket.titled("Printer").requestedBy("alice").watchedBy("alice"))
                .id();
        desk.comment(id, AddComment.internally(CANARY));
        desk.tickets().addTask(id, AddTask.titled(CANARY));
        desk.tickets().logWork(id, LogWork.minutes(5, CANARY));
        desk.tickets().tag(id, new ChangeTags(Set.of(CANARY), Set.of()));
        desk.escalate(id, Escalate.functionally(CANARY, CANARY));
        desk.tickets().attach(id, new AttachFile(CANARY, null, io.itsm4j.ticket.Comment.Visibility.INTERNAL), bytes(3));
        desk.comment(id, AddComment.publicly("we are on it"));
        on.deliver(100);

        Portal portal = on.as(alice).portal();
        List<Object> seen = new ArrayList<>(told);
        seen.add(portal.find(id));
        seen.add(portal.page(PageRequest.all()));
        seen.add(portal.comments(id, PageRequest.all()));
        seen.add(portal.attachments(id, PageRequest.all()));
        seen.add(portal.count(Queue.matching(CANARY)));
        seen.add(portal.comment(id, "thank you"));
        assertThat(seen.toString()).contains("we are on it", "Printer").doesNotContain(CANARY);
        assertThat(portal.count(Queue.matching(CANARY))).isZero();
        for (Consumer<TicketId> look : List.<Consumer<TicketId>>of(
                x -> on.as(alice).incidents().get(x),
                x -> on.as(alice).incidents().tickets().comments(x, PageRequest.all()),
                x -> on.as(alice).incidents().tickets().journal(x, PageRequest.all()),
                x -> on.as(alice).incidents().tickets().explain(x),
                x -> on.as(alice).incidents().comment(x, AddComment.internally("x")))) {
            NotPermitted refusal = refused(NotPermitted.class, "NOT_PERMITTED", () -> look.accept(id));
            assertThat(refusal.getMessage() + refusal.detail()).doesNotContain(CANARY);
        }
        assertThat(on.as(alice).queue().page(PageRequest.all()).items()).isEmpty();
    }

    @Test
    void h27_a_requester_cannot_find_internal_facts_by_asking_whether_they_are_so() {
        TicketId id = incidents()
                .open(OpenTicket.titled("Printer").requestedBy("alice").forGroup("network"))
                .id();
        incidents().tickets().tag(id, new ChangeTags(Set.of(CANARY), Set.of()));
        Portal portal = itsm.as(alice).portal();
        for (Criterion<io.itsm4j.ticket.TicketRecord> probe : List.of(
                TicketAttributes.TAGS.is(CANARY),
                TicketAttributes.GROUP.is(new GroupId("network")),
                TicketAttributes.ASSIGNEE.isAbsent(),
                TicketAttributes.IS_OPEN
                        .is(true)
                        .and(TicketAttributes.TAGS.is(CANARY).not()))) {
            refusedField(
                    "filter",
                    "QUERY_FILTER",
                    () -> portal.count(probe),
                    () -> portal.count(TicketAttributes.IS_OPEN.is(true)));
            refusedField(
                    "filter",
                    "QUERY_FILTER",
                    () -> portal.page(PageRequest.of(probe)),
                    () -> portal.page(PageRequest.all()));
        }
    }
}
