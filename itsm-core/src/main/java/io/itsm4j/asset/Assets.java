package io.itsm4j.asset;

import static io.itsm4j.asset.AssetWriter.facts;
import static io.itsm4j.asset.AssetWriter.instant;
import static io.itsm4j.asset.AssetWriter.none;
import static io.itsm4j.asset.AssetWriter.person;

import io.itsm4j.RuleViolated;
import io.itsm4j.actor.PersonId;
import io.itsm4j.asset.AssetMoves.Effect;
import io.itsm4j.asset.AssetMoves.Move;
import io.itsm4j.input.Money;
import io.itsm4j.journal.JournalEntry;
import io.itsm4j.journal.Personal;
import io.itsm4j.lifecycle.Action;
import io.itsm4j.storage.Attribute;
import io.itsm4j.storage.Criterion;
import io.itsm4j.storage.Page;
import io.itsm4j.storage.PageRequest;
import io.itsm4j.storage.Sort;
import io.itsm4j.ticket.Acting;
import io.itsm4j.ticket.CommandOptions;
import io.itsm4j.ticket.Engine;
import io.itsm4j.ticket.Ledger;
import io.itsm4j.ticket.Reason;
import io.itsm4j.ticket.Registry;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What one actor can do with assets. Each verb is one command on one asset; what it does to accessories belongs to it.
 *
 * <p>Every verb throws {@link io.itsm4j.NotFound} when there is no such asset that the actor may see,
 * {@link io.itsm4j.NotPermitted} without a role that may, {@link io.itsm4j.TransitionRefused} when the state of the
 * asset or a rule stands against it, and {@link io.itsm4j.InvalidInput} when the input is not right.
 */
public final class Assets {

    private final AssetDeclaration declared;
    private final Registry<Asset> registry;

    /** The assets as an actor has them. */
    public Assets(Engine engine, AssetDeclaration declared, Acting acting) {
        this(declared, new Registry<>(engine, declared.type(), acting));
    }

    private Assets(AssetDeclaration declared, Registry<Asset> registry) {
        this.declared = declared;
        this.registry = registry;
    }

    /** The same with an expected version, an idempotency key, or both. */
    public Assets with(CommandOptions options) {
        return new Assets(declared, registry.with(options));
    }

    private AssetWriter writer(Ledger ledger) {
        return new AssetWriter(declared, ledger);
    }

    private AssetMoves moves(Ledger ledger) {
        return new AssetMoves(declared, ledger);
    }

    private Asset change(String id, Action action, Object input, BiFunction<Ledger, Asset, Asset> work) {
        return registry.change(id, action, AssetLifecycle.whoMay(action), input, hold(id), work);
    }

    private Asset move(String id, Object input, Move move, Effect effect) {
        return change(id, move.action(), input, (ledger, asset) -> moves(ledger).move(asset, move, effect));
    }

    /** Holds an asset and its accessories in the order of their ids, so that no two commands wait for each other. */
    private Consumer<Ledger> hold(String id) {
        return ledger -> ledger.peek(declared.type(), id)
                .filter(asset -> asset.accessories() > 0)
                .ifPresent(asset -> hold(ledger, accessories(ledger, id), id));
    }

    private Set<String> accessories(Ledger ledger, String id) {
        return ledger.list(declared.type(), AssetAttributes.MAIN.is(id)).stream()
                .map(Asset::id)
                .collect(Collectors.toSet());
    }

    private void hold(Ledger ledger, Set<String> some, String... more) {
        Set<String> ids = new TreeSet<>(some);
        ids.addAll(List.of(more));
        ids.forEach(each -> ledger.find(declared.type(), each));
    }

    // --- the beginning --------------------------------------------------------------------------------------

