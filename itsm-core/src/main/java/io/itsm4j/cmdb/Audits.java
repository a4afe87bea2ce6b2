package io.itsm4j.cmdb;

import io.itsm4j.RuleViolated;
import io.itsm4j.actor.Role;
import io.itsm4j.cmdb.Deviation.Disposition;
import io.itsm4j.journal.ChainHead;
import io.itsm4j.lifecycle.Action;
import io.itsm4j.storage.Criterion;
import io.itsm4j.storage.Page;
import io.itsm4j.storage.PageRequest;
import io.itsm4j.storage.Query;
import io.itsm4j.storage.Sort;
import io.itsm4j.ticket.Acting;
import io.itsm4j.ticket.Engine;
import io.itsm4j.ticket.Ledger;
import io.itsm4j.ticket.OpenTicket;
import io.itsm4j.ticket.Reason;
import io.itsm4j.ticket.Registry;
import io.itsm4j.ticket.Ticket;
import io.itsm4j.ticket.TicketType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Compares what is recorded with what was discovered or counted, and decides what to do about the difference. */
public final class Audits {

    private static final Set<Role> WHO_MAY = Schemas.WHO_MAY;
    private static final Action AUDIT = Action.of("audit");
    private static final Action DECIDE = Action.of("decide-deviation");
    private static final Action ASK = Action.of("ask-to-certify");
    private static final int BATCH = 500;
    private static final String SOURCE = "audit";

    private final Engine engine;
    private final Acting acting;
    private final Cmdb cmdb;

    Audits(Engine engine, Acting acting, Cmdb cmdb) {
        this.engine = engine;
        this.acting = acting;
        this.cmdb = cmdb;
    }

    private Registry<Audit> audits() {
        return new Registry<>(engine, cmdb.audits(), acting);
    }

    private Registry<Deviation> deviations() {
        return new Registry<>(engine, cmdb.deviations(), acting);
    }

    private Registry<ConfigurationItem> items() {
        return new Registry<>(engine, cmdb.items(), acting);
    }

    /**
     * Compares; changes no item. Reads both sides in batches and remembers only the ids of what was expected and seen.
     *
     * @param name what it is about, at most 200 characters
     * @param scope the live items that should be found
     * @param observed what was found; relations and broken rows are passed over
     * @return the audit with its counts and accuracy rate
     * @throws io.itsm4j.NotPermitted unless a manager or a configuration manager asks
     */
    public Audit run(String name, Criterion<ConfigurationItem> scope, DiscoveryFeed observed) {
        Audit begun = audits().add(
                        AUDIT,
                        WHO_MAY,
                        new RunAudit(name),
                        ledger -> ledger.add(
                                cmdb.audits(),
                                new Audit(
                                        ledger.newId(),
                                        ledger.tenant(),
                                        0,
                                        name,
                                        0,
                                        0,
                                        0,
                                        0,
                                        0,
                                        ledger.now(),
                                        ledger.actor().id(),
                                        ChainHead.NONE),
                                "AuditBegun",
                                Map.of()));
        Set<String> expected = expected(scope);
        Set<String> seen = new HashSet<>();
        List<Discovered.Item> batch = new ArrayList<>();
        observed.read(row -> {
            if (row instanceof Discovered.Item item) {
                batch.add(item);
            }
            if (batch.size() == BATCH) {
                observe(begun.id(), observed.source(), batch, expected, seen);
            }
        });
        observe(begun.id(), observed.source(), batch, expected, seen);
        return missing(begun.id(), observed.source(), expected, seen);
    }

    private Set<String> expected(Criterion<ConfigurationItem> scope) {
        return items().read(ledger -> {
            Set<String> ids = new TreeSet<>();
            String last = "";
            List<String> page;
            do {
                page = ledger.list(
                        Query.of(
                                        CiAttributes.KIND,
                                        ledger.tenant(),
                                        scope.and(CiAttributes.IS_LIVE.is(true))
                                                .and(ledger.visible(cmdb.items()))
                                                .and(CiAttributes.ID.after(last)))
                                .sortedBy(Sort.ascending(CiAttributes.ID)),
                        Impacts.ITEM_ID);
                ids.addAll(page);
                last = page.isEmpty() ? last : page.get(page.size() - 1);
            } while (page.size() == Query.MOST);
            return ids;
        });
    }

