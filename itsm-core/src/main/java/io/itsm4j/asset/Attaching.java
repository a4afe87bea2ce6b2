package io.itsm4j.asset;

import io.itsm4j.RuleViolated;
import io.itsm4j.lifecycle.Action;
import io.itsm4j.ticket.Ledger;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Attaches accessories and takes them off, within one command that holds both assets. */
final class Attaching {

    private static final Set<io.itsm4j.lifecycle.State> FREE = Set.of(AssetLifecycle.IN_STOCK, AssetLifecycle.IDLE);

    private final AssetMoves moves;
    private final AssetWriter writer;
    private final Ledger ledger;

    Attaching(AssetMoves moves, AssetWriter writer, Ledger ledger) {
        this.moves = moves;
        this.writer = writer;
        this.ledger = ledger;
    }

    /** Returns the main asset. */
    Asset attach(Asset main, Asset accessory) {
        if (main.id().equals(accessory.id()) || accessory.isAccessory() || accessory.accessories() > 0) {
            throw new RuleViolated("ASSET_ACCESSORY_OF_ACCESSORY", Map.of("number", accessory.number()));
        }
        writer.checkMain(main);
        Asset free = moves.decided(accessory, AssetLifecycle.ATTACH, accessory, accessory);
        Asset there = AssetMoves.isWith(accessory, main) ? free : brought(free, main);
        moves.change(
                accessory,
                there.belonging(new Belonging(main.id(), ledger.now(), false)),
                "AccessoryOf",
                Map.of("of", main.number()));
        Asset more = moves.decided(main, AssetLifecycle.ATTACH, main, main).accessories(main.accessories() + 1);
        return moves.change(main, more, "AccessoryAttached", Map.of("accessory", accessory.number()));
    }

    /** Brings what is free to where the main asset is. */
    private Asset brought(Asset accessory, Asset main) {
        if (!FREE.contains(accessory.state())) {
            throw new RuleViolated(
                    "ASSET_ELSEWHERE",
                    Map.of(
                            "number",
                            accessory.number(),
                            "state",
                            accessory.state().label(),
                            "main",
                            main.number()));
        }
        Asset placed = accessory.placed(main.place());
        if (main.state().equals(AssetLifecycle.IN_USE)) {
            return moves.decided(accessory, AssetLifecycle.HAND_OUT, placed, main);
        }
        Loan loan = main.loan();
        if (loan != null) {
            Asset lent = placed.lent(new Loan(ledger.now(), loan.until(), null));
            return lend(accessory, lent, loan);
        }
        return FREE.contains(main.state()) ? placed : accessory;
    }

    /** An accessory may join a loan that is overdue already; it is due with the main asset. */
    private Asset lend(Asset accessory, Asset lent, Loan loan) {
        Action lend = AssetLifecycle.LEND;
        return loan.until().isAfter(ledger.now())
                ? moves.decided(accessory, lend, lent, accessory)
                : lent.in(AssetLifecycle.ON_LOAN);
    }

    /** Returns the accessory. */
    Asset detach(Asset accessory) {
        Asset main = moves.main(accessory);
        if (main == null) {
            throw new RuleViolated("ASSET_NO_ACCESSORY", Map.of("number", accessory.number()));
        }
        Asset free = moves.decided(
                accessory, AssetLifecycle.DETACH, AssetMoves.byItself(accessory).belonging(null), accessory);
        Asset detached = moves.change(accessory, free, "AccessoryDetached", Map.of("of", main.number()));
        moves.change(
                main,
                main.accessories(Math.max(0, main.accessories() - 1)),
                "AccessoryTakenOff",
                Map.of("accessory", accessory.number()));
        return Objects.requireNonNull(detached);
    }
}
