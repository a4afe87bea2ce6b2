package io.itsm4j.stock;

import static org.assertj.core.api.Assertions.assertThat;

import io.itsm4j.Itsm;
import io.itsm4j.RuleViolated;
import io.itsm4j.actor.Actor;
import io.itsm4j.actor.Role;
import io.itsm4j.storage.PageRequest;
import io.itsm4j.testkit.MutableClock;
import io.itsm4j.ticket.OpenTicket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** Random lives of a part in two stores, against a model that is nothing but numbers. */
class StockLawsTest {

    private static final int TICKETS = 2;
    private static final long MIN = 4;
    private static final long TARGET = 9;

    private enum Deed {
        RECEIVE,
        ISSUE,
        RETURN,
        RESERVE,
        RELEASE,
        COUNT,
        TRANSFER,
        ORDER,
        DELIVER,
        END_ORDER,
        WAIT
    }

    /** Something that somebody tries. */
    record Step(Deed deed, int store, int ticket, int quantity) {}

    /** What is set aside, in the order in which it was. */
    private static final class Kept {

        private final int ticket;
        private long open;

        Kept(int ticket, long open) {
            this.ticket = ticket;
            this.open = open;
        }
    }

    /** One store of the model. */
    private static final class Shelf {

        private long onHand;
        private final List<Kept> kept = new ArrayList<>();
        private final long[] issued = new long[TICKETS];

        long reserved() {
            return kept.stream().mapToLong(each -> each.open).sum();
        }

        long available() {
            return onHand - reserved();
        }

        void use(int ticket, long wanted) {
            long left = wanted;
            for (Kept each : kept) {
                if (each.ticket == ticket) {
                    long taken = Math.min(left, each.open);
                    each.open -= taken;
                    left -= taken;
                }
            }
        }

        long keptFor(int ticket) {
            return kept.stream()
                    .filter(each -> each.ticket == ticket)
                    .mapToLong(each -> each.open)
                    .sum();
        }

        void cut(long missing) {
            long left = missing;
            for (int i = kept.size() - 1; i >= 0; i--) {
                long taken = Math.min(left, kept.get(i).open);
                kept.get(i).open -= taken;
                left -= taken;
            }
        }
    }