    private void observe(
            String id, String source, List<Discovered.Item> batch, Set<String> expected, Set<String> seen) {
        if (!batch.isEmpty()) {
            List<Discovered.Item> rows = List.copyOf(batch);
            audits().change(
                            id,
                            AUDIT,
                            WHO_MAY,
                            Reason.NONE,
                            (ledger, audit) -> new Auditor(cmdb, ledger, audit, source).observe(rows, expected, seen));
            batch.clear();
        }
    }

    private Audit missing(String id, String source, Set<String> expected, Set<String> seen) {
        List<String> lost =
                expected.stream().filter(item -> !seen.contains(item)).toList();
        Audit audit = audits().change(
                        id,
                        AUDIT,
                        WHO_MAY,
                        Reason.NONE,
                        (ledger, found) ->
                                new Auditor(cmdb, ledger, found, source).missing(List.of(), expected.size()));
        for (int from = 0; from < lost.size(); from += BATCH) {
            List<String> part = lost.subList(from, Math.min(lost.size(), from + BATCH));
            audit = audits().change(id, AUDIT, WHO_MAY, Reason.NONE, (ledger, found) -> {
                List<ConfigurationItem> items =
                        ledger.list(Query.of(CiAttributes.KIND, ledger.tenant(), CiAttributes.ID.in(part)));
                return new Auditor(cmdb, ledger, found, source).missing(items, 0);
            });
        }
        return audit;
    }

    /** The audit. Throws {@link io.itsm4j.NotFound} when there is none. */
    public Audit get(String id) {
        return audits().get(id);
    }

    /** A page of audits, the newest first unless the request says otherwise. */
    public Page<Audit> page(PageRequest<Audit> request) {
        return audits().page(request.sort().isEmpty() ? request.sortedBy(Sort.descending(Audit.AT)) : request);
    }

    /**
     * A page of the deviations of an audit, in the order in which they were found. Those of items that the actor may
     * not see are left out, which makes the page shorter.
     */
    public Page<Deviation> deviations(String id, PageRequest<Deviation> request) {
        Page<Deviation> all = deviations()
                .page(new PageRequest<>(
                        Deviation.AUDIT.is(id).and(request.criterion()),
                        request.sort().isEmpty() ? List.of(Sort.ascending(Deviation.ID)) : request.sort(),
                        request.size(),
                        request.cursor()));
        return audits().read(ledger -> new Sight(cmdb, ledger).of(all, Deviation::ci, Audits::classOf));
    }

    private static @Nullable String classOf(Deviation deviation) {
        String observed = deviation.observed();
        return deviation.kind() == Deviation.Kind.UNEXPECTED && observed != null
                ? ProposalForm.read(observed).get("class")
                : null;
    }

    /**
     * Leaves a deviation as it is.
     *
     * @param reason why; needed
     * @throws RuleViolated with {@code CI_DEVIATION_DECIDED} when it was decided already
     */
    public Deviation accept(String id, @Nullable String reason) {
        return decide(
                id,
                new AcceptDeviation(reason),
                (ledger, deviation) -> deviation.decided(
                        Disposition.ACCEPTED, reason, null, ledger.actor().id(), ledger.now()));
    }

    /**
     * Makes the record follow reality: a value is set, an item that is gone is retired, one that was found is recorded.
     *
     * @throws RuleViolated with {@code CI_DEVIATION_DECIDED} when it was decided already, with
     *     {@code CI_DEVIATION_STALE} when the record says something else by now than it said at the audit, with
     *     {@code CI_CORRECTION} when what was found is too much to be recorded that way
     * @throws io.itsm4j.InUse when others rest on the item that is gone
     * @throws io.itsm4j.InvalidInput when the class does not take what was found
     */
    public Deviation correct(String id) {
        return decide(id, Reason.NONE, (ledger, deviation) -> {
            correct(ledger, deviation);
            return deviation.decided(
                    Disposition.CORRECTED, null, null, ledger.actor().id(), ledger.now());
        });
    }

    private void correct(Ledger ledger, Deviation deviation) {
        WriteBack back = new WriteBack(cmdb, ledger);
        String ci = deviation.ci();
        String key = deviation.key();
        if (deviation.kind() == Deviation.Kind.DIFFERENT && ci != null && key != null) {
            checkFresh(ledger.get(cmdb.items(), ci), key, deviation);
            back.apply(List.of(new CiEdit(ci, key, deviation.observed())));
        } else if (deviation.kind() == Deviation.Kind.MISSING && ci != null) {
            back.retire(ledger.get(cmdb.items(), ci));
        } else if (deviation.observed() != null && ci == null) {
            new Applier(cmdb, ledger, SOURCE, false).create(ProposalForm.read(deviation.observed()));
        } else {
            throw new RuleViolated("CI_CORRECTION", Map.of("label", deviation.label()));
        }
    }

