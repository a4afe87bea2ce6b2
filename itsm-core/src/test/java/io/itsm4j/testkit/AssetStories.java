package io.itsm4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.itsm4j.InvalidInput;
import io.itsm4j.NotFound;
import io.itsm4j.NotPermitted;
import io.itsm4j.RuleViolated;
import io.itsm4j.TransitionRefused;
import io.itsm4j.actor.Actor;
import io.itsm4j.actor.PersonId;
import io.itsm4j.actor.Role;
import io.itsm4j.asset.AccessoryMove;
import io.itsm4j.asset.AccessoryMoves;
import io.itsm4j.asset.AskDisposal;
import io.itsm4j.asset.Asset;
import io.itsm4j.asset.AssetAttributes;
import io.itsm4j.asset.AssetDeclaration;
import io.itsm4j.asset.AssetLifecycle;
import io.itsm4j.asset.AssetPolicy;
import io.itsm4j.asset.Assets;
import io.itsm4j.asset.Disposal;
import io.itsm4j.asset.DisposeAsset;
import io.itsm4j.asset.EndRepair;
import io.itsm4j.asset.EndUse;
import io.itsm4j.asset.HandOut;
import io.itsm4j.asset.LendAsset;
import io.itsm4j.asset.PutAway;
import io.itsm4j.asset.RegisterAsset;
import io.itsm4j.asset.SendToRepair;
import io.itsm4j.asset.TransferAsset;
import io.itsm4j.asset.UpdateAsset;
import io.itsm4j.journal.JournalEntry;
import io.itsm4j.storage.PageRequest;
import io.itsm4j.ticket.OpenTicket;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Asset management told as stories: from the order to the scrap heap, and what goes along. */
public abstract class AssetStories extends AssetLifeContract {

    @Test
    void a_laptop_is_ordered_comes_is_handed_out_changes_hands_and_comes_back() {
        String id = assets.register(RegisterAsset.of("laptop", "Notebook 14")
                        .made("Lenovo", "T14")
                        .costing(129_900, "EUR")
                        .from("supplier-7", "order-12")
                        .paidBy("4711")
                        .onOrder())
                .id();
        assertThat(assets.get(id).state()).isEqualTo(AssetLifecycle.ON_ORDER);
        assertThat(assets.get(id).number()).startsWith("AST");

        assets.receive(id, PutAway.in("cellar"));
        assets.handOut(id, HandOut.to("alice").of("sales").at("room 12"));
        assertThat(assets.get(id).place().holder()).isEqualTo(PersonId.of("alice"));
        assertThat(assets.get(id).place().store()).isNull();

        assets.transfer(id, TransferAsset.to("room 14").paidBy("4712"));
        assertThat(assets.get(id).place().location()).isEqualTo("room 14");
        assertThat(assets.get(id).place().holder()).isEqualTo(PersonId.of("alice"));
        assertThat(assets.get(id).terms().costCentre()).isEqualTo("4712");

        assets.reassign(id, HandOut.to("erik"));
        Asset back = assets.takeBack(id, PutAway.in("cellar").saying("a scratch on the lid"));

        assertThat(back.state()).isEqualTo(AssetLifecycle.IN_STOCK);
        assertThat(back.place().holder()).isNull();
        assertThat(back.place().store()).isEqualTo("cellar");
        assertThat(Objects.requireNonNull(back.terms().price()).minor()).isEqualTo(129_900);
        assertThat(events(id))
                .containsExactly(
                        "AssetRegistered",
                        "AssetReceived",
                        "AssetHandedOut",
                        "AssetTransferred",
                        "AssetReassigned",
                        "AssetTakenBack");
    }

    @Test
    void what_lies_on_order_cannot_be_lent_and_what_is_handed_out_has_a_holder() {
        String id = assets.register(RegisterAsset.of("laptop", "Notebook 14").onOrder())
                .id();

        TransitionRefused early = refused(
                TransitionRefused.class,
                "TRANSITION",
                () -> assets.lend(id, LendAsset.to("alice", NINE.plusSeconds(60))));
        assertThat(early.allowedActions()).contains("receive").doesNotContain("lend");
        assertThat(early.message(Locale.ENGLISH)).contains("On Order");

        assets.receive(id, PutAway.SOMEWHERE);
        refusedBy("HAS_A_HOLDER", () -> assets.handOut(id, HandOut.to(null)));
        refused(RuleViolated.class, "ASSET_HELD", () -> {
            assets.handOut(id, HandOut.toUnit("sales"));
            assets.transfer(id, TransferAsset.NOTHING.in("cellar"));
        });
    }

