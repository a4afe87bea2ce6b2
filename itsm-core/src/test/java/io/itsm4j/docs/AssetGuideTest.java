package io.itsm4j.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.itsm4j.Itsm;
import io.itsm4j.actor.Actor;
import io.itsm4j.actor.PersonId;
import io.itsm4j.actor.Role;
import io.itsm4j.asset.AccessoryMove;
import io.itsm4j.asset.AccessoryMoves;
import io.itsm4j.asset.AskDisposal;
import io.itsm4j.asset.Asset;
import io.itsm4j.asset.AssetAttributes;
import io.itsm4j.asset.AssetDeclaration;
import io.itsm4j.asset.AssetDelivery;
import io.itsm4j.asset.AssetIntake;
import io.itsm4j.asset.AssetLifecycle;
import io.itsm4j.asset.AssetPolicy;
import io.itsm4j.asset.Assets;
import io.itsm4j.asset.Disposal;
import io.itsm4j.asset.DisposeAsset;
import io.itsm4j.asset.EndUse;
import io.itsm4j.asset.HandOut;
import io.itsm4j.asset.LendAsset;
import io.itsm4j.asset.PutAway;
import io.itsm4j.asset.RegisterAsset;
import io.itsm4j.lifecycle.Action;
import io.itsm4j.storage.Page;
import io.itsm4j.storage.PageRequest;
import io.itsm4j.testkit.MutableClock;
import io.itsm4j.testkit.Staff;
import io.itsm4j.ticket.DefinitionForm;
import io.itsm4j.ticket.Reason;
import io.itsm4j.ticket.StoredDefinition;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AssetGuideTest {

    private final MutableClock clock = MutableClock.at("2026-03-02T09:00:00Z");
    private final Actor anna = Actor.of("acme", "anna", AssetLifecycle.ASSET_MANAGER);
    private final Actor max = Actor.of("acme", "max", Role.MANAGER);
    private final Itsm itsm = Itsm.builder()
            .clock(clock)
            .directory(new Staff().person("max", Set.of(Role.MANAGER)))
            .assetPolicy(AssetPolicy.STANDARD.noticing(Duration.ofDays(60)))
            .build();

    @Test
    void a_laptop_goes_out_with_its_dock_and_comes_back_alone() {
        // region asset-first
        Actor bob = Actor.of("acme", "bob", Role.AGENT);
        Assets assets = itsm.as(bob).assets();

        Asset laptop = assets.register(RegisterAsset.of("laptop", "Notebook 14")
                .serial("CZC-1001")
                .tagged("IT-0815")
                .costing(129_900, "EUR")
                .warrantedUntil(Instant.parse("2029-03-01T00:00:00Z"))
                .in("cellar"));
        Asset dock = assets.register(RegisterAsset.of("dock", "Dock").accessoryOf(laptop.id()));

        assets.handOut(laptop.id(), HandOut.to("alice").of("sales").at("room 12")); // the dock goes along
        // endregion
        assertThat(assets.get(dock.id()).place().holder()).isEqualTo(PersonId.of("alice"));
        // region asset-accessories
        assets.takeBack(
                laptop.id(), PutAway.in("cellar").with(AccessoryMoves.USUAL.but(dock.id(), AccessoryMove.DETACH)));
        // endregion
        assertThat(assets.get(dock.id()).isAccessory()).isFalse();
        assertThat(assets.get(laptop.id()).place().store()).isEqualTo("cellar");
        // region asset-loan
        assets.lend(laptop.id(), LendAsset.to("erik", Instant.parse("2026-03-09T16:00:00Z")));
        clock.advance(Duration.ofDays(8));
        itsm.processDue(100); // journals LoanOverdue, which leaves by the outbox

        Page<Asset> overdue = assets.page(PageRequest.of(AssetAttributes.overdueAt(clock.instant())));
        // endregion
        assertThat(overdue.items()).hasSize(1);
        assertThat(assets.history(laptop.id(), null).items().get(5).event()).isEqualTo("LoanOverdue");
        // region asset-label
        List<String> label = assets.label(laptop.id(), Locale.ENGLISH);
        // endregion
        assertThat(label).contains("Serial no.: CZC-1001");
    }

    @Test
    void nothing_is_thrown_away_by_one_person_alone() {
        String id = itsm.as(max)
                .assets()
                .register(RegisterAsset.of("laptop", "Old"))
                .id();
        // region asset-disposal
        Assets assets = itsm.as(anna).assets();
        assets.retire(id, EndUse.because("five years old"));
        assets.askDisposal(id, AskDisposal.by(Disposal.Method.RECYCLING, "beyond repair"));

        String approval =
                itsm.as(max).approvals().mine(PageRequest.all()).items().get(0).approval();
        itsm.as(max).approvals().approve(approval);

        assets.dispose(id, DisposeAsset.provedBy("certificate 8812"));
        // endregion
        assertThat(assets.get(id).state()).isEqualTo(AssetLifecycle.DISPOSED);
    }

    @Test
    void a_delivery_comes_in_within_another_command() {
        AssetIntake intake = new AssetDeclaration(AssetPolicy.STANDARD).intake();
        List<String> ids = new ArrayList<>();
        itsm.as(max).records(StoredDefinition.TYPE).add(Action.of("buy"), Set.of(), Reason.NONE, ledger -> {
            // region asset-intake
            ids.addAll(intake.receive(
                    ledger,
                    AssetDelivery.of("laptop", "Notebook 14", 2)
                            .serials(List.of("CZC-1", "CZC-2"))
                            .costing(99_900, "EUR")
                            .from("supplier-7", "purchase-12", "receipt-3")
                            .into("cellar", "4711")));
            // endregion
            return ledger.define(
                    new DefinitionForm<String>("note", text -> Map.of("text", text), map -> ""), "n", "bought");
        });
        assertThat(ids).hasSize(2);
    }
}