    /**
     * Registers an asset. One that came with another as its accessory is where that one is, unless it says otherwise.
     *
     * @throws io.itsm4j.InvalidInput also with {@code ASSET_JUNK} when the serial number identifies nothing
     * @throws RuleViolated with {@code ASSET_SERIAL_TAKEN} or {@code ASSET_TAG_TAKEN} when another asset has it, with
     *     {@code ASSET_ACCESSORY_OF_ACCESSORY}, {@code ASSET_ENDED} or {@code ASSET_ACCESSORIES} when the main asset
     *     takes no accessory
     */
    public Asset register(RegisterAsset input) {
        return registry.add(
                AssetLifecycle.REGISTER,
                AssetLifecycle.whoMay(AssetLifecycle.UPDATE),
                input,
                ledger -> writer(ledger).register(input));
    }

    /** Puts an ordered asset away that has come. */
    public Asset receive(String id, PutAway input) {
        return move(
                id,
                input,
                new Move(AssetLifecycle.RECEIVE, "AssetReceived", facts(input.note()), input.accessories()),
                (asset, alongside) -> asset.placed(put(input)));
    }

    private static AssetPlace put(PutAway input) {
        return new AssetPlace(null, null, none(input.location()), none(input.store()));
    }

    /**
     * Changes what is recorded of an asset. Where its disposal waits for votes and what they are about changes,
     * everybody is asked again.
     *
     * @throws io.itsm4j.InvalidInput also with {@code ASSET_JUNK} when the serial number identifies nothing
     * @throws RuleViolated with {@code ASSET_SERIAL_TAKEN} or {@code ASSET_TAG_TAKEN} when another asset has it
     */
    public Asset update(String id, UpdateAsset input) {
        return change(id, AssetLifecycle.UPDATE, input, (ledger, asset) -> {
            AssetMoves moves = moves(ledger);
            Asset after =
                    moves.decided(asset, AssetLifecycle.UPDATE, writer(ledger).update(asset, input), asset);
            Disposal disposal = after.disposal();
            if (disposal != null && disposal.approval() != null) {
                after = after.disposed(
                        disposal.marked(declared.approvable().reconsider(ledger, after, disposal.approval())));
            }
            return moves.change(asset, after, "AssetUpdated", Map.of());
        });
    }

    // --- use ------------------------------------------------------------------------------------------------

    /** Hands an asset out to a person or a unit. */
    public Asset handOut(String id, HandOut input) {
        return move(
                id,
                input,
                new Move(AssetLifecycle.HAND_OUT, "AssetHandedOut", facts(input.note()), input.accessories()),
                (asset, alongside) -> asset.placed(given(asset, input)));
    }

    /** Gives an asset in use to another person or unit. */
    public Asset reassign(String id, HandOut input) {
        return move(
                id,
                input,
                new Move(AssetLifecycle.REASSIGN, "AssetReassigned", facts(input.note()), input.accessories()),
                (asset, alongside) -> asset.placed(given(asset, input)));
    }

    private static AssetPlace given(Asset asset, HandOut input) {
        String location = none(input.location());
        return new AssetPlace(
                person(input.holder()),
                none(input.unit()),
                location == null ? asset.place().location() : location,
                null);
    }

    /**
     * Moves an asset to another unit, location, store or cost centre; whoever has it keeps it.
     *
     * @throws RuleViolated with {@code ASSET_HELD} when it is to be put into a store and somebody has it
     */
    public Asset transfer(String id, TransferAsset input) {
        return move(
                id,
                input,
                new Move(AssetLifecycle.TRANSFER, "AssetTransferred", facts(input.note()), input.accessories()),
                (asset, alongside) -> transferred(asset, input));
    }

    private static Asset transferred(Asset asset, TransferAsset input) {
        AssetPlace place = asset.place();
        String store = none(input.store());
        if (store != null && !asset.state().equals(AssetLifecycle.IN_STOCK)) {
            throw new RuleViolated(
                    "ASSET_HELD",
                    Map.of("number", asset.number(), "state", asset.state().label()));
        }
        AssetPlace next = new AssetPlace(
                place.holder(),
                or(input.unit(), place.unit()),
                or(input.location(), place.location()),
                or(input.store(), place.store()));
        String payer = none(input.costCentre());
        return asset.placed(next)
                .on(payer == null ? asset.terms() : asset.terms().paidBy(payer));
    }

    private static @Nullable String or(@Nullable String given, @Nullable String present) {
        String next = none(given);
        return next == null ? present : next;
    }

