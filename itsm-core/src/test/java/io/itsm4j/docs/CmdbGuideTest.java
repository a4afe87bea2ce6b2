package io.itsm4j.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.itsm4j.Itsm;
import io.itsm4j.actor.Actor;
import io.itsm4j.actor.Role;
import io.itsm4j.cmdb.Audit;
import io.itsm4j.cmdb.CiAttribute;
import io.itsm4j.cmdb.CiClass;
import io.itsm4j.cmdb.CmdbPolicy;
import io.itsm4j.cmdb.Configuration;
import io.itsm4j.cmdb.ConfigurationItem;
import io.itsm4j.cmdb.Criticality;
import io.itsm4j.cmdb.Difference;
import io.itsm4j.cmdb.Impact;
import io.itsm4j.cmdb.ImpactQuery;
import io.itsm4j.cmdb.Proposed;
import io.itsm4j.cmdb.Reconciliation;
import io.itsm4j.cmdb.Reconciliations.Mode;
import io.itsm4j.cmdb.RegisterItem;
import io.itsm4j.cmdb.Relate;
import io.itsm4j.cmdb.RelationType;
import io.itsm4j.cmdb.RetireItem;
import io.itsm4j.cmdb.Snapshot;
import io.itsm4j.cmdb.TakeBaseline;
import io.itsm4j.cmdb.UpdateItem;
import io.itsm4j.incident.Incidents;
import io.itsm4j.interop.CsvItems;
import io.itsm4j.storage.PageRequest;
import io.itsm4j.testkit.MutableClock;
import io.itsm4j.ticket.OpenTicket;
import io.itsm4j.ticket.Priority;
import io.itsm4j.ticket.TicketId;
import io.itsm4j.ticket.UpdateTicket;
import io.itsm4j.ticket.Urgency;
import java.io.Reader;
import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class CmdbGuideTest {

    private final MutableClock clock = MutableClock.at("2026-03-02T09:00:00Z");
    private final Itsm itsm = Itsm.builder().clock(clock).build();
    private final Configuration cmdb =
            itsm.as(Actor.of("acme", "cora", CmdbPolicy.CONFIGURATION_MANAGER)).configuration();

    @Test
    void a_failed_server_hits_the_service_that_rests_on_it() {
        // region cmdb-first
        Actor cora = Actor.of("acme", "cora", CmdbPolicy.CONFIGURATION_MANAGER);
        Configuration cmdb = itsm.as(cora).configuration();

        String server = cmdb.items()
                .register(RegisterItem.of("server", "db-01")
                        .environment("production")
                        .ownedBy("olga")
                        .with("host_name", "db-01.example.org")
                        .with("cpus", 16))
                .id();
        String billing =
                cmdb.items().register(RegisterItem.of("service", "Billing")).id();
        cmdb.relations().relate(billing, "depends-on", server);

        Impact impact = cmdb.impact().analyse(ImpactQuery.failing(server));
        impact.ids(); // the service
        impact.path(billing); // and why
        // endregion
        assertThat(impact.ids()).containsExactly(billing);
        assertThat(impact.path(billing)).hasSize(1);
    }

    @Test
    void a_host_defines_classes_and_relations_of_its_own() {
        // region cmdb-schema
        cmdb.schema()
                .define(CiClass.named("turbine")
                        .under("hardware")
                        .with(CiAttribute.text("yard").required().indexed())
                        .with(CiAttribute.number("megawatts").within(0L, 20L))
                        .identifiedBy("yard", "name"));
        cmdb.schema().define(RelationType.named("drives", "driven-by").joining("turbine", "hardware"));
        // endregion
        cmdb.items().register(RegisterItem.of("turbine", "T1").with("yard", "north"));

        // region cmdb-search
        List<ConfigurationItem> north = cmdb.items()
                .page(PageRequest.of(cmdb.items()
                        .ofClass("hardware")
                        .and(cmdb.items().attribute("yard").is("north"))))
                .items();
        // endregion
        assertThat(north).hasSize(1);
    }

    @Test
    void two_of_three_servers_are_enough_and_one_is_not() {
        String shop =
                cmdb.items().register(RegisterItem.of("application", "Shop")).id();
        String one = cmdb.items().register(RegisterItem.of("server", "web-1")).id();
        String two = cmdb.items().register(RegisterItem.of("server", "web-2")).id();
        String three = cmdb.items().register(RegisterItem.of("server", "web-3")).id();
        // region cmdb-redundancy
        for (String server : List.of(one, two, three)) {
            cmdb.relations().relate(Relate.of(shop, "runs-on", server).redundantly("web", 2));
        }
        Impact held = cmdb.impact().analyse(ImpactQuery.failing(one)); // no hits, one weakened group
        Impact lost = cmdb.impact().analyse(ImpactQuery.failing(one, two)); // the shop, with both as the cause
        // endregion
        assertThat(held.hits()).isEmpty();
        assertThat(held.weakened()).hasSize(1);
        assertThat(lost.ids()).containsExactly(shop);

        // region cmdb-snapshot
        Snapshot snapshot = cmdb.impact().snapshot();
        Impact same = snapshot.analyse(ImpactQuery.failing(one, two));
        int reached = snapshot.reach().from(io.itsm4j.cmdb.Direction.DOWNSTREAM, one); // redundancy aside
        // endregion
        assertThat(same).isEqualTo(lost);
        assertThat(reached).isEqualTo(1);
    }

    @Test
    void an_incident_takes_what_the_analysis_proposes() {
        String rack =
                cmdb.items().register(RegisterItem.of("location", "Rack 7")).id();
        String server =
                cmdb.items().register(RegisterItem.of("server", "db-01")).id();
        String billing = cmdb.items()
                .register(RegisterItem.of("service", "Billing").critical(Criticality.HIGH))
                .id();
        cmdb.relations().relate(server, "located-in", rack);
        cmdb.relations().relate(billing, "depends-on", server);
        Incidents incidents = itsm.as(Actor.of("acme", "bob", Role.AGENT)).incidents();
        TicketId id = incidents
                .open(OpenTicket.titled("Rack 7 is dark").touching(rack))
                .id();
        // region cmdb-proposal
        Proposed proposed =
                cmdb.impact().proposal(incidents.get(id).classification().cis());
        incidents.update(
                id,
                UpdateTicket.NOTHING
                        .touching(proposed.cis())
                        .onService(proposed.services().get(0).id())
                        .rated(proposed.rating(), Urgency.HIGH));
        // endregion
        assertThat(incidents.get(id).classification().affected()).containsExactly(rack, server, billing);
        assertThat(incidents.get(id).classification().priority()).isEqualTo(Priority.CRITICAL);
    }

    @Test
    void the_graph_is_asked_as_of_the_day_of_the_approval() {
        String server = cmdb.items()
                .register(RegisterItem.of("server", "db-01").with("cpus", 8))
                .id();
        String billing =
                cmdb.items().register(RegisterItem.of("service", "Billing")).id();
        cmdb.relations().relate(billing, "depends-on", server);
        cmdb.baselines().take(TakeBaseline.named("release 4, before").of(billing));
        Instant approval = clock.instant();
        clock.advance(Duration.ofDays(1));
        cmdb.items().update(server, UpdateItem.set("cpus", 16));
        clock.advance(Duration.ofDays(1));
        cmdb.items().retire(server, RetireItem.because("replaced").forced());
        cmdb.baselines().take(TakeBaseline.named("release 4, after"));

        // region cmdb-time
        Impact then = cmdb.impact().analyse(ImpactQuery.failing(server).at(approval));
        cmdb.items().history(server, "cpus"); // 8, then 16, each with its interval and source
        Difference release = cmdb.baselines().difference("release 4, before", "release 4, after");
        // endregion
        assertThat(then.ids()).containsExactly(billing);
        assertThat(release.items()).hasSize(1);
        assertThat(cmdb.items().history(server, "cpus")).hasSize(2);
    }

    @Test
    void a_file_is_planned_reviewed_and_applied() {
        Reader items = new StringReader("key,class,name,cpus\ns1,server,db-01,8\na1,application,Ledger,\n");
        Reader relations = new StringReader("from,type,to\na1,runs-on,s1\n");
        // region cmdb-reconcile
        Reconciliation plan =
                cmdb.reconciliation().plan(CsvItems.from("scan").items(items).relations(relations));
        cmdb.reconciliation().proposals(plan.id(), PageRequest.all()); // what each row would do, or its fault
        cmdb.reconciliation().apply(plan.id(), Mode.ALL_OR_NOTHING);
        // endregion
        assertThat(cmdb.items().count(io.itsm4j.storage.Criterion.all())).isEqualTo(2);

        Reader counted = new StringReader("key,class,name,cpus\ns1,server,db-01,4\n");
        CsvItems inventory = CsvItems.from("scan").items(counted);
        // region cmdb-audit
        Audit audit = cmdb.audit().run("Room 7", cmdb.items().ofClass("server"), inventory);
        audit.accuracy(); // in parts of ten thousand
        cmdb.audit()
                .deviations(audit.id(), PageRequest.all())
                .items()
                .forEach(deviation -> cmdb.audit().correct(deviation.id())); // or accept it, or raise a ticket about it
        // endregion
        assertThat(audit.deviations()).isEqualTo(1);
        assertThat(audit.accuracy()).isZero();
    }
}
