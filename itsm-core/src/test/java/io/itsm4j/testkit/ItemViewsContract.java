package io.itsm4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.itsm4j.InvalidInput;
import io.itsm4j.NotFound;
import io.itsm4j.NotPermitted;
import io.itsm4j.RuleViolated;
import io.itsm4j.actor.Actor;
import io.itsm4j.actor.PersonId;
import io.itsm4j.actor.Role;
import io.itsm4j.cmdb.CiAttribute;
import io.itsm4j.cmdb.CiAttributes;
import io.itsm4j.cmdb.CiClass;
import io.itsm4j.cmdb.CiRelation;
import io.itsm4j.cmdb.CiState;
import io.itsm4j.cmdb.CiValue;
import io.itsm4j.cmdb.ClassMigration;
import io.itsm4j.cmdb.Configuration;
import io.itsm4j.cmdb.ConfigurationItem;
import io.itsm4j.cmdb.ImpactFlow;
import io.itsm4j.cmdb.Items;
import io.itsm4j.cmdb.PastValue;
import io.itsm4j.cmdb.Reclassify;
import io.itsm4j.cmdb.RegisterItem;
import io.itsm4j.cmdb.RelationType;
import io.itsm4j.cmdb.UpdateItem;
import io.itsm4j.storage.Criterion;
import io.itsm4j.storage.PageRequest;
import io.itsm4j.ticket.TicketAttributes;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How items are found, shown as they were, hidden from who may not see them, and taken along when classes change. */
public abstract class ItemViewsContract extends ItemContract {

    @Test
    void shows_an_item_as_it_was_at_any_instant_and_how_each_attribute_went() {
        Instant before = clock.instant().minusSeconds(1);
        String id =
                items.register(RegisterItem.of("server", "a").with("cpus", 2)).id();
        Instant first = clock.instant();
        later();
        items.update(id, UpdateItem.set("cpus", 4).with("memory_mb", 1024));
        Instant second = clock.instant();
        later();
        items.update(id, UpdateItem.set("memory_mb", 2048));
        Instant third = clock.instant();

        assertThat(items.asOf(id, before)).isEmpty();
        assertThat(items.asOf(id, first).orElseThrow().attributes()).containsOnlyKeys("cpus");
        assertThat(items.asOf(id, second.minusNanos(1000))).isEqualTo(items.asOf(id, first));
        assertThat(items.asOf(id, third)
                        .orElseThrow()
                        .attributes()
                        .get("memory_mb")
                        .value())
                .isEqualTo(2048L);
        assertThat(items.history(id, "cpus"))
                .containsExactly(
                        new PastValue(2L, CiValue.MANUAL, first, second),
                        new PastValue(4L, CiValue.MANUAL, second, CiRelation.FOREVER));
        assertThat(items.history(id, "memory_mb")).extracting(PastValue::value).containsExactly(1024L, 2048L);
        assertThat(items.states(id)).extracting(CiState::since).containsExactly(first, second, third);
    }

    @Test
    void keeps_only_the_last_state_of_one_instant() {
        String id = server("a");
        items.update(id, UpdateItem.set("cpus", 4));
        items.update(id, UpdateItem.set("cpus", 8));

        assertThat(items.states(id))
                .singleElement()
                .satisfies(state ->
                        assertThat(state.attributes().get("cpus").value()).isEqualTo(8L));
        assertThat(items.get(id).version()).isEqualTo(3);
    }

    @Test
    void shows_relations_as_they_were_at_any_instant() {
        String a = server("a");
        String b = application("b");
        Instant before = clock.instant();
        later();
        CiRelation relation = cmdb.relations().relate(b, "runs-on", a);
        Instant during = clock.instant();
        later();
        cmdb.relations().end(relation.id());
        Instant after = clock.instant();
        later();
        cmdb.relations().relate(b, "runs-on", a);

        assertThat(cmdb.relations().of(a, before)).isEmpty();
        assertThat(cmdb.relations().of(a, during)).extracting(CiRelation::id).containsExactly(relation.id());
        assertThat(cmdb.relations().of(a, after)).isEmpty();
        assertThat(cmdb.relations().of(a)).hasSize(1);
    }

    @Test
    void finds_items_by_class_attribute_text_owner_and_environment() {
        items.register(RegisterItem.of("server", "Payroll 一号")
                .with("operating_system", "Debian 12")
                .ownedBy("olga"));
        items.register(RegisterItem.of("storage", "payroll disks").environment("production"));
        application("Mail");

        assertThat(found(items.ofClass("hardware"))).containsExactly("Payroll 一号", "payroll disks");
        assertThat(found(items.attribute("operating_system").is("Debian 12"))).containsExactly("Payroll 一号");
        assertThat(found(CiAttributes.SEARCH_TEXT.contains(TicketAttributes.fold("PAYROLL"))))
                .containsExactly("Payroll 一号", "payroll disks");
        assertThat(found(CiAttributes.OWNER.is(new PersonId("olga")))).containsExactly("Payroll 一号");
        assertThat(found(CiAttributes.ENVIRONMENT.is("production"))).containsExactly("Mail", "payroll disks");
        refused(InvalidInput.class, "QUERY_FILTER", () -> items.attribute("cpus"));
        refused(InvalidInput.class, "QUERY_FILTER", () -> items.attribute("nothing"));
    }

