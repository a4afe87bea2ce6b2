package io.itsm4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.itsm4j.InvalidInput;
import io.itsm4j.Itsm;
import io.itsm4j.NotFound;
import io.itsm4j.NotPermitted;
import io.itsm4j.RuleViolated;
import io.itsm4j.actor.Role;
import io.itsm4j.actor.TenantId;
import io.itsm4j.cmdb.AffectedService;
import io.itsm4j.cmdb.Cause;
import io.itsm4j.cmdb.CiRelation;
import io.itsm4j.cmdb.CmdbPolicy;
import io.itsm4j.cmdb.Configuration;
import io.itsm4j.cmdb.Difference;
import io.itsm4j.cmdb.Direction;
import io.itsm4j.cmdb.GraphPicture;
import io.itsm4j.cmdb.Hit;
import io.itsm4j.cmdb.HostItems;
import io.itsm4j.cmdb.Impact;
import io.itsm4j.cmdb.ImpactFlow;
import io.itsm4j.cmdb.ImpactQuery;
import io.itsm4j.cmdb.Impacts;
import io.itsm4j.cmdb.Reached;
import io.itsm4j.cmdb.RegisterItem;
import io.itsm4j.cmdb.Relate;
import io.itsm4j.cmdb.RelationType;
import io.itsm4j.cmdb.RetireItem;
import io.itsm4j.cmdb.TakeBaseline;
import io.itsm4j.cmdb.UpdateItem;
import io.itsm4j.cmdb.Weakened;
import io.itsm4j.ticket.AffectedCi;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who is hit, what rests on what, now and before; from the store and from a snapshot alike. */
public abstract class ImpactContract extends Contract {

    private Itsm itsm;
    private Configuration cmdb;

    @BeforeEach
    void begin() {
        itsm = builder()
                .cmdbPolicy(CmdbPolicy.STANDARD.restricting("document", Role.MANAGER))
                .hostItems(new Vehicles())
                .build();
        cmdb = itsm.as(bob).configuration();
    }

    /** The host's own vehicles. */
    private static final class Vehicles implements HostItems {

        @Override
        public String scheme() {
            return "vehicle";
        }

        @Override
        public Map<String, HostItem> find(TenantId tenant, Set<String> keys) {
            Map<String, HostItem> found = new HashMap<>();
            keys.stream()
                    .filter(key -> key.startsWith("B-"))
                    .forEach(key -> found.put(key, new HostItem("Van " + key, "hardware")));
            return found;
        }
    }

    private String item(String ciClass, String name) {
        return cmdb.items().register(RegisterItem.of(ciClass, name)).id();
    }

    private CiRelation relate(String from, String type, String to) {
        return cmdb.relations().relate(from, type, to);
    }

    /** Asks the store, makes sure that a snapshot says the same, and answers. */
    private Impact ask(ImpactQuery query) {
        Impact impact = cmdb.impact().analyse(query);
        if (!impact.isPartial() && impact.weakened().isEmpty()) {
            assertThat(cmdb.impact().reach(query)).isEqualTo(new Reached(impact.ids(), false));
        }
        assertThat(itsm.as(carol)
                        .configuration()
                        .impact()
                        .snapshot(query.asOf())
                        .analyse(query))
                .isEqualTo(impact);
        return impact;
    }

    @Test
    void finds_who_is_hit_and_what_is_rested_on_with_the_reason() {
        String rack = item("location", "Rack");
        String server = item("server", "db-01");
        String database = item("database", "Ledger");
        String service = item("service", "Billing");
        relate(server, "located-in", rack);
        relate(database, "runs-on", server);
        relate(service, "depends-on", database);

        Impact down = ask(ImpactQuery.failing(rack));
        assertThat(down.hits())
                .containsExactly(
                        new Hit(server, 1, List.of(new Cause(rack, "located-in", null))),
                        new Hit(database, 2, List.of(new Cause(server, "runs-on", null))),
                        new Hit(service, 3, List.of(new Cause(database, "depends-on", null))));
        assertThat(down.path(service))
                .extracting(step -> step.cause().from() + " " + step.ci())
                .containsExactly(rack + " " + server, server + " " + database, database + " " + service);
        assertThat(cmdb.impact().services(down)).containsExactly(new AffectedService(service, "Billing", 3));
        assertThat(ask(ImpactQuery.under(service)).ids()).containsExactly(database, server, rack);
        assertThat(ask(ImpactQuery.failing(rack).within(1)).ids()).containsExactly(server);
        assertThat(ask(ImpactQuery.failing(rack).through("located-in")).ids()).containsExactly(server);
        assertThat(ask(ImpactQuery.failing(rack).atMost(2)).isPartial()).isTrue();
        assertThat(ask(ImpactQuery.failing(rack).looking(1)).ids()).containsExactly(server);
    }

