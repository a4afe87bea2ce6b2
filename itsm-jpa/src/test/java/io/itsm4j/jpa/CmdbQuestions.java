package io.itsm4j.jpa;

import io.itsm4j.actor.PersonId;
import io.itsm4j.actor.TenantId;
import io.itsm4j.cmdb.Audit;
import io.itsm4j.cmdb.Baseline;
import io.itsm4j.cmdb.Certification;
import io.itsm4j.cmdb.CiAttributes;
import io.itsm4j.cmdb.CiIdentity;
import io.itsm4j.cmdb.CiLifecycle;
import io.itsm4j.cmdb.CiRelation;
import io.itsm4j.cmdb.CiSchema;
import io.itsm4j.cmdb.CiState;
import io.itsm4j.cmdb.CiValue;
import io.itsm4j.cmdb.ConfigurationItem;
import io.itsm4j.cmdb.Criticality;
import io.itsm4j.cmdb.Deviation;
import io.itsm4j.cmdb.Proposal;
import io.itsm4j.cmdb.Reconciliation;
import io.itsm4j.cmdb.Stewardship;
import io.itsm4j.journal.ChainHead;
import io.itsm4j.jpa.fixture.Tickets;
import io.itsm4j.storage.Criterion;
import io.itsm4j.storage.Query;
import io.itsm4j.storage.Reach;
import io.itsm4j.storage.RecordKind;
import io.itsm4j.storage.Sort;
import io.itsm4j.storage.UnitOfWork;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** What configuration management asks a database. */
final class CmdbQuestions {

    private static final TenantId TENANT = TenantId.of("plans");
    private static final String ID = Tickets.id();
    private static final Instant NOON = Tickets.NOON;

    /** The tables, for those who have to be told. */
    static final String TABLES = "itsm_ci, itsm_ci_value, itsm_ci_relation, itsm_ci_state, itsm_ci_identity,"
            + " itsm_ci_baseline, itsm_ci_plan, itsm_ci_proposal, itsm_ci_audit, itsm_ci_deviation";

    /** The kinds. */
    static final List<RecordKind<?>> KINDS = List.of(
            CiAttributes.KIND,
            CiRelation.KIND,
            CiState.KIND,
            CiIdentity.KIND,
            Baseline.KIND,
            Reconciliation.KIND,
            Proposal.KIND,
            Audit.KIND,
            Deviation.KIND);

    private CmdbQuestions() {}

