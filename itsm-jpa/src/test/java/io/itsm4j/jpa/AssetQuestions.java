package io.itsm4j.jpa;

import io.itsm4j.actor.PersonId;
import io.itsm4j.actor.TenantId;
import io.itsm4j.asset.Asset;
import io.itsm4j.asset.AssetAttributes;
import io.itsm4j.asset.AssetIdentity;
import io.itsm4j.asset.AssetLifecycle;
import io.itsm4j.asset.AssetPlace;
import io.itsm4j.asset.AssetTerms;
import io.itsm4j.asset.Belonging;
import io.itsm4j.asset.Notices;
import io.itsm4j.journal.ChainHead;
import io.itsm4j.jpa.fixture.Tickets;
import io.itsm4j.stock.Movement;
import io.itsm4j.stock.Part;
import io.itsm4j.stock.PurchaseProposal;
import io.itsm4j.stock.Reservation;
import io.itsm4j.stock.StockItem;
import io.itsm4j.stock.StoreRoom;
import io.itsm4j.storage.Attribute;
import io.itsm4j.storage.Criterion;
import io.itsm4j.storage.Query;
import io.itsm4j.storage.RecordKind;
import io.itsm4j.storage.Sort;
import io.itsm4j.storage.UnitOfWork;
import io.itsm4j.ticket.TicketId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What asset management and stock keeping ask a database. */
final class AssetQuestions {

    private static final TenantId TENANT = TenantId.of("plans");
    private static final String ID = Tickets.id();
    private static final Instant NOON = Tickets.NOON;
    private static final PersonId PERSON = new PersonId("p7");

    /** The tables, for those who have to be told. */
    static final String TABLES = "itsm_asset, itsm_part, itsm_store_room, itsm_stock_item, itsm_stock_movement,"
            + " itsm_stock_reservation, itsm_purchase_proposal";

    /** The kinds. */
    static final List<RecordKind<?>> KINDS = List.of(
            AssetAttributes.KIND,
            Part.KIND,
            StoreRoom.KIND,
            StockItem.KIND,
            Movement.KIND,
            Reservation.KIND,
            PurchaseProposal.KIND);

    private AssetQuestions() {}

    static Map<String, Consumer<UnitOfWork>> all() {
        Map<String, Consumer<UnitOfWork>> all = new LinkedHashMap<>();
        assets(all);
        stock(all);
        return all;
    }

    private static void assets(Map<String, Consumer<UnitOfWork>> all) {
        Attribute<Asset, String> number = AssetAttributes.NUMBER;
        RecordKind<Asset> kind = AssetAttributes.KIND;
        ask(all, kind, "assets", Criterion.all(), number);
        ask(all, kind, "live assets", AssetAttributes.IS_LIVE.is(true), number);
        ask(all, kind, "assets of a kind", AssetAttributes.KIND_OF.is("k7"), number);
        ask(all, kind, "assets of a model", AssetAttributes.MODEL.is("m7"), number);
        ask(all, kind, "assets in a state", AssetAttributes.STATE.is(AssetLifecycle.LOST), number);
        ask(all, kind, "assets of a holder", AssetAttributes.HOLDER.is(PERSON), number);
        ask(all, kind, "assets of a unit", AssetAttributes.UNIT.is("u7"), number);
        ask(all, kind, "assets at a location", AssetAttributes.LOCATION.is("l7"), number);
        ask(all, kind, "assets in a store", AssetAttributes.STORE.is("s7"), number);
        ask(all, kind, "assets of a cost centre", AssetAttributes.COST_CENTRE.is("c7"), number);
        ask(all, kind, "assets of a supplier", AssetAttributes.SUPPLIER.is("v7"), number);
        ask(all, kind, "assets of a contract", AssetAttributes.CONTRACT.is("t7"), number);
        list(all, kind, "assets of a purchase", AssetAttributes.PURCHASE.is("b7"));
        list(all, kind, "assets of an item", AssetAttributes.CI.is("i7"));
        list(all, kind, "accessories", AssetAttributes.MAIN.is(ID));
        list(all, kind, "asset of a serial number", AssetAttributes.SERIAL_KEY.is("s-7"));
        list(all, kind, "asset of a label", AssetAttributes.TAG_KEY.is("t-7"));
        list(all, kind, "disposals somebody asked for", AssetAttributes.DISPOSAL_BY.is(PERSON));
        ask(
                all,
                kind,
                "warranties that end",
                AssetAttributes.warrantyEndsBefore(NOON.plusSeconds(9)),
                AssetAttributes.WARRANTY_UNTIL);
        ask(
                all,
                kind,
                "contracts that end",
                AssetAttributes.IS_LIVE.is(true).and(AssetAttributes.CONTRACT_UNTIL.before(NOON.plusSeconds(9))),
                AssetAttributes.CONTRACT_UNTIL);
        ask(all, kind, "overdue loans", AssetAttributes.overdueAt(NOON), AssetAttributes.LOAN_UNTIL);
        ask(all, kind, "changed assets", Criterion.all(), AssetAttributes.CHANGED_AT);
        due(all, kind, "assets with something due", AssetAttributes.DUE_AT);
    }