    @Provide
    Arbitrary<List<Step>> lives() {
        return Combinators.combine(
                        Arbitraries.of(Deed.class),
                        Arbitraries.integers().between(0, 1),
                        Arbitraries.integers().between(0, TICKETS - 1),
                        Arbitraries.integers().between(1, 6))
                .as(Step::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(40);
    }

    /** The product and the model side by side. */
    private static final class Life {

        private final MutableClock clock = MutableClock.at("2026-03-02T09:00:00Z");
        private final Itsm itsm = Itsm.builder().clock(clock).build();
        private final Actor stan = Actor.of("acme", "stan", Role.AGENT, StockDeclaration.STOREKEEPER);
        private final Stock stock = itsm.as(stan).stock();
        private final StockIntake intake = new StockDeclaration(StockPolicy.STANDARD).intake();
        private final String part = stock.definePart(DefinePart.named("Disk")).id();
        private final List<String> stores = List.of(
                stock.openStore(DefineStore.named("A")).id(),
                stock.openStore(DefineStore.named("B")).id());
        private final List<String> tickets = new ArrayList<>();
        private final List<Shelf> shelves = List.of(new Shelf(), new Shelf());
        private long onOrder;
        private int purchases;

        Life() {
            for (int i = 0; i < TICKETS; i++) {
                tickets.add(itsm.as(stan)
                        .incidents()
                        .open(OpenTicket.titled("T"))
                        .id()
                        .value());
            }
            stock.setLevels(SetLevels.of(part, stores.get(0)).atLeast(MIN, TARGET));
        }

        void live(Step step) {
            Shelf shelf = shelves.get(step.store());
            String store = stores.get(step.store());
            String ticket = tickets.get(step.ticket());
            long quantity = step.quantity();
            clock.advance(Duration.ofMinutes(1));
            switch (step.deed()) {
                case RECEIVE -> {
                    stock.receive(PartDelivery.of(part, store, quantity));
                    shelf.onHand += quantity;
                }
                case ISSUE -> {
                    boolean can = quantity <= shelf.available() + Math.min(quantity, shelf.keptFor(step.ticket()));
                    if (happens(can, () -> stock.issue(IssueParts.of(part, store, quantity, ticket)))) {
                        shelf.use(step.ticket(), quantity);
                        shelf.onHand -= quantity;
                        shelf.issued[step.ticket()] += quantity;
                    }
                }
                case RETURN -> {
                    boolean can = quantity <= shelf.issued[step.ticket()];
                    if (happens(can, () -> stock.giveBack(ReturnParts.of(part, store, quantity, ticket)))) {
                        shelf.onHand += quantity;
                        shelf.issued[step.ticket()] -= quantity;
                    }
                }
                case RESERVE -> {
                    if (happens(
                            quantity <= shelf.available(),
                            () -> stock.reserve(ReserveParts.of(part, store, quantity, ticket)))) {
                        shelf.kept.add(new Kept(step.ticket(), quantity));
                    }
                }
                case RELEASE -> release(shelf, step.store());
                case COUNT -> {
                    stock.count(CountStock.of(part, store, quantity).because("counted"));
                    shelf.cut(Math.max(0, shelf.reserved() - quantity));
                    shelf.onHand = quantity;
                }
                case TRANSFER -> {
                    String to = stores.get(1 - step.store());
                    if (happens(
                            quantity <= shelf.available(),
                            () -> stock.transfer(TransferParts.of(part, store, to, quantity)))) {
                        shelf.onHand -= quantity;
                        shelves.get(1 - step.store()).onHand += quantity;
                    }
                }
                case ORDER -> order(quantity);
                case DELIVER -> deliver(quantity);
                case END_ORDER -> end();
                case WAIT -> {
                    clock.advance(Duration.ofDays(20));
                    while (itsm.processDue(100).more()) {}
                    shelves.forEach(each -> each.kept.forEach(kept -> kept.open = 0));
                }
            }
            compare();
        }

        /** Whether it is refused exactly when the model says so. */
        private boolean happens(boolean can, Runnable deed) {
            RuntimeException refusal = null;
            try {
                deed.run();
            } catch (RuleViolated refused) {
                refusal = refused;
            }
            assertThat(refusal == null).isEqualTo(can);
            return can;
        }

        private void release(Shelf shelf, int store) {
            String item = item(store) == null ? "" : StockItem.idOf(part, stores.get(store));
            List<Reservation> open = stock.reservations(
                            PageRequest.of(Reservation.ITEM.is(item).and(Reservation.STATE.is(Reservation.State.OPEN))))
                    .items();
            if (!open.isEmpty()) {
                stock.release(open.get(0).id(), "given up");
                shelf.kept.stream().filter(each -> each.open > 0).findFirst().ifPresent(each -> each.open = 0);
            }
        }

        private void order(long quantity) {
            StockItem item = item(0);
            String proposal = item == null ? null : item.proposal();
            if (proposal != null) {
                purchases++;
                within(ledger -> intake.order(ledger, proposal, "p-" + purchases, quantity));
                onOrder += quantity;
            }
        }

        private void deliver(long quantity) {
            if (purchases > 0) {
                long before = owed();
                within(ledger -> intake.receive(
                        ledger, PartDelivery.of(part, stores.get(0), quantity).from("p-" + purchases, "r")));
                onOrder -= Math.min(quantity, before);
                shelves.get(0).onHand += quantity;
            }
        }

        private void end() {
            if (purchases > 0) {
                onOrder -= owed();
                within(ledger -> {
                    intake.end(ledger, "p-" + purchases);
                });
            }
        }

        /** How many the last purchase owes. */
        private long owed() {
            return stock.proposals(PageRequest.of(PurchaseProposal.PURCHASE.is("p-" + purchases))).items().stream()
                    .mapToLong(PurchaseProposal::owed)
                    .sum();
        }

        private void within(java.util.function.Consumer<io.itsm4j.ticket.Ledger> work) {
            itsm.as(stan)
                    .records(io.itsm4j.ticket.StoredDefinition.TYPE)
                    .add(
                            io.itsm4j.lifecycle.Action.of("buy"),
                            java.util.Set.of(),
                            io.itsm4j.ticket.Reason.NONE,
                            ledger -> {
                                work.accept(ledger);
                                return ledger.define(
                                        new io.itsm4j.ticket.DefinitionForm<String>(
                                                "order", text -> java.util.Map.of("text", text), map -> ""),
                                        ledger.newId(),
                                        "bought");
                            });
        }

        private @Nullable StockItem item(int store) {
            return stock.item(part, stores.get(store)).orElse(null);
        }

        private void compare() {
            for (int store = 0; store < 2; store++) {
                Shelf shelf = shelves.get(store);
                StockItem item = item(store);
                if (item == null) {
                    assertThat(shelf.onHand).isZero();
                    continue;
                }
                assertThat(item.onHand()).isEqualTo(shelf.onHand);
                assertThat(item.reserved()).isEqualTo(shelf.reserved());
                assertThat(item.onOrder()).isEqualTo(store == 0 ? onOrder : 0);
                assertThat(stock.check(item.id()).isRight()).isTrue();
            }
            long coming = shelves.get(0).available() + onOrder;
            List<Long> proposed =
                    stock
                            .proposals(PageRequest.of(PurchaseProposal.STATE.is(PurchaseProposal.State.OPEN)))
                            .items()
                            .stream()
                            .map(PurchaseProposal::quantity)
                            .toList();
            assertThat(proposed).isEqualTo(coming < MIN ? List.of(TARGET - coming) : List.of());
        }
    }

    @Property(tries = 60)
    void every_quantity_is_what_the_movements_make_of_it(@ForAll("lives") List<Step> steps) {
        Life life = new Life();
        life.compare();
        steps.forEach(life::live);
        assertThat(life.itsm.verify(life.stan.tenant()).isIntact()).isTrue();
    }
}
