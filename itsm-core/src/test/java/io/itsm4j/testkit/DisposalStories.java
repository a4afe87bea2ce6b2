package io.itsm4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.itsm4j.InvalidInput;
import io.itsm4j.NotPermitted;
import io.itsm4j.TransitionRefused;
import io.itsm4j.approval.Approval;
import io.itsm4j.asset.AccessoryMove;
import io.itsm4j.asset.AccessoryMoves;
import io.itsm4j.asset.Asset;
import io.itsm4j.asset.AssetLifecycle;
import io.itsm4j.asset.Disposal;
import io.itsm4j.asset.DisposeAsset;
import io.itsm4j.asset.EndUse;
import io.itsm4j.asset.PutAway;
import io.itsm4j.asset.UpdateAsset;
import io.itsm4j.storage.PageRequest;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** How assets are disposed of: with whose approval, what goes along, and what is set free. */
public abstract class DisposalStories extends AssetLifeContract {

    @Test
    void nothing_is_disposed_of_without_approval_evidence_and_a_second_pair_of_eyes() {
        Asset old = retired();
        DisposeAsset proof = DisposeAsset.provedBy("certificate 8812").bringing(1_500, "EUR");
        refused(NotPermitted.class, "NOT_PERMITTED", () -> assets.dispose(old.id(), proof));
        refusedBy("DISPOSAL_IS_APPROVED", () -> managed.dispose(old.id(), proof));

        Asset asked = itsm.as(max).assets().askDisposal(old.id(), recycling());
        assertThat(Objects.requireNonNull(asked.disposal()).isPending()).isTrue();
        assertThat(itsm.as(max).approvals().mine(PageRequest.all()).items()).isEmpty();
        refusedBy("DISPOSAL_IS_APPROVED", () -> managed.dispose(old.id(), proof));
        refusedBy("NO_DISPOSAL_IS_ASKED_FOR", () -> managed.reinstate(old.id(), PutAway.SOMEWHERE));
        vote(milo, true);

        assertThat(Objects.requireNonNull(managed.get(old.id()).disposal()).isApproved())
                .isTrue();
        refused(InvalidInput.class, "REQUIRED", () -> managed.dispose(old.id(), DisposeAsset.provedBy(" ")));
        refusedBy("DISPOSER_IS_NOT_SOLE_APPROVER", () -> itsm.as(milo).assets().dispose(old.id(), proof));
        Asset gone = managed.dispose(old.id(), proof);

        assertThat(gone.state()).isEqualTo(AssetLifecycle.DISPOSED);
        Disposal done = Objects.requireNonNull(gone.disposal());
        assertThat(done.evidence()).isEqualTo("certificate 8812");
        assertThat(done.doneBy()).isEqualTo(anna.id());
        assertThat(Objects.requireNonNull(done.proceeds()).toString()).isEqualTo("15.00 EUR");
        refused(TransitionRefused.class, "TRANSITION", () -> managed.reinstate(old.id(), PutAway.SOMEWHERE));
        assertThat(events(old.id()))
                .containsExactly(
                        "AssetRegistered", "AssetRetired", "DisposalAskedFor", "DisposalApproved", "AssetDisposed");
        assertThat(itsm.verify(ACME).isIntact()).isTrue();
    }

    @Test
    void a_rejected_disposal_lets_the_asset_be_used_again() {
        Asset old = retired();
        managed.askDisposal(old.id(), recycling());
        vote(max, false);
        assertThat(Objects.requireNonNull(managed.get(old.id()).disposal()).isPending())
                .isTrue();
        vote(milo, false);

        assertThat(managed.get(old.id()).disposal()).isNull();
        assertThat(events(old.id())).endsWith("DisposalRejected");
        assertThat(managed.reinstate(old.id(), PutAway.in("cellar")).state()).isEqualTo(AssetLifecycle.IN_STOCK);
    }

    @Test
    void what_is_changed_while_votes_are_out_is_asked_again_and_after_the_approval_refused() {
        Asset old = retired();
        managed.askDisposal(old.id(), recycling());
        assets.update(old.id(), UpdateAsset.NOTHING.serial("CZC-1002"));
        assertThat(Objects.requireNonNull(
                                Objects.requireNonNull(managed.get(old.id()).disposal())
                                        .approval())
                        .round())
                .isEqualTo(2);
        vote(max, true);

        assets.update(old.id(), UpdateAsset.NOTHING.serial("CZC-1003"));

        refusedBy("DISPOSAL_IS_AS_APPROVED", () -> managed.dispose(old.id(), DisposeAsset.provedBy("paper")));
        managed.withdrawDisposal(old.id(), "another one");
        managed.askDisposal(old.id(), recycling());
        vote(max, true);
        assertThat(managed.dispose(old.id(), DisposeAsset.provedBy("paper")).state())
                .isEqualTo(AssetLifecycle.DISPOSED);
    }

    @Test
    void a_withdrawn_disposal_calls_the_votes_off() {
        Asset old = retired();
        managed.askDisposal(old.id(), recycling());

        managed.withdrawDisposal(old.id(), "found a buyer");

        assertThat(itsm.as(max).approvals().mine(PageRequest.all()).items()).isEmpty();
        assertThat(itsm.as(max)
                        .approvals()
                        .page(PageRequest.of(Approval.SUBJECT_ID.is(old.id())))
                        .items())
                .extracting(Approval::state)
                .containsExactly(Approval.State.WITHDRAWN);
        assertThat(managed.get(old.id()).disposal()).isNull();
    }

    @Test
    void accessories_are_disposed_of_under_the_same_approval_and_others_are_set_free() {
        Asset main = laptop();
        String dock = accessory(main, "Dock");
        String mouse = accessory(main, "Mouse");
        managed.retire(main.id(), EndUse.because("old").with(AccessoryMoves.USUAL.but(mouse, AccessoryMove.STAY)));
        refusedBy("IS_BY_ITSELF_OR_WITH_ITS_MAIN_ASSET", () -> managed.askDisposal(dock, recycling()));
        managed.askDisposal(main.id(), recycling());
        vote(max, true);

        managed.dispose(main.id(), DisposeAsset.provedBy("certificate 1"));

        assertThat(managed.get(dock).state()).isEqualTo(AssetLifecycle.DISPOSED);
        assertThat(Objects.requireNonNull(managed.get(dock).disposal()).evidence())
                .isEqualTo("certificate 1");
        assertThat(managed.get(mouse).state()).isEqualTo(AssetLifecycle.IN_STOCK);
        assertThat(managed.get(mouse).isAccessory()).isFalse();
    }
}
