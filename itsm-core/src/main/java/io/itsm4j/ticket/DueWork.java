package io.itsm4j.ticket;

import io.itsm4j.Conflict;
import io.itsm4j.InvalidInput;
import io.itsm4j.actor.TenantId;
import io.itsm4j.journal.Digests;
import io.itsm4j.storage.Criterion;
import io.itsm4j.storage.Lock;
import io.itsm4j.storage.Projection;
import io.itsm4j.storage.Query;
import io.itsm4j.storage.Sort;
import io.itsm4j.storage.Store;
import io.itsm4j.storage.UnitOfWork;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Carries out what tickets have due. A batch of tickets is claimed by row locks and processed in one transaction of the
 * library's own; when an item fails it is set aside with its cause and tried again later, and the others go on. Each
 * occurrence has a unique key in the journal, so that it is never carried out twice.
 */
public final class DueWork {

    private static final int BATCH = 200;
    private static final int MOST_STUCK = 1_000;
    private static final Duration FIRST_RETRY = Duration.ofMinutes(5);
    private static final Duration LAST_RETRY = Duration.ofHours(24);

    private final Engine engine;
    private final Lag lag;

    /** The due work of an engine. */
    public DueWork(Engine engine) {
        this.engine = engine;
        this.lag = new Lag(engine.parts().meters());
    }

    /** Ends what it measures. */
    public void close() {
        lag.close();
    }

    /** An item that could not be carried out. */
    private record Failed(TicketRecord ticket, RuntimeException cause) {}

    /** What was done, and what this sweep passes over because it stays due whatever is done about it. */
    private static final class Tally {
        private final Set<String> stuck = new HashSet<>();
        private int done;
        private int gone;
        private int failed;

        int sum() {
            return done + gone + failed;
        }

        DueReport and(DueReport kept) {
            return new DueReport(
                    done + kept.done(), gone + kept.gone(), failed + stuck.size() + kept.failed(), kept.more());
        }
    }

    /**
     * Processes what is due. What can be neither carried out nor set aside, because it cannot be read for example,
     * counts as failed, beyond the limit, and stays due; the others go on. Tickets of types that this engine does not
     * know are left to those that do.
     *
     * @param limit the most items, 1 to 10,000
     * @throws io.itsm4j.ItsmException when the store does not answer, or when more than 1,000 tickets would have to be
     *     passed over
     */
    public DueReport process(int limit) {
        if (limit < 1 || limit > Query.MOST) {
            throw new InvalidInput("limit", "OUT_OF_LIMIT", Map.of("limit", "1 … " + Query.MOST));
        }
        Tally tally = new Tally();
        while (tally.sum() < limit) {
            int wanted = Math.min(BATCH, limit - tally.sum());
            if (batch(wanted, tally) < wanted) {
                DueReport kept = limit == tally.sum()
                        ? new DueReport(0, 0, 0, true)
                        : new RecordDueWork(engine, lag).process(limit - tally.sum());
                return tally.and(kept);
            }
        }
        return tally.and(new DueReport(0, 0, 0, true));
    }

    private int batch(int wanted, Tally tally) {
        Instant now = engine.now();
        List<Failed> failed = new ArrayList<>();
        List<TicketRecord> through = new ArrayList<>();
        List<Decided<?>> decided = new ArrayList<>();
        List<TicketRecord> wider = new ArrayList<>();
        List<TicketRecord> claimed = new ArrayList<>();
        try {
            engine.parts().store().inNewTransaction(work -> {
                claimed.addAll(work.list(due(now, tally).limitedTo(wanted).locked(Lock.SKIP_LOCKED)));
                lag.ofTickets(
                        now, claimed.isEmpty() ? null : claimed.get(0).due().at());
                prepare(work, claimed, now);
                for (TicketRecord ticket : claimed) {
                    one(work, ticket, wider, failed).ifPresent(step -> {
                        through.add(ticket);
                        decided.add(step);
                    });
                }
                engine.writing().write(work, decided);
                return claimed;
            });
            through.forEach(ticket -> tally.done += counted(ticket, "done"));
        } catch (RuntimeException wholeBatch) {
            if (claimed.isEmpty() && wholeBatch instanceof Conflict held && held.retryable()) {
                return 0; // where rows cannot be skipped, another node has them
            }
            if (claimed.isEmpty()) {
                passOverUnreadable(now, wanted, tally, wholeBatch);
                return wanted;
            }
            failed.clear();
            wider.clear();
            claimed.forEach(ticket -> one(ticket, failed, tally));
        }
        wider.forEach(ticket -> one(ticket, failed, tally));
        failed.forEach(item -> setAside(item, tally));
        return claimed.size();
    }

