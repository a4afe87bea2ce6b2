package io.itsm4j.asset;

import io.itsm4j.InvalidInput;
import io.itsm4j.RuleViolated;
import io.itsm4j.TransitionRefused;
import io.itsm4j.lifecycle.Action;
import io.itsm4j.lifecycle.Decision;
import io.itsm4j.lifecycle.Lifecycle;
import io.itsm4j.lifecycle.State;
import io.itsm4j.ticket.Ledger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Moves assets through their life, their accessories with them, within one command. */
final class AssetMoves {

    /** What a move does to an asset besides its state. */
    @FunctionalInterface
    interface Effect {

        /**
         * The asset as it will be.
         *
         * @param alongside whether it is an accessory that goes along with its main asset
         */
        Asset on(Asset asset, boolean alongside);
    }

    /**
     * A move.
     *
     * @param action the action
     * @param event what the journal calls it
     * @param data what the journal says of it
     * @param accessories what happens to accessories
     * @param usual what happens to accessories when nobody says otherwise
     */
    record Move(
            Action action, String event, Map<String, Object> data, AccessoryMoves accessories, AccessoryMove usual) {

        Move(Action action, String event, Map<String, Object> data, AccessoryMoves accessories) {
            this(action, event, data, accessories, AccessoryMove.ALONG);
        }

        AccessoryMove of(String accessory) {
            AccessoryMove all = accessories.all();
            return accessories.each().getOrDefault(accessory, all == null ? usual : all);
        }
    }

    private final AssetDeclaration declared;
    private final Ledger ledger;
    private final AssetWriter writer;

    AssetMoves(AssetDeclaration declared, Ledger ledger) {
        this.declared = declared;
        this.ledger = ledger;
        this.writer = new AssetWriter(declared, ledger);
    }

    /** Moves an asset, and its accessories as the move says. */
    Asset move(Asset before, Move move, Effect effect) {
        List<Asset> accessories = accessories(before);
        checkNamed(accessories, move.accessories());
        Asset moved = decided(before, move.action(), effect.on(before, false), before);
        Map<String, List<String>> told = new LinkedHashMap<>();
        long left = before.accessories();
        for (Asset accessory : accessories) {
            boolean named = move.accessories().each().containsKey(accessory.id());
            if (!named && !isWith(accessory, before)) {
                note(told, "elsewhere", accessory);
                continue;
            }
            switch (move.of(accessory.id())) {
                case ALONG -> {
                    along(accessory, before, move, effect);
                    note(told, "along", accessory);
                }
                case STAY -> {
                    change(accessory, byItself(accessory), "AccessoryLeftBehind", of(before, move));
                    note(told, "stayed", accessory);
                }
                case DETACH -> {
                    detach(accessory, before, move);
                    note(told, "detached", accessory);
                    left--;
                }
            }
        }
        Map<String, Object> data = new HashMap<>(move.data());
        data.putAll(told);
        return change(before, moved.accessories(left), move.event(), data);
    }

    /** Retires an asset that goes back to who sold it; what came instead may have its serial number and tag. */
    Asset sendBack(Asset asset, String receipt) {
        boolean alone = asset.accessories() == 0 && !asset.isAccessory();
        if (!asset.state().equals(AssetLifecycle.IN_STOCK) || !alone) {
            throw new RuleViolated(
                    "ASSET_NOT_SENT_BACK",
                    Map.of("number", asset.number(), "state", asset.state().label()));
        }
        AssetIdentity is = asset.identity();
        Asset without = asset.placed(AssetPlace.NOWHERE)
                .identified(new AssetIdentity(is.kind(), is.name(), null, null, is.model(), is.manufacturer()));
        return change(
                asset,
                decided(asset, AssetLifecycle.RETIRE, without, asset),
                "AssetSentBack",
                Map.of("receipt", receipt));
    }

    /** The accessories of an asset, held. */
    List<Asset> accessories(Asset main) {
        return main.accessories() == 0 ? List.of() : ledger.held(declared.type(), AssetAttributes.MAIN.is(main.id()));
    }