    private static void stock(Map<String, Consumer<UnitOfWork>> all) {
        ask(all, Part.KIND, "parts", Criterion.all(), Part.NAME);
        ask(all, Part.KIND, "parts in use", Part.ACTIVE.is(false), Part.NAME);
        list(all, Part.KIND, "part of a code", Part.CODE_KEY.is("c-7"));
        ask(all, StoreRoom.KIND, "stores", Criterion.all(), StoreRoom.NAME);
        list(all, StoreRoom.KIND, "store of a name", StoreRoom.NAME_KEY.is("room 7"));
        list(all, StoreRoom.KIND, "stores of a keeper", StoreRoom.KEEPER.is(PERSON));
        list(all, StockItem.KIND, "items of a part", StockItem.PART.is(ID));
        list(all, StockItem.KIND, "items of a store", StockItem.STORE.is(ID).and(StockItem.EMPTY.is(false)));
        list(all, StockItem.KIND, "low items", StockItem.LOW.is(true));
        ask(all, Movement.KIND, "movements", Movement.ITEM.is(ID), Movement.SEQUENCE);
        list(all, Movement.KIND, "later movements", Movement.ITEM.is(ID).and(Movement.SEQUENCE.after(7L)));
        ask(all, Movement.KIND, "movements for a ticket", Movement.TICKET.is(TicketId.of(ID)), Movement.AT);
        list(
                all,
                Movement.KIND,
                "issued to a ticket",
                Movement.TICKET
                        .is(TicketId.of(ID))
                        .and(Movement.ITEM.is(ID))
                        .and(Movement.KIND_OF.in(Set.of(Movement.Kind.ISSUE, Movement.Kind.RETURN))));
        list(all, Movement.KIND, "movements of a purchase", Movement.PURCHASE.is("b7"));
        list(all, Movement.KIND, "movements of a person", Movement.ITEM.is(ID).and(Movement.BY.is(PERSON)));
        Criterion<Reservation> open = Reservation.STATE.is(Reservation.State.OPEN);
        list(
                all,
                Reservation.KIND,
                "open reservations of an item",
                Reservation.ITEM.is(ID).and(open));
        list(all, Reservation.KIND, "reservations for a ticket", Reservation.TICKET.is(TicketId.of(ID)));
        ask(all, Reservation.KIND, "used reservations", Reservation.STATE.is(Reservation.State.CUT), Reservation.ID);
        list(all, Reservation.KIND, "reservations of a person", Reservation.BY.is(PERSON));
        due(all, Reservation.KIND, "reservations that end", Reservation.DUE_AT);
        Attribute<PurchaseProposal, Instant> oldest = PurchaseProposal.PROPOSED_AT;
        ask(
                all,
                PurchaseProposal.KIND,
                "open proposals",
                PurchaseProposal.STATE.is(PurchaseProposal.State.OPEN),
                oldest);
        ask(all, PurchaseProposal.KIND, "all proposals", Criterion.all(), oldest);
        list(all, PurchaseProposal.KIND, "proposals of an item", PurchaseProposal.ITEM.is(ID));
        list(all, PurchaseProposal.KIND, "proposals of a purchase", PurchaseProposal.PURCHASE.is("b7"));
    }