    /**
     * Finds the tickets for which the batch could not be claimed, each read by itself.
     *
     * @throws RuntimeException what the claim failed with, when all can be read or too many cannot
     */
    private void passOverUnreadable(Instant now, int wanted, Tally tally, RuntimeException claim) {
        Store store = engine.parts().store();
        int known = tally.stuck.size();
        Query<TicketRecord> waiting = due(now, tally).limitedTo(wanted + BATCH);
        for (Waiting ticket : store.inNewTransaction(work -> work.list(waiting, Waiting.PROJECTION))) {
            try {
                store.inNewTransaction(
                        work -> work.find(TicketAttributes.KIND, ticket.tenant(), ticket.id(), Lock.NONE));
            } catch (RuntimeException unreadable) {
                tally.stuck.add(ticket.id());
                counted(ticket.milestone(), "failed");
            }
        }
        if (tally.stuck.size() == known || tally.stuck.size() > MOST_STUCK) {
            throw claim;
        }
    }

    /** What is due, without what may be unreadable. */
    private record Waiting(String id, TenantId tenant, String milestone) {

        static final Projection<TicketRecord, Waiting> PROJECTION = new Projection<>(
                List.of(TicketAttributes.ID, TicketAttributes.TENANT, TicketAttributes.DUE_MILESTONE),
                v -> new Waiting((String) v.get(0), TenantId.of((String) v.get(1)), String.valueOf(v.get(2))));
    }

    private void prepare(UnitOfWork work, List<TicketRecord> claimed, Instant now) {
        Map<TenantId, List<TicketRecord>> timed = claimed.stream()
                .filter(ticket -> Timekeeper.MILESTONE.equals(ticket.due().milestone()))
                .collect(Collectors.groupingBy(TicketRecord::tenant));
        timed.values()
                .forEach(tickets -> engine.timekeeper()
                        .prepare(
                                new Ledger(
                                        new Books(engine, work),
                                        Acting.system(tickets.get(0).tenant()),
                                        StandardActions.KEEP_TIME.name(),
                                        now,
                                        now),
                                tickets.stream().map(TicketRecord::id).toList()));
    }

    /** An item by itself, when the batch as a whole did not go through. */
    private void one(TicketRecord seen, List<Failed> failed, Tally tally) {
        try {
            boolean done = engine.parts().store().inNewTransaction(work -> {
                Optional<TicketRecord> now = work.find(
                                TicketAttributes.KIND, seen.tenant(), seen.id().value(), Lock.WRITE)
                        .filter(ticket -> !ticket.due().at().isAfter(engine.now()));
                now.ifPresent(ticket -> engine.writing().write(work, decide(work, engine.type(ticket.type()), ticket)));
                return now.isPresent();
            });
            if (done) {
                tally.done += counted(seen, "done");
            } else {
                tally.gone += counted(seen, "gone");
            }
        } catch (RuntimeException cause) {
            failed.add(new Failed(seen, cause));
        }
    }

    /** What reaches beyond its own ticket has a transaction of its own: two of a batch might reach the same one. */
    private Optional<Decided<?>> one(
            UnitOfWork work, TicketRecord ticket, List<TicketRecord> wider, List<Failed> failed) {
        try {
            List<Decided<?>> all = decide(work, engine.type(ticket.type()), ticket);
            if (all.size() == 1 && all.get(0).along().isEmpty()) {
                return Optional.of(all.get(0));
            }
            wider.add(ticket);
        } catch (RuntimeException cause) {
            failed.add(new Failed(ticket, cause));
        }
        return Optional.empty();
    }

    private <D> List<Decided<?>> decide(UnitOfWork work, TicketType<D> type, TicketRecord ticket) {
        if (Timekeeper.MILESTONE.equals(ticket.due().milestone())) {
            return keepTime(work, type, ticket);
        }
        Milestone<D> milestone = type.milestones().stream()
                .filter(candidate -> candidate.name().equals(ticket.due().milestone()))
                .findFirst()
                .orElseThrow(() -> new io.itsm4j.RuleViolated(
                        "MILESTONE_UNKNOWN",
                        Map.of("milestone", String.valueOf(ticket.due().milestone()))));
        String cycle = milestone.cycle().apply(Ticket.of(type, ticket));
        String key = Digests.sha256("due", ticket.id().value(), milestone.name(), cycle);
        engine.checker().check(milestone.input(), List.of());
        Books books = new Books(engine, work);
        Decided<D> decided = engine.step(
                books,
                Acting.system(ticket.tenant()),
                type,
                ticket,
                milestone.action(),
                milestone.input(),
                (unit, draft) -> {
                    draft.note("milestone", milestone.name()).note("cycle", cycle);
                    milestone.effect().accept(draft);
                },
                new CommandKey(key, key));
        Due next = decided.after().due();
        boolean stuck = Objects.equals(next.milestone(), milestone.name())
                && cycle.equals(milestone.cycle().apply(decided.ticket()));
        if (stuck) {
            throw new io.itsm4j.RuleViolated("MILESTONE_STUCK", Map.of("milestone", milestone.name()));
        }
        return new Cascading(books, Acting.system(ticket.tenant())).follow(decided);
    }