    /** Takes an asset back into stock. */
    public Asset takeBack(String id, PutAway input) {
        return move(
                id,
                input,
                new Move(AssetLifecycle.TAKE_BACK, "AssetTakenBack", facts(input.note()), input.accessories()),
                (asset, alongside) -> asset.placed(put(input)));
    }

    /** Leaves an asset unused where it is; nobody has it any more, its unit keeps it. */
    public Asset setIdle(String id, EndUse input) {
        return move(
                id,
                input,
                new Move(AssetLifecycle.SET_IDLE, "AssetSetIdle", reason(input.reason()), input.accessories()),
                (asset, alongside) -> asset.placed(unheld(asset.place())));
    }

    private static AssetPlace unheld(AssetPlace place) {
        return new AssetPlace(null, place.unit(), place.location(), place.store());
    }

    private static Map<String, Object> reason(@Nullable String reason) {
        return new HashMap<>(Map.of("reason", new Personal(Objects.requireNonNull(reason))));
    }

    // --- loans ----------------------------------------------------------------------------------------------

    /** Lends an asset that lies in stock or is idle. When it is not back in time, that is said, again and again. */
    public Asset lend(String id, LendAsset input) {
        return change(id, AssetLifecycle.LEND, input, (ledger, asset) -> {
            Instant until = Objects.requireNonNull(instant("until", input.until()));
            Map<String, Object> data = facts(input.note());
            data.put("until", until.toString());
            Move move = new Move(AssetLifecycle.LEND, "AssetLent", data, input.accessories());
            return moves(ledger)
                    .move(
                            asset,
                            move,
                            (each, alongside) -> each.placed(lent(input))
                                    .lent(new Loan(ledger.now(), until, alongside ? null : until)));
        });
    }

    private static AssetPlace lent(LendAsset input) {
        return new AssetPlace(person(input.borrower()), none(input.unit()), none(input.location()), null);
    }

    /** Lets a borrower keep an asset, and the accessories that went along, until another instant. */
    public Asset extendLoan(String id, Instant until) {
        return change(id, AssetLifecycle.EXTEND_LOAN, Reason.of(until.toString()), (ledger, asset) -> {
            Instant end = Objects.requireNonNull(instant("until", until));
            Move move = new Move(
                    AssetLifecycle.EXTEND_LOAN, "LoanExtended", Map.of("until", end.toString()), AccessoryMoves.USUAL);
            return moves(ledger).move(asset, move, (each, alongside) -> {
                Loan loan = each.loan();
                return loan == null ? each : each.lent(loan.until(end));
            });
        });
    }

    /** Takes an asset back from a loan. */
    public Asset returnLoan(String id, PutAway input) {
        return change(id, AssetLifecycle.RETURN_LOAN, input, (ledger, asset) -> {
            Map<String, Object> data = facts(input.note());
            Loan loan = asset.loan();
            data.put("late", loan != null && ledger.now().isAfter(loan.until()));
            Move move = new Move(AssetLifecycle.RETURN_LOAN, "LoanReturned", data, input.accessories());
            return moves(ledger)
                    .move(
                            asset,
                            move,
                            (each, alongside) -> each.placed(put(input)).lent(null));
        });
    }

    // --- repair ---------------------------------------------------------------------------------------------

    /** Sends an asset to be repaired; whoever has it gets it back. Its accessories stay, unless it says otherwise. */
    public Asset sendToRepair(String id, SendToRepair input) {
        return change(id, AssetLifecycle.SEND_TO_REPAIR, input, (ledger, asset) -> {
            Map<String, Object> data = facts(input.note());
            Optional.ofNullable(none(input.by())).ifPresent(who -> data.put("by", who));
            Move move = new Move(
                    AssetLifecycle.SEND_TO_REPAIR, "AssetSentToRepair", data, input.accessories(), AccessoryMove.STAY);
            return moves(ledger)
                    .move(
                            asset,
                            move,
                            (each, alongside) ->
                                    each.repaired(new Repair(ledger.now(), none(input.ticket()), none(input.by()))));
        });
    }

