package io.itsm4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.itsm4j.InvalidInput;
import io.itsm4j.RuleViolated;
import io.itsm4j.stock.DefinePart;
import io.itsm4j.stock.Movement;
import io.itsm4j.stock.PartDelivery;
import io.itsm4j.stock.PurchaseProposal;
import io.itsm4j.stock.ReturnParts;
import io.itsm4j.stock.SetLevels;
import io.itsm4j.stock.StockItem;
import io.itsm4j.storage.PageRequest;
import io.itsm4j.ticket.TicketId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is proposed to be bought when stock runs low, and when a proposal falls away. */
public abstract class ProposalStories extends PartsContract {

    @Test
    void low_stock_is_proposed_once_follows_what_is_missing_and_falls_away() {
        receive(10);
        TicketId ticket = ticket();
        keeper.setLevels(SetLevels.of(disk, cellar).atLeast(5, 20).atMost(30));
        assertThat(open()).isEmpty();

        user.issue(issue(6, ticket));
        assertThat(open()).extracting(PurchaseProposal::quantity).containsExactly(16L);
        user.issue(issue(1, ticket));
        user.reserve(reserve(1, ticket));
        assertThat(open()).extracting(PurchaseProposal::quantity).containsExactly(18L);
        assertThat(open()).extracting(PurchaseProposal::id).containsExactly(item().proposal());
        assertThat(keeper.items(PageRequest.of(StockItem.LOW.is(true))).items()).hasSize(1);

        user.giveBack(ReturnParts.of(disk, cellar, 7, ticket.value()));

        assertThat(open()).isEmpty();
        assertThat(item().proposal()).isNull();
        refused(
                InvalidInput.class,
                "STOCK_LEVELS",
                () -> keeper.setLevels(SetLevels.of(disk, cellar).atLeast(5, 4)));
        refused(
                InvalidInput.class,
                "STOCK_LEVELS",
                () -> keeper.setLevels(SetLevels.of(disk, cellar).atLeast(1, 4).atMost(3)));
    }

    @Test
    void a_proposal_somebody_said_no_to_comes_back_with_the_next_movement() {
        keeper.setLevels(SetLevels.of(disk, cellar).atLeast(5, 20));
        String first = open().get(0).id();
        keeper.withdrawProposal(first, "we close soon");
        assertThat(open()).isEmpty();
        refused(RuleViolated.class, "STOCK_PROPOSAL_STATE", () -> keeper.withdrawProposal(first, null));

        receive(1);

        assertThat(open()).extracting(PurchaseProposal::quantity).containsExactly(19L);
    }

    @Test
    void a_purchase_takes_a_proposal_up_brings_it_in_parts_and_ends() {
        keeper.setLevels(SetLevels.of(disk, cellar).atLeast(5, 20));
        String proposal = open().get(0).id();

        purchasing(ledger -> intake.order(ledger, proposal, "purchase-1", 18));
        assertStock(0, 0, 18);
        assertThat(open()).isEmpty();
        refused(
                RuleViolated.class,
                "STOCK_PROPOSAL_STATE",
                () -> purchasing(ledger -> intake.order(ledger, proposal, "purchase-2", 1)));
        purchasing(ledger ->
                intake.receive(ledger, PartDelivery.of(disk, cellar, 4).from("purchase-1", "receipt-1")));
        assertStock(4, 0, 14);
        receive(3);
        assertStock(7, 0, 14);
        purchasing(ledger -> intake.end(ledger, "purchase-1"));

        assertStock(7, 0, 0);
        assertThat(open()).isEmpty();
        assertThat(keeper.proposals(PageRequest.all()).items())
                .extracting(PurchaseProposal::state, PurchaseProposal::received)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(PurchaseProposal.State.WITHDRAWN, 4L));
        TicketId ticket = ticket();
        user.issue(issue(3, ticket));
        String next = open().get(0).id();
        purchasing(ledger -> intake.order(ledger, next, "purchase-3", 16));
        purchasing(ledger ->
                intake.receive(ledger, PartDelivery.of(disk, cellar, 17).from("purchase-3", "receipt-2")));
        assertStock(21, 0, 0);
        assertThat(keeper.movements(item().id(), PageRequest.of(Movement.PURCHASE.is("purchase-3")))
                        .items())
                .extracting(Movement::onHand, Movement::onOrder)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(0L, 16L), org.assertj.core.groups.Tuple.tuple(17L, -16L));
    }

    @Test
    void what_is_proposed_falls_away_with_the_part_and_comes_back_with_it() {
        keeper.setLevels(SetLevels.of(disk, cellar).atLeast(5, 20));
        keeper.setLevels(SetLevels.of(disk, attic).atLeast(2, 2));
        List<String> first = open().stream().map(PurchaseProposal::id).toList();
        assertThat(first).hasSize(2);

        keeper.retirePart(disk);

        assertThat(open()).isEmpty();
        assertThat(item().proposal()).isNull();
        assertThat(keeper.proposals(PageRequest.all()).items())
                .extracting(PurchaseProposal::state)
                .containsOnly(PurchaseProposal.State.WITHDRAWN);
        refused(
                RuleViolated.class,
                "STOCK_PROPOSAL_STATE",
                () -> purchasing(ledger -> intake.order(ledger, first.get(0), "purchase-1", 18)));
        keeper.closeStore(attic);
        keeper.reinstatePart(disk);
        assertThat(open())
                .extracting(PurchaseProposal::store, PurchaseProposal::quantity)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(cellar, 20L));
        assertThat(open().get(0).id()).isEqualTo(item().proposal()).isNotIn(first);
        assertThat(itsm.verify(ACME).isIntact()).isTrue();
    }

    @Test
    void what_is_proposed_falls_away_with_the_store_and_comes_back_with_it() {
        String tape = keeper.definePart(DefinePart.named("Tape")).id();
        keeper.setLevels(SetLevels.of(disk, cellar).atLeast(5, 20));
        keeper.setLevels(SetLevels.of(tape, cellar).atLeast(2, 2));
        keeper.setLevels(SetLevels.of(disk, attic).atLeast(1, 1));

        keeper.closeStore(cellar);

        assertThat(open()).extracting(PurchaseProposal::store).containsExactly(attic);
        keeper.retirePart(tape);
        keeper.reopenStore(cellar);
        assertThat(open())
                .extracting(PurchaseProposal::part, PurchaseProposal::store)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(disk, attic),
                        org.assertj.core.groups.Tuple.tuple(disk, cellar));
        assertThat(itsm.verify(ACME).isIntact()).isTrue();
    }
}