    @Test
    void counts_how_many_of_a_redundant_group_are_left() {
        String application = item("application", "Shop");
        String service = item("service", "Sales");
        relate(service, "depends-on", application);
        String[] servers = new String[3];
        for (int i = 0; i < 3; i++) {
            servers[i] = item("server", "web-" + i);
            cmdb.relations()
                    .relate(Relate.of(application, "runs-on", servers[i]).redundantly("web", 2));
        }

        Impact one = ask(ImpactQuery.failing(servers[0]));
        assertThat(one.hits()).isEmpty();
        assertThat(one.weakened()).containsExactly(new Weakened(application, "web", 2, 2));
        Impact two = ask(ImpactQuery.failing(servers[0], servers[2]));

        assertThat(two.ids()).containsExactly(application, service);
        assertThat(two.hits().get(0).causes())
                .containsExactly(new Cause(servers[0], "runs-on", "web"), new Cause(servers[2], "runs-on", "web"));
        cmdb.relations().regroup(application, "web", 1);
        assertThat(ask(ImpactQuery.failing(servers[0], servers[2])).ids()).isEmpty();
    }

    @Test
    void reaches_what_redundancy_keeps_alive_both_ways_and_through_things_of_the_host() {
        String rack = item("location", "Rack");
        String one = item("server", "web-1");
        String two = item("server", "web-2");
        String shop = item("application", "Shop");
        String suite = item("application", "Suite");
        String part = item("application", "Part");
        relate(one, "located-in", rack);
        cmdb.relations().relate(Relate.of(shop, "runs-on", one).redundantly("web", 1));
        cmdb.relations().relate(Relate.of(shop, "runs-on", two).redundantly("web", 1));
        relate("vehicle:B-7", "depends-on", shop);
        relate(suite, "uses", "vehicle:B-7");
        relate(suite, "part-of", part);
        relate(shop, "depends-on", suite);
        CiRelation over = relate(two, "located-in", rack);
        Instant before = clock.instant();
        clock.advance(Duration.ofDays(1));
        cmdb.relations().end(over.id());

        assertThat(cmdb.impact().analyse(ImpactQuery.failing(rack)).ids()).containsExactly(one);
        assertThat(reached(ImpactQuery.failing(rack))).containsExactlyInAnyOrder(one, shop, "vehicle:B-7", suite, part);
        assertThat(reached(ImpactQuery.failing(rack).at(before)))
                .containsExactlyInAnyOrder(one, two, shop, "vehicle:B-7", suite, part);
        assertThat(reached(ImpactQuery.under(part)))
                .containsExactlyInAnyOrder(suite, "vehicle:B-7", shop, one, two, rack);
        assertThat(reached(ImpactQuery.failing(rack).through("located-in", "runs-on")))
                .containsExactlyInAnyOrder(one, shop);
        assertThat(reached(ImpactQuery.failing(rack, one, two).within(1))).containsExactly(shop);
        assertThat(reached(ImpactQuery.failing("vehicle:B-7"))).containsExactlyInAnyOrder(suite, part, shop);
        assertThat(reached(ImpactQuery.failing(rack).through("installed-on"))).isEmpty();
        Reached some = cmdb.impact().reach(ImpactQuery.failing(rack).atMost(2));
        assertThat(some.ids()).hasSize(2).isSubsetOf(one, shop, "vehicle:B-7", suite, part);
        assertThat(some.isPartial()).isTrue();
        assertThat(cmdb.impact().reach(ImpactQuery.failing(rack).atMost(5)).isPartial())
                .isFalse();
        refused(NotFound.class, "NOT_FOUND", () -> cmdb.impact().reach(ImpactQuery.failing("x")));
    }