    @Test
    void accessories_go_along_stay_or_fall_off_as_each_move_says_and_keep_their_own_history() {
        Asset main = laptop();
        String dock = accessory(main, "Dock");
        String mouse = accessory(main, "Mouse");
        String bag = accessory(main, "Bag");

        assets.handOut(
                main.id(),
                HandOut.to("alice")
                        .with(AccessoryMoves.USUAL
                                .but(mouse, AccessoryMove.STAY)
                                .but(bag, AccessoryMove.DETACH)));

        assertThat(assets.get(dock).state()).isEqualTo(AssetLifecycle.IN_USE);
        assertThat(assets.get(dock).place().holder()).isEqualTo(PersonId.of("alice"));
        assertThat(assets.get(mouse).state()).isEqualTo(AssetLifecycle.IN_STOCK);
        assertThat(assets.get(mouse).isAccessory()).isTrue();
        assertThat(assets.get(bag).isAccessory()).isFalse();
        assertThat(assets.accessories(main.id())).extracting(Asset::id).containsExactlyInAnyOrder(dock, mouse);
        assertThat(assets.get(main.id()).accessories()).isEqualTo(2);
        assertThat(events(dock)).containsExactly("AssetRegistered", "AssetHandedOut");
        assertThat(events(mouse)).containsExactly("AssetRegistered", "AccessoryLeftBehind");
        assertThat(events(bag)).containsExactly("AssetRegistered", "AccessoryDetached");

        // the mouse lies elsewhere: what is usual does not reach it, but it can be asked along
        assets.takeBack(main.id(), PutAway.in("cellar"));
        assertThat(events(mouse)).hasSize(2);
        assertThat(assets.get(dock).place().store()).isEqualTo("cellar");
        assets.transfer(main.id(), TransferAsset.NOTHING.in("attic"));
        assertThat(events(mouse)).hasSize(2);
        assertThat(assets.get(dock).place().store()).isEqualTo("attic");
        refused(
                InvalidInput.class,
                "UNKNOWN",
                () -> assets.handOut(
                        main.id(), HandOut.to("erik").with(AccessoryMoves.USUAL.but(bag, AccessoryMove.ALONG))));
    }

    @Test
    void an_accessory_can_be_added_later_joins_its_main_asset_and_has_none_itself() {
        Asset main = laptop();
        Asset screen = assets.register(RegisterAsset.of("screen", "Screen 27"));
        assets.handOut(main.id(), HandOut.to("alice"));
        days(1);

        Asset with = assets.attach(main.id(), screen.id());

        assertThat(with.accessories()).isEqualTo(1);
        Asset attached = assets.get(screen.id());
        assertThat(attached.state()).isEqualTo(AssetLifecycle.IN_USE);
        assertThat(attached.place()).isEqualTo(with.place());
        assertThat(Objects.requireNonNull(attached.belonging()).since()).isEqualTo(NINE.plus(Duration.ofDays(1)));
        assertThat(Objects.requireNonNull(attached.belonging()).original()).isFalse();
        String cable = assets.register(RegisterAsset.of("cable", "Cable")).id();
        refused(RuleViolated.class, "ASSET_ACCESSORY_OF_ACCESSORY", () -> assets.attach(screen.id(), cable));
        refused(RuleViolated.class, "ASSET_ACCESSORY_OF_ACCESSORY", () -> assets.attach(cable, main.id()));
        refused(RuleViolated.class, "ASSET_ACCESSORY_OF_ACCESSORY", () -> assets.attach(main.id(), main.id()));

        assets.detach(screen.id());
        assertThat(assets.accessories(main.id())).isEmpty();
        assertThat(assets.get(screen.id()).place().holder()).isEqualTo(PersonId.of("alice"));
        refused(RuleViolated.class, "ASSET_NO_ACCESSORY", () -> assets.detach(screen.id()));
    }