    private static <R> void ask(
            Map<String, Consumer<UnitOfWork>> all,
            RecordKind<R> kind,
            String name,
            Criterion<R> what,
            Attribute<R, ?> order) {
        all.put(
                name,
                work -> work.list(Query.of(kind, TENANT, what)
                        .sortedBy(Sort.ascending(order))
                        .limitedTo(50)));
    }

    private static <R> void list(
            Map<String, Consumer<UnitOfWork>> all, RecordKind<R> kind, String name, Criterion<R> what) {
        all.put(name, work -> work.list(Query.of(kind, TENANT, what).limitedTo(50)));
    }

    private static <R> void due(
            Map<String, Consumer<UnitOfWork>> all, RecordKind<R> kind, String name, Attribute<R, Instant> at) {
        all.put(
                name,
                work -> work.list(Query.of(kind, null, at.atMost(NOON))
                        .sortedBy(Sort.ascending(at))
                        .limitedTo(50)));
    }

    static void fill(UnitOfWork work, int i) {
        String id = Tickets.id();
        Instant at = NOON.plusSeconds(i);
        PersonId person = new PersonId("p" + i % 50);
        TicketId ticket = TicketId.of(Tickets.id());
        work.insert(AssetAttributes.KIND, asset(id, i, at, person));
        work.insert(
                Part.KIND,
                new Part(id, TENANT, 1, "PRT" + i, "part " + i, "c-" + i, "piece", null, null, i % 40 != 0, NONE));
        work.insert(StoreRoom.KIND, new StoreRoom(id, TENANT, 1, "room " + i, null, person, true, NONE));
        long hand = i % 40 == 0 ? 0 : 9;
        work.insert(
                StockItem.KIND,
                new StockItem(id, TENANT, 1, Tickets.id(), Tickets.id(), hand, 0, 0, 1, 0, 9, null, null, 1, NONE));
        work.insert(
                Movement.KIND,
                new Movement(
                        id,
                        TENANT,
                        Tickets.id(),
                        i,
                        Movement.Kind.ISSUE,
                        -1,
                        0,
                        0,
                        ticket,
                        null,
                        null,
                        null,
                        null,
                        "b" + i % 50,
                        null,
                        null,
                        person,
                        at));
        Reservation.State state = i % 40 == 0 ? Reservation.State.CUT : Reservation.State.OPEN;
        work.insert(
                Reservation.KIND,
                new Reservation(id, TENANT, 1, Tickets.id(), ticket, 1, 1, state, person, at, at, at, NONE));
        work.insert(
                PurchaseProposal.KIND,
                new PurchaseProposal(
                        id,
                        TENANT,
                        1,
                        Tickets.id(),
                        id,
                        id,
                        1,
                        0,
                        i % 40 == 0 ? PurchaseProposal.State.OPEN : PurchaseProposal.State.RECEIVED,
                        "b" + i % 50,
                        at,
                        NONE));
    }

    private static final ChainHead NONE = ChainHead.NONE;

    private static Asset asset(String id, int i, Instant at, @Nullable PersonId person) {
        String few = String.valueOf(i % 50);
        return new Asset(
                id,
                TENANT,
                1,
                "AST" + i,
                new AssetIdentity("k" + few, "asset " + i, "T-" + i, "S-" + i, "m" + few, null),
                i % 40 == 0 ? AssetLifecycle.LOST : AssetLifecycle.IN_USE,
                new AssetPlace(person, "u" + few, "l" + few, "s" + few),
                new AssetTerms("c" + few, null, "v" + few, "b" + few, null, at, "t" + few, at),
                "i" + few,
                new Belonging(Tickets.id(), at, true),
                0,
                null,
                null,
                null,
                new Notices(null, null),
                at,
                at,
                at,
                NONE);
    }
}