    /** Ends a repair: the asset goes back to whoever had it, else into stock. What it cost is journalled. */
    public Asset endRepair(String id, EndRepair input) {
        Money cost = Money.given(input.costMinor(), input.currency());
        BiFunction<Ledger, Asset, Asset> work = (ledger, asset) -> {
            AssetPlace place = asset.place();
            boolean held = !input.intoStock() && (place.holder() != null || place.unit() != null);
            Map<String, Object> data = facts(input.note());
            if (cost != null) {
                data.put("costMinor", cost.minor());
                data.put("currency", cost.currency());
            }
            Move move = new Move(
                    held ? AssetLifecycle.BACK_TO_HOLDER : AssetLifecycle.BACK_INTO_STOCK,
                    "AssetRepaired",
                    data,
                    input.accessories());
            return moves(ledger).move(asset, move, (each, alongside) -> {
                Asset back = each.repaired(null);
                return held ? back : back.placed(stored(each.place(), input));
            });
        };
        return registry.change(
                id,
                AssetLifecycle.END_REPAIR,
                AssetLifecycle.whoMay(AssetLifecycle.BACK_INTO_STOCK),
                input,
                hold(id),
                work);
    }

    private static AssetPlace stored(AssetPlace place, EndRepair input) {
        String store = none(input.store());
        return store == null
                ? new AssetPlace(null, null, place.location(), place.store())
                : AssetPlace.NOWHERE.in(store);
    }

    // --- the end --------------------------------------------------------------------------------------------

    /** Reports an asset lost; whoever had it last is kept. Its accessories stay, unless it says otherwise. */
    public Asset reportLost(String id, EndUse input) {
        return move(
                id,
                input,
                new Move(
                        AssetLifecycle.REPORT_LOST,
                        "AssetLost",
                        reason(input.reason()),
                        input.accessories(),
                        AccessoryMove.STAY),
                (asset, alongside) -> asset.lent(null).repaired(null));
    }

    /** Takes a lost asset that was found into stock. */
    public Asset recover(String id, PutAway input) {
        return move(
                id,
                input,
                new Move(AssetLifecycle.RECOVER, "AssetRecovered", facts(input.note()), input.accessories()),
                (asset, alongside) -> asset.placed(put(input)));
    }

    /** Takes an asset out of use for good; nobody has it any more. */
    public Asset retire(String id, EndUse input) {
        return move(
                id,
                input,
                new Move(AssetLifecycle.RETIRE, "AssetRetired", reason(input.reason()), input.accessories()),
                (asset, alongside) -> asset.placed(unheld(asset.place())).repaired(null));
    }

    /** Takes a retired asset into stock again. */
    public Asset reinstate(String id, PutAway input) {
        return move(
                id,
                input,
                new Move(AssetLifecycle.REINSTATE, "AssetReinstated", facts(input.note()), input.accessories()),
                (asset, alongside) -> asset.placed(put(input)));
    }

    /**
     * Asks for approval to get rid of a retired or lost asset. Its accessories that are in the same state and place go
     * along under the same approval, unless it says otherwise; the others are detached when it is done.
     *
     * @throws RuleViolated with {@code APPROVERS_UNKNOWN}, {@code APPROVERS_NONE} or {@code APPROVERS_TOO_FEW} when
     *     nobody can be asked
     */
    public Asset askDisposal(String id, AskDisposal input) {
        return change(id, AssetLifecycle.ASK_DISPOSAL, input, (ledger, asset) -> {
            AssetMoves moves = moves(ledger);
            Move move = new Move(AssetLifecycle.ASK_DISPOSAL, "DisposalAskedFor", Map.of(), input.accessories());
            Set<String> along = moves.accessories(asset).stream()
                    .filter(accessory -> AssetMoves.isWith(accessory, asset))
                    .map(Asset::id)
                    .filter(accessory -> move.of(accessory) == AccessoryMove.ALONG)
                    .collect(Collectors.toSet());
            Disposal asked = new Disposal(
                    Objects.requireNonNull(input.method()),
                    Objects.requireNonNull(input.reason()),
                    none(input.recipient()),
                    along,
                    ledger.actor().id(),
                    ledger.now(),
                    null,
                    null,
                    null,
                    null,
                    null);
            Asset after = moves.decided(asset, AssetLifecycle.ASK_DISPOSAL, asset.disposed(asked), asset);
            var approval = declared.approvable()
                    .request(ledger, after, declared.policy().disposal());
            return moves.change(
                    asset,
                    after.disposed(asked.marked(approval.mark())),
                    move.event(),
                    Map.of(
                            "reason",
                            new Personal(asked.reason()),
                            "approval",
                            approval.id(),
                            "along",
                            List.copyOf(new TreeSet<>(along))));
        });
    }