    @Test
    void a_loan_that_is_not_back_is_spoken_of_until_it_is() {
        Asset main = laptop();
        String mouse = accessory(main, "Mouse");
        refusedBy("LOAN_ENDS_LATER", () -> assets.lend(main.id(), LendAsset.to("alice", NINE)));
        assets.lend(main.id(), LendAsset.to("alice", NINE.plus(Duration.ofDays(3))));
        assertThat(itsm.processDue(100).done()).isZero();

        days(3);
        assertThat(itsm.processDue(100).done()).isEqualTo(1);
        assertThat(itsm.processDue(100).done()).isZero();
        assertThat(assets.page(PageRequest.of(AssetAttributes.overdueAt(NINE.plus(Duration.ofDays(4)))))
                        .items())
                .extracting(Asset::id)
                .containsExactlyInAnyOrder(main.id(), mouse);
        // however long nobody looked, it is said once, and again a week later
        days(30);
        assertThat(itsm.processDue(100).done()).isEqualTo(1);
        days(7);
        assertThat(itsm.processDue(100).done()).isEqualTo(1);
        assets.extendLoan(main.id(), NINE.plus(Duration.ofDays(60)));
        assertThat(itsm.processDue(100).done()).isZero();

        Asset back = assets.returnLoan(main.id(), PutAway.in("cellar"));

        assertThat(back.loan()).isNull();
        assertThat(assets.get(mouse).loan()).isNull();
        assertThat(assets.get(mouse).state()).isEqualTo(AssetLifecycle.IN_STOCK);
        assertThat(events(main.id()))
                .containsExactly(
                        "AssetRegistered",
                        "AccessoryAttached",
                        "AssetLent",
                        "LoanOverdue",
                        "LoanOverdue",
                        "LoanOverdue",
                        "LoanExtended",
                        "LoanReturned");
        assertThat(events(mouse)).containsExactly("AssetRegistered", "AssetLent", "LoanExtended", "LoanReturned");
    }

    @Test
    void what_is_kept_back_of_a_loan_is_spoken_of_by_itself() {
        Asset main = laptop();
        String mouse = accessory(main, "Mouse");
        assets.lend(main.id(), LendAsset.to("alice", NINE.plus(Duration.ofDays(3))));
        assets.returnLoan(main.id(), PutAway.in("cellar").with(AccessoryMoves.all(AccessoryMove.STAY)));
        days(3);

        assertThat(itsm.processDue(100).done()).isEqualTo(1);

        assertThat(events(mouse)).containsExactly("AssetRegistered", "AssetLent", "AccessoryLeftBehind", "LoanOverdue");
        assertThat(events(main.id())).doesNotContain("LoanOverdue");
    }

    @Test
    void a_repair_names_its_ticket_and_gives_the_laptop_back_to_whoever_had_it() {
        Asset main = laptop();
        String dock = accessory(main, "Dock");
        String ticket = itsm.as(bob)
                .incidents()
                .open(OpenTicket.titled("Keyboard dead"))
                .id()
                .value();
        assets.handOut(main.id(), HandOut.to("alice"));

        Asset sent =
                assets.sendToRepair(main.id(), SendToRepair.forTicket(ticket).by("supplier-7"));
        assertThat(Objects.requireNonNull(sent.repair()).ticket()).isEqualTo(ticket);
        assertThat(assets.get(dock).state()).isEqualTo(AssetLifecycle.IN_USE);

        Asset back = assets.endRepair(main.id(), EndRepair.costing(8_900, "EUR"));

        assertThat(back.state()).isEqualTo(AssetLifecycle.IN_USE);
        assertThat(back.place().holder()).isEqualTo(PersonId.of("alice"));
        assertThat(back.repair()).isNull();
        JournalEntry last = assets.history(main.id(), null).items().get(4);
        assertThat(last.event()).isEqualTo("AssetRepaired");
        assertThat(last.canonical()).contains("\"costMinor\":8900");

        assets.sendToRepair(main.id(), SendToRepair.because("again"));
        assertThat(assets.endRepair(main.id(), EndRepair.FREE.intoStock("cellar"))
                        .state())
                .isEqualTo(AssetLifecycle.IN_STOCK);
    }

