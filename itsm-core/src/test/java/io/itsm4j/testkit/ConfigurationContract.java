package io.itsm4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.itsm4j.Conflict;
import io.itsm4j.InUse;
import io.itsm4j.InvalidInput;
import io.itsm4j.NotFound;
import io.itsm4j.RuleViolated;
import io.itsm4j.TransitionRefused;
import io.itsm4j.cmdb.CiRelation;
import io.itsm4j.cmdb.CiValue;
import io.itsm4j.cmdb.ConfigurationItem;
import io.itsm4j.cmdb.Criticality;
import io.itsm4j.cmdb.Items;
import io.itsm4j.cmdb.RegisterItem;
import io.itsm4j.cmdb.Relate;
import io.itsm4j.cmdb.RetireItem;
import io.itsm4j.cmdb.UpdateItem;
import io.itsm4j.storage.Criterion;
import io.itsm4j.testkit.Together.Outcome;
import io.itsm4j.ticket.CommandOptions;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Configuration items and their relations: what is recorded, what is refused, what was when. */
public abstract class ConfigurationContract extends ItemContract {

    @Test
    void records_an_item_with_everything_that_was_said() {
        String room = items.register(RegisterItem.of("location", "Room 7").with("code", "R7"))
                .id();
        String billing = items.register(RegisterItem.of("service", "Billing")).id();

        ConfigurationItem item = items.register(RegisterItem.of("server", "db-01")
                .in("PLANNED")
                .environment("production")
                .critical(Criticality.HIGH)
                .ownedBy("olga")
                .supportedBy("network")
                .at(room)
                .serving(billing)
                .with("host_name", "db-01.example.org")
                .with("serial", "序列号-7")
                .with("cpus", 16));

        assertThat(items.get(item.id())).isEqualTo(item);
        assertThat(item.version()).isEqualTo(1);
        assertThat(item.status().name()).isEqualTo("PLANNED");
        assertThat(item.stewardship().location()).isEqualTo(room);
        assertThat(item.stewardship().service()).isEqualTo(billing);
        assertThat(item.attributes().get("cpus"))
                .isEqualTo(new CiValue(16L, CiValue.MANUAL, clock.instant(), false, false));
        assertThat(item.attributes().get("serial").isIndexed()).isTrue();
        assertThat(items.journal(item.id(), null).items())
                .singleElement()
                .satisfies(entry -> assertThat(entry.event()).isEqualTo("ItemRegistered"));
        assertThat(itsm.verify(ACME).isIntact()).isTrue();
    }

    @Test
    void refuses_what_no_class_takes_and_names_every_fault() {
        refused(InvalidInput.class, "UNKNOWN", () -> items.register(RegisterItem.of("spaceship", "Enterprise")));
        refused(InvalidInput.class, "CI_ABSTRACT", () -> items.register(RegisterItem.of("hardware", "thing")));
        refused(InvalidInput.class, "REQUIRED", () -> items.register(RegisterItem.of("server", " ")));
        refused(
                InvalidInput.class,
                "FIELD_OPTION",
                () -> items.register(RegisterItem.of("server", "a").in("RETIRED")));
        InvalidInput many = refused(
                InvalidInput.class,
                "OUT_OF_LIMIT",
                () -> items.register(
                        RegisterItem.of("server", "a").with("cpus", 0).with("memory_mb", "much")));
        assertThat(many.faults())
                .extracting(InvalidInput.Fault::field)
                .containsExactly("attributes[cpus]", "attributes[memory_mb]");
        refused(
                InvalidInput.class,
                "REQUIRED",
                () -> items.register(
                        RegisterItem.of("software-version", "PostgreSQL").with("product", "PostgreSQL")));

        assertThat(items.count(Criterion.all())).isZero();
        assertThat(items.register(RegisterItem.of("server", "a").with("cpus", 2))
                        .id())
                .isNotEmpty();
        assertThat(items.count(Criterion.all())).isEqualTo(1);
    }

    @Test
    void refuses_identifiers_that_are_junk_or_taken_letter_case_aside() {
        items.register(RegisterItem.of("server", "a").with("serial", "CZ-1").with("host_name", "a.example.org"));

        refused(
                InvalidInput.class,
                "CI_JUNK",
                () -> items.register(RegisterItem.of("server", "b").with("serial", "To be filled by O.E.M.")));
        refused(
                RuleViolated.class,
                "CI_IDENTITY_TAKEN",
                () -> items.register(RegisterItem.of("storage", "c").with("serial", "cz-1")));
        refused(
                RuleViolated.class,
                "CI_IDENTITY_TAKEN",
                () -> items.register(RegisterItem.of("server", "d").with("host_name", "A.example.org")));
        String other = server("e.example.org");
        refused(RuleViolated.class, "CI_IDENTITY_TAKEN", () -> items.update(other, UpdateItem.set("serial", "CZ-1")));

        assertThat(items.count(Criterion.all())).isEqualTo(2);
        assertThat(items.get(other).version()).isEqualTo(1);
    }