    static Map<String, Consumer<UnitOfWork>> all() {
        Map<String, Consumer<UnitOfWork>> all = new LinkedHashMap<>();
        Sort<ConfigurationItem> byName = Sort.ascending(CiAttributes.NAME);
        ask(all, CiAttributes.KIND, "items by name", Criterion.all(), byName);
        ask(all, CiAttributes.KIND, "live items", CiAttributes.IS_LIVE.is(true), byName);
        ask(all, CiAttributes.KIND, "items of a class", CiAttributes.CLASS.is("server"), byName);
        ask(all, CiAttributes.KIND, "items of classes", CiAttributes.CLASS.in(List.of("server", "storage")), byName);
        ask(all, CiAttributes.KIND, "items of a status", CiAttributes.STATUS.is("RETIRED"), byName);
        ask(all, CiAttributes.KIND, "items of an environment", CiAttributes.ENVIRONMENT.is("e7"), byName);
        ask(all, CiAttributes.KIND, "items of an owner", CiAttributes.OWNER.is(new PersonId("p7")), byName);
        ask(all, CiAttributes.KIND, "changed items", Criterion.all(), Sort.descending(CiAttributes.CHANGED_AT));
        ask(all, CiAttributes.KIND, "unseen", CiAttributes.IS_LIVE.is(true), Sort.ascending(CiAttributes.LAST_SEEN_AT));
        ask(
                all,
                CiAttributes.KIND,
                "by attribute",
                CiSchema.shipped().indexed("serial").is("CZ-7"),
                byName);
        list(all, CiAttributes.KIND, "items by id", CiAttributes.ID.in(List.of(ID, "x")));
        list(all, CiAttributes.KIND, "placed", CiAttributes.LOCATION.is(ID));
        list(all, CiAttributes.KIND, "served", CiAttributes.SERVICE.is(ID));
        list(all, CiAttributes.KIND, "to certify", CiAttributes.CERTIFY_BY.atMost(NOON));
        list(
                all,
                CiAttributes.KIND,
                "behind their class",
                CiAttributes.CLASS.is("server").and(CiAttributes.SCHEMA.before(2L)));
        Criterion<CiRelation> open = CiRelation.UNTIL.is(CiRelation.FOREVER);
        Criterion<CiRelation> then = CiRelation.UNTIL.after(NOON).and(CiRelation.SINCE.atMost(NOON));
        for (Map.Entry<String, Criterion<CiRelation>> when :
                Map.of("now", open, "then", then).entrySet()) {
            list(
                    all,
                    CiRelation.KIND,
                    "leading here " + when.getKey(),
                    CiRelation.TO
                            .in(List.of(ID, "x"))
                            .and(CiRelation.TYPE.in(Set.of("runs-on")))
                            .and(when.getValue()));
            list(
                    all,
                    CiRelation.KIND,
                    "leading away " + when.getKey(),
                    CiRelation.FROM.in(List.of(ID, "x")).and(when.getValue()));
            list(
                    all,
                    CiRelation.KIND,
                    "of a group " + when.getKey(),
                    CiRelation.GROUP_KEY.in(List.of("a/b", "c/d")).and(when.getValue()));
        }
        all.put("in reach", work -> work.reach(reach(CiRelation.UNTIL.is(CiRelation.FOREVER))));
        all.put(
                "in reach at an instant",
                work -> work.reach(reach(CiRelation.UNTIL.after(NOON).and(CiRelation.SINCE.atMost(NOON)))));
        list(all, CiRelation.KIND, "begun", CiRelation.SINCE.after(NOON.plusSeconds(590)));
        list(
                all,
                CiRelation.KIND,
                "ended",
                CiRelation.UNTIL.after(NOON.plusSeconds(590)).and(CiRelation.UNTIL.atMost(NOON.plusSeconds(600))));
        list(all, CiState.KIND, "states", CiState.CI.is(ID));
        list(
                all,
                CiState.KIND,
                "present states",
                CiState.CI.in(List.of(ID, "x")).and(CiState.UNTIL.is(CiRelation.FOREVER)));
        list(
                all,
                CiState.KIND,
                "former states",
                CiState.CI.is(ID).and(CiState.UNTIL.after(NOON)).and(CiState.SINCE.atMost(NOON)));
        list(
                all,
                CiState.KIND,
                "states begun",
                CiState.SINCE.after(NOON.plusSeconds(590)).and(CiState.SINCE.atMost(NOON.plusSeconds(600))));
        list(all, CiState.KIND, "states of an owner", CiState.CI.is(ID).and(CiState.OWNER.is(new PersonId("p7"))));
        list(all, CiIdentity.KIND, "identities", CiIdentity.DIGEST.in(List.of("a", "b")));
        list(all, CiIdentity.KIND, "identities of an item", CiIdentity.CI.is(ID));
        list(all, Baseline.KIND, "baseline", Baseline.NAME.is("b7"));
        ask(all, Reconciliation.KIND, "plans", Criterion.all(), Sort.descending(Reconciliation.PLANNED_AT));
        Criterion<Proposal> plan = Proposal.RECONCILIATION.is(ID);
        ask(all, Proposal.KIND, "proposals", plan, Sort.ascending(Proposal.SEQUENCE));
        ask(
                all,
                Proposal.KIND,
                "waiting proposals",
                plan.and(Proposal.STATUS.is(Proposal.Status.WAITING)).and(Proposal.SEQUENCE.after(7L)),
                Sort.ascending(Proposal.SEQUENCE));
        list(all, Proposal.KIND, "proposals by key", plan.and(Proposal.FEED_KEY.in(List.of("a", "b"))));
        list(all, Proposal.KIND, "proposals by item", plan.and(Proposal.CI.in(List.of("a", "b"))));
        list(all, Proposal.KIND, "proposals by digest", plan.and(Proposal.DIGEST.in(List.of("a", "b"))));
        ask(all, Audit.KIND, "audits", Criterion.all(), Sort.descending(Audit.AT));
        ask(all, Deviation.KIND, "deviations", Deviation.AUDIT.is(ID), Sort.ascending(Deviation.ID));
        list(all, Deviation.KIND, "deviations of an item", Deviation.CI.is(ID));
        return all;
    }

