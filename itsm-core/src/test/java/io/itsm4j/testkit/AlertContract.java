package io.itsm4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.itsm4j.Conflict;
import io.itsm4j.Itsm;
import io.itsm4j.NotPermitted;
import io.itsm4j.actor.Actor;
import io.itsm4j.actor.Directory;
import io.itsm4j.actor.GroupId;
import io.itsm4j.actor.Person;
import io.itsm4j.actor.PersonId;
import io.itsm4j.actor.Role;
import io.itsm4j.actor.TenantId;
import io.itsm4j.incident.Incident;
import io.itsm4j.incident.IncidentLifecycle;
import io.itsm4j.incident.Incidents;
import io.itsm4j.incident.MonitoringAlert;
import io.itsm4j.storage.Criterion;
import io.itsm4j.storage.PageRequest;
import io.itsm4j.testkit.Together.Outcome;
import io.itsm4j.ticket.Channel;
import io.itsm4j.ticket.Impact;
import io.itsm4j.ticket.Priority;
import io.itsm4j.ticket.Restrict;
import io.itsm4j.ticket.Ticket;
import io.itsm4j.ticket.TicketAttributes;
import io.itsm4j.ticket.TicketId;
import io.itsm4j.ticket.Urgency;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Alerts become incidents: one open incident for each cause, whatever the monitoring repeats or how it flaps. */
public abstract class AlertContract extends Contract {

    private static final MonitoringAlert DISK = MonitoringAlert.firing("prometheus", "disk/db1", "Disk full on db1")
            .rated(Impact.HIGH, Urgency.HIGH)
            .on("db1");
    private static final MonitoringAlert DISK_FINE = MonitoringAlert.clear("prometheus", "disk/db1");

    private final Actor probe = Actor.of("acme", "probe", Role.MONITOR);
    private Itsm itsm;
    private Incidents monitoring;
    private Incidents desk;

    @BeforeEach
    void begin() {
        itsm = builder().build();
        monitoring = itsm.as(probe).incidents();
        desk = itsm.as(bob).incidents();
    }

    private TicketId fire() {
        return monitoring.alert(DISK).orElseThrow().id();
    }

    @Test
    void opens_an_incident_for_a_first_alert() {
        Ticket<Incident> ticket = desk.get(fire());

        assertThat(ticket.title()).isEqualTo("Disk full on db1");
        assertThat(ticket.priority()).isEqualTo(Priority.CRITICAL);
        assertThat(ticket.people().channel()).isEqualTo(Channel.MONITORING);
        assertThat(ticket.details().alertSource()).isEqualTo("prometheus");
        assertThat(ticket.details().alerts()).isEqualTo(1);
        assertThat(desk.count(TicketAttributes.CIS.is("db1"))).isEqualTo(1);
    }

    @Test
    void opens_another_incident_when_it_fires_again_after_the_window_for_reopening() {
        Itsm patient = builder()
                .incidentPolicy(io.itsm4j.incident.IncidentPolicy.STANDARD.closingAfter(java.time.Duration.ZERO))
                .build();
        var probes = patient.as(probe).incidents();
        TicketId old = probes.alert(DISK).orElseThrow().id();
        probes.alert(MonitoringAlert.clear("prometheus", "disk/db1"));
        clock.advance(java.time.Duration.ofDays(15));

        TicketId fresh = probes.alert(DISK).orElseThrow().id();

        assertThat(fresh).isNotEqualTo(old);
        assertThat(patient.as(bob).incidents().get(old).state().name()).isEqualTo("RESOLVED");
        assertThat(patient.as(bob).incidents().get(fresh).state().name()).isEqualTo("NEW");
        assertThat(probes.alert(DISK).orElseThrow().id()).isEqualTo(fresh);
    }

    @Test
    void counts_repeats_on_the_open_incident_and_opens_another_for_another_cause() {
        TicketId id = fire();
        assertThat(fire()).isEqualTo(id);
        monitoring.alert(MonitoringAlert.firing("prometheus", "disk/db2", "Disk full on db2"));
        monitoring.alert(MonitoringAlert.firing("nagios", "disk/db1", "Disk full on db1"));

        assertThat(desk.get(id).details().alerts()).isEqualTo(2);
        assertThat(desk.get(id).version()).isEqualTo(2);
        assertThat(desk.count(Criterion.all())).isEqualTo(3);
    }

