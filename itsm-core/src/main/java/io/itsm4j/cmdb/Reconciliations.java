package io.itsm4j.cmdb;

import io.itsm4j.InvalidInput;
import io.itsm4j.RuleViolated;
import io.itsm4j.actor.Role;
import io.itsm4j.cmdb.Reconciliation.Status;
import io.itsm4j.journal.ChainHead;
import io.itsm4j.lifecycle.Action;
import io.itsm4j.storage.Criterion;
import io.itsm4j.storage.Page;
import io.itsm4j.storage.PageRequest;
import io.itsm4j.storage.Query;
import io.itsm4j.storage.Sort;
import io.itsm4j.ticket.Ledger;
import io.itsm4j.ticket.Reason;
import io.itsm4j.ticket.Registry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Brings what feeds found into the records: plan, review, apply. A plan that is not applied is a dry run; one that was
 * can be taken back.
 */
public final class Reconciliations {

    /** What becomes of a reconciliation when a row cannot be carried out. */
    public enum Mode {
        /** Nothing is carried out unless every row is; all of it in one transaction. */
        ALL_OR_NOTHING,
        /** The row is marked with the reason and the others are carried out; some hundred rows a transaction. */
        EACH_ROW
    }

    private static final Set<Role> WHO_MAY = Set.of(Role.MANAGER, Role.IMPORTER, CmdbPolicy.CONFIGURATION_MANAGER);
    private static final Action PLAN = Action.of("plan-reconciliation");
    private static final Action REVIEW = Action.of("review-reconciliation");
    private static final Action APPLY = Action.of("apply-reconciliation");
    private static final Action REVERT = Action.of("revert-reconciliation");
    private static final int BATCH = 500;

    private final Cmdb cmdb;
    private final Registry<Reconciliation> registry;

    Reconciliations(Cmdb cmdb, Registry<Reconciliation> registry) {
        this.cmdb = cmdb;
        this.registry = registry;
    }

    /**
     * Reads a feed and works out what it would do; changes no item. Reads in batches, each in a transaction of its own
     * unless there is one already, so that the size of the feed does not matter.
     *
     * @return the plan, to be reviewed and applied
     * @throws io.itsm4j.NotPermitted without a role that may
     * @throws InvalidInput when the feed has no proper name
     */
    public Reconciliation plan(DiscoveryFeed feed) {
        String source = feed.source();
        if (source.isBlank() || source.length() > 100 || source.equals(CiValue.MANUAL)) {
            throw new InvalidInput("source", "INVALID", Map.of());
        }
        Reconciliation begun = registry.add(
                PLAN,
                WHO_MAY,
                Map.of("source", source),
                ledger -> ledger.add(
                        cmdb.reconciliations(),
                        new Reconciliation(
                                ledger.newId(),
                                ledger.tenant(),
                                0,
                                source,
                                Status.PLANNING,
                                0,
                                0,
                                0,
                                0,
                                ledger.actor().id(),
                                ledger.now(),
                                ChainHead.NONE),
                        "ReconciliationBegun",
                        Map.of()));
        List<Discovered> batch = new ArrayList<>();
        feed.read(row -> {
            batch.add(row);
            if (batch.size() == BATCH) {
                extend(begun.id(), batch);
                batch.clear();
            }
        });
        if (!batch.isEmpty()) {
            extend(begun.id(), batch);
        }
        return change(begun.id(), PLAN, (ledger, plan) -> {
            check(plan, Status.PLANNING);
            return ledger.change(
                    cmdb.reconciliations(), plan, plan.in(Status.PLANNED, 0), "ReconciliationPlanned", Map.of());
        });
    }

    private void extend(String id, List<Discovered> rows) {
        List<Discovered> copy = List.copyOf(rows);
        change(id, PLAN, (ledger, plan) -> {
            check(plan, Status.PLANNING);
            List<Proposal> proposals = new Planner(cmdb, ledger, plan).plan(copy);
            proposals.forEach(proposal -> ledger.insert(Proposal.KIND, proposal));
            long faults = proposals.stream()
                    .filter(proposal -> proposal.kind() == Proposal.Kind.REJECT)
                    .count();
            return ledger.change(
                    cmdb.reconciliations(),
                    plan,
                    plan.counting(copy.size(), faults, proposals.size() - faults),
                    "ReconciliationExtended",
                    Map.of());
        });
    }

    private Reconciliation change(String id, Action action, BiFunction<Ledger, Reconciliation, Reconciliation> work) {
        return registry.change(id, action, WHO_MAY, Reason.NONE, work);
    }

    private static void check(Reconciliation plan, Status... allowed) {
        if (!List.of(allowed).contains(plan.status())) {
            throw new RuleViolated("CI_PLAN_STATUS", Map.of("status", plan.status(), "allowed", List.of(allowed)));
        }
    }

    /** The reconciliation. Throws {@link io.itsm4j.NotFound} when there is none. */
    public Reconciliation get(String id) {
        return registry.get(id);
    }

    /** A page of reconciliations, the newest first unless the request says otherwise. */
    public Page<Reconciliation> page(PageRequest<Reconciliation> request) {
        return registry.page(
                request.sort().isEmpty() ? request.sortedBy(Sort.descending(Reconciliation.PLANNED_AT)) : request);
    }

    /**
     * A page of what a reconciliation would do, in the order of the feed. What is about items that the actor may not
     * see is left out, which makes the page shorter.
     */
    public Page<Proposal> proposals(String id, PageRequest<Proposal> request) {
        registry.get(id);
        PageRequest<Proposal> within = new PageRequest<>(
                Proposal.RECONCILIATION.is(id).and(request.criterion()),
                request.sort().isEmpty() ? List.of(Sort.ascending(Proposal.SEQUENCE)) : request.sort(),
                request.size(),
                request.cursor());
        return registry.read(ledger -> new Sight(cmdb, ledger)
                .of(
                        ledger.page(Proposal.KIND, Proposal.ID, within, List.of()),
                        proposal -> proposal.kind() == Proposal.Kind.RELATE ? null : proposal.ci(),
                        Reconciliations::classOf));
    }