    private static Reach<CiRelation> reach(Criterion<CiRelation> holding) {
        List<Reach.Way<CiRelation>> ways = List.of(
                new Reach.Way<>(CiRelation.TO, CiRelation.FROM, CiRelation.TYPE.in(List.of("runs-on", "depends-on"))),
                new Reach.Way<>(CiRelation.FROM, CiRelation.TO, CiRelation.TYPE.in(List.of("part-of"))));
        return new Reach<>(CiRelation.KIND, TENANT, CiAttributes.KIND, Set.of(ID), holding, ways, 100);
    }

    private static <R> void ask(
            Map<String, Consumer<UnitOfWork>> all, RecordKind<R> kind, String name, Criterion<R> what, Sort<R> order) {
        all.put(
                name,
                work -> work.list(Query.of(kind, TENANT, what).sortedBy(order).limitedTo(50)));
    }

    private static <R> void list(
            Map<String, Consumer<UnitOfWork>> all, RecordKind<R> kind, String name, Criterion<R> what) {
        all.put(name, work -> work.list(Query.of(kind, TENANT, what).limitedTo(50)));
    }

    static void fill(UnitOfWork work, int i) {
        String id = Tickets.id();
        Instant at = NOON.plusSeconds(i);
        PersonId person = new PersonId("p" + i % 50);
        Map<String, CiValue> values = Map.of("serial", new CiValue("CZ-" + i, "scan", at, false, true));
        Stewardship stewardship = new Stewardship(person, null, Tickets.id(), Tickets.id());
        ConfigurationItem item = new ConfigurationItem(
                id,
                TENANT,
                1,
                "c" + i % 40,
                1,
                "item " + i,
                i % 40 == 0 ? CiLifecycle.RETIRED : CiLifecycle.LIVE,
                "e" + i % 50,
                Criticality.LOW,
                stewardship,
                values,
                new Certification(null, null, at),
                at,
                at,
                at,
                ChainHead.NONE);
        work.insert(CiAttributes.KIND, item);
        work.insert(
                CiRelation.KIND,
                new CiRelation(
                        id,
                        TENANT,
                        1,
                        Tickets.id(),
                        "runs-on",
                        Tickets.id(),
                        id + "/g",
                        1,
                        "scan",
                        at,
                        i % 2 == 0 ? CiRelation.FOREVER : at.plusSeconds(5),
                        ChainHead.NONE));
        work.insert(
                CiState.KIND,
                new CiState(
                        id,
                        TENANT,
                        id,
                        item.ciClass(),
                        1,
                        item.name(),
                        item.status(),
                        null,
                        Criticality.LOW,
                        stewardship,
                        values,
                        at,
                        CiRelation.FOREVER));
        work.insert(CiIdentity.KIND, new CiIdentity(id, TENANT, id, "d" + i));
        work.insert(Baseline.KIND, new Baseline(id, TENANT, 1, "b" + i, "", at, Set.of(), person, ChainHead.NONE));
        work.insert(
                Reconciliation.KIND,
                new Reconciliation(
                        id, TENANT, 1, "scan", Reconciliation.Status.PLANNED, 1, 0, 1, 0, person, at, ChainHead.NONE));
        work.insert(
                Proposal.KIND,
                new Proposal(
                        id,
                        TENANT,
                        Tickets.id(),
                        i,
                        i,
                        Proposal.Kind.CREATE,
                        Proposal.Status.WAITING,
                        id,
                        "k" + i,
                        "d" + i,
                        "l",
                        "",
                        "",
                        null,
                        null));
        work.insert(Audit.KIND, new Audit(id, TENANT, 1, "a", 1, 1, 1, 1, 0, at, person, ChainHead.NONE));
        work.insert(
                Deviation.KIND,
                new Deviation(
                        id,
                        TENANT,
                        1,
                        Tickets.id(),
                        Deviation.Kind.MISSING,
                        id,
                        "l",
                        null,
                        null,
                        null,
                        null,
                        Deviation.Disposition.OPEN,
                        null,
                        null,
                        null,
                        null,
                        ChainHead.NONE));
    }
}
