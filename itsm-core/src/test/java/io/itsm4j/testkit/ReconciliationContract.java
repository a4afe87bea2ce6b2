package io.itsm4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.itsm4j.InvalidInput;
import io.itsm4j.Itsm;
import io.itsm4j.NotPermitted;
import io.itsm4j.RuleViolated;
import io.itsm4j.actor.Actor;
import io.itsm4j.actor.Role;
import io.itsm4j.cmdb.CiAttributes;
import io.itsm4j.cmdb.CiRelation;
import io.itsm4j.cmdb.CiValue;
import io.itsm4j.cmdb.CmdbPolicy;
import io.itsm4j.cmdb.Configuration;
import io.itsm4j.cmdb.ConfigurationItem;
import io.itsm4j.cmdb.Discovered;
import io.itsm4j.cmdb.DiscoveryFeed;
import io.itsm4j.cmdb.Items;
import io.itsm4j.cmdb.Proposal;
import io.itsm4j.cmdb.Reconciliation;
import io.itsm4j.cmdb.Reconciliations;
import io.itsm4j.cmdb.Reconciliations.Mode;
import io.itsm4j.cmdb.RegisterItem;
import io.itsm4j.cmdb.RetireItem;
import io.itsm4j.cmdb.UpdateItem;
import io.itsm4j.storage.Criterion;
import io.itsm4j.storage.PageRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What feeds found is planned, reviewed, applied and taken back. */
public abstract class ReconciliationContract extends Contract {

    private Itsm itsm;
    private Configuration cmdb;
    private Items items;
    private Reconciliations reconciliation;

    @BeforeEach
    void begin() {
        itsm = builder()
                .cmdbPolicy(CmdbPolicy.STANDARD
                        .trusting(CiValue.MANUAL, "agent", "scan")
                        .trustingFor("ip_address", "scan", "agent", CiValue.MANUAL))
                .build();
        cmdb = itsm.as(carol).configuration();
        items = cmdb.items();
        reconciliation = cmdb.reconciliation();
    }

    /** A feed from a list. */
    private static final class Listed implements DiscoveryFeed {

        private final String source;
        private final List<Discovered> rows = new ArrayList<>();

        Listed(String source) {
            this.source = source;
        }

        Listed item(@Nullable String key, String ciClass, Object... pairs) {
            Map<String, Object> values = new HashMap<>();
            for (int i = 0; i < pairs.length; i += 2) {
                values.put((String) pairs[i], pairs[i + 1]);
            }
            rows.add(new Discovered.Item(rows.size() + 1, key, ciClass, values, false));
            return this;
        }

        Listed relation(String from, String type, String to) {
            rows.add(new Discovered.Relation(rows.size() + 1, from, type, to, null, 0));
            return this;
        }

        @Override
        public String source() {
            return source;
        }

        @Override
        public void read(Consumer<Discovered> sink) {
            rows.forEach(sink);
        }
    }

    private static Listed scan() {
        return new Listed("scan");
    }

    private List<String> proposed(Reconciliation plan) {
        return reconciliation.proposals(plan.id(), PageRequest.all()).items().stream()
                .map(proposal -> proposal.row() + " " + proposal.kind()
                        + (proposal.fault() == null ? "" : " " + proposal.fault())
                        + (proposal.status() == Proposal.Status.WAITING ? "" : " " + proposal.status()))
                .toList();
    }

    private ConfigurationItem byName(String name) {
        return items.page(PageRequest.of(CiAttributes.NAME.is(name))).items().get(0);
    }

    @Test
    void plans_without_touching_an_item_and_applies_what_was_planned() {
        Listed feed = scan().item(
                        "a", "server", "name", "db-01", "host_name", "db-01", "cpus", 4L, "environment", "test")
                .item("b", "application", "name", "Ledger")
                .relation("b", "runs-on", "a");

        Reconciliation plan = reconciliation.plan(feed);
        assertThat(plan.status()).isEqualTo(Reconciliation.Status.PLANNED);
        assertThat(plan.rows()).isEqualTo(3);
        assertThat(proposed(plan)).containsExactly("1 CREATE", "2 CREATE", "3 RELATE");
        assertThat(items.count(Criterion.all())).isZero();
        Reconciliation applied = reconciliation.apply(plan.id(), Mode.ALL_OR_NOTHING);

        assertThat(applied.status()).isEqualTo(Reconciliation.Status.APPLIED);
        ConfigurationItem server = byName("db-01");
        assertThat(server.environment()).isEqualTo("test");
        assertThat(server.attributes().get("cpus")).isEqualTo(new CiValue(4L, "scan", clock.instant(), false, false));
        assertThat(cmdb.relations().of(server.id()))
                .singleElement()
                .satisfies(relation -> assertThat(relation.source()).isEqualTo("scan"));
        assertThat(itsm.verify(ACME).isIntact()).isTrue();
    }

