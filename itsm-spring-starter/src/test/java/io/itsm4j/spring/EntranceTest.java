package io.itsm4j.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.itsm4j.Itsm;
import io.itsm4j.ItsmException;
import io.itsm4j.actor.AccessPolicy;
import io.itsm4j.actor.Actor;
import io.itsm4j.actor.Directory;
import io.itsm4j.actor.GroupId;
import io.itsm4j.actor.Person;
import io.itsm4j.actor.PersonId;
import io.itsm4j.actor.Role;
import io.itsm4j.actor.TenantId;
import io.itsm4j.incident.Incident;
import io.itsm4j.incident.IncidentPolicy;
import io.itsm4j.journal.AnchorSink;
import io.itsm4j.journal.EventListener;
import io.itsm4j.journal.EventSink;
import io.itsm4j.journal.IdSource;
import io.itsm4j.lifecycle.Action;
import io.itsm4j.lifecycle.Lifecycle;
import io.itsm4j.lifecycle.State;
import io.itsm4j.lifecycle.StateCategory;
import io.itsm4j.memory.MemoryStore;
import io.itsm4j.storage.Store;
import io.itsm4j.ticket.AttachFile;
import io.itsm4j.ticket.AttachmentStore;
import io.itsm4j.ticket.CategoryTree;
import io.itsm4j.ticket.Definitions;
import io.itsm4j.ticket.ItsmMeters;
import io.itsm4j.ticket.Notifier;
import io.itsm4j.ticket.OpenTicket;
import io.itsm4j.ticket.StandardActions;
import io.itsm4j.ticket.Step;
import io.itsm4j.ticket.Ticket;
import io.itsm4j.ticket.TicketType;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.NoUniqueBeanDefinitionException;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** What the entrance is made of: each part absent, present and replaced. */
class EntranceTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final TenantId ACME = TenantId.of("acme");

    private final ApplicationContextRunner bare =
            new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(ItsmAutoConfiguration.class));
    private final ApplicationContextRunner runner = bare.withUserConfiguration(Hosts.BobActs.class);

    @Test
    void works_in_memory_without_a_word() {
        runner.run(host -> {
            assertThat(host).hasSingleBean(Itsm.class).hasSingleBean(ItsmSessions.class);
            assertThat(host.getBean(Store.class)).isInstanceOf(MemoryStore.class);
            assertThat(opened(host).number()).isEqualTo("INC0000001");
        });
    }

    @Test
    void who_does_not_say_who_acts_is_refused() {
        bare.run(host -> {
            ItsmSessions sessions = host.getBean(ItsmSessions.class);
            assertThat(catchThrowableOfType(ItsmException.class, sessions::current)
                            .code())
                    .isEqualTo("ACTOR_REQUIRED");
        });
    }

    @Test
    void who_claims_to_be_the_system_is_refused() {
        bare.withBean(CurrentActor.class, () -> () -> Optional.of(Actor.of("acme", "system", Role.SYSTEM)))
                .run(host -> {
                    ItsmSessions sessions = host.getBean(ItsmSessions.class);
                    assertThat(catchThrowableOfType(ItsmException.class, sessions::get)
                                    .code())
                            .isEqualTo("ACTOR_REQUIRED");
                });
    }

    @Test
    void the_session_is_of_whoever_acts_at_that_moment() {
        List<String> people = new ArrayList<>(List.of("bob", "carol"));
        bare.withBean(CurrentActor.class, () -> () -> Optional.of(Actor.of("acme", people.remove(0), Role.AGENT)))
                .run(host -> {
                    ItsmSessions sessions = host.getBean(ItsmSessions.class);
                    assertThat(sessions.current().actor().id().value()).isEqualTo("bob");
                    assertThat(sessions.get().actor().id().value()).isEqualTo("carol");
                });
    }

    @Test
    void a_store_of_the_hosts_is_used() {
        MemoryStore own = new MemoryStore();
        runner.withBean("own", Store.class, () -> own).run(host -> {
            assertThat(host).hasSingleBean(Store.class);
            Ticket<Incident> incident = opened(host);
            Itsm other = Itsm.builder().store(own).build();
            assertThat(other.as(Hosts.BOB).incidents().tickets().find(incident.id()))
                    .isPresent();
        });
    }

    @Test
    void an_entrance_of_the_hosts_is_used() {
        Itsm own = Itsm.inMemory();
        runner.withBean("own", Itsm.class, () -> own).run(host -> {
            assertThat(host).getBean(Itsm.class).isSameAs(own);
            Ticket<Incident> incident = opened(host);
            assertThat(own.as(Hosts.BOB).incidents().tickets().find(incident.id()))
                    .isPresent();
        });
    }

    @Test
    void sessions_of_the_hosts_are_used() {
        runner.withBean(
                        "own",
                        ItsmSessions.class,
                        () -> new ItsmSessions(Itsm.inMemory(), () -> Optional.of(Hosts.BOB)))
                .run(host -> assertThat(host).hasSingleBean(ItsmSessions.class).hasBean("own"));
    }

    @Test
    void the_hosts_clock_says_what_time_it_is() {
        runner.withBean(InstantSource.class, () -> InstantSource.fixed(NOON))
                .run(host -> assertThat(opened(host).times().openedAt()).isEqualTo(NOON));
    }

    @Test
    void two_clocks_of_which_none_is_primary_fail_the_start() {
        runner.withBean("one", InstantSource.class, InstantSource::system)
                .withBean("two", InstantSource.class, InstantSource::system)
                .run(host -> assertThat(host)
                        .getFailure()
                        .hasRootCauseInstanceOf(NoUniqueBeanDefinitionException.class)
                        .rootCause()
                        .hasMessageContaining("InstantSource"));
    }

    @Test
    void ids_come_from_the_hosts_source() {
        ApplicationContextRunner seeded = runner.withBean(InstantSource.class, () -> InstantSource.fixed(NOON))
                .withBean(IdSource.class, () -> IdSource.seeded(7));
        List<String> ids = new ArrayList<>();
        seeded.run(host -> ids.add(opened(host).id().value()));
        seeded.run(host -> ids.add(opened(host).id().value()));
        assertThat(ids).hasSize(2);
        assertThat(ids.get(0)).isEqualTo(ids.get(1));
    }

    @Test
    void the_hosts_directory_knows_who_left() {
        runner.withBean(Directory.class, () -> new BobLeft())
                .run(host -> assertThat(refusal(host)).isEqualTo("ACTOR_DISABLED"));
    }

    @Test
    void the_hosts_policy_decides_who_may() {
        runner.withBean(AccessPolicy.class, () -> (actor, permission, roles) -> false)
                .run(host -> assertThat(refusal(host)).isEqualTo("NOT_PERMITTED"));
    }

    @Test
    void the_hosts_definitions_say_which_categories_there_are() {
        runner.withBean(
                        Definitions.class,
                        () -> Definitions.fixed(CategoryTree.of("network/vpn"), List.of(), List.of()))
                .run(host -> {
                    ItsmException refused = catchThrowableOfType(
                            ItsmException.class,
                            () -> desk(host)
                                    .open(OpenTicket.titled("VPN is down").inCategory("printers")));
                    assertThat(refused.code()).isEqualTo("CATEGORY_UNKNOWN");
                });
    }

    @Test
    void incidents_are_handled_as_the_hosts_policy_says_whatever_the_properties() {
        IncidentPolicy own = IncidentPolicy.STANDARD.reopenableFor(java.time.Duration.ofDays(3));
        runner.withBean(IncidentPolicy.class, () -> own)
                .withPropertyValues("itsm.incident.reopen-window=5d")
                .run(host -> assertThat(host).getBean(IncidentPolicy.class).isSameAs(own));
    }

    @Test
    void without_a_receiver_nothing_is_delivered() {
        runner.run(host -> {
            Itsm itsm = host.getBean(Itsm.class);
            assertThat(catchThrowableOfType(ItsmException.class, () -> itsm.deliver(10))
                            .code())
                    .isEqualTo("NO_SINK");
            assertThat(catchThrowableOfType(ItsmException.class, () -> itsm.anchor(ACME))
                            .code())
                    .isEqualTo("NO_SINK");
        });
    }

    @Test
    void events_reach_the_hosts_sink() {
        List<String> received = new ArrayList<>();
        runner.withBean(EventSink.class, () -> event -> received.add(event.name()))
                .run(host -> {
                    opened(host);
                    assertThat(host.getBean(Itsm.class).deliver(10).delivered()).isEqualTo(1);
                    assertThat(received).hasSize(1);
                });
    }

    @Test
    void a_notifier_alone_is_a_receiver_too() {
        runner.withBean(Notifier.class, () -> notification -> {}).run(host -> {
            opened(host);
            assertThat(host.getBean(Itsm.class).deliver(10).delivered()).isEqualTo(1);
        });
    }

    @Test
    void anchors_reach_the_hosts_sink() {
        List<Long> sealed = new ArrayList<>();
        runner.withBean(AnchorSink.class, () -> anchor -> sealed.add(anchor.records()))
                .run(host -> {
                    opened(host);
                    host.getBean(Itsm.class).anchor(ACME);
                    assertThat(sealed).containsExactly(1L);
                });
    }

    @Test
    void without_a_place_for_them_there_are_no_attachments() {
        runner.run(host -> assertThat(attachingRefused(host, 1)).isEqualTo("ATTACHMENTS_OFF"));
    }

    @Test
    void attachments_go_to_the_hosts_place_up_to_the_limit() {
        InMap place = new InMap();
        runner.withBean(AttachmentStore.class, () -> place)
                .withPropertyValues("itsm.attachments.limit=3B")
                .run(host -> {
                    desk(host).tickets().attach(opened(host).id(), AttachFile.named("a.txt", "text/plain"), bytes(3));
                    assertThat(place.kept).hasSize(1);
                    assertThat(attachingRefused(host, 4)).isEqualTo("ATTACHMENT_TOO_LARGE");
                    assertThat(place.kept).hasSize(1);
                });
    }

    @Test
    void measurements_go_to_the_hosts_registry() {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        runner.withBean(SimpleMeterRegistry.class, () -> registry).run(host -> {
            opened(host);
            assertThat(registry.get(ItsmMeters.COMMANDS.meter()).timer().count())
                    .isEqualTo(1);
        });
    }

    @Test
    void commands_are_observed_where_the_host_observes() {
        ObservationRegistry observations = ObservationRegistry.create();
        List<String> observed = new ArrayList<>();
        observations.observationConfig().observationHandler(context -> observed.add(context.getName()));
        runner.withBean(ObservationRegistry.class, () -> observations).run(host -> {
            opened(host);
            assertThat(observed).containsExactly(ItsmMeters.OBSERVATION.meter());
        });
    }

    @Test
    void a_command_that_is_measured_and_observed_counts_once_in_each_meter() {
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        ObservationRegistry observations = ObservationRegistry.create();
        observations.observationConfig().observationHandler(new DefaultMeterObservationHandler(meters));
        runner.withBean(SimpleMeterRegistry.class, () -> meters)
                .withBean(ObservationRegistry.class, () -> observations)
                .run(host -> {
                    opened(host);
                    assertThat(meters.find(ItsmMeters.COMMANDS.meter()).timers())
                            .extracting(Timer::count)
                            .containsExactly(1L);
                    assertThat(meters.find(ItsmMeters.OBSERVATION.meter()).timers())
                            .extracting(Timer::count)
                            .containsExactly(1L);
                });
    }

    @Test
    void listeners_hear_in_their_order_and_inside_the_transaction() {
        Told told = new Told();
        runner.withBean(Told.class, () -> told)
                .withUserConfiguration(TwoListeners.class)
                .run(host -> {
                    opened(host);
                    assertThat(told.words).containsExactly("first", "second");
                });
    }

    @Test
    void a_ticket_type_of_the_hosts_is_known() {
        runner.withBean("repair", TicketType.class, () -> REPAIR).run(host -> {
            Ticket<Repair> repair = host.getBean(ItsmSessions.class)
                    .current()
                    .tickets(REPAIR)
                    .open(OpenTicket.titled("Brakes squeal"), new Repair("B-XY 12"));
            assertThat(repair.number()).isEqualTo("REP0000001");
        });
    }

    @Test
    void a_customizer_has_the_last_word() {
        runner.withBean(
                        ItsmCustomizer.class,
                        () -> builder -> builder.incidents(type -> type.with(changed -> changed.digits(4))))
                .run(host -> assertThat(opened(host).number()).isEqualTo("INC0001"));
    }

    @Test
    void a_database_that_is_asked_for_and_not_there_fails_the_start() {
        runner.withPropertyValues("itsm.store=jpa").run(host -> {
            assertThat(host).hasFailed();
            assertThatThrownBy(() -> {
                        throw host.getStartupFailure();
                    })
                    .hasRootCauseInstanceOf(SetupFault.class)
                    .rootCause()
                    .hasMessageContaining("there is no EntityManagerFactory bean");
        });
    }

    private static io.itsm4j.incident.Incidents desk(AssertableApplicationContext host) {
        return host.getBean(ItsmSessions.class).current().incidents();
    }

    private static Ticket<Incident> opened(AssertableApplicationContext host) {
        return desk(host).open(OpenTicket.titled("VPN is down"));
    }

    private static String refusal(AssertableApplicationContext host) {
        return catchThrowableOfType(ItsmException.class, () -> opened(host)).code();
    }

    private static String attachingRefused(AssertableApplicationContext host, int size) {
        Ticket<Incident> incident = opened(host);
        return catchThrowableOfType(
                        ItsmException.class,
                        () -> desk(host)
                                .tickets()
                                .attach(incident.id(), AttachFile.named("a.txt", "text/plain"), bytes(size)))
                .code();
    }

    private static InputStream bytes(int count) {
        return new ByteArrayInputStream(new byte[count]);
    }

    /** What a host's ticket is about. */
    record Repair(String plate) {}

    private static final TicketType<Repair> REPAIR = TicketType.named("repair", "REP", Repair.class, new Repair(""))
            .livingBy(StandardActions.addTo(Lifecycle.<Step<Repair>>named("repair")
                            .initial(new State("BROUGHT", StateCategory.NEW))
                            .transition(Action.of("fetch"))
                            .from(new State("BROUGHT", StateCategory.NEW))
                            .to(new State("FETCHED", StateCategory.CLOSED))
                            .by(Role.AGENT))
                    .build());

    /** What was told to the listeners. */
    static final class Told {
        private final List<String> words = new ArrayList<>();
    }

    /** Two that listen, declared the wrong way round. */
    @Configuration(proxyBeanMethods = false)
    static class TwoListeners {

        @Bean
        @Order(2)
        EventListener second(Told told) {
            return event -> told.words.add("second");
        }

        @Bean
        @Order(1)
        EventListener first(Told told) {
            return event -> told.words.add("first");
        }
    }

    private static final class BobLeft implements Directory {

        @Override
        public Optional<Person> person(TenantId tenant, PersonId id) {
            return Optional.of(new Person(id, "Bob", false, Set.of(Role.AGENT), Set.of(), null));
        }

        @Override
        public Optional<Boolean> isMember(TenantId tenant, GroupId group, PersonId person) {
            return Optional.empty();
        }
    }

    /** Keeps bytes. */
    static final class InMap implements AttachmentStore {

        private final Map<String, byte[]> kept = new HashMap<>();

        @Override
        public void put(String key, InputStream bytes) throws IOException {
            kept.put(key, bytes.readAllBytes());
        }

        @Override
        public InputStream open(String key) {
            return new ByteArrayInputStream(kept.get(key));
        }

        @Override
        public void delete(String key) {
            kept.remove(key);
        }

        @Override
        public Iterable<String> keysOlderThan(Instant instant) {
            return List.of();
        }
    }
}