    private static @Nullable String classOf(Proposal proposal) {
        return proposal.kind() == Proposal.Kind.CREATE
                ? ProposalForm.read(proposal.after()).get("class")
                : null;
    }

    /**
     * Leaves proposals out, or takes them in again.
     *
     * @param sequences which, at most 10,000
     */
    public Reconciliation skip(String id, boolean skipped, Set<Long> sequences) {
        return change(id, REVIEW, (ledger, plan) -> {
            check(plan, Status.PLANNED);
            Proposal.Status from = skipped ? Proposal.Status.WAITING : Proposal.Status.SKIPPED;
            Proposal.Status to = skipped ? Proposal.Status.SKIPPED : Proposal.Status.WAITING;
            ledger.list(Query.of(
                            Proposal.KIND,
                            ledger.tenant(),
                            Proposal.RECONCILIATION
                                    .is(id)
                                    .and(Proposal.SEQUENCE.in(sequences))
                                    .and(Proposal.STATUS.is(from))))
                    .forEach(proposal -> ledger.replace(Proposal.KIND, proposal, proposal.in(to)));
            return ledger.change(
                    cmdb.reconciliations(), plan, plan.in(Status.PLANNED, 0), "ReconciliationReviewed", Map.of());
        });
    }

    /** Drops a plan that was not applied. */
    public Reconciliation discard(String id) {
        return change(id, REVIEW, (ledger, plan) -> {
            check(plan, Status.PLANNING, Status.PLANNED);
            return ledger.change(
                    cmdb.reconciliations(), plan, plan.in(Status.DISCARDED, 0), "ReconciliationDiscarded", Map.of());
        });
    }

    /**
     * Carries a plan out. What was interrupted is gone on with by calling it again.
     *
     * @throws RuleViolated with {@code CI_PLAN_FAULTS} when a row has a fault and all or nothing was asked for, with
     *     {@code CI_PLAN_STATUS} when it is not planned
     * @throws io.itsm4j.ItsmException with what stands against the first row that fails, when all or nothing was asked
     *     for
     */
    public Reconciliation apply(String id, Mode mode) {
        if (mode == Mode.EACH_ROW) {
            return applyAll(id, true);
        }
        return registry.read(ledger -> {
            Reconciliation plan = registry.get(id);
            if (plan.faults() > 0) {
                throw new RuleViolated("CI_PLAN_FAULTS", Map.of("count", plan.faults()));
            }
            return applyAll(id, false);
        });
    }

    private Reconciliation applyAll(String id, boolean isEachRow) {
        Reconciliation plan;
        do {
            plan = change(id, APPLY, (ledger, found) -> applied(ledger, found, isEachRow));
        } while (plan.status() == Status.APPLYING);
        return plan;
    }

    private Reconciliation applied(Ledger ledger, Reconciliation plan, boolean isEachRow) {
        check(plan, Status.PLANNED, Status.APPLYING);
        List<Proposal> batch = batch(
                ledger,
                Proposal.STATUS.is(Proposal.Status.WAITING).and(Proposal.SEQUENCE.after(plan.progress())),
                plan,
                Sort.ascending(Proposal.SEQUENCE));
        new Applier(cmdb, ledger, plan.source(), isEachRow).apply(batch);
        Status next = batch.size() < BATCH ? Status.APPLIED : Status.APPLYING;
        return ledger.change(
                cmdb.reconciliations(), plan, plan.in(next, end(plan, batch)), "ReconciliationApplied", Map.of());
    }

    private static long end(Reconciliation plan, List<Proposal> batch) {
        return batch.isEmpty() ? plan.progress() : batch.get(batch.size() - 1).sequence();
    }

    private static List<Proposal> batch(
            Ledger ledger, Criterion<Proposal> which, Reconciliation plan, Sort<Proposal> order) {
        return ledger.list(Query.of(
                        Proposal.KIND,
                        ledger.tenant(),
                        Proposal.RECONCILIATION.is(plan.id()).and(which))
                .sortedBy(order)
                .limitedTo(BATCH));
    }

    /**
     * Takes back what a reconciliation did, the last first: new items are retired, values are as before, new relations
     * end. What somebody has changed since stays as it is.
     *
     * @throws RuleViolated with {@code CI_PLAN_STATUS} when it was not applied
     */
    public Reconciliation revert(String id) {
        Reconciliation plan;
        do {
            plan = change(id, REVERT, this::reverted);
        } while (plan.status() == Status.REVERTING);
        return plan;
    }

    private Reconciliation reverted(Ledger ledger, Reconciliation plan) {
        check(plan, Status.APPLIED, Status.APPLYING, Status.REVERTING);
        Criterion<Proposal> applied = Proposal.STATUS.is(Proposal.Status.APPLIED);
        List<Proposal> batch = batch(
                ledger,
                plan.status() == Status.REVERTING ? applied.and(Proposal.SEQUENCE.before(plan.progress())) : applied,
                plan,
                Sort.descending(Proposal.SEQUENCE));
        new Applier(cmdb, ledger, plan.source(), true).revert(batch);
        Status next = batch.size() < BATCH ? Status.REVERTED : Status.REVERTING;
        return ledger.change(
                cmdb.reconciliations(), plan, plan.in(next, end(plan, batch)), "ReconciliationReverted", Map.of());
    }
}