    @Test
    void finds_items_by_their_relations_read_either_way() {
        String one = items.register(RegisterItem.of("server", "one")).id();
        String two = items.register(RegisterItem.of("server", "two")).id();
        String shop = application("Shop");
        String mail = application("Mail");
        cmdb.relations().relate(shop, "runs-on", one);
        cmdb.relations().relate(shop, "runs-on", two);
        cmdb.relations().relate(mail, "depends-on", one);
        CiRelation over = cmdb.relations().relate(mail, "runs-on", two);
        cmdb.relations().end(over.id());

        assertThat(found(items.related("runs-on", one))).containsExactly("Shop");
        assertThat(found(items.related("runs-on", two))).containsExactly("Shop");
        assertThat(found(items.related("runs", shop))).containsExactly("one", "two");
        assertThat(found(items.related("runs", shop).and(CiAttributes.NAME.is("two"))))
                .containsExactly("two");
        assertThat(found(items.related("runs", mail))).isEmpty();
        refused(InvalidInput.class, "UNKNOWN", () -> items.related("sits-on", one));
        refused(NotFound.class, "NOT_FOUND", () -> items.related("runs-on", "nothing"));
    }

    private List<String> found(Criterion<ConfigurationItem> criterion) {
        return items.page(PageRequest.of(criterion)).items().stream()
                .map(ConfigurationItem::name)
                .toList();
    }

    @Test
    void pages_through_items_by_name() {
        for (int i = 0; i < 7; i++) {
            server("host-" + i);
        }
        var first = items.page(PageRequest.<ConfigurationItem>all().ofSize(5));
        var second = items.page(
                PageRequest.<ConfigurationItem>all().ofSize(5).at(first.next().orElseThrow()));

        assertThat(first.items())
                .extracting(ConfigurationItem::name)
                .startsWith("host-0")
                .hasSize(5);
        assertThat(second.items()).extracting(ConfigurationItem::name).containsExactly("host-5", "host-6");
        assertThat(second.next()).isEmpty();
    }

    @Test
    void shows_items_to_who_may_read_them_owns_them_or_supports_them() {
        Items managers = itsm.as(carol).configuration().items();
        Actor olga = Actor.of("acme", "olga", Role.REQUESTER);
        String secret = managers.register(
                        RegisterItem.of("document", "Door codes").ownedBy("olga"))
                .id();
        String supported = managers.register(
                        RegisterItem.of("document", "Network plan").supportedBy("network"))
                .id();
        String server = server("a");

        assertThat(items.find(secret)).isEmpty();
        assertThat(items.find(supported)).isPresent();
        refused(NotFound.class, "NOT_FOUND", () -> items.update(secret, UpdateItem.NOTHING.named("x")));
        refused(NotFound.class, "NOT_FOUND", () -> cmdb.relations().relate(server, "documented-by", secret));
        assertThat(items.count(Criterion.all())).isEqualTo(2);
        Items owners = itsm.as(olga).configuration().items();
        assertThat(owners.find(secret)).isPresent();
        assertThat(owners.find(server)).isEmpty();
        refused(NotPermitted.class, "NOT_PERMITTED", () -> owners.update(secret, UpdateItem.NOTHING.named("x")));
        assertThat(itsm.as(Actor.of("globex", "gus", Role.MANAGER, Role.AGENT))
                        .configuration()
                        .items()
                        .find(server))
                .isEmpty();
    }

    @Test
    void hides_a_relation_to_an_item_that_is_hidden() {
        Configuration managers = itsm.as(carol).configuration();
        String secret = managers.items()
                .register(RegisterItem.of("document", "Door codes"))
                .id();
        String server = server("a");
        managers.relations().relate(server, "documented-by", secret);

        assertThat(managers.relations().of(server)).hasSize(1);
        assertThat(cmdb.relations().of(server)).isEmpty();
    }

    @Test
    void takes_a_class_at_run_time_with_attributes_identifiers_and_relations() {
        Configuration manager = itsm.as(carol).configuration();
        refused(NotPermitted.class, "NOT_PERMITTED", () -> cmdb.schema().define(CiClass.named("turbine")));
        manager.schema()
                .define(CiClass.named("turbine")
                        .under("hardware")
                        .with(
                                CiAttribute.number("megawatts").indexed(),
                                CiAttribute.text("yard").required())
                        .identifiedBy("yard", "megawatts"));
        manager.schema()
                .define(RelationType.named("drives", "driven-by")
                        .flowing(ImpactFlow.FIRST_HITS_SECOND)
                        .joining("turbine", "turbine"));

        String a = items.register(
                        RegisterItem.of("turbine", "T1").with("yard", "north").with("megawatts", 5))
                .id();
        String b = items.register(
                        RegisterItem.of("turbine", "T2").with("yard", "north").with("megawatts", 6))
                .id();

        refused(
                RuleViolated.class,
                "CI_IDENTITY_TAKEN",
                () -> items.register(
                        RegisterItem.of("turbine", "T3").with("yard", "NORTH").with("megawatts", 5)));
        assertThat(found(items.attribute("megawatts").atLeast(6L))).containsExactly("T2");
        assertThat(cmdb.relations().relate(a, "drives", b).type()).isEqualTo("drives");
        refused(RuleViolated.class, "CI_RELATION_PAIR", () -> cmdb.relations().relate(a, "drives", server("s")));
        assertThat(otherNode()
                        .build()
                        .as(bob)
                        .configuration()
                        .schema()
                        .current()
                        .find("turbine"))
                .isPresent();
    }