    private static void checkNamed(List<Asset> accessories, AccessoryMoves moves) {
        Set<String> known = accessories.stream().map(Asset::id).collect(Collectors.toSet());
        for (String named : moves.each().keySet()) {
            if (!known.contains(named)) {
                throw new InvalidInput("accessories", "UNKNOWN", Map.of("value", named));
            }
        }
    }

    /** Whether an accessory is where its main asset is, in the same state. */
    static boolean isWith(Asset accessory, Asset main) {
        return accessory.state().equals(main.state()) && accessory.place().equals(main.place());
    }

    private void along(Asset accessory, Asset main, Move move, Effect effect) {
        Asset moved = decided(accessory, move.action(), effect.on(accessory, true), main);
        Map<String, Object> data = of(main, move);
        data.putAll(move.data());
        change(accessory, moved, move.event(), data);
    }

    void detach(Asset accessory, Asset main, Move move) {
        change(accessory, byItself(accessory).belonging(null), "AccessoryDetached", of(main, move));
    }

    /** What was lent along with its main asset is spoken of by itself once it is no longer with that one. */
    static Asset byItself(Asset accessory) {
        Loan loan = accessory.loan();
        return loan == null || loan.nextReminder() != null
                ? accessory
                : accessory.lent(loan.remindedAgain(loan.until()));
    }

    private static Map<String, Object> of(Asset main, Move move) {
        Map<String, Object> data = new HashMap<>();
        data.put("of", main.number());
        data.put("move", move.action().name());
        return data;
    }

    private static void note(Map<String, List<String>> told, String how, Asset accessory) {
        told.computeIfAbsent(how, first -> new ArrayList<>()).add(accessory.number());
    }

    /** Changes one asset, and works out what it has due. */
    Asset change(Asset before, Asset after, String event, Map<String, Object> data) {
        return ledger.change(
                declared.type(), before, writer.settled(before, after).changed(ledger.now()), event, data);
    }

    /**
     * The asset in the state that an action leads to.
     *
     * @param approved the asset whose approval counts
     * @throws TransitionRefused when there is no such transition or a rule stands against it
     */
    Asset decided(Asset before, Action action, Asset after, Asset approved) {
        AssetStep step = new AssetStep(
                before, after, approved, isAsApproved(approved), ledger.actor().id(), ledger.now());
        Decision<AssetStep> decision = AssetLifecycle.lifecycle().decide(before.state(), action, step);
        if (decision instanceof Decision.Allowed<AssetStep> allowed) {
            return after.in(allowed.transition().to());
        }
        throw refused(before, (Decision.Refused<AssetStep>) decision);
    }

    private boolean isAsApproved(Asset asset) {
        Disposal disposal = asset.disposal();
        return disposal == null
                || disposal.approval() == null
                || declared.approvable().isContent(asset, disposal.approval());
    }

    private static TransitionRefused refused(Asset asset, Decision.Refused<AssetStep> refusal) {
        Lifecycle<AssetStep> table = AssetLifecycle.lifecycle();
        State state = asset.state();
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("action", refusal.action().name());
        detail.put("number", asset.number());
        detail.put("state", state.label());
        detail.put(
                "allowed",
                table.from(state).stream()
                        .map(row -> row.action() + " "
                                + row.whoMay().stream().map(role -> role.name()).toList())
                        .toList());
        detail.put("reasons", reasons(refusal));
        List<String> guards =
                refusal.failed().stream().map(failed -> failed.guard()).toList();
        detail.put("guards", guards);
        return new TransitionRefused(
                refusal.byGuards() ? "GUARD" : "TRANSITION",
                detail,
                guards,
                refusal.allowedNow().stream().map(Action::name).toList());
    }

    private static String reasons(Decision.Refused<AssetStep> refusal) {
        return refusal.failed().stream().map(failed -> failed.reason()).collect(Collectors.joining("; "));
    }

    /** The main asset of an accessory, held. */
    @Nullable Asset main(Asset accessory) {
        Belonging belonging = accessory.belonging();
        return belonging == null ? null : ledger.get(declared.type(), belonging.main());
    }
}
