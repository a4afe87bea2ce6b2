package io.itsm4j.stock;

import io.itsm4j.NotFound;
import io.itsm4j.RuleViolated;
import io.itsm4j.input.Money;
import io.itsm4j.journal.ChainHead;
import io.itsm4j.journal.Personal;
import io.itsm4j.storage.Criterion;
import io.itsm4j.ticket.Ledger;
import io.itsm4j.ticket.TicketId;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Moves stock, within one command: the one place where a quantity changes. A movement that would leave less than
 * nothing, or set aside more than there is, is refused.
 */
final class StockWriter {

    /**
     * Why stock moves.
     *
     * @param kind why
     * @param ticket the ticket, or null
     * @param task its task, or null
     * @param reservation the reservation, or null
     * @param other the item at the other end, or null
     * @param price what one cost, or null
     * @param purchase the purchase, or null
     * @param receipt the receipt, or null
     * @param reason a word why, or null
     */
    record Cause(
            Movement.Kind kind,
            @Nullable TicketId ticket,
            @Nullable String task,
            @Nullable String reservation,
            @Nullable String other,
            @Nullable Money price,
            @Nullable String purchase,
            @Nullable String receipt,
            @Nullable String reason) {

        static Cause of(Movement.Kind kind, @Nullable String reason) {
            return new Cause(kind, null, null, null, null, null, null, null, none(reason));
        }

        Cause ticket(@Nullable TicketId which, @Nullable String part) {
            return new Cause(kind, which, none(part), reservation, other, price, purchase, receipt, reason);
        }

        Cause reservation(@Nullable String which) {
            return new Cause(kind, ticket, task, which, other, price, purchase, receipt, reason);
        }

        Cause other(String item) {
            return new Cause(kind, ticket, task, reservation, item, price, purchase, receipt, reason);
        }

        Cause bought(@Nullable Money at, @Nullable String by, @Nullable String with) {
            return new Cause(kind, ticket, task, reservation, other, at, none(by), none(with), reason);
        }
    }

    private static final Map<Movement.Kind, String> EVENTS = Map.of(
            Movement.Kind.RECEIPT, "PartsReceived",
            Movement.Kind.ISSUE, "PartsIssued",
            Movement.Kind.RETURN, "PartsReturned",
            Movement.Kind.COUNT, "StockCounted",
            Movement.Kind.TRANSFER_OUT, "PartsSent",
            Movement.Kind.TRANSFER_IN, "PartsArrived",
            Movement.Kind.RESERVATION, "PartsReserved",
            Movement.Kind.RELEASE, "PartsReleased",
            Movement.Kind.ORDER, "PartsOrdered",
            Movement.Kind.SENT_BACK, "PartsSentBack");

    private final StockDeclaration declared;
    private final Ledger ledger;

    StockWriter(StockDeclaration declared, Ledger ledger) {
        this.declared = declared;
        this.ledger = ledger;
    }

    static @Nullable String none(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }

    /** The part of an id, for reading. */
    Part part(String id) {
        return ledger.peek(declared.parts(), id).orElseThrow(() -> new NotFound("NOT_FOUND", Map.of("id", id)));
    }

    /** The store of an id, for reading. */
    StoreRoom store(String id) {
        return ledger.peek(declared.stores(), id).orElseThrow(() -> new NotFound("NOT_FOUND", Map.of("id", id)));
    }

    /** The item of a part in a store, held, when there is one. */
    Optional<StockItem> find(String part, String store) {
        return ledger.find(declared.items(), StockItem.idOf(part, store));
    }

    /**
     * The item of a part in a store, held, from which something is to be taken.
     *
     * @throws NotFound when there is no such part or store
     * @throws RuleViolated with {@code STOCK_SHORT} when nothing ever lay there
     */
    StockItem existing(String part, String store, long wanted) {
        return find(part, store).orElseThrow(() -> tooFew(part(part), store(store), wanted, 0));
    }

    /**
     * The item of a part in a store into which something is to be put; part, store and item are held in this order, so
     * that neither is closed meanwhile.
     *
     * @throws NotFound when there is no such part or store
     * @throws RuleViolated with {@code STOCK_PART_RETIRED} or {@code STOCK_STORE_CLOSED}
     */
    StockItem opened(String part, String store) {
        Part known = ledger.get(declared.parts(), part);
        if (!known.active()) {
            throw new RuleViolated("STOCK_PART_RETIRED", Map.of("number", known.number()));
        }
        checkOpen(store);
        return find(part, store).orElseGet(() -> create(part, store));
    }

