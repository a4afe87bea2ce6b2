package io.itsm4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.itsm4j.Conflict;
import io.itsm4j.Itsm;
import io.itsm4j.ItsmException;
import io.itsm4j.RuleViolated;
import io.itsm4j.actor.PersonId;
import io.itsm4j.asset.Asset;
import io.itsm4j.asset.AssetAttributes;
import io.itsm4j.asset.AssetDeclaration;
import io.itsm4j.asset.AssetDelivery;
import io.itsm4j.asset.AssetIntake;
import io.itsm4j.asset.AssetLifecycle;
import io.itsm4j.asset.AssetPolicy;
import io.itsm4j.asset.Assets;
import io.itsm4j.asset.EndUse;
import io.itsm4j.asset.HandOut;
import io.itsm4j.asset.LendAsset;
import io.itsm4j.asset.PutAway;
import io.itsm4j.asset.RegisterAsset;
import io.itsm4j.asset.UpdateAsset;
import io.itsm4j.journal.IdSource;
import io.itsm4j.lifecycle.Action;
import io.itsm4j.storage.Criterion;
import io.itsm4j.storage.PageRequest;
import io.itsm4j.storage.Sort;
import io.itsm4j.testkit.Together.Outcome;
import io.itsm4j.ticket.CommandOptions;
import io.itsm4j.ticket.DefinitionForm;
import io.itsm4j.ticket.Reason;
import io.itsm4j.ticket.StoredDefinition;
import io.itsm4j.ticket.TicketAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Assets in a store: kept whole, found by what they are asked for, and right when commands meet. */
public abstract class AssetContract extends Contract {

    private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");
    private static final DefinitionForm<String> NOTE =
            new DefinitionForm<>("note", text -> Map.of("text", text), map -> String.valueOf(map.get("text")));

    private final AssetIntake intake = new AssetDeclaration(AssetPolicy.STANDARD).intake();

    private Itsm itsm;
    private Assets assets;
    private Assets there;

    @BeforeEach
    void two_nodes() {
        itsm = builder().build();
        assets = itsm.as(carol).assets();
        there = otherNode().build().as(carol).assets();
    }

    private String plain(String name) {
        return assets.register(RegisterAsset.of("laptop", name)).id();
    }

    private static List<String> codes(List<? extends Outcome<?>> outcomes) {
        return outcomes.stream()
                .flatMap(outcome -> outcome.failure().stream())
                .map(failure -> failure instanceof ItsmException ours ? ours.code() : failure.toString())
                .toList();
    }

    @Test
    void keeps_every_component_of_an_asset() {
        Asset main = assets.register(RegisterAsset.of("laptop", "Notebook 😀")
                .tagged("IT-5")
                .serial("CZC-ß")
                .made("Lenovo", "T14")
                .costing(129_900, "EUR")
                .from("supplier-7", "order-12")
                .paidBy("4711")
                .warrantedUntil(NINE.plus(Duration.ofDays(900)))
                .coveredBy("care-9", NINE.plus(Duration.ofDays(400)))
                .item("ci-1")
                .inUseBy("alice")
                .at("room 12"));
        Asset accessory = assets.register(RegisterAsset.of("mouse", "Mouse").accessoryOf(main.id()));

        assertThat(assets.get(accessory.id())).isEqualTo(accessory);
        Asset read = there.get(main.id());
        assertThat(read.version()).isEqualTo(2);
        assertThat(read.accessories()).isEqualTo(1);
        assertThat(read.identity()).isEqualTo(main.identity());
        assertThat(read.place()).isEqualTo(main.place());
        assertThat(read.terms()).isEqualTo(main.terms());
        assertThat(read.notices()).isEqualTo(main.notices());
        assertThat(read.dueAt()).isEqualTo(NINE.plus(Duration.ofDays(370)));
        Asset lent = assets.lend(plain("Another"), LendAsset.to("erik", NINE.plus(Duration.ofDays(3))));
        assertThat(assets.get(lent.id())).isEqualTo(lent);
        Asset idle = assets.setIdle(main.id(), EndUse.because("nobody needs it"));
        assertThat(there.get(main.id())).isEqualTo(idle);
    }