    @Test
    void frees_an_identifier_that_an_item_gives_up() {
        String first = items.register(RegisterItem.of("server", "a").with("serial", "CZ-1"))
                .id();
        items.update(first, UpdateItem.set("serial", "CZ-2"));

        ConfigurationItem second = items.register(RegisterItem.of("server", "b").with("serial", "CZ-1"));

        assertThat(second.value("serial")).contains("CZ-1");
        items.update(first, UpdateItem.NOTHING.without("serial"));
        assertThat(items.update(second.id(), UpdateItem.set("serial", "CZ-2")).value("serial"))
                .contains("CZ-2");
    }

    @Test
    void lets_one_of_two_nodes_have_an_identity_and_refuses_the_other() {
        Items elsewhere = otherNode().build().as(carol).configuration().items();
        items.register(RegisterItem.of("server", "a").with("serial", "CZ-1"));

        refused(
                RuleViolated.class,
                "CI_IDENTITY_TAKEN",
                () -> elsewhere.register(RegisterItem.of("server", "b").with("serial", "CZ-1")));
    }

    @Test
    void changes_what_was_asked_and_nothing_else() {
        String id = items.register(RegisterItem.of("server", "a")
                        .environment("test")
                        .ownedBy("olga")
                        .with("cpus", 2)
                        .with("host_name", "a"))
                .id();

        ConfigurationItem after = items.update(
                id,
                UpdateItem.set("cpus", 4).named("a2").critical(Criticality.LOW).without("owner", "host_name"));

        assertThat(items.get(id)).isEqualTo(after);
        assertThat(after.name()).isEqualTo("a2");
        assertThat(after.environment()).isEqualTo("test");
        assertThat(after.stewardship().owner()).isNull();
        assertThat(after.attributes()).containsOnlyKeys("cpus");
        assertThat(after.version()).isEqualTo(2);
    }

    @Test
    void refuses_a_stale_item_and_keeps_the_newer_one() {
        String id = server("a");
        items.update(id, UpdateItem.set("cpus", 4));

        refused(
                Conflict.class,
                "CONFLICT",
                () -> items.with(CommandOptions.expecting(1)).update(id, UpdateItem.set("cpus", 8)));

        assertThat(items.get(id).value("cpus")).contains(4L);
    }

    @Test
    void moves_an_item_only_as_the_lifecycle_of_its_class_says() {
        String id = server("a");
        items.move(id, "IN_MAINTENANCE");

        TransitionRefused refusal = refused(TransitionRefused.class, "TRANSITION", () -> items.move(id, "PLANNED"));
        assertThat(refusal.allowedActions()).containsExactlyInAnyOrder("LIVE", "RETIRED");
        refused(RuleViolated.class, "CI_STATUS_ENDS", () -> items.move(id, "RETIRED"));

        assertThat(items.get(id).status().name()).isEqualTo("IN_MAINTENANCE");
    }

    @Test
    void refuses_to_retire_what_others_rest_on_and_says_how_many() {
        String server = server("a");
        String one = application("one");
        String two = application("two");
        cmdb.relations().relate(one, "runs-on", server);
        cmdb.relations().relate(two, "runs-on", server);

        InUse refusal = refused(InUse.class, "CI_IN_USE", () -> items.retire(server, RetireItem.because("old")));
        assertThat(refusal.detail()).containsEntry("count", 2L);
        items.retire(one, RetireItem.because("gone"));
        items.retire(server, RetireItem.because("old").forced());

        assertThat(items.get(server).isLive()).isFalse();
        assertThat(cmdb.relations().of(two)).isEmpty();
        refused(RuleViolated.class, "CI_RETIRED", () -> cmdb.relations().relate(two, "runs-on", server));
        assertThat(itsm.verify(ACME).isIntact()).isTrue();
    }

