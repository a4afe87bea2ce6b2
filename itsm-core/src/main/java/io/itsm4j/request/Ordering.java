package io.itsm4j.request;

import io.itsm4j.NotFound;
import io.itsm4j.NotPermitted;
import io.itsm4j.RuleViolated;
import io.itsm4j.actor.Actor;
import io.itsm4j.actor.Person;
import io.itsm4j.actor.PersonId;
import io.itsm4j.actor.Role;
import io.itsm4j.journal.ChainHead;
import io.itsm4j.ticket.Defined;
import io.itsm4j.ticket.Ledger;
import io.itsm4j.ticket.OpenTicket;
import io.itsm4j.ticket.Reason;
import io.itsm4j.ticket.Ticket;
import io.itsm4j.ticket.TicketId;
import io.itsm4j.ticket.TicketType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Places orders: checks what is asked for against the catalogue as it is now, and freezes it into requests. */
final class Ordering {

    /** A line with what the catalogue says about it. */
    private record Priced(OrderLine line, Offer offer, CatalogueService service, Answers answers) {}

    private final TicketType<Request> type;

    Ordering(TicketType<Request> type) {
        this.type = type;
    }

    Order place(Ledger ledger, PlaceOrder input) {
        PersonId requester = requester(ledger.actor(), input.requester());
        PersonId openedFor = input.openedFor() == null ? requester : new PersonId(input.openedFor());
        Actor customer = customer(ledger, openedFor);
        List<Priced> lines = new ArrayList<>();
        Faults faults = new Faults();
        for (int i = 0; i < input.lines().size(); i++) {
            lines.add(priced(ledger, customer, input.lines().get(i), faults.at("lines", i)));
        }
        faults.report();
        String id = ledger.newId();
        List<TicketId> items = new ArrayList<>();
        for (Priced line : lines) {
            items.add(request(ledger, id, requester, openedFor, line).id());
        }
        Order order = new Order(
                id,
                ledger.tenant(),
                ledger.number("ORD", 7),
                requester,
                openedFor,
                ledger.now(),
                items,
                0,
                ChainHead.NONE);
        return ledger.add(Order.TYPE, order, "OrderPlaced", Map.of());
    }

    /** Whoever only requests, requests for themselves. */
    private static PersonId requester(Actor actor, @Nullable String given) {
        PersonId self = actor.onBehalfOf() == null ? actor.id() : actor.onBehalfOf();
        PersonId requester = given == null ? self : new PersonId(given);
        if (!requester.equals(self) && !actor.is(Role.AGENT)) {
            throw new NotPermitted(
                    "NOT_PERMITTED", Map.of("actor", actor.id(), "permission", "order:place", "roles", Role.AGENT));
        }
        return requester;
    }

    /** The one who gets it, with their groups and roles as far as the directory knows them. */
    private static Actor customer(Ledger ledger, PersonId openedFor) {
        Actor actor = ledger.actor();
        if (openedFor.equals(actor.id())) {
            return actor;
        }
        Optional<Person> person = ledger.person(openedFor);
        return person.map(known -> new Actor(actor.tenant(), openedFor, known.roles(), known.groups(), null))
                .orElse(actor);
    }

    private static Priced priced(Ledger ledger, Actor customer, OrderLine line, Faults faults) {
        String key = String.valueOf(line.item());
        Defined<CatalogueItem> item = ledger.definition(Catalogue.ITEMS, key)
                .filter(found -> found.value().audience().holds(customer))
                .orElseThrow(() -> new NotFound("NOT_FOUND", Map.of("id", key)));
        CatalogueService service = ledger.definition(
                        Catalogue.SERVICES, item.value().service())
                .map(Defined::value)
                .orElseThrow(() -> notOffered(item.value()));
        if (item.value().state() != CatalogueItem.State.ACTIVE || service.retired()) {
            throw notOffered(item.value());
        }
        Answers answers = item.value().form().check(line.answers(), faults.at("answers"));
        return new Priced(line, Catalogue.offer(item), service, answers);
    }

    private static RuleViolated notOffered(CatalogueItem item) {
        return new RuleViolated("ITEM_NOT_OFFERED", Map.of("item", item.key(), "state", item.state()));
    }

    private Ticket<Request> request(Ledger ledger, String order, PersonId requester, PersonId openedFor, Priced line) {
        CatalogueItem item = line.offer().item();
        int quantity = line.line().quantity();
        OpenTicket ticket = OpenTicket.titled(item.name().in(Locale.ENGLISH))
                .describedAs(line.line().note())
                .requestedBy(requester.value())
                .affecting(openedFor.value())
                .onService(line.service().key())
                .inCategory(null);
        Request details = new Request(
                order,
                item.key(),
                line.offer().revision(),
                line.offer().hash(),
                quantity,
                line.answers().all(),
                item.price() == null ? null : item.price().times(quantity),
                item.approval(),
                null,
                null,
                Map.of(),
                null);
        Ticket<Request> opened = ledger.open(type, ticket, draft -> draft.details(details));
        return item.approval() == null
                ? ledger.act(type, opened.id(), RequestLifecycle.START, Reason.NONE, draft -> {})
                : ledger.act(type, opened.id(), RequestLifecycle.SUBMIT, Reason.NONE, RequestApproval::request);
    }

    /** Who may place orders. */
    static Set<Role> placedBy() {
        return Set.of(Role.REQUESTER, Role.AGENT);
    }
}