    /** Takes back that a disposal was asked for, or that it was approved. */
    public Asset withdrawDisposal(String id, @Nullable String reason) {
        return change(id, AssetLifecycle.WITHDRAW_DISPOSAL, Reason.of(reason), (ledger, asset) -> {
            AssetMoves moves = moves(ledger);
            Disposal disposal = asset.disposal();
            if (disposal == null) {
                return asset;
            }
            if (disposal.approval() != null) {
                declared.approvable().withdraw(ledger, disposal.approval());
            }
            Asset after = moves.decided(asset, AssetLifecycle.WITHDRAW_DISPOSAL, asset.disposed(null), asset);
            return moves.change(asset, after, "DisposalWithdrawn", facts(reason));
        });
    }

    /**
     * Gets rid of an asset as it was approved, the accessories that were approved with it along; others are detached.
     *
     * @throws io.itsm4j.TransitionRefused also when it was not approved, was changed since, or nobody but the actor
     *     approved it
     * @throws RuleViolated with {@code ASSET_DISPOSAL_ALONG} when an accessory that was to go along is not there
     */
    public Asset dispose(String id, DisposeAsset input) {
        Money proceeds = Money.given(input.proceedsMinor(), input.currency());
        return change(id, AssetLifecycle.DISPOSE, input, (ledger, asset) -> {
            String evidence = Objects.requireNonNull(input.evidence());
            Disposal asked = asset.disposal();
            Map<String, Object> data = new HashMap<>(Map.of("evidence", new Personal(evidence)));
            if (proceeds != null) {
                data.put("proceedsMinor", proceeds.minor());
                data.put("currency", proceeds.currency());
            }
            AssetMoves moves = moves(ledger);
            AccessoryMoves accessories =
                    asked == null ? AccessoryMoves.USUAL : along(asset, asked, moves.accessories(asset));
            Move move = new Move(AssetLifecycle.DISPOSE, "AssetDisposed", data, accessories);
            return moves.move(
                    asset, move, (each, alongside) -> gone(each, asked, alongside, evidence, proceeds, ledger));
        });
    }

    private static AccessoryMoves along(Asset asset, Disposal asked, List<Asset> accessories) {
        AccessoryMoves moves = AccessoryMoves.all(AccessoryMove.DETACH);
        Set<String> there = accessories.stream().map(Asset::id).collect(Collectors.toSet());
        for (String each : asked.along()) {
            if (!there.contains(each)) {
                throw new RuleViolated("ASSET_DISPOSAL_ALONG", Map.of("number", asset.number(), "accessory", each));
            }
            moves = moves.but(each, AccessoryMove.ALONG);
        }
        for (Asset each : accessories) {
            if (!asked.along().contains(each.id())) {
                moves = moves.but(each.id(), AccessoryMove.DETACH);
            }
        }
        return moves;
    }

    private static Asset gone(
            Asset asset,
            @Nullable Disposal asked,
            boolean alongside,
            String evidence,
            @Nullable Money proceeds,
            Ledger ledger) {
        if (asked == null) {
            return asset;
        }
        PersonId by = ledger.actor().id();
        Disposal done = asked.done(evidence, proceeds, by, ledger.now());
        return asset.placed(AssetPlace.NOWHERE).disposed(alongside ? done.accompanying() : done);
    }

    // --- accessories ----------------------------------------------------------------------------------------