    @Test
    void finds_assets_by_everything_they_are_asked_for() {
        String one = assets.register(RegisterAsset.of("laptop", "Blue Notebook")
                        .made("Lenovo", "T14")
                        .serial("S-1")
                        .tagged("L-1")
                        .from("sup", "pur")
                        .paidBy("4711")
                        .coveredBy("care", NINE.plus(Duration.ofDays(50)))
                        .warrantedUntil(NINE.plus(Duration.ofDays(40)))
                        .item("ci-1")
                        .inUseBy("alice")
                        .at("room 1"))
                .id();
        String two = assets.register(RegisterAsset.of("phone", "Red Phone").in("cellar"))
                .id();
        String three = assets.register(RegisterAsset.of("dock", "Dock").accessoryOf(one))
                .id();
        assets.lend(two, LendAsset.to("erik", NINE.plus(Duration.ofDays(2))));
        List<Criterion<Asset>> first = List.of(
                AssetAttributes.KIND_OF.is("laptop"),
                AssetAttributes.MODEL.is("T14"),
                AssetAttributes.SERIAL_KEY.is("s-1"),
                AssetAttributes.TAG_KEY.is("l-1"),
                AssetAttributes.SUPPLIER.is("sup"),
                AssetAttributes.PURCHASE.is("pur"),
                AssetAttributes.COST_CENTRE.is("4711"),
                AssetAttributes.CONTRACT.is("care"),
                AssetAttributes.CI.is("ci-1"),
                AssetAttributes.SEARCH_TEXT.contains(TicketAttributes.fold("BLUE note")),
                AssetAttributes.WARRANTY_UNTIL.before(NINE.plus(Duration.ofDays(41))),
                AssetAttributes.CONTRACT_UNTIL.before(NINE.plus(Duration.ofDays(51))));
        for (Criterion<Asset> criterion : first) {
            assertThat(there.page(PageRequest.of(criterion)).items())
                    .as(criterion.toString())
                    .extracting(Asset::id)
                    .containsExactly(one);
        }
        assertThat(there.count(AssetAttributes.HOLDER.is(PersonId.of("alice")))).isEqualTo(2);
        assertThat(there.count(AssetAttributes.LOCATION.is("room 1"))).isEqualTo(2);
        assertThat(there.count(AssetAttributes.MAIN.is(one))).isEqualTo(1);
        assertThat(there.count(AssetAttributes.STATE.is(AssetLifecycle.ON_LOAN)))
                .isEqualTo(1);
        assertThat(there.countBy(Criterion.all(), AssetAttributes.KIND_OF))
                .containsOnly(Map.entry("laptop", 1L), Map.entry("phone", 1L), Map.entry("dock", 1L));
        assertThat(there.page(PageRequest.<Asset>all().sortedBy(Sort.ascending(AssetAttributes.LOAN_UNTIL)))
                        .items())
                .first()
                .extracting(Asset::id)
                .isEqualTo(two);
        assertThat(there.page(PageRequest.all()).items()).extracting(Asset::id).containsExactly(one, two, three);
    }

    @Test
    void carries_out_a_repeated_command_once_and_minds_the_expected_version() {
        CommandOptions key = CommandOptions.key("delivery-1");

        Asset first = assets.with(key).register(RegisterAsset.of("laptop", "A"));
        Asset again = assets.with(key).register(RegisterAsset.of("laptop", "A"));

        assertThat(again.id()).isEqualTo(first.id());
        assertThat(assets.count(Criterion.all())).isEqualTo(1);
        assets.handOut(first.id(), HandOut.to("alice"));
        refused(
                Conflict.class,
                "CONFLICT",
                () -> assets.with(CommandOptions.expecting(1)).takeBack(first.id(), PutAway.SOMEWHERE));
    }

    @Test
    void leaves_nothing_of_what_is_rolled_back_accessories_included() {
        Asset main = assets.register(RegisterAsset.of("laptop", "A"));
        String mouse = assets.register(RegisterAsset.of("mouse", "M").accessoryOf(main.id()))
                .id();

        assertThat(catchThrowable(() -> itsm.inTransaction(() -> {
                    assets.handOut(main.id(), HandOut.to("alice"));
                    throw new IllegalStateException("the host changed its mind");
                })))
                .hasMessage("the host changed its mind");

        assertThat(assets.get(main.id()).state()).isEqualTo(AssetLifecycle.IN_STOCK);
        assertThat(assets.get(mouse).version()).isEqualTo(1);
        assertThat(itsm.verify(ACME).isIntact()).isTrue();
    }

    @Test
    void takes_in_a_delivery_within_another_command_whole_or_not_at_all() {
        assets.register(RegisterAsset.of("laptop", "A").serial("S-2"));
        AssetDelivery delivery = AssetDelivery.of("laptop", "Notebook 14", 3)
                .made("Lenovo", "T14")
                .costing(99_900, "EUR")
                .from("sup", "pur", "rec")
                .into("cellar", "4711")
                .covered(NINE.plus(Duration.ofDays(700)), "care");

        refused(RuleViolated.class, "ASSET_SERIAL_TAKEN", () -> receive(delivery.serials(List.of("S-1", "s-2"))));
        assertThat(assets.count(Criterion.all())).isEqualTo(1);
        List<String> ids = receive(delivery.serials(List.of("S-3", "S-4")));

        assertThat(ids).hasSize(3);
        assertThat(ids.stream().map(assets::get).map(asset -> asset.identity().serial()))
                .containsExactly("S-3", "S-4", null);
        Asset one = assets.get(ids.get(0));
        assertThat(one.state()).isEqualTo(AssetLifecycle.IN_STOCK);
        assertThat(one.place().store()).isEqualTo("cellar");
        assertThat(one.terms().receipt()).isEqualTo("rec");
        assertThat(assets.count(AssetAttributes.PURCHASE.is("pur"))).isEqualTo(3);
        assertThat(itsm.verify(ACME).isIntact()).isTrue();
    }

