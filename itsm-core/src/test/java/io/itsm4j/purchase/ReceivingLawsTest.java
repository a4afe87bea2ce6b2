package io.itsm4j.purchase;

import static org.assertj.core.api.Assertions.assertThat;

import io.itsm4j.Itsm;
import io.itsm4j.ItsmException;
import io.itsm4j.actor.Actor;
import io.itsm4j.actor.Role;
import io.itsm4j.input.Money;
import io.itsm4j.journal.IdSource;
import io.itsm4j.lifecycle.State;
import io.itsm4j.storage.PageRequest;
import io.itsm4j.testkit.MutableClock;
import io.itsm4j.ticket.OpenTicket;
import io.itsm4j.ticket.Ticket;
import io.itsm4j.ticket.TicketId;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

/** Random deliveries, some of which go back, against a plain count. */
class ReceivingLawsTest {

    private static final Actor BEA =
            Actor.of("acme", "bea", Role.AGENT, Role.MANAGER, PurchaseLifecycle.BUYER, PurchaseLifecycle.STOREKEEPER);

    /** What was ordered of a line. */
    record Wish(long quantity, int tolerance) {}

    /** What happens next. */
    record Happening(What what, int line, int which, long quantity) {}

    enum What {
        ARRIVES,
        GOES_BACK,
        IS_GIVEN_UP
    }

    /** A line as anybody would count it. */
    private static final class Counted {

        private final long ordered;
        private final long most;
        private long here;
        private long givenUp;

        Counted(Wish wish) {
            ordered = wish.quantity();
            // by hand: whole pieces only
            most = wish.quantity() + (long) Math.floor(wish.quantity() * (wish.tolerance() / 100.0) + 1e-9);
        }

        long missing() {
            return Math.max(0, ordered - here - givenUp);
        }
    }

    /** A delivery as anybody would remember it. */
    private static final class Remembered {

        private final int line;
        private long left;

        Remembered(int line, long left) {
            this.line = line;
            this.left = left;
        }
    }

    @Property(tries = 60)
    void what_was_received_is_the_sum_of_the_rows_and_the_state_follows(
            @ForAll("wishes") List<Wish> wishes, @ForAll("happenings") @Size(max = 25) List<Happening> story) {
        try (Itsm itsm = Itsm.builder()
                .clock(MutableClock.at("2026-03-02T09:00:00Z"))
                .ids(IdSource.seeded(3))
                .purchasePorts(PurchasePorts.NONE)
                .build()) {
            Purchases purchases = itsm.as(BEA).purchases();
            TicketId id = ordered(itsm, purchases, wishes);
            List<Counted> model =
                    new ArrayList<>(wishes.stream().map(Counted::new).toList());
            List<Remembered> deliveries = new ArrayList<>();
            for (Happening next : story) {
                boolean expected =
                        foreseen(next, model, deliveries, purchases.get(id).state());
                assertThat(happens(purchases, id, next)).as("%s", next).isEqualTo(expected);
                agrees(purchases, id, model);
            }
            assertThat(itsm.verify(BEA.tenant()).isIntact()).isTrue();
        }
    }

    private static TicketId ordered(Itsm itsm, Purchases purchases, List<Wish> wishes) {
        purchases.define(SpendingLimits.of("EUR", SpendingBand.free(Money.none("EUR"))));
        PlanPurchase plan = PlanPurchase.of(wishes.stream()
                .map(wish -> WantedLine.stock("part", "Part", wish.quantity())
                        .at(BigDecimal.ONE, "EUR")
                        .tolerating(wish.tolerance()))
                .toArray(WantedLine[]::new));
        TicketId id = purchases.open(OpenTicket.titled("Parts"), plan).id();
        purchases.submit(id);
        String supplier = itsm.as(BEA)
                .suppliers()
                .register(RegisterSupplier.named("Anybody"))
                .id();
        purchases.order(id, OrderGoods.from(supplier));
        return id;
    }

