package io.itsm4j.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.itsm4j.Itsm;
import io.itsm4j.actor.Actor;
import io.itsm4j.actor.Role;
import io.itsm4j.approval.ApprovalPolicy;
import io.itsm4j.approval.ApprovalStep;
import io.itsm4j.approval.Approver;
import io.itsm4j.request.Catalogue;
import io.itsm4j.request.CatalogueItem;
import io.itsm4j.request.CatalogueService;
import io.itsm4j.request.Form;
import io.itsm4j.request.FulfilmentPlan;
import io.itsm4j.request.OrderLine;
import io.itsm4j.request.OrderState;
import io.itsm4j.request.OrderView;
import io.itsm4j.request.PlaceOrder;
import io.itsm4j.request.PlannedTask;
import io.itsm4j.request.Price;
import io.itsm4j.request.Question;
import io.itsm4j.request.Question.Kind;
import io.itsm4j.request.RequestLifecycle;
import io.itsm4j.request.ServiceCategory;
import io.itsm4j.request.Shop;
import io.itsm4j.request.Wording;
import io.itsm4j.ticket.RequesterView;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RequestGuideTest {

    private final Actor alice = Actor.of("acme", "alice", Role.REQUESTER);
    private final Actor kay = Actor.of("acme", "kay", Role.CATALOGUE_MANAGER);
    private final Itsm itsm = Itsm.inMemory();

    @Test
    void an_item_is_defined_ordered_and_cancelled() {
        // region request-catalogue
        Catalogue catalogue = itsm.as(kay).catalogue();
        catalogue.define(ServiceCategory.top("devices", Wording.of("Devices", "设备")));
        catalogue.define(CatalogueService.of(
                "notebooks",
                "devices",
                Wording.of("Notebooks", "笔记本电脑"),
                Wording.of("Purchase, set-up and exchange", "采购、安装与更换"),
                Wording.of("At the service desk", "服务台")));
        catalogue.define(ApprovalPolicy.named("boss", ApprovalStep.asking("boss", Approver.person("boss"))));
        catalogue.define(CatalogueItem.draft("notebook", "notebooks", Wording.of("Notebook", "笔记本电脑"))
                .asking(Form.of(
                        Question.of("size", Kind.CHOICE, Wording.of("Which size?"))
                                .option("small", Wording.of("13 inch"))
                                .option("large", Wording.of("16 inch"))
                                .mandatory(),
                        Question.of("why", Kind.TEXT, Wording.of("Why the large one?"))
                                .shownWhen("size", "large")
                                .mandatory()
                                .between("10", "200")))
                .costing(Price.of(120_000, "EUR")) // minor units
                .approvedBy("boss")
                .fulfilledBy(FulfilmentPlan.of(
                        PlannedTask.of("order", "Order it").forGroup("purchase").undoneBy("Cancel at the supplier"),
                        PlannedTask.of("set-up", "Set it up")
                                .within(Duration.ofDays(3))
                                .after("order")))
                .deliveredWithin(Duration.ofDays(5)));
        catalogue.activate("notebook");
        // endregion

        // region request-first
        Shop shop = itsm.as(alice).shop();
        OrderView order = shop.place(PlaceOrder.of(
                OrderLine.of("notebook").answering("size", "large").answering("why", "my eyes are not good")));
        RequesterView item = order.items().get(0); // Awaiting Approval
        // endregion
        assertThat(item.state()).isEqualTo(RequestLifecycle.AWAITING_APPROVAL);

        // region request-cancel
        shop.cancel(item.id(), "I got one from a colleague");
        // endregion
        assertThat(shop.order(order.id()).state()).isEqualTo(OrderState.CANCELLED);
    }
}
