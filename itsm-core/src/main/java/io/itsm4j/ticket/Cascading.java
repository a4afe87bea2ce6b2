package io.itsm4j.ticket;

import io.itsm4j.RuleViolated;
import io.itsm4j.lifecycle.Action;
import io.itsm4j.storage.Paging;
import io.itsm4j.storage.Query;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Follows what a command passes on, from parents to children, over links to tickets that react, and to the ticket's own
 * next action, until nothing is left: the whole is decided before anything is written, a child takes part at most once,
 * and the depth is limited.
 */
final class Cascading {

    private static final int MOST = 100_000;

    private final Engine engine;
    private final Books books;
    private final Acting acting;
    private final List<Decided<?>> all = new ArrayList<>();
    private final Set<TicketId> seen = new HashSet<>();

    Cascading(Books books, Acting acting) {
        this.engine = books.engine();
        this.books = books;
        this.acting = acting.with(CommandOptions.NONE);
    }

    List<Decided<?>> follow(Decided<?> first) {
        follow(first, List.of(first.after().number()));
        return all;
    }

    private void follow(Decided<?> decided, List<String> chain) {
        all.add(decided);
        seen.add(decided.after().id());
        books.decided(decided.after());
        if (chain.size() > Family.DEPTH) {
            throw new RuleViolated("CASCADE_TOO_DEEP", Map.of("chain", chain, "limit", Family.DEPTH));
        }
        if (all.size() > MOST) {
            throw new RuleViolated("CASCADE_TOO_WIDE", Map.of("number", chain.get(0), "limit", MOST));
        }
        children(decided, chain);
        for (Decided<?> reaction : Reacting.to(books, acting, decided)) {
            follow(reaction, longer(chain, reaction.after().number()));
        }
        sequels(decided, chain);
    }

    private static List<String> longer(List<String> chain, String link) {
        List<String> longer = new ArrayList<>(chain);
        longer.add(link);
        return longer;
    }

    /** The actions that the ticket takes by itself after this one; each sees what the ones before it have decided. */
    private <D> void sequels(Decided<D> decided, List<String> chain) {
        for (Sequel<D> sequel : decided.type().sequels()) {
            if (sequel.after().contains(Action.of(decided.entry().action()))) {
                TicketRecord at = books.latest(decided.after());
                boolean follows = decided.type().lifecycle().lookup(at.state(), sequel.action()) != null
                        && sequel.when().test(engine.view(books, acting, decided.type(), at));
                if (follows) {
                    Decided<D> next = engine.step(
                            books,
                            acting.as(Acting.Audience.SYSTEM),
                            decided.type(),
                            at,
                            sequel.action(),
                            sequel.input(),
                            (unit, draft) -> sequel.effect().accept(draft),
                            CommandKey.NONE);
                    follow(next, longer(chain, at.number() + " " + sequel.action()));
                }
            }
        }
    }

    private void children(Decided<?> decided, List<String> chain) {
        if (decided.cascades().isEmpty()) {
            return;
        }
        Query<TicketRecord> open =
                Lookup.openChildren(decided.after().tenant(), decided.after().id());
        List<TicketRecord> children = Paging.all(books.work(), open, TicketAttributes.ID).stream()
                .map(books::latest)
                .toList();
        for (Cascade cascade : decided.cascades()) {
            for (TicketRecord child : children) {
                if (!seen.contains(child.id())) {
                    pass(cascade, child, chain);
                }
            }
        }
    }

    private void pass(Cascade cascade, TicketRecord child, List<String> chain) {
        TicketType<?> type = engine.type(child.type());
        List<String> longer = longer(chain, child.number());
        TicketRecord at = child;
        for (Action action : cascade.actions()) {
            if (type.lifecycle().lookup(at.state(), action) != null) {
                Decided<?> decided = decide(type, cascade, action, at);
                follow(decided, longer);
                at = decided.after();
            }
        }
    }

    private <D> Decided<D> decide(TicketType<D> type, Cascade cascade, Action action, TicketRecord child) {
        return engine.step(
                books,
                acting.as(Acting.Audience.SYSTEM),
                type,
                child,
                action,
                cascade.input(),
                (unit, draft) -> {
                    cascade.data().forEach(draft::note);
                    type.passedOn(action, cascade.input(), draft);
                },
                CommandKey.NONE);
    }
}