    @Test
    void resolves_on_a_clear_event_and_says_nothing_about_one_that_nothing_is_open_for() {
        assertThat(monitoring.alert(DISK_FINE)).isEmpty();
        TicketId id = fire();

        clock.advance(Duration.ofHours(2));
        monitoring.alert(DISK_FINE);

        assertThat(desk.get(id).state()).isEqualTo(IncidentLifecycle.RESOLVED);
        assertThat(desk.get(id).details().resolutionCode()).isEqualTo("ALERT_CLEARED");
    }

    @Test
    void reopens_what_a_clear_event_resolved_and_opens_anew_after_it_was_closed() {
        TicketId id = fire();
        clock.advance(Duration.ofHours(2));
        monitoring.alert(DISK_FINE);
        clock.advance(Duration.ofHours(2));
        assertThat(fire()).isEqualTo(id);
        assertThat(desk.get(id).state()).isEqualTo(IncidentLifecycle.IN_PROGRESS);
        assertThat(desk.get(id).details().resolutionCode()).isNull();

        clock.advance(Duration.ofHours(2));
        monitoring.alert(DISK_FINE);
        desk.close(id);
        TicketId next = fire();

        assertThat(next).isNotEqualTo(id);
        assertThat(desk.get(next).state()).isEqualTo(IncidentLifecycle.NEW);
        assertThat(desk.get(id).state()).isEqualTo(IncidentLifecycle.CLOSED);
    }

    @Test
    void no_longer_resolves_what_flaps_until_it_has_calmed_down() {
        TicketId id = fire();
        for (int i = 0; i < 2; i++) {
            clock.advance(Duration.ofMinutes(10));
            monitoring.alert(DISK_FINE);
            clock.advance(Duration.ofMinutes(10));
            monitoring.alert(DISK);
        }
        assertThat(desk.get(id).details().flaps()).isEqualTo(4);
        clock.advance(Duration.ofMinutes(10));
        monitoring.alert(DISK_FINE);

        assertThat(desk.get(id).state()).isEqualTo(IncidentLifecycle.IN_PROGRESS);
        assertThat(desk.get(id).details().flaps()).isEqualTo(5);
    }

    @Test
    void opens_one_incident_for_an_alert_that_two_nodes_hear_at_once() {
        Incidents other = otherNode().build().as(probe).incidents();

        List<Outcome<TicketId>> outcomes = Together.run(
                () -> monitoring.alert(DISK).orElseThrow().id(),
                () -> other.alert(DISK).orElseThrow().id());

        assertThat(outcomes).allMatch(Outcome::succeeded);
        assertThat(outcomes.get(0).value()).isEqualTo(outcomes.get(1).value());
        assertThat(desk.count(Criterion.all())).isEqualTo(1);
        assertThat(desk.get(outcomes.get(0).value().orElseThrow()).details().alerts())
                .isEqualTo(2);
    }

    @Test
    void lets_a_monitor_do_nothing_but_report() {
        TicketId id = fire();

        refused(NotPermitted.class, "NOT_PERMITTED", () -> monitoring.start(id));
        refused(
                NotPermitted.class,
                "NOT_PERMITTED",
                () -> itsm.as(alice).incidents().alert(DISK));

        assertThat(desk.get(id).version()).isEqualTo(1);
    }

    private TicketId restricted() {
        TicketId id = fire();
        itsm.as(carol).incidents().tickets().restrict(id, new Restrict(Set.of("security")));
        return id;
    }