    private List<String> receive(AssetDelivery delivery) {
        List<String> ids = new ArrayList<>();
        itsm.as(carol).records(StoredDefinition.TYPE).add(Action.of("note"), Set.of(), Reason.NONE, ledger -> {
            ids.addAll(intake.receive(ledger, delivery));
            return ledger.define(NOTE, "delivery", delivery.toString());
        });
        return ids;
    }

    @Test
    void hands_one_asset_out_to_one_of_two_who_want_it_at_once() {
        String id = plain("A");

        List<Outcome<Long>> outcomes = Together.run(
                () -> assets.handOut(id, HandOut.to("alice")).version(),
                () -> there.lend(id, LendAsset.to("erik", NINE.plus(Duration.ofDays(1))))
                        .version());

        assertThat(outcomes).filteredOn(Outcome::succeeded).hasSize(1);
        assertThat(codes(outcomes)).containsExactly("TRANSITION");
        assertThat(assets.get(id).version()).isEqualTo(2);
    }

    @Test
    void registers_a_serial_number_once_that_arrives_twice_at_once() {
        List<Outcome<Long>> outcomes = Together.run(
                () -> assets.register(RegisterAsset.of("laptop", "A").serial("S-1"))
                        .version(),
                () -> there.register(RegisterAsset.of("laptop", "B").serial("s-1"))
                        .version());

        assertThat(outcomes).filteredOn(Outcome::succeeded).hasSize(1);
        assertThat(codes(outcomes)).containsExactly("ASSET_SERIAL_TAKEN");
        assertThat(assets.count(Criterion.all())).isEqualTo(1);
    }

    @Test
    void makes_no_two_assets_accessories_of_each_other() {
        String a = plain("A");
        String b = plain("B");

        List<Outcome<Long>> outcomes = Together.run(
                () -> assets.attach(a, b).version(), () -> there.attach(b, a).version());

        assertThat(outcomes).filteredOn(Outcome::succeeded).hasSize(1);
        assertThat(codes(outcomes)).containsExactly("ASSET_ACCESSORY_OF_ACCESSORY");
        assertThat(assets.get(a).isAccessory()).isNotEqualTo(assets.get(b).isAccessory());
        assertThat(assets.get(a).accessories() + assets.get(b).accessories()).isEqualTo(1);
    }

    @Test
    void counts_accessories_right_while_main_asset_and_accessories_move_at_once() {
        String main = plain("main");
        List<String> mice = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            mice.add(assets.register(RegisterAsset.of("mouse", "M" + i).accessoryOf(main))
                    .id());
        }
        String late = plain("late");
        List<Callable<Long>> work = List.of(
                () -> assets.handOut(main, HandOut.to("alice")).version(),
                () -> there.detach(mice.get(0)).version(),
                () -> there.attach(main, late).version(),
                () -> assets.update(mice.get(1), UpdateAsset.NOTHING.named("blue"))
                        .version());

        List<Outcome<Long>> outcomes = Together.run(work);

        assertThat(codes(outcomes)).isEmpty();
        assertThat(assets.get(main).accessories())
                .isEqualTo(assets.accessories(main).size())
                .isEqualTo(4);
        assertThat(assets.get(main).state()).isEqualTo(AssetLifecycle.IN_USE);
        assertThat(assets.accessories(main))
                .allSatisfy(each -> assertThat(each.state()).isEqualTo(AssetLifecycle.IN_USE));
        assertThat(Objects.requireNonNull(assets.get(late).belonging()).main()).isEqualTo(main);
        assertThat(itsm.verify(ACME).isIntact()).isTrue();
    }

    @Test
    void numbers_each_asset_once_on_two_nodes() {
        Assets third = builder().ids(IdSource.seeded(19)).build().as(carol).assets();
        List<Callable<String>> work = new ArrayList<>();
        for (int i = 0; i < fixture().parallelCommands(); i++) {
            Assets node = i % 2 == 0 ? there : third;
            work.add(() -> node.register(RegisterAsset.of("laptop", "A")).number());
        }

        List<Outcome<String>> outcomes = Together.run(work);

        assertThat(codes(outcomes)).isEmpty();
        assertThat(outcomes)
                .extracting(outcome -> outcome.value().orElseThrow())
                .doesNotHaveDuplicates();
    }
}