    private Set<String> reached(ImpactQuery query) {
        Reached reached = cmdb.impact().reach(query);
        assertThat(reached.isPartial()).isFalse();
        return reached.ids();
    }

    @Test
    void ends_on_a_cycle_and_on_a_diamond_and_names_each_item_once() {
        String a = item("application", "A");
        String b = item("application", "B");
        String c = item("application", "C");
        String d = item("application", "D");
        relate(b, "depends-on", a);
        relate(c, "depends-on", a);
        relate(d, "depends-on", b);
        relate(d, "depends-on", c);
        relate(a, "depends-on", d);

        assertThat(ask(ImpactQuery.failing(a)).ids()).containsExactlyInAnyOrder(b, c, d);
        assertThat(ask(ImpactQuery.under(a)).ids()).containsExactlyInAnyOrder(b, c, d);
    }

    @Test
    void answers_as_of_an_instant_as_it_would_have_answered_then() {
        String server = item("server", "old");
        String other = item("server", "new");
        String application = item("application", "Shop");
        CiRelation first = relate(application, "runs-on", server);
        Impact atApproval = ask(ImpactQuery.failing(server));
        Instant approval = clock.instant();
        clock.advance(Duration.ofDays(1));
        cmdb.relations().end(first.id());
        relate(application, "runs-on", other);
        cmdb.items().retire(server, RetireItem.because("replaced"));

        assertThat(ask(ImpactQuery.failing(server)).ids()).isEmpty();
        Impact then = ask(ImpactQuery.failing(server).at(approval));
        assertThat(then.hits()).isEqualTo(atApproval.hits());
        assertThat(ask(ImpactQuery.failing(other).at(approval)).ids()).isEmpty();
        assertThat(ask(ImpactQuery.failing(server).at(approval.minusSeconds(1))).ids())
                .isEmpty();
    }

    @Test
    void follows_a_type_of_relation_from_the_transaction_that_defines_it_on() {
        String pump = item("server", "Pump");
        String line = item("server", "Line 1");
        ImpactQuery failing = ImpactQuery.failing(pump);
        assertThat(cmdb.impact().reach(failing).ids()).isEmpty();
        RelationType feeds = RelationType.named("feeds", "fed-by")
                .joining("hardware", "hardware")
                .flowing(ImpactFlow.FIRST_HITS_SECOND);

        assertThat(catchThrowable(() -> itsm.inTransaction(() -> {
                    itsm.as(carol).configuration().schema().define(feeds);
                    relate(pump, "feeds", line);
                    assertThat(cmdb.impact().reach(failing).ids()).containsExactly(line);
                    throw new IllegalStateException("the host changes its mind");
                })))
                .isInstanceOf(IllegalStateException.class);
        assertThat(ask(failing).ids()).isEmpty();

        itsm.as(carol).configuration().schema().define(feeds);
        relate(pump, "feeds", line);
        assertThat(ask(failing).ids()).containsExactly(line);
        clock.advance(Duration.ofMinutes(2));
        assertThat(ask(failing).ids()).containsExactly(line);
    }

    @Test
    void says_of_the_past_what_its_types_of_relations_meant_then() {
        String pump = item("server", "Pump");
        String line = item("server", "Line 1");
        Configuration manager = itsm.as(carol).configuration();
        RelationType feeds = RelationType.named("feeds", "fed-by").joining("hardware", "hardware");
        manager.schema().define(feeds.flowing(ImpactFlow.FIRST_HITS_SECOND));
        relate(pump, "feeds", line);
        ImpactQuery before = ImpactQuery.failing(pump).at(clock.instant());
        clock.advance(Duration.ofHours(1));

        manager.schema().define(feeds.flowing(ImpactFlow.NONE));

        clock.advance(Duration.ofHours(1));
        assertThat(ask(ImpactQuery.failing(pump)).ids()).isEmpty();
        assertThat(ask(before).ids()).containsExactly(line);
        assertThat(manager.impact().picture(manager.impact().analyse(before)).edges())
                .extracting(GraphPicture.Edge::type)
                .containsExactly("feeds");
    }