    @Test
    void reaches_a_restricted_incident_that_the_monitoring_does_not_see() {
        TicketId id = restricted();
        Incidents security = itsm.as(Actor.of("acme", "sven", Role.AGENT).inGroups("security"))
                .incidents();

        assertThat(monitoring.alert(DISK)).isEmpty();
        assertThat(security.get(id).details().alerts()).isEqualTo(2);
        clock.advance(Duration.ofHours(2));
        assertThat(monitoring.alert(DISK_FINE)).isEmpty();
        assertThat(security.get(id).state()).isEqualTo(IncidentLifecycle.RESOLVED);
        clock.advance(Duration.ofHours(2));
        assertThat(monitoring.alert(DISK)).isEmpty();
        assertThat(security.get(id).state()).isEqualTo(IncidentLifecycle.IN_PROGRESS);

        assertThat(security.count(Criterion.all())).isEqualTo(1);
        assertThat(security.alert(DISK).orElseThrow().id()).isEqualTo(id);
        assertThat(monitoring.find(id)).isEmpty();
    }

    @Test
    void opens_another_restricted_incident_when_a_restricted_one_is_out_of_its_window() {
        itsm = builder()
                .incidentPolicy(io.itsm4j.incident.IncidentPolicy.STANDARD.closingAfter(Duration.ZERO))
                .build();
        monitoring = itsm.as(probe).incidents();
        TicketId old = restricted();
        monitoring.alert(DISK_FINE);
        clock.advance(Duration.ofDays(15));

        assertThat(monitoring.alert(DISK)).isEmpty();

        Incidents security = itsm.as(Actor.of("acme", "sven", Role.AGENT).inGroups("security"))
                .incidents();
        assertThat(security.page(PageRequest.all()).items())
                .extracting(
                        ticket -> ticket.id().equals(old),
                        ticket -> ticket.state().name())
                .containsExactlyInAnyOrder(tuple(true, "RESOLVED"), tuple(false, "NEW"));
        assertThat(monitoring.count(Criterion.all())).isZero();
    }

    @Test
    void still_lets_nobody_report_who_is_no_monitor_and_no_agent() {
        TicketId id = restricted();
        Actor auditor = Actor.of("acme", "otto", Role.AUDITOR);

        refused(
                NotPermitted.class,
                "NOT_PERMITTED",
                () -> itsm.as(auditor).incidents().alert(DISK));
        refused(
                NotPermitted.class,
                "NOT_PERMITTED",
                () -> itsm.as(alice).incidents().alert(DISK_FINE));
        assertThat(itsm.as(Actor.of("acme", "sven", Role.AGENT).inGroups("security"))
                        .incidents()
                        .get(id)
                        .version())
                .isEqualTo(2);
    }

    /** Another node hears the same alert after this one has looked for an incident, and before it opens one. */
    private Itsm overtaken(AtomicInteger asked) {
        Incidents other = otherNode().build().as(probe).incidents();
        return builder()
                .directory(new Directory() {
                    @Override
                    public Optional<Person> person(TenantId tenant, PersonId id) {
                        if (asked.incrementAndGet() == 2) {
                            Together.run(() -> other.alert(DISK));
                        }
                        return Optional.empty();
                    }

                    @Override
                    public Optional<Boolean> isMember(TenantId tenant, GroupId group, PersonId person) {
                        return Optional.empty();
                    }
                })
                .build();
    }

    @Test
    void tries_again_when_another_node_was_faster() {
        AtomicInteger asked = new AtomicInteger();

        TicketId id =
                overtaken(asked).as(probe).incidents().alert(DISK).orElseThrow().id();

        assertThat(asked.get()).isGreaterThan(2);
        assertThat(desk.count(Criterion.all())).isEqualTo(1);
        assertThat(desk.get(id).details().alerts()).isEqualTo(2);
    }

    @Test
    void leaves_trying_again_to_a_host_that_has_begun_the_transaction() {
        AtomicInteger asked = new AtomicInteger();
        Itsm slower = overtaken(asked);

        Conflict lost = refused(
                Conflict.class,
                "DUPLICATE",
                () -> slower.inTransaction(
                        () -> slower.as(probe).incidents().alert(DISK).orElseThrow()));

        assertThat(lost.retryable()).isTrue();
        assertThat(asked.get()).isEqualTo(2);
        assertThat(desk.count(Criterion.all())).isEqualTo(1);
        slower.inTransaction(() -> slower.as(probe).incidents().alert(DISK).orElseThrow());
        assertThat(desk.page(PageRequest.all()).items().get(0).details().alerts())
                .isEqualTo(2);
    }
}