    /**
     * The same of a part that may be retired: what is there is there, whatever was decided of the part.
     *
     * @return empty when none of it ever lay there
     * @throws NotFound when there is no such part or store
     * @throws RuleViolated with {@code STOCK_STORE_CLOSED}
     */
    Optional<StockItem> known(String part, String store) {
        ledger.get(declared.parts(), part);
        checkOpen(store);
        return find(part, store);
    }

    private void checkOpen(String store) {
        StoreRoom where = ledger.get(declared.stores(), store);
        if (!where.open()) {
            throw new RuleViolated("STOCK_STORE_CLOSED", Map.of("name", where.name()));
        }
    }

    private StockItem create(String part, String store) {
        return ledger.add(
                declared.items(),
                new StockItem(
                        StockItem.idOf(part, store),
                        ledger.tenant(),
                        0,
                        part,
                        store,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        null,
                        null,
                        0,
                        ChainHead.NONE),
                "StockOpened",
                Map.of());
    }

    /**
     * Moves stock and looks whether something has to be bought.
     *
     * @param item held
     * @param hand how many more lie there, negative for fewer
     * @param aside how many more are set aside
     * @param coming how many more are to come
     * @return the movement's id
     * @throws RuleViolated with {@code STOCK_SHORT} when fewer are available than are taken, with {@code STOCK_FULL}
     *     when more would lie there than can be counted
     */
    String move(StockItem item, long hand, long aside, long coming, Cause cause) {
        return move(item, item, hand, aside, coming, cause);
    }

    /** The same, from a state of the item that this command has decided but not told yet. */
    String move(StockItem before, StockItem item, long hand, long aside, long coming, Cause cause) {
        StockItem moved = item.moved(hand, aside, coming);
        if (moved.onHand() < 0 || moved.reserved() < 0 || moved.reserved() > moved.onHand()) {
            long taken = Math.max(-hand, Math.max(0, aside));
            throw tooFew(part(item.part()), store(item.store()), taken, item.available());
        }
        if (moved.onHand() > Part.MOST || moved.onOrder() > Part.MOST) {
            throw new RuleViolated(
                    "STOCK_FULL", Map.of("number", part(item.part()).number(), "limit", Part.MOST));
        }
        Movement movement = new Movement(
                ledger.newId(),
                ledger.tenant(),
                item.id(),
                moved.movements(),
                cause.kind(),
                hand,
                aside,
                coming,
                cause.ticket(),
                cause.task(),
                cause.reservation(),
                cause.other(),
                cause.price(),
                cause.purchase(),
                cause.receipt(),
                cause.reason(),
                ledger.actor().id(),
                ledger.now());
        ledger.insert(Movement.KIND, movement);
        StockItem counted = cause.kind() == Movement.Kind.COUNT ? moved.counted(ledger.now()) : moved;
        change(before, counted, EVENTS.getOrDefault(cause.kind(), ""), facts(movement));
        return movement.id();
    }

    /** Changes an item and its proposal with it. */
    StockItem change(StockItem before, StockItem after, String event, Map<String, Object> data) {
        StockItem settled = new Proposing(declared, ledger).settle(after);
        return ledger.change(declared.items(), before, settled, event, data);
    }

    /** Makes or withdraws the proposals of what runs low, as its part and its store have become; both are held. */
    void propose(Criterion<StockItem> which) {
        Proposing proposing = new Proposing(declared, ledger);
        for (StockItem item : ledger.held(declared.items(), which.and(StockItem.LOW.is(true)))) {
            StockItem settled = proposing.settle(item);
            if (!Objects.equals(settled.proposal(), item.proposal())) {
                String event = settled.proposal() == null ? "ProposalDropped" : "ProposalMade";
                ledger.change(declared.items(), item, settled, event, Map.of());
            }
        }
    }

    private static Map<String, Object> facts(Movement movement) {
        Map<String, Object> data = new HashMap<>();
        data.put("movement", movement.id());
        data.put("sequence", movement.sequence());
        put(data, "ticket", movement.ticket() == null ? null : movement.ticket().value());
        put(data, "task", movement.task());
        put(data, "reservation", movement.reservation());
        put(data, "other", movement.other());
        put(data, "purchase", movement.purchase());
        put(data, "receipt", movement.receipt());
        Money price = movement.price();
        if (price != null) {
            data.put("priceMinor", price.minor());
            data.put("currency", price.currency());
        }
        if (movement.reason() != null) {
            data.put("reason", new Personal(movement.reason()));
        }
        return data;
    }

    private static void put(Map<String, Object> data, String key, @Nullable String value) {
        if (value != null) {
            data.put(key, value);
        }
    }

    RuleViolated tooFew(Part part, StoreRoom store, long wanted, long available) {
        return new RuleViolated(
                "STOCK_SHORT",
                Map.of("number", part.number(), "store", store.name(), "wanted", wanted, "available", available));
    }
}
