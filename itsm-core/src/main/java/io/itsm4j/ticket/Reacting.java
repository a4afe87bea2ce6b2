package io.itsm4j.ticket;

import io.itsm4j.lifecycle.StateCategory;
import io.itsm4j.storage.Lock;
import io.itsm4j.storage.Paging;
import io.itsm4j.storage.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Works out which tickets react to one that got somewhere, because they are linked to it. */
final class Reacting {

    private Reacting() {}

    /** The reactions, decided; none when the ticket stays in its category. */
    static List<Decided<?>> to(Books books, Acting acting, Decided<?> moved) {
        TicketRecord before = moved.before();
        if (before == null || before.state().category() == moved.after().state().category()) {
            return List.of();
        }
        List<Decided<?>> all = new ArrayList<>();
        for (TicketType<?> type : books.engine().types()) {
            reactions(books, acting, moved, before, type, all);
        }
        return all;
    }

    private static <D> void reactions(
            Books books,
            Acting acting,
            Decided<?> moved,
            TicketRecord before,
            TicketType<D> type,
            List<Decided<?>> all) {
        for (LinkReaction<D> reaction : type.reactions()) {
            if (reaction.concerns(before, moved.after())) {
                for (String id : linked(books, moved, reaction.how())) {
                    books.work()
                            .find(TicketAttributes.KIND, before.tenant(), id, Lock.WRITE)
                            .map(books::latest)
                            .filter(ticket -> ticket.type().equals(type.name()))
                            .ifPresent(ticket -> react(books, acting, moved, type, reaction, ticket, all));
                }
            }
        }
    }

    /**
     * The tickets with a link to the one that moved, in the order of their ids; not those that it has just given up.
     */
    private static SortedSet<String> linked(Books books, Decided<?> moved, LinkType how) {
        TreeSet<String> ids = new TreeSet<>();
        TicketRecord to = moved.after();
        Query<Link> links = Query.of(Link.KIND, to.tenant(), Link.TO.is(to.id()).and(Link.TYPE.is(how)));
        Paging.all(books.work(), links, Link.ID)
                .forEach(link -> ids.add(link.from().value()));
        for (Pending<?> row : moved.pending()) {
            if (row.after() == null
                    && row.before() instanceof Link gone
                    && gone.to().equals(to.id())) {
                ids.remove(gone.from().value());
            }
        }
        return ids;
    }

    private static <D> void react(
            Books books,
            Acting acting,
            Decided<?> moved,
            TicketType<D> type,
            LinkReaction<D> reaction,
            TicketRecord ticket,
            List<Decided<?>> all) {
        long open = Lookup.linked(
                        books.work(),
                        ticket.tenant(),
                        Link.FROM.is(ticket.id()).and(Link.TYPE.is(reaction.how())),
                        Lock.WRITE,
                        Link::to)
                .stream()
                .filter(other -> reaction.types().contains(other.type())
                        && !other.id().equals(moved.after().id())
                        && !reaction.entering().contains(category(books, other)))
                .count();
        LinkReaction.Moved what = new LinkReaction.Moved(LinkedTicket.of(moved.after()), open);
        boolean reacts = type.lifecycle().lookup(ticket.state(), reaction.action()) != null
                && reaction.when().test(what, Ticket.of(type, ticket));
        if (reacts) {
            all.add(books.engine()
                    .step(
                            books,
                            acting.as(Acting.Audience.SYSTEM),
                            type,
                            ticket,
                            reaction.action(),
                            Reason.NONE,
                            (unit, draft) -> reaction.effect().accept(what, draft),
                            CommandKey.NONE));
        }
    }

    private static StateCategory category(Books books, LinkedTicket ticket) {
        TicketRecord decided = books.ticket(ticket.id());
        return (decided == null ? ticket.state() : decided.state()).category();
    }
}