    @Test
    void what_is_lost_is_found_again_or_written_off() {
        Asset main = laptop();
        assets.handOut(main.id(), HandOut.to("alice"));
        Asset lost = assets.reportLost(main.id(), EndUse.because("left on a train"));
        assertThat(lost.place().holder()).isEqualTo(PersonId.of("alice"));
        assertThat(assets.recover(main.id(), PutAway.in("cellar")).state()).isEqualTo(AssetLifecycle.IN_STOCK);
        assets.reportLost(main.id(), EndUse.because("gone again"));

        refusedBy("LOST_IS_WRITTEN_OFF", () -> managed.askDisposal(main.id(), recycling()));
        managed.askDisposal(main.id(), AskDisposal.by(Disposal.Method.WRITE_OFF, "stolen"));
        refusedBy("NO_DISPOSAL_IS_ASKED_FOR", () -> assets.recover(main.id(), PutAway.SOMEWHERE));
        vote(max, true);
        assertThat(managed.dispose(main.id(), DisposeAsset.provedBy("police report 77"))
                        .state())
                .isEqualTo(AssetLifecycle.DISPOSED);
    }

    @Test
    void the_end_of_a_warranty_and_of_a_contract_is_announced_and_told_once_each() {
        Asset main = assets.register(RegisterAsset.of("laptop", "Notebook 14")
                .warrantedUntil(NINE.plus(Duration.ofDays(100)))
                .coveredBy("care-9", NINE.plus(Duration.ofDays(90))));
        assertThat(itsm.processDue(100).done()).isZero();
        days(60);
        assertThat(itsm.processDue(100).done()).isEqualTo(1);
        days(10);
        assertThat(itsm.processDue(100).done()).isEqualTo(1);
        assertThat(assets.count(AssetAttributes.warrantyEndsBefore(NINE.plus(Duration.ofDays(101)))))
                .isEqualTo(1);
        days(60);
        assertThat(itsm.processDue(100).done()).isEqualTo(1);
        days(400);
        assertThat(itsm.processDue(100).done()).isZero();
        assertThat(events(main.id()))
                .containsExactly("AssetRegistered", "ContractEnds", "WarrantyEnds", "WarrantyEnded", "ContractEnded");

        // a new end is announced anew, but not of what is not used any more
        assets.update(
                main.id(), UpdateAsset.NOTHING.warrantedUntil(clock.instant().plus(Duration.ofDays(5))));
        assertThat(itsm.processDue(100).done()).isEqualTo(1);
        managed.retire(main.id(), EndUse.because("old"));
        days(5);
        assertThat(itsm.processDue(100).done()).isZero();
    }

    @Test
    void no_two_assets_share_a_serial_number_or_label_and_junk_is_no_serial_number() {
        Asset first =
                assets.register(RegisterAsset.of("laptop", "A").serial("czc-77").tagged("IT-5"));

        RuleViolated taken = refused(
                RuleViolated.class,
                "ASSET_SERIAL_TAKEN",
                () -> assets.register(RegisterAsset.of("laptop", "B").serial(" CZC-77 ")));
        assertThat(taken.message(Locale.ENGLISH)).contains(first.number());
        refused(
                RuleViolated.class,
                "ASSET_TAG_TAKEN",
                () -> assets.register(RegisterAsset.of("laptop", "B").tagged("it-5")));
        refused(
                InvalidInput.class,
                "ASSET_JUNK",
                () -> assets.register(RegisterAsset.of("laptop", "B").serial("To be filled by O.E.M.")));
        Asset second = assets.register(RegisterAsset.of("laptop", "B"));
        refused(
                RuleViolated.class,
                "ASSET_SERIAL_TAKEN",
                () -> assets.update(second.id(), UpdateAsset.NOTHING.serial("CZC-77")));
        assets.update(first.id(), UpdateAsset.NOTHING.without("serial"));
        assertThat(assets.update(second.id(), UpdateAsset.NOTHING.serial("CZC-77"))
                        .identity()
                        .serial())
                .isEqualTo("CZC-77");
        assertThat(assets.lookUp("czc-77")).map(Asset::id).contains(second.id());
        assertThat(assets.lookUp("it-5")).map(Asset::id).contains(first.id());
        assertThat(assets.lookUp(first.number())).map(Asset::id).contains(first.id());
        Actor rival = Actor.of("rival", "rita", Role.AGENT);
        assertThat(itsm.as(rival)
                        .assets()
                        .register(RegisterAsset.of("laptop", "A").serial("CZC-77"))
                        .version())
                .isEqualTo(1);
    }

