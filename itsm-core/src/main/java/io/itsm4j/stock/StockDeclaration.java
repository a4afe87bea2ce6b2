package io.itsm4j.stock;

import io.itsm4j.actor.PersonId;
import io.itsm4j.actor.Role;
import io.itsm4j.storage.Criterion;
import io.itsm4j.storage.Query;
import io.itsm4j.storage.RecordKind;
import io.itsm4j.ticket.DetailField;
import io.itsm4j.ticket.Ledger;
import io.itsm4j.ticket.RecordType;
import java.util.List;

/** Stock keeping as one application uses it: its policy, and how its records are kept. */
public final class StockDeclaration {

    /** Keeps a store: receives, counts and moves what lies there. */
    public static final Role STOREKEEPER = Role.of("STOREKEEPER");

    private static final Role[] READERS = {Role.AGENT, Role.MANAGER, Role.AUDITOR, STOREKEEPER};

    private final StockPolicy policy;
    private final RecordType<Part> parts;
    private final RecordType<StoreRoom> stores;
    private final RecordType<StockItem> items;
    private final RecordType<Reservation> reservations;
    private final RecordType<PurchaseProposal> proposals;

    /** One with this policy. */
    public StockDeclaration(StockPolicy policy) {
        this.policy = policy;
        parts = RecordType.named("part", Part.KIND, Part.ID, Part::stamped)
                .readBy(READERS)
                .field(DetailField.plain("name", Part::name))
                .field(DetailField.plain("code", Part::code))
                .field(DetailField.plain("unit", Part::unit))
                .field(DetailField.plain("model", Part::model))
                .field(DetailField.plain("manufacturer", Part::manufacturer))
                .field(DetailField.plain("active", Part::active));
        stores = RecordType.named("store-room", StoreRoom.KIND, StoreRoom.ID, StoreRoom::stamped)
                .readBy(READERS)
                .field(DetailField.plain("name", StoreRoom::name))
                .field(DetailField.plain("location", StoreRoom::location))
                .field(DetailField.personal("keeper", StoreRoom::keeper))
                .field(DetailField.plain("open", StoreRoom::open))
                .erasing((ledger, store, person, pseudonym) -> person.equals(store.keeper())
                        ? store.described(store.name(), store.location(), pseudonym)
                        : store);
        items = RecordType.named("stock-item", StockItem.KIND, StockItem.ID, StockItem::stamped)
                .readBy(READERS)
                .field(DetailField.plain("onHand", StockItem::onHand))
                .field(DetailField.plain("reserved", StockItem::reserved))
                .field(DetailField.plain("onOrder", StockItem::onOrder))
                .field(DetailField.plain("min", StockItem::min))
                .field(DetailField.plain("max", StockItem::max))
                .field(DetailField.plain("target", StockItem::target))
                .field(DetailField.plain("proposal", StockItem::proposal))
                .erasing(StockDeclaration::erase);
        reservations = RecordType.named("stock-reservation", Reservation.KIND, Reservation.ID, Reservation::stamped)
                .readBy(READERS)
                .field(DetailField.plain("open", Reservation::open))
                .field(DetailField.plain("state", Reservation::state))
                .erasing((ledger, reservation, person, pseudonym) ->
                        reservation.by().equals(person) ? reservation.erased(pseudonym) : reservation)
                .due(Reservation.DUE_AT, this::expire, Reservation::postponed, this::hold);
        proposals = RecordType.named(
                        "purchase-proposal", PurchaseProposal.KIND, PurchaseProposal.ID, PurchaseProposal::stamped)
                .readBy(READERS)
                .field(DetailField.plain("quantity", PurchaseProposal::quantity))
                .field(DetailField.plain("received", PurchaseProposal::received))
                .field(DetailField.plain("state", PurchaseProposal::state))
                .field(DetailField.plain("purchase", PurchaseProposal::purchase));
    }

    /** The same for whoever works on stock by a command of another practice, which has checked that they may. */
    private StockDeclaration(StockDeclaration other) {
        policy = other.policy;
        parts = other.parts.visible((actor, reader) -> Criterion.all());
        stores = other.stores.visible((actor, reader) -> Criterion.all());
        items = other.items.visible((actor, reader) -> Criterion.all());
        reservations = other.reservations.visible((actor, reader) -> Criterion.all());
        proposals = other.proposals.visible((actor, reader) -> Criterion.all());
    }

    /** What is kept. */
    public List<RecordType<?>> types() {
        return List.of(parts, stores, items, reservations, proposals);
    }

    /** Every kind of record, the rows that belong to them too. */
    public List<RecordKind<?>> kinds() {
        return List.of(
                Part.KIND, StoreRoom.KIND, StockItem.KIND, Reservation.KIND, PurchaseProposal.KIND, Movement.KIND);
    }

    /** Where purchases take up what was proposed and bring in what they received. */
    public StockIntake intake() {
        return new Intake(new StockDeclaration(this));
    }

    StockPolicy policy() {
        return policy;
    }

    RecordType<Part> parts() {
        return parts;
    }

    RecordType<StoreRoom> stores() {
        return stores;
    }

    RecordType<StockItem> items() {
        return items;
    }

    RecordType<Reservation> reservations() {
        return reservations;
    }

    RecordType<PurchaseProposal> proposals() {
        return proposals;
    }

    /** Every command on a reservation holds its ticket first, then the item. */
    void hold(Ledger ledger, Reservation reservation) {
        ledger.ticket(reservation.ticket());
        ledger.find(items, reservation.item());
    }

    private void expire(Ledger ledger, Reservation reservation) {
        new Reserving(this, ledger).end(reservation, Reservation.State.EXPIRED, null);
    }

    private static StockItem erase(Ledger ledger, StockItem item, PersonId person, PersonId pseudonym) {
        ledger.list(Query.of(
                        Movement.KIND,
                        item.tenant(),
                        Movement.ITEM.is(item.id()).and(Movement.BY.is(person))))
                .forEach(movement -> ledger.replace(Movement.KIND, movement, movement.erased(pseudonym)));
        return item;
    }
}
