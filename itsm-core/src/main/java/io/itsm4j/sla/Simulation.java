package io.itsm4j.sla;

import io.itsm4j.journal.JournalEntry;
import io.itsm4j.storage.Query;
import io.itsm4j.ticket.Ledger;
import io.itsm4j.ticket.TicketAttributes;
import io.itsm4j.ticket.TicketId;
import io.itsm4j.ticket.TicketRecord;
import io.itsm4j.ticket.Timekeeper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Folds the journals of tickets under other terms, and compares. */
final class Simulation {

    private final Ledger ledger;
    private final ProposedTerms terms;

    Simulation(ClockKeeper keeper, Ledger ledger, WhatIf input) {
        this.ledger = ledger;
        this.terms = new ProposedTerms(keeper, ledger, input);
    }

    WhatIfReport of(List<TicketId> ids) {
        if (ids.isEmpty()) {
            return WhatIfReport.NOTHING;
        }
        List<String> texts = ids.stream().map(TicketId::value).toList();
        Journals journals = Journals.of(ledger, texts);
        WhatIfReport.Counts before = WhatIfReport.Counts.NONE;
        WhatIfReport.Counts after = WhatIfReport.Counts.NONE;
        List<WhatIfReport.Ticket> differing = new ArrayList<>();
        for (TicketRecord ticket :
                ledger.list(Query.of(TicketAttributes.KIND, ledger.tenant(), TicketAttributes.ID.in(texts)))) {
            List<WhatIfReport.Difference> clocks =
                    clocks(ticket, journals.of(ticket.id().value()));
            for (WhatIfReport.Difference clock : clocks) {
                before = before.plus(clock.before());
                after = after.plus(clock.after());
            }
            List<WhatIfReport.Difference> differences = clocks.stream()
                    .filter(clock -> !java.util.Objects.equals(clock.before(), clock.after()))
                    .toList();
            if (!differences.isEmpty()) {
                differing.add(new WhatIfReport.Ticket(ticket.id(), ticket.number(), differences));
            }
        }
        return new WhatIfReport(ids.size(), differing.size(), before, after, differing, Optional.empty());
    }

    private List<WhatIfReport.Difference> clocks(TicketRecord ticket, List<JournalEntry> journal) {
        TicketClocks lived = TicketClocks.read(ticket.serviceLevels());
        terms.turnTo(lived);
        List<ClockState> left = new ArrayList<>(folded(ticket, journal).clocks());
        List<WhatIfReport.Difference> clocks = new ArrayList<>();
        for (ClockState was : lived.clocks()) {
            if (terms.touches(was.key().agreement())) {
                ClockState is = take(left, was);
                clocks.add(new WhatIfReport.Difference(was.key(), was.cycle(), figures(was), figures(is)));
            }
        }
        left.forEach(is -> clocks.add(new WhatIfReport.Difference(is.key(), is.cycle(), null, figures(is))));
        return clocks;
    }

    private TicketClocks folded(TicketRecord ticket, List<JournalEntry> journal) {
        TicketClocks clocks = TicketClocks.NONE;
        Map<String, Object> facts = new HashMap<>();
        facts.put("type", ticket.type());
        for (JournalEntry entry : journal) {
            JournalEntry.Told told = entry.told();
            Object said = told.data().get(Timekeeper.DATA);
            terms.learn(said);
            clocks = Fold.step(clocks, Replay.take(facts, entry, told, said), terms);
        }
        return clocks;
    }

    private static @Nullable ClockState take(List<ClockState> clocks, ClockState wanted) {
        for (ClockState clock : clocks) {
            if (clock.key().equals(wanted.key()) && clock.cycle() == wanted.cycle()) {
                clocks.remove(clock);
                return clock;
            }
        }
        return null;
    }

    private WhatIfReport.@Nullable Figures figures(@Nullable ClockState clock) {
        return clock == null
                ? null
                : new WhatIfReport.Figures(
                        clock.status(),
                        clock.target(),
                        clock.startedAt(),
                        clock.dueAt(),
                        Attaining.missed(clock, ledger.now()),
                        clock.endedAt(),
                        Timing.elapsed(clock, terms.calendar(clock.calendar()), ledger.now()));
    }
}
