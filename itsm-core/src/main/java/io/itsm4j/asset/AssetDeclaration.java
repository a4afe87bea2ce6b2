package io.itsm4j.asset;

import io.itsm4j.actor.PersonId;
import io.itsm4j.actor.Role;
import io.itsm4j.approval.Approvable;
import io.itsm4j.approval.Approval;
import io.itsm4j.approval.ApprovalMark;
import io.itsm4j.approval.Material;
import io.itsm4j.storage.Criterion;
import io.itsm4j.ticket.DetailField;
import io.itsm4j.ticket.Ledger;
import io.itsm4j.ticket.RecordType;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Asset management as one application uses it: its policy, how assets are kept, and how disposals are approved. */
public final class AssetDeclaration {

    private static final String BLANK = "(erased)";

    private final AssetPolicy policy;
    private final RecordType<Asset> type;
    private final RecordType<Asset> forVoters;
    private final Approvable<Asset> approvable;

    /** One with this policy. */
    public AssetDeclaration(AssetPolicy policy) {
        this.policy = policy;
        this.type = RecordType.named("asset", AssetAttributes.KIND, AssetAttributes.ID, Asset::stamped)
                .readBy(Role.AGENT, Role.MANAGER, Role.AUDITOR, AssetLifecycle.ASSET_MANAGER)
                .visible((actor, reader) -> reader ? Criterion.all() : AssetAttributes.HOLDER.is(actor.id()))
                .journalForReaders()
                .field(DetailField.plain("state", asset -> asset.state().name()))
                .field(DetailField.plain("kind", asset -> asset.identity().kind()))
                .field(DetailField.plain("name", asset -> asset.identity().name()))
                .field(DetailField.plain("tag", asset -> asset.identity().tag()))
                .field(DetailField.plain("serial", asset -> asset.identity().serial()))
                .field(DetailField.plain("model", asset -> asset.identity().model()))
                .field(DetailField.plain(
                        "manufacturer", asset -> asset.identity().manufacturer()))
                .field(DetailField.personal("holder", asset -> asset.place().holder()))
                .field(DetailField.plain("unit", asset -> asset.place().unit()))
                .field(DetailField.plain("location", asset -> asset.place().location()))
                .field(DetailField.plain("store", asset -> asset.place().store()))
                .field(DetailField.plain("costCentre", asset -> asset.terms().costCentre()))
                .field(DetailField.plain("price", asset -> text(asset.terms().price())))
                .field(DetailField.plain("supplier", asset -> asset.terms().supplier()))
                .field(DetailField.plain("purchase", asset -> asset.terms().purchase()))
                .field(DetailField.plain("receipt", asset -> asset.terms().receipt()))
                .field(DetailField.plain("warrantyUntil", asset -> asset.terms().warrantyUntil()))
                .field(DetailField.plain("contract", asset -> asset.terms().contract()))
                .field(DetailField.plain("contractUntil", asset -> asset.terms().contractUntil()))
                .field(DetailField.plain("ci", Asset::ci))
                .field(DetailField.plain("main", asset -> of(asset.belonging(), Belonging::main)))
                .field(DetailField.plain("accessories", Asset::accessories))
                .field(DetailField.plain("loanUntil", asset -> of(asset.loan(), Loan::until)))
                .field(DetailField.plain("repairTicket", asset -> of(asset.repair(), Repair::ticket)))
                .field(DetailField.plain(
                        "disposalMethod",
                        asset -> of(asset.disposal(), asked -> asked.method().name())))
                .field(DetailField.plain("disposalApproval", asset -> of(asset.disposal(), AssetDeclaration::standing)))
                .erasing((ledger, asset, person, pseudonym) -> erased(asset, person, pseudonym))
                .due(AssetAttributes.DUE_AT, this::due, Asset::postponed);
        this.forVoters = type.visible((actor, reader) -> Criterion.all());
        this.approvable =
                Approvable.records(forVoters, Asset::number, material(), AssetDeclaration::askers, this::carryOut);
    }

    /** How assets are kept. */
    public RecordType<Asset> type() {
        return type;
    }

    /** How disposals are approved. */
    public Approvable<Asset> approvable() {
        return approvable;
    }

    /** Where purchases bring in what they received. */
    public AssetIntake intake() {
        return new AssetIntake() {
            @Override
            public List<String> receive(Ledger ledger, AssetDelivery delivery) {
                return new AssetWriter(AssetDeclaration.this, ledger).receive(delivery);
            }

            @Override
            public void takeBack(Ledger ledger, List<String> assets, String receipt) {
                AssetMoves moves = new AssetMoves(AssetDeclaration.this, ledger);
                assets.stream().sorted().forEach(id -> moves.sendBack(ledger.get(forVoters, id), receipt));
            }
        };
    }

    AssetPolicy policy() {
        return policy;
    }

    private static <T, V> @Nullable V of(@Nullable T part, Function<T, @Nullable V> reader) {
        return part == null ? null : reader.apply(part);
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private static @Nullable String standing(Disposal disposal) {
        ApprovalMark mark = disposal.approval();
        return mark == null ? null : mark.state().name();
    }

    /** What an approval of a disposal is about. */
    private static Material<Asset> material() {
        return Material.<Asset>of("number", Asset::number)
                .and("serial", asset -> asset.identity().serial())
                .and("method", asset -> of(asset.disposal(), Disposal::method))
                .and("reason", asset -> of(asset.disposal(), Disposal::reason))
                .and("recipient", asset -> of(asset.disposal(), Disposal::recipient))
                .and("along", asset -> of(asset.disposal(), Disposal::along));
    }

    private static Set<PersonId> askers(Asset asset) {
        Disposal asked = asset.disposal();
        return asked == null ? Set.of() : Set.of(asked.askedBy());
    }

    /** A disposal that was rejected or called off is as if it had never been asked for. */
    private void carryOut(Ledger ledger, Asset asset, Approval ended) {
        Disposal asked = asset.disposal();
        if (asked != null) {
            boolean approved = ended.state() == Approval.State.APPROVED;
            ledger.change(
                    forVoters,
                    asset,
                    asset.disposed(approved ? asked.marked(ended.mark()) : null),
                    approved ? "DisposalApproved" : "DisposalRejected",
                    Map.of("approval", ended.id(), "outcome", ended.state().name()));
        }
    }

    private void due(Ledger ledger, Asset asset) {
        new Reminding(this, ledger).remind(asset);
    }

    private static Asset erased(Asset asset, PersonId person, PersonId pseudonym) {
        Asset erased = asset;
        if (person.equals(asset.place().holder())) {
            AssetPlace place = asset.place();
            erased = erased.placed(new AssetPlace(pseudonym, place.unit(), place.location(), place.store()));
        }
        Disposal disposal = asset.disposal();
        return disposal == null ? erased : erased.disposed(erased(disposal, person, pseudonym));
    }

    private static Disposal erased(Disposal disposal, PersonId person, PersonId pseudonym) {
        boolean asked = disposal.askedBy().equals(person);
        boolean did = person.equals(disposal.doneBy());
        ApprovalMark mark = disposal.approval();
        return new Disposal(
                disposal.method(),
                asked ? BLANK : disposal.reason(),
                disposal.recipient(),
                disposal.along(),
                asked ? pseudonym : disposal.askedBy(),
                disposal.askedAt(),
                mark == null ? null : mark.erased(person, pseudonym),
                did ? BLANK : disposal.evidence(),
                disposal.proceeds(),
                did ? pseudonym : disposal.doneBy(),
                disposal.doneAt());
    }
}