    @Test
    void refuses_to_retire_a_place_where_something_stands() {
        String room = items.register(RegisterItem.of("location", "Room 7").with("code", "R7"))
                .id();
        String server = items.register(RegisterItem.of("server", "a").at(room)).id();

        InUse refusal = refused(InUse.class, "CI_IN_USE", () -> items.retire(room, RetireItem.because(null)));
        assertThat(refusal.detail()).containsEntry("count", 1L);
        items.retire(server, RetireItem.because(null));

        assertThat(items.retire(room, RetireItem.because(null)).isLive()).isFalse();
    }

    @Test
    void does_not_end_a_place_while_something_is_put_there() {
        String room = items.register(RegisterItem.of("location", "Room 8")).id();
        CountDownLatch placed = new CountDownLatch(1);
        CountDownLatch asked = new CountDownLatch(1);

        List<Outcome<ConfigurationItem>> outcomes = Together.run(
                () -> itsm.inTransaction(() -> {
                    ConfigurationItem server;
                    try {
                        server = items.register(RegisterItem.of("server", "db-01")
                                .with("host_name", "db-01")
                                .at(room));
                    } finally {
                        placed.countDown();
                    }
                    waitAtMostHalfASecond(asked); // longer than somebody would need who does not wait for us
                    return server;
                }),
                () -> {
                    assertThat(placed.await(60, TimeUnit.SECONDS)).isTrue();
                    try {
                        return items.retire(room, RetireItem.because("pulled down"));
                    } finally {
                        asked.countDown();
                    }
                });

        assertThat(outcomes.get(0).failure()).isEmpty();
        assertThat(outcomes.get(1).failure()).containsInstanceOf(InUse.class);
        assertThat(items.get(room).isLive()).isTrue();
    }

    @Test
    void makes_a_relation_once_and_shows_it_from_both_ends() {
        String server = server("a");
        String application = application("one");

        CiRelation relation = cmdb.relations().relate(application, "runs-on", server);

        assertThat(cmdb.relations().relate(application, "runs-on", server)).isEqualTo(relation);
        assertThat(cmdb.relations().of(server)).containsExactly(relation);
        assertThat(cmdb.relations().of(application)).containsExactly(relation);
    }

    @Test
    void refuses_relations_that_their_type_does_not_allow() {
        String a = server("a");
        String b = server("b");
        String c = server("c");
        String rack = items.register(RegisterItem.of("location", "Rack").with("code", "K1"))
                .id();
        String room = items.register(RegisterItem.of("location", "Room").with("code", "R1"))
                .id();
        cmdb.relations().relate(a, "runs-on", b);
        cmdb.relations().relate(b, "runs-on", c);
        cmdb.relations().relate(a, "located-in", rack);

        refused(RuleViolated.class, "CI_RELATION_SELF", () -> cmdb.relations().relate(a, "runs-on", a));
        refused(RuleViolated.class, "CI_RELATION_CYCLE", () -> cmdb.relations().relate(c, "runs-on", a));
        refused(RuleViolated.class, "CI_RELATION_PAIR", () -> cmdb.relations().relate(a, "located-in", b));
        refused(RuleViolated.class, "CI_RELATION_MOST", () -> cmdb.relations().relate(a, "located-in", room));
        refused(InvalidInput.class, "UNKNOWN", () -> cmdb.relations().relate(a, "loves", b));
        refused(NotFound.class, "NOT_FOUND", () -> cmdb.relations().relate(a, "runs-on", "nowhere:1"));

        cmdb.relations().relate(a, "depends-on", c);
        cmdb.relations().relate(c, "depends-on", a);
        assertThat(cmdb.relations().of(a)).hasSize(4);
    }

    @Test
    void keeps_the_members_of_a_group_at_one_mind_about_how_many_are_needed() {
        String application = application("one");
        String a = server("a");
        String b = server("b");
        String c = server("c");
        cmdb.relations().relate(Relate.of(application, "runs-on", a).redundantly("web", 1));
        cmdb.relations().relate(Relate.of(application, "runs-on", b).redundantly("web", 1));

        refused(
                InvalidInput.class,
                "CI_GROUP_NEEDED",
                () -> cmdb.relations()
                        .relate(Relate.of(application, "runs-on", c).redundantly("web", 2)));
        refused(
                RuleViolated.class,
                "CI_GROUP_FLOW",
                () -> cmdb.relations().relate(Relate.of(a, "connected-to", b).redundantly("web", 1)));
        later();
        List<CiRelation> again = cmdb.relations().regroup(application, "web", 2);

        assertThat(again)
                .hasSize(2)
                .allSatisfy(relation -> assertThat(relation.needed()).isEqualTo(2));
        assertThat(cmdb.relations().of(application)).containsExactlyInAnyOrderElementsOf(again);
    }
}