    @Test
    void requesters_see_what_they_hold_and_change_nothing() {
        Asset hers = laptop();
        assets.register(RegisterAsset.of("laptop", "Another"));
        assets.handOut(hers.id(), HandOut.to("alice"));
        Assets seen = itsm.as(alice).assets();

        assertThat(seen.page(PageRequest.all()).items()).extracting(Asset::id).containsExactly(hers.id());
        refused(NotPermitted.class, "NOT_PERMITTED", () -> seen.takeBack(hers.id(), PutAway.SOMEWHERE));
        assets.takeBack(hers.id(), PutAway.SOMEWHERE);
        refused(NotFound.class, "NOT_FOUND", () -> seen.get(hers.id()));
        Assets rivals = itsm.as(Actor.of("rival", "rita", Role.AGENT)).assets();
        refused(NotFound.class, "NOT_FOUND", () -> rivals.takeBack(hers.id(), PutAway.SOMEWHERE));
    }

    @Test
    void who_holds_an_asset_sees_it_but_not_who_had_it_before_and_why() {
        String id = laptop().id();
        assets.handOut(id, HandOut.to("erik").saying("Erik comes back from sick leave"));
        assets.takeBack(id, PutAway.in("cellar"));
        assets.handOut(id, HandOut.to("alice"));
        Assets holder = itsm.as(alice).assets();

        assertThat(holder.get(id).place().holder()).isEqualTo(alice.id());
        NotPermitted refusal = refused(NotPermitted.class, "NOT_PERMITTED", () -> holder.history(id, null));
        assertThat(refusal.message(Locale.ENGLISH)).contains("asset:read").doesNotContain("Erik", "erik");
        refused(
                NotPermitted.class,
                "NOT_PERMITTED",
                () -> itsm.as(alice)
                        .records(new AssetDeclaration(AssetPolicy.STANDARD).type())
                        .history(id, null));
        String stranger = laptop("CZC-1002").id();
        refused(NotFound.class, "NOT_FOUND", () -> holder.history(stranger, null));
        for (Actor reader : List.of(bob, max, anna, Actor.of("acme", "audrey", Role.AUDITOR))) {
            assertThat(itsm.as(reader).assets().history(id, null).items())
                    .extracting(JournalEntry::event)
                    .containsExactly("AssetRegistered", "AssetHandedOut", "AssetTakenBack", "AssetHandedOut");
        }
    }

    @Test
    void a_person_is_forgotten_everywhere_and_every_chain_still_holds() {
        Asset old = laptop();
        assets.handOut(old.id(), HandOut.to("alice").saying("for Alice"));
        Asset other = managed.retire(
                assets.register(RegisterAsset.of("laptop", "Old")).id(), EndUse.because("old"));
        managed.askDisposal(other.id(), recycling());
        vote(max, true);
        managed.dispose(other.id(), DisposeAsset.provedBy("Anna saw it"));

        itsm.erase(ACME, PersonId.of("alice"));
        itsm.erase(ACME, anna.id());
        itsm.erase(ACME, max.id());

        assertThat(Objects.requireNonNull(assets.get(old.id()).place().holder()))
                .isNotEqualTo(PersonId.of("alice"));
        Disposal disposal = Objects.requireNonNull(assets.get(other.id()).disposal());
        assertThat(disposal.askedBy()).isNotEqualTo(anna.id());
        assertThat(disposal.doneBy()).isNotEqualTo(anna.id());
        assertThat(disposal.evidence()).doesNotContain("Anna");
        assertThat(Objects.requireNonNull(disposal.approval()).approvedBy()).doesNotContain(max.id());
        assertThat(assets.count(AssetAttributes.HOLDER.is(PersonId.of("alice"))))
                .isZero();
        assertThat(itsm.verify(ACME).isIntact()).isTrue();
    }

    @Test
    void a_label_is_plain_lines_in_the_readers_language_in_which_nothing_breaks_out() {
        Asset main = assets.register(RegisterAsset.of("laptop", "Note\u202Ebook " + "x".repeat(80))
                .tagged("IT-5")
                .serial("CZC-1"));

        List<String> english = assets.label(main.id(), Locale.ENGLISH);
        List<String> chinese = assets.label(main.id(), Locale.SIMPLIFIED_CHINESE);

        assertThat(english.get(0)).isEqualTo("Asset " + main.number());
        assertThat(english).contains("Label no.: IT-5", "Serial no.: CZC-1");
        assertThat(english.get(1)).contains("\\u202E").endsWith("…").hasSizeLessThan(80);
        assertThat(english).allSatisfy(line -> assertThat(line).doesNotContain("\n", "\u202E"));
        assertThat(chinese).contains("标签号：IT-5").hasSameSizeAs(english);
    }
}