    private void applied(DiscoveryFeed feed) {
        reconciliation.apply(reconciliation.plan(feed).id(), Mode.ALL_OR_NOTHING);
    }

    @Test
    void knows_items_again_by_the_feeds_own_key_and_by_what_tells_them_apart() {
        items.register(RegisterItem.of("server", "by hand").with("serial", "CZ-1"));
        applied(scan().item("a", "server", "serial", "cz-1", "cpus", 4L));
        assertThat(byName("by hand").value("cpus")).contains(4L);

        applied(scan().item("a", "server", "cpus", 8L));

        assertThat(byName("by hand").value("cpus")).contains(8L);
        assertThat(items.count(Criterion.all())).isEqualTo(1);
    }

    @Test
    void lets_a_source_overwrite_only_what_is_trusted_no_more_and_not_locked() {
        String id = items.register(RegisterItem.of("server", "a")
                        .with("host_name", "a")
                        .with("cpus", 1)
                        .with("ip_address", "10.0.0.1"))
                .id();
        applied(new Listed("agent")
                .item("x", "server", "host_name", "a", "memory_mb", 10L, "operating_system", "Debian"));
        items.lock(id, true, "operating_system");

        applied(new Listed("agent").item("x", "server", "operating_system", "Windows", "memory_mb", 20L));
        applied(scan().item("y", "server", "host_name", "a", "cpus", 9L, "memory_mb", 30L, "ip_address", "10.0.0.9"));

        ConfigurationItem item = items.get(id);
        assertThat(item.value("cpus")).contains(1L);
        assertThat(item.value("memory_mb")).contains(20L);
        assertThat(item.value("operating_system")).contains("Debian");
        assertThat(item.attributes().get("ip_address").source()).isEqualTo("scan");
    }

    @Test
    void keeps_what_was_locked_or_entered_from_a_better_source_between_the_plan_and_its_application() {
        String id = items.register(RegisterItem.of("server", "a").with("host_name", "a"))
                .id();
        applied(new Listed("agent").item("x", "server", "host_name", "a", "operating_system", "Debian", "cpus", 2L));
        Reconciliation plan = reconciliation.plan(
                new Listed("agent").item("x", "server", "operating_system", "Windows", "cpus", 4L, "memory_mb", 64L));
        items.update(id, UpdateItem.NOTHING.with("operating_system", "Debian 13"));
        items.lock(id, true, "cpus");

        reconciliation.apply(plan.id(), Mode.ALL_OR_NOTHING);

        ConfigurationItem item = items.get(id);
        assertThat(item.value("operating_system")).contains("Debian 13");
        assertThat(item.value("cpus")).contains(2L);
        assertThat(item.attributes().get("cpus").isLocked()).isTrue();
        assertThat(item.value("memory_mb")).contains(64L);
        Proposal done =
                reconciliation.proposals(plan.id(), PageRequest.all()).items().get(0);
        assertThat(done.status()).isEqualTo(Proposal.Status.APPLIED);
        assertThat(done.reason()).isEqualTo("cpus, operating_system");

        items.lock(id, true, "memory_mb");
        reconciliation.revert(plan.id());
        assertThat(items.get(id).value("memory_mb")).contains(64L);
        assertThat(items.get(id).attributes().get("memory_mb").isLocked()).isTrue();
    }

    @Test
    void tells_nobody_about_items_that_he_may_not_see() {
        Itsm careful = builder()
                .cmdbPolicy(CmdbPolicy.STANDARD.trusting("scan", CiValue.MANUAL).restricting("storage", Role.MANAGER))
                .build();
        Configuration all = careful.as(carol).configuration();
        all.items().register(RegisterItem.of("storage", "vault").with("serial", "SAN-1"));
        all.items().register(RegisterItem.of("server", "open").with("serial", "SRV-1"));
        Reconciliation plan = all.reconciliation()
                .plan(scan().item("v", "storage", "serial", "SAN-1", "name", "the vault")
                        .item("w", "storage", "serial", "SAN-2", "name", "second vault")
                        .item("o", "server", "serial", "SRV-1", "name", "opened"));

        Configuration agents = careful.as(bob).configuration();
        assertThat(agents.reconciliation()
                        .proposals(plan.id(), PageRequest.all())
                        .items())
                .extracting(Proposal::row)
                .containsExactly(3L);
        assertThat(all.reconciliation().proposals(plan.id(), PageRequest.all()).items())
                .hasSize(3);

        Configuration feeders =
                careful.as(Actor.of("acme", "feeder", Role.IMPORTER)).configuration();
        Reconciliation guess = feeders.reconciliation()
                .plan(new Listed("probe").item("p", "storage", "serial", "SAN-1", "name", "vault"));
        assertThat(guess.faults()).isEqualTo(1);
        assertThat(all.reconciliation().proposals(guess.id(), PageRequest.all()).items())
                .extracting(Proposal::fault)
                .containsExactly("CI_FEED_RESTRICTED");
    }