    @Test
    void follows_a_type_of_relation_that_another_node_defines_after_a_minute_at_the_latest() {
        String pump = item("server", "Pump");
        String line = item("server", "Line 1");
        ImpactQuery failing = ImpactQuery.failing(pump);
        assertThat(cmdb.impact().reach(failing).ids()).isEmpty();
        Configuration there = otherNode().build().as(carol).configuration();

        there.schema()
                .define(RelationType.named("feeds", "fed-by")
                        .joining("hardware", "hardware")
                        .flowing(ImpactFlow.FIRST_HITS_SECOND));
        relate(pump, "feeds", line);

        assertThat(there.impact().reach(failing).ids()).containsExactly(line);
        clock.advance(Duration.ofMinutes(1));
        assertThat(ask(failing).ids()).containsExactly(line);
    }

    @Test
    void names_what_is_different_between_two_baselines() {
        String server = cmdb.items()
                .register(RegisterItem.of("server", "db-01").with("cpus", 2))
                .id();
        String gone = item("server", "gone");
        String application = item("application", "Shop");
        CiRelation first = relate(application, "runs-on", gone);
        cmdb.baselines().take(TakeBaseline.named("before").noting("release 4"));
        clock.advance(Duration.ofHours(1));
        cmdb.relations().end(first.id());
        CiRelation second = relate(application, "runs-on", server);
        cmdb.items().retire(gone, RetireItem.because(null));
        cmdb.items().update(server, UpdateItem.set("cpus", 4).named("db-1"));
        String come = item("server", "come");
        cmdb.baselines().take(TakeBaseline.named("after"));
        clock.advance(Duration.ofHours(1));
        item("server", "too late");

        Difference difference = cmdb.baselines().difference("before", "after");

        assertThat(difference.items())
                .extracting(change -> change.name() + " " + change.kind())
                .containsExactly("come CAME", "db-1 CHANGED", "gone WENT");
        assertThat(difference.items().get(1).values())
                .containsExactly(
                        new Difference.ValueChange("cpus", 2L, 4L),
                        new Difference.ValueChange("name", "db-01", "db-1"));
        assertThat(difference.items().get(0).ci()).isEqualTo(come);
        assertThat(difference.begun()).extracting(CiRelation::id).containsExactly(second.id());
        assertThat(difference.ended()).extracting(CiRelation::id).containsExactly(first.id());
        assertThat(cmdb.baselines().difference(clock.instant(), clock.instant()).isEmpty())
                .isTrue();
        refused(InvalidInput.class, "RANGE_REVERSED", () -> cmdb.baselines().difference("after", "before"));
        refused(RuleViolated.class, "CI_BASELINE_TAKEN", () -> cmdb.baselines().take(TakeBaseline.named("after")));
        refused(NotFound.class, "NOT_FOUND", () -> cmdb.baselines().get("never"));
    }

    @Test
    void keeps_a_baseline_of_a_service_to_what_the_service_rests_on() {
        String service = item("service", "Billing");
        String server = item("server", "db-01");
        String stranger = item("server", "stranger");
        relate(service, "depends-on", server);
        cmdb.baselines().take(TakeBaseline.named("before").of(service));
        clock.advance(Duration.ofHours(1));
        cmdb.items().update(server, UpdateItem.set("cpus", 4));
        cmdb.items().update(stranger, UpdateItem.set("cpus", 4));
        cmdb.baselines().take(TakeBaseline.named("after").of(service));

        assertThat(cmdb.baselines().content(cmdb.baselines().get("before"))).containsExactlyInAnyOrder(service, server);
        assertThat(cmdb.baselines().difference("before", "after").items())
                .extracting(Difference.ItemChange::ci)
                .containsExactly(server);
    }

    @Test
    void passes_through_what_the_actor_may_not_see_without_naming_it() {
        Configuration managers = itsm.as(carol).configuration();
        String server = item("server", "vault");
        String secret = managers.items()
                .register(RegisterItem.of("document", "Door codes"))
                .id();
        String service = item("service", "Guard");
        managers.relations().relate(secret, "depends-on", server);
        managers.relations().relate(service, "depends-on", secret);

        Impact seen = cmdb.impact().analyse(ImpactQuery.failing(server));
        assertThat(seen.hits())
                .containsExactly(new Hit(service, 2, List.of(new Cause(Impacts.HIDDEN, "depends-on", null))));
        assertThat(managers.impact().analyse(ImpactQuery.failing(server)).ids()).containsExactly(secret, service);
        refused(NotFound.class, "NOT_FOUND", () -> cmdb.impact().analyse(ImpactQuery.failing(secret)));
        refused(NotPermitted.class, "NOT_PERMITTED", () -> cmdb.impact().snapshot());
    }