    private static void checkFresh(ConfigurationItem item, String key, Deviation deviation) {
        String recorded = ItemWriter.fixedText(item, key);
        String now = recorded == null ? null : Auditor.shortened(recorded);
        if (!Objects.equals(now, deviation.expected()) && !Objects.equals(now, deviation.observed())) {
            throw new RuleViolated(
                    "CI_DEVIATION_STALE",
                    Map.of("label", deviation.label(), "field", key, "value", now == null ? "" : now));
        }
    }

    /**
     * Has somebody see to it that reality follows the record: opens a ticket about it in the same command.
     *
     * @param type incidents, changes, or a type of the host's
     * @param ticket what it says; the item is added
     * @return the ticket
     * @throws RuleViolated with {@code CI_DEVIATION_DECIDED} when it was decided already
     */
    public <D> Ticket<D> raise(String id, TicketType<D> type, OpenTicket ticket) {
        AtomicReference<Ticket<D>> opened = new AtomicReference<>();
        decide(id, Reason.NONE, (ledger, deviation) -> {
            String ci = deviation.ci();
            Ticket<D> raised = ledger.open(type, ci == null ? ticket : ticket.touching(ci), draft -> {});
            opened.set(raised);
            return deviation.decided(
                    Disposition.RAISED,
                    null,
                    raised.id().value(),
                    ledger.actor().id(),
                    ledger.now());
        });
        return Objects.requireNonNull(opened.get());
    }

    /** What a decision makes of a deviation. */
    @FunctionalInterface
    private interface Decision {
        Deviation of(Ledger ledger, Deviation deviation);
    }

    private Deviation decide(String id, Object input, Decision decision) {
        return deviations().change(id, DECIDE, WHO_MAY, input, (ledger, deviation) -> {
            if (deviation.disposition() != Disposition.OPEN) {
                throw new RuleViolated(
                        "CI_DEVIATION_DECIDED",
                        Map.of("label", deviation.label(), "disposition", deviation.disposition()));
            }
            return ledger.change(
                    cmdb.deviations(), deviation, decision.of(ledger, deviation), "DeviationDecided", Map.of());
        });
    }

    /**
     * Asks the owners of items to certify them; each item is a command of its own, and its event says so.
     *
     * @param scope which items, those without an owner left out
     * @param dueAt by when
     * @param most how many items at most, 1 to 10,000
     * @return how many were asked for; those that are asked already are passed over
     */
    public int askToCertify(Criterion<ConfigurationItem> scope, Instant dueAt, int most) {
        List<ConfigurationItem> asked = items().read(ledger -> ledger.list(Query.of(
                        CiAttributes.KIND,
                        ledger.tenant(),
                        scope.and(CiAttributes.IS_LIVE.is(true))
                                .and(CiAttributes.OWNER.isAbsent().not())
                                .and(CiAttributes.CERTIFY_BY.isAbsent())
                                .and(ledger.visible(cmdb.items())))
                .limitedTo(most)));
        for (ConfigurationItem each : asked) {
            items().change(
                            each.id(),
                            ASK,
                            WHO_MAY,
                            Reason.NONE,
                            (ledger, item) -> ledger.change(
                                    cmdb.items(),
                                    item,
                                    item.certified(new Certification(
                                            item.certification().at(),
                                            item.certification().by(),
                                            dueAt)),
                                    "CertificationAsked",
                                    Map.of()));
        }
        return asked.size();
    }

    /** A page of the items that the actor owns and is asked to certify, the name first. */
    public Page<ConfigurationItem> toCertify(PageRequest<ConfigurationItem> request) {
        Criterion<ConfigurationItem> mine = CiAttributes.OWNER
                .is(acting.actor().id())
                .and(CiAttributes.CERTIFY_BY.isAbsent().not());
        return items().page(new PageRequest<>(
                mine.and(request.criterion()),
                request.sort().isEmpty() ? List.of(Sort.ascending(CiAttributes.NAME)) : request.sort(),
                request.size(),
                request.cursor()));
    }
}