    @Test
    void numbers_the_rows_that_cannot_be_taken_in_and_takes_the_others_if_told_to() {
        items.register(RegisterItem.of("server", "one").with("serial", "CZ-1"));
        items.register(RegisterItem.of("server", "two").with("host_name", "two"));
        Listed feed = scan().item("a", "server", "name", "good", "host_name", "good")
                .item("a", "server", "name", "key twice")
                .item("c", "spaceship", "name", "no class")
                .item("d", "server", "name", "wrong type", "cpus", "four")
                .item("e", "server", "name", "two at once", "serial", "CZ-1", "host_name", "two")
                .item("f", "server", "host_name", "GOOD", "name", "identity twice")
                .item("g", "server", "host_name", "nameless")
                .item("h", "server", "name", "junk", "serial", "Default string")
                .relation("a", "runs-on", "nobody")
                .relation("a", "loves", "h");

        Reconciliation plan = reconciliation.plan(feed);

        assertThat(proposed(plan))
                .containsExactly(
                        "1 CREATE",
                        "2 REJECT CI_FEED_TWICE",
                        "3 REJECT UNKNOWN",
                        "4 REJECT FIELD_TYPE",
                        "5 REJECT CI_FEED_AMBIGUOUS",
                        "6 REJECT CI_FEED_TWICE",
                        "7 REJECT REQUIRED",
                        "8 CREATE",
                        "9 REJECT UNKNOWN",
                        "10 REJECT UNKNOWN");
        assertThat(plan.faults()).isEqualTo(8);
        refused(RuleViolated.class, "CI_PLAN_FAULTS", () -> reconciliation.apply(plan.id(), Mode.ALL_OR_NOTHING));
        assertThat(items.count(Criterion.all())).isEqualTo(2);
        reconciliation.apply(plan.id(), Mode.EACH_ROW);

        assertThat(items.count(Criterion.all())).isEqualTo(4);
        assertThat(byName("junk").attributes()).isEmpty();
    }

    @Test
    void marks_a_row_that_has_become_impossible_since_it_was_planned() {
        Listed feed = scan().item("a", "server", "name", "a", "serial", "CZ-1").item("b", "server", "name", "b");
        Reconciliation each = reconciliation.plan(feed);
        Reconciliation all = reconciliation.plan(feed);
        items.register(RegisterItem.of("storage", "faster").with("serial", "CZ-1"));

        refused(RuleViolated.class, "CI_IDENTITY_TAKEN", () -> reconciliation.apply(all.id(), Mode.ALL_OR_NOTHING));
        assertThat(items.count(Criterion.all())).isEqualTo(1);
        assertThat(reconciliation.get(all.id()).status()).isEqualTo(Reconciliation.Status.PLANNED);
        reconciliation.apply(each.id(), Mode.EACH_ROW);

        assertThat(proposed(each)).containsExactly("1 CREATE CI_IDENTITY_TAKEN FAILED", "2 CREATE APPLIED");
        assertThat(items.count(Criterion.all())).isEqualTo(2);
        assertThat(itsm.verify(ACME).isIntact()).isTrue();
    }

    @Test
    void leaves_out_what_a_reviewer_left_out() {
        Reconciliation plan =
                reconciliation.plan(scan().item("a", "server", "name", "a").item("b", "server", "name", "b"));
        reconciliation.skip(plan.id(), true, Set.of(1L, 2L));
        reconciliation.skip(plan.id(), false, Set.of(2L));

        reconciliation.apply(plan.id(), Mode.ALL_OR_NOTHING);

        assertThat(proposed(plan)).containsExactly("1 CREATE SKIPPED", "2 CREATE APPLIED");
        assertThat(items.count(Criterion.all())).isEqualTo(1);
    }