    /**
     * Makes an asset an accessory of another. One that lies in stock or is idle goes to where the main asset is; any
     * other has to be there already. An expected version is the main asset's.
     *
     * @throws RuleViolated with {@code ASSET_ACCESSORY_OF_ACCESSORY} when either has a place in such a pair already or
     *     both are one, with {@code ASSET_ENDED} or {@code ASSET_ACCESSORIES} when the main asset takes no accessory,
     *     with {@code ASSET_ELSEWHERE} when the accessory is neither free nor there
     */
    public Asset attach(String main, String accessory) {
        return registry.change(
                main,
                AssetLifecycle.ATTACH,
                AssetLifecycle.whoMay(AssetLifecycle.ATTACH),
                Reason.of(accessory),
                ledger -> hold(ledger, Set.of(), main, accessory),
                (ledger, asset) -> new Attaching(moves(ledger), writer(ledger), ledger)
                        .attach(asset, ledger.get(declared.type(), accessory)));
    }

    /**
     * Ends that an asset is an accessory; it stays where it is.
     *
     * @throws RuleViolated with {@code ASSET_NO_ACCESSORY} when it is none
     */
    public Asset detach(String accessory) {
        return registry.change(
                accessory,
                AssetLifecycle.DETACH,
                AssetLifecycle.whoMay(AssetLifecycle.DETACH),
                Reason.NONE,
                ledger -> ledger.peek(declared.type(), accessory)
                        .map(Asset::belonging)
                        .ifPresent(belonging -> hold(ledger, Set.of(), accessory, belonging.main())),
                (ledger, asset) -> new Attaching(moves(ledger), writer(ledger), ledger).detach(asset));
    }

    // --- queries --------------------------------------------------------------------------------------------

    /**
     * The asset.
     *
     * @throws io.itsm4j.NotFound when there is none that the actor may see
     */
    public Asset get(String id) {
        return registry.get(id);
    }

    /** The asset, when there is one that the actor may see. */
    public Optional<Asset> find(String id) {
        return registry.find(id);
    }

    /** The asset with a serial number or the number of a label, whatever the case, or with a human number. */
    public Optional<Asset> lookUp(String text) {
        String key = io.itsm4j.ticket.TicketAttributes.fold(text.strip());
        Criterion<Asset> any = AssetAttributes.TAG_KEY
                .is(key)
                .or(AssetAttributes.SERIAL_KEY.is(key))
                .or(AssetAttributes.NUMBER.is(text.strip().toUpperCase(Locale.ROOT)));
        return registry.page(PageRequest.of(any).ofSize(1)).items().stream().findFirst();
    }

    /** A page of the assets that the actor may see, by number unless the request says otherwise. */
    public Page<Asset> page(PageRequest<Asset> request) {
        return registry.page(
                request.sort().isEmpty() ? request.sortedBy(Sort.ascending(AssetAttributes.NUMBER)) : request);
    }

    /** How many assets that the actor may see satisfy a condition. */
    public long count(Criterion<Asset> criterion) {
        return registry.count(criterion);
    }

    /** How many assets that the actor may see satisfy a condition, for each plain value of an attribute. */
    public Map<Object, Long> countBy(Criterion<Asset> criterion, Attribute<Asset, ?> by) {
        return registry.countBy(criterion, by);
    }

    /**
     * The accessories of an asset, by id.
     *
     * @throws io.itsm4j.NotFound when there is no such asset that the actor may see
     */
    public List<Asset> accessories(String id) {
        registry.get(id);
        return registry.read(ledger -> ledger.list(declared.type(), AssetAttributes.MAIN.is(id)));
    }

    /**
     * What happened to an asset, oldest first. Whoever only holds it does not read it: it names who had it before, and
     * why.
     *
     * @param cursor where to go on, or null for the beginning
     * @throws io.itsm4j.NotPermitted without a role that reads assets
     */
    public Page<JournalEntry> history(String id, @Nullable String cursor) {
        return registry.history(id, cursor);
    }

    /**
     * What its label says, line by line: number, name and what it is told apart by.
     *
     * @param locale the language; what is not Chinese is answered in English
     */
    public List<String> label(String id, Locale locale) {
        return AssetLabel.lines(registry.get(id), locale);
    }
}