    @Test
    void lets_things_of_the_host_take_part_without_a_copy() {
        String depot = item("location", "Depot");
        String service = item("service", "Delivery");
        relate("vehicle:B-7", "located-in", depot);
        relate(service, "depends-on", "vehicle:B-7");

        Impact impact = ask(ImpactQuery.failing(depot));

        assertThat(impact.ids()).containsExactly("vehicle:B-7", service);
        assertThat(cmdb.impact().picture(impact).mermaid()).contains("Van B-7");
        refused(NotFound.class, "NOT_FOUND", () -> relate("vehicle:X-1", "located-in", depot));
        assertThat(cmdb.items().count(io.itsm4j.storage.Criterion.all())).isEqualTo(2);
    }

    @Test
    void proposes_affected_items_to_a_ticket_and_never_again_what_was_taken_off() {
        String server = item("server", "db-01");
        String one = item("application", "one");
        String two = item("application", "two");
        relate(one, "runs-on", server);
        relate(two, "runs-on", server);
        List<AffectedCi> present = List.of(AffectedCi.named(server), new AffectedCi(two, AffectedCi.Origin.EXCLUDED));

        assertThat(Impacts.propose(present, ask(ImpactQuery.failing(server))))
                .containsExactly(
                        AffectedCi.named(server),
                        new AffectedCi(two, AffectedCi.Origin.EXCLUDED),
                        new AffectedCi(one, AffectedCi.Origin.COMPUTED));
        assertThat(cmdb.impact().touchedBy(List.of(server))).containsExactlyInAnyOrder(server, one, two);
    }

    @Test
    void draws_the_same_picture_in_three_languages() {
        String server = item("server", "db \"01\" <script>");
        String application = item("application", "Shop");
        relate(application, "runs-on", server);
        var picture = cmdb.impact().picture(ask(ImpactQuery.failing(server)));

        assertThat(picture.mermaid())
                .startsWith("flowchart LR\n    n0[\"db #34;01#34; #60;script#62;<br/>")
                .contains(":::root", "n1 -->|\"runs-on\"| n0", ":::hit")
                .doesNotContain("<script>");
        assertThat(picture.dot())
                .startsWith("digraph items {")
                .contains("label=\"db \\\"01\\\" <script>\"", "n1 -> n0");
        assertThat(picture.json())
                .contains("\"edges\":[{\"from\":\"" + application + "\",\"to\":\"" + server
                        + "\",\"type\":\"runs-on\"}]");
    }

    @Test
    void refuses_a_question_out_of_its_bounds() {
        refused(InvalidInput.class, "REQUIRED", () -> cmdb.impact().analyse(ImpactQuery.failing()));
        refused(
                InvalidInput.class,
                "OUT_OF_LIMIT",
                () -> cmdb.impact().analyse(ImpactQuery.failing("x").within(0)));
        refused(
                NotFound.class,
                "NOT_FOUND",
                () -> cmdb.impact().analyse(ImpactQuery.under("x").towards(Direction.DOWNSTREAM)));

        String alone = item("server", "alone");
        assertThat(ask(ImpactQuery.failing(alone)).isPartial()).isFalse();
    }

    @Test
    void bounds_a_hub_with_very_many_dependents() {
        String hub = item("server", "hub");
        for (int i = 0; i < 30; i++) {
            relate(item("application", "app-" + i), "runs-on", hub);
        }

        Impact some = ask(ImpactQuery.failing(hub).atMost(10));
        assertThat(some.hits()).hasSize(10);
        assertThat(some.isPartial()).isTrue();
        Impact none = ask(ImpactQuery.failing(hub).looking(29));
        assertThat(none.hits()).isEmpty();
        assertThat(none.isPartial()).isTrue();
        assertThat(ask(ImpactQuery.failing(hub).looking(30)).hits()).hasSize(30);
    }
}