    /** Whether it can happen; what the plain count makes of it. */
    private static boolean foreseen(Happening next, List<Counted> model, List<Remembered> deliveries, State state) {
        int at = next.line() % model.size();
        Counted line = model.get(at);
        boolean anything = model.stream().anyMatch(each -> each.here > 0);
        switch (next.what()) {
            case ARRIVES -> {
                if (line.here + line.givenUp + next.quantity() > line.most) {
                    return false;
                }
                line.here += next.quantity();
                deliveries.add(new Remembered(at, next.quantity()));
                return true;
            }
            case GOES_BACK -> {
                if (deliveries.isEmpty() || !anything) {
                    return false;
                }
                Remembered delivery = deliveries.get(next.which() % deliveries.size());
                if (next.quantity() > delivery.left) {
                    return false;
                }
                delivery.left -= next.quantity();
                model.get(delivery.line).here -= next.quantity();
                return true;
            }
            case IS_GIVEN_UP -> {
                long others = 0;
                for (int i = 0; i < model.size(); i++) {
                    others += i == at ? 0 : model.get(i).missing();
                }
                if (state.equals(PurchaseLifecycle.RECEIVED) || !anything && others == 0) {
                    return false;
                }
                line.givenUp += line.missing();
                return true;
            }
        }
        throw new AssertionError(next);
    }

    private static boolean happens(Purchases purchases, TicketId id, Happening next) {
        try {
            int lines = purchases.get(id).details().wanted().lines().size();
            int line = next.line() % lines + 1;
            switch (next.what()) {
                case ARRIVES -> purchases.receive(id, ReceiveGoods.of(ReceivedLine.of(line, next.quantity())));
                case GOES_BACK -> {
                    List<Receipt> arrived = purchases
                            .receipts(id, PageRequest.of(Receipt.KIND_OF.is(Receipt.Kind.RECEIVED)))
                            .items();
                    if (arrived.isEmpty()) {
                        return false;
                    }
                    String which = arrived.get(next.which() % arrived.size()).id();
                    purchases.reverse(id, ReverseReceipt.of(which, "wrong").only(next.quantity()));
                }
                case IS_GIVEN_UP -> purchases.giveUp(id, GiveUp.of("late", line));
            }
            return true;
        } catch (ItsmException refused) {
            return false;
        }
    }

    private static void agrees(Purchases purchases, TicketId id, List<Counted> model) {
        Ticket<Purchase> purchase = purchases.get(id);
        List<Receipt> rows = purchases.receipts(id, PageRequest.all()).items();
        for (int i = 0; i < model.size(); i++) {
            int line = i + 1;
            long received = rows.stream()
                    .filter(row -> row.line() == line && row.kind() != Receipt.Kind.GIVEN_UP)
                    .mapToLong(Receipt::quantity)
                    .sum();
            Counted counted = model.get(i);
            assertThat(received).isEqualTo(counted.here).isBetween(0L, counted.most);
            LineProgress progress = purchases.progress(id).lines().get(i);
            assertThat(progress.received()).isEqualTo(counted.here);
            assertThat(progress.givenUp()).isEqualTo(counted.givenUp);
            assertThat(progress.outstanding()).isEqualTo(counted.missing());
            assertThat(purchase.details().total(line)).isEqualTo(new LineTotal(line, counted.here, counted.givenUp));
        }
        boolean any = model.stream().anyMatch(line -> line.here > 0);
        boolean all = model.stream().allMatch(line -> line.missing() == 0);
        assertThat(purchase.state())
                .isEqualTo(
                        !any
                                ? PurchaseLifecycle.ORDERED
                                : all ? PurchaseLifecycle.RECEIVED : PurchaseLifecycle.PARTIALLY_RECEIVED);
    }

    @Provide
    Arbitrary<List<Wish>> wishes() {
        return Combinators.combine(
                        Arbitraries.longs().between(1, 12),
                        Arbitraries.integers().between(0, 40))
                .as(Wish::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(3);
    }

    @Provide
    Arbitrary<List<Happening>> happenings() {
        return Combinators.combine(
                        Arbitraries.frequency(
                                net.jqwik.api.Tuple.of(6, What.ARRIVES),
                                net.jqwik.api.Tuple.of(3, What.GOES_BACK),
                                net.jqwik.api.Tuple.of(1, What.IS_GIVEN_UP)),
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.integers().between(0, 6),
                        Arbitraries.longs().between(1, 9))
                .as(Happening::new)
                .list();
    }
}