    @Test
    void takes_back_what_it_did_and_nothing_that_was_changed_since() {
        String known = items.register(
                        RegisterItem.of("server", "known").environment("test").with("host_name", "known"))
                .id();
        Reconciliation plan =
                reconciliation.plan(scan().item("k", "server", "host_name", "known", "cpus", 4L, "memory_mb", 7L)
                        .item("n", "server", "name", "new", "host_name", "new")
                        .item("m", "application", "name", "newer")
                        .relation("m", "runs-on", "n")
                        .relation("m", "uses", "k"));
        reconciliation.apply(plan.id(), Mode.ALL_OR_NOTHING);
        clock.advance(Duration.ofHours(1));
        items.update(known, UpdateItem.set("memory_mb", 99));

        Reconciliation reverted = reconciliation.revert(plan.id());

        assertThat(reverted.status()).isEqualTo(Reconciliation.Status.REVERTED);
        assertThat(items.get(known).value("cpus")).isEmpty();
        assertThat(items.get(known).value("memory_mb")).contains(99L);
        assertThat(items.count(CiAttributes.IS_LIVE.is(true))).isEqualTo(1);
        assertThat(cmdb.relations().of(known)).isEmpty();
        assertThat(itsm.verify(ACME).isIntact()).isTrue();
        refused(RuleViolated.class, "CI_PLAN_STATUS", () -> reconciliation.revert(plan.id()));
        applied(scan().item("n", "server", "name", "new", "host_name", "new"));
        assertThat(items.count(CiAttributes.IS_LIVE.is(true))).isEqualTo(2);
    }

    @Test
    void notes_once_a_day_that_an_item_is_still_as_it_was() {
        Listed feed = scan().item("a", "server", "name", "a", "cpus", 4L);
        applied(feed);
        String id = byName("a").id();
        clock.advance(Duration.ofHours(2));
        assertThat(proposed(reconciliation.plan(feed))).isEmpty();
        clock.advance(Duration.ofDays(2));
        Reconciliation later = reconciliation.plan(feed);
        assertThat(proposed(later)).containsExactly("1 CONFIRM");

        reconciliation.apply(later.id(), Mode.EACH_ROW);

        assertThat(items.get(id).lastSeenAt()).isEqualTo(clock.instant());
        assertThat(items.get(id).attributes().get("cpus").seenAt()).isEqualTo(clock.instant());
        assertThat(items.states(id)).hasSize(1);
    }

    @Test
    void does_not_wake_what_was_retired_and_does_not_move_items_between_classes() {
        applied(scan().item("a", "server", "name", "a").item("b", "server", "name", "b"));
        items.retire(byName("a").id(), RetireItem.because("gone"));

        Reconciliation plan =
                reconciliation.plan(scan().item("a", "server", "name", "a").item("b", "storage", "name", "b"));

        assertThat(proposed(plan)).containsExactly("1 REJECT CI_RETIRED", "2 REJECT CI_FEED_CLASS");
    }

    /** So many servers, each resting on three others, made one by one while they are read. */
    private record Generated(int servers) implements DiscoveryFeed {

        @Override
        public String source() {
            return "scan";
        }

        @Override
        public void read(Consumer<Discovered> sink) {
            for (int i = 0; i < servers; i++) {
                Map<String, Object> values = Map.of("name", "server " + i, "host_name", "host-" + i);
                sink.accept(new Discovered.Item(i + 1, "s" + i, "server", values, false));
            }
            for (int i = 0; i < servers * 3; i++) {
                String to = "s" + (i / 3 + i % 3 * 5 + 1) % servers;
                sink.accept(new Discovered.Relation(i + 1, "s" + i / 3, "depends-on", to, null, 0));
            }
        }
    }

    @Test
    void goes_through_very_many_rows_in_batches() {
        int servers = isFull() ? 100_000 : 600;
        Reconciliation plan = reconciliation.plan(new Generated(servers));
        assertThat(plan.faults()).isZero();

        Reconciliation applied = reconciliation.apply(plan.id(), Mode.EACH_ROW);

        assertThat(applied.rows()).isEqualTo(servers * 4L);
        assertThat(items.count(Criterion.all())).isEqualTo(servers);
        String first = byName("server 0").id();
        assertThat(cmdb.relations().of(first).stream()
                        .filter(relation -> relation.from().equals(first)))
                .hasSize(3)
                .extracting(CiRelation::type)
                .containsOnly("depends-on");
        assertThat(reconciliation
                        .proposals(plan.id(), PageRequest.of(Proposal.STATUS.is(Proposal.Status.FAILED)))
                        .items())
                .isEmpty();
    }

    @Test
    void refuses_whoever_may_not_and_a_feed_that_calls_itself_manual() {
        Reconciliation plan = reconciliation.plan(scan().item("a", "server", "name", "a"));
        Reconciliations agents = itsm.as(bob).configuration().reconciliation();

        refused(NotPermitted.class, "NOT_PERMITTED", () -> agents.plan(scan()));
        refused(NotPermitted.class, "NOT_PERMITTED", () -> agents.apply(plan.id(), Mode.EACH_ROW));
        refused(InvalidInput.class, "INVALID", () -> reconciliation.plan(new Listed(CiValue.MANUAL)));
        reconciliation.discard(plan.id());
        refused(RuleViolated.class, "CI_PLAN_STATUS", () -> reconciliation.apply(plan.id(), Mode.EACH_ROW));
    }
}