    /** All that is due about a ticket's clocks, in one step however late it is. */
    private <D> List<Decided<?>> keepTime(UnitOfWork work, TicketType<D> type, TicketRecord ticket) {
        Instant now = engine.now();
        Books books = new Books(engine, work);
        Ledger ledger = new Ledger(books, Acting.system(ticket.tenant()), StandardActions.KEEP_TIME.name(), now, now);
        Timekeeper.Overdue overdue = engine.timekeeper().overdue(ledger, type, ticket);
        String key = Digests.sha256("due", ticket.id().value(), Timekeeper.MILESTONE, overdue.key());
        Decided<D> decided = engine.step(
                books,
                Acting.system(ticket.tenant()),
                type,
                ticket,
                StandardActions.KEEP_TIME,
                Reason.NONE,
                (unit, draft) -> overdue.effect().accept(draft),
                overdue.isNothing() ? CommandKey.NONE : new CommandKey(key, key));
        if (isStuck(ledger, type, ticket, overdue, decided.after())) {
            throw new io.itsm4j.RuleViolated("MILESTONE_STUCK", Map.of("milestone", Timekeeper.MILESTONE));
        }
        return new Cascading(books, Acting.system(ticket.tenant())).follow(decided);
    }

    /** A step may well make something else due at once, but not again what it has dealt with. */
    private boolean isStuck(
            Ledger ledger, TicketType<?> type, TicketRecord before, Timekeeper.Overdue was, TicketRecord after) {
        Due next = after.due();
        if (!Timekeeper.MILESTONE.equals(next.milestone())) {
            return false;
        }
        if (was.isNothing()) {
            return !next.at().isAfter(before.due().at());
        }
        return !next.at().isAfter(ledger.now())
                && engine.timekeeper().overdue(ledger, type, after).key().equals(was.key());
    }

    private void setAside(Failed item, Tally tally) {
        counted(item.ticket(), "failed");
        try {
            setAside(item);
            tally.failed++;
        } catch (RuntimeException stays) {
            tally.stuck.add(item.ticket().id().value());
            if (tally.stuck.size() > MOST_STUCK) {
                throw stays;
            }
        }
    }

    private void setAside(Failed item) {
        TicketRecord seen = item.ticket();
        engine.parts().store().inNewTransaction(work -> {
            work.find(TicketAttributes.KIND, seen.tenant(), seen.id().value(), Lock.WRITE)
                    .filter(ticket -> ticket.due().equals(seen.due()))
                    .ifPresent(ticket -> setAside(work, engine.type(ticket.type()), ticket, item.cause()));
            return seen;
        });
    }

    private <D> void setAside(UnitOfWork work, TicketType<D> type, TicketRecord ticket, RuntimeException cause) {
        int attempts = ticket.due().attempts() + 1;
        Instant now = engine.now();
        Instant retryAt = now.plus(backOff(attempts));
        String milestone = String.valueOf(ticket.due().milestone());
        String text = String.valueOf(cause.getMessage());
        String why = text.length() > 500 ? text.substring(0, 500) : text;
        String id = DueFailure.idOf(ticket.id(), milestone);
        @Nullable DueFailure before =
                work.find(DueFailure.KIND, ticket.tenant(), id, Lock.WRITE).orElse(null);
        DueFailure after = new DueFailure(id, ticket.tenant(), ticket.id(), milestone, attempts, why, now, retryAt);
        Decided<D> decided = engine.step(
                work,
                Acting.system(ticket.tenant()),
                type,
                ticket,
                StandardActions.SET_ASIDE,
                Reason.NONE,
                (unit, draft) -> draft.due(new Due(retryAt, ticket.due().milestone(), attempts))
                        .note("milestone", milestone)
                        .note("attempts", attempts)
                        .notePersonal("cause", why)
                        .write(DueFailure.KIND, before, after),
                CommandKey.NONE);
        engine.writing().write(work, List.of(decided));
    }

    private static Duration backOff(int attempts) {
        Duration wait = FIRST_RETRY.multipliedBy(1L << Math.min(attempts - 1, 20));
        return wait.compareTo(LAST_RETRY) > 0 ? LAST_RETRY : wait;
    }

    private Query<TicketRecord> due(Instant now, Tally tally) {
        Criterion<TicketRecord> due = TicketAttributes.DUE_AT
                .atMost(now)
                .and(TicketAttributes.TYPE.in(
                        engine.known().stream().map(TicketType::name).toList()));
        Criterion<TicketRecord> rest = tally.stuck.isEmpty()
                ? due
                : due.and(TicketAttributes.ID.in(tally.stuck).not());
        return Query.of(TicketAttributes.KIND, null, rest).sortedBy(Sort.ascending(TicketAttributes.DUE_AT));
    }

    private int counted(TicketRecord ticket, String outcome) {
        return counted(String.valueOf(ticket.due().milestone()), outcome);
    }

    private int counted(String milestone, String outcome) {
        engine.parts()
                .meters()
                .counter(ItsmMeters.DUE.meter(), "milestone", milestone, "outcome", outcome)
                .increment();
        return 1;
    }
}