    @Test
    void migrates_items_to_a_new_version_of_their_class() {
        Configuration manager = itsm.as(carol).configuration();
        CiClass first = CiClass.named("turbine").with(CiAttribute.text("place"), CiAttribute.text("colour"));
        manager.schema().define(first);
        String a = items.register(
                        RegisterItem.of("turbine", "T1").with("place", "north").with("colour", "red"))
                .id();
        String b = items.register(RegisterItem.of("turbine", "T2").with("place", "south"))
                .id();
        later();
        manager.schema()
                .define(first.without("place", "colour")
                        .with(
                                CiAttribute.text("yard").required().indexed(),
                                CiAttribute.number("rotors").required()));

        refused(
                InvalidInput.class,
                "FIELD_UNKNOWN",
                () -> manager.schema().migrate("turbine", ClassMigration.NONE, 10));
        ClassMigration migration =
                ClassMigration.NONE.renaming("place", "yard").dropping("colour").defaulting("rotors", 3L);
        assertThat(manager.schema().migrate("turbine", migration, 1)).isEqualTo(1);
        assertThat(manager.schema().migrate("turbine", migration, 10)).isEqualTo(1);
        assertThat(manager.schema().migrate("turbine", migration, 10)).isZero();

        assertThat(items.get(a).schema()).isEqualTo(2);
        assertThat(items.get(a).attributes()).containsOnlyKeys("yard", "rotors");
        assertThat(found(items.attribute("yard").is("south"))).containsExactly("T2");
        assertThat(items.states(b)).extracting(CiState::schema).containsExactly(1L, 2L);
    }

    @Test
    void moves_an_item_into_another_class_with_what_fits_there() {
        String id = items.register(RegisterItem.of("server", "a")
                        .with("host_name", "a")
                        .with("cpus", 4)
                        .with("serial", "CZ-1"))
                .id();
        String rack = items.register(RegisterItem.of("location", "Rack").with("code", "K1"))
                .id();
        cmdb.relations().relate(id, "located-in", rack);

        refused(InvalidInput.class, "FIELD_UNKNOWN", () -> items.reclassify(id, Reclassify.to("virtual-machine")));
        refused(
                RuleViolated.class,
                "CI_RELATION_PAIR",
                () -> items.reclassify(rack, Reclassify.to("service").dropping("code")));
        ConfigurationItem moved = items.reclassify(
                id, Reclassify.to("virtual-machine").dropping("serial").with("machine_id", "vm-7"));

        assertThat(items.get(id)).isEqualTo(moved);
        assertThat(moved.ciClass()).isEqualTo("virtual-machine");
        assertThat(moved.attributes()).containsOnlyKeys("host_name", "cpus", "machine_id");
        assertThat(items.register(RegisterItem.of("server", "b").with("serial", "CZ-1"))
                        .version())
                .isEqualTo(1);
    }

    @Test
    void lets_the_owner_and_the_managers_certify_and_nobody_else() {
        String id = items.register(
                        RegisterItem.of("server", "a").ownedBy("olga").supportedBy("network"))
                .id();

        refused(NotPermitted.class, "NOT_PERMITTED", () -> items.certify(id));
        ConfigurationItem certified = itsm.as(Actor.of("acme", "olga", Role.REQUESTER))
                .configuration()
                .items()
                .certify(id);

        assertThat(items.get(id)).isEqualTo(certified);
        assertThat(certified.certification().by()).isEqualTo(new PersonId("olga"));
        assertThat(certified.certification().at()).isEqualTo(clock.instant());
    }

    @Test
    void erases_an_owner_from_the_item_its_former_states_and_its_journal() {
        String id =
                items.register(RegisterItem.of("server", "a").ownedBy("olga")).id();
        later();
        items.update(id, UpdateItem.set("cpus", 2));
        later();
        items.update(id, UpdateItem.NOTHING.ownedBy("pete"));

        assertThat(itsm.erase(ACME, new PersonId("olga"))).isEqualTo(1);

        assertThat(items.history(id, "owner"))
                .extracting(PastValue::value)
                .hasSize(2)
                .doesNotContain("olga")
                .contains("pete");
        assertThat(itsm.verify(ACME).isIntact()).isTrue();
    }
}
