package io.itsm4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.itsm4j.Itsm;
import io.itsm4j.actor.Actor;
import io.itsm4j.actor.Role;
import io.itsm4j.approval.ApprovalMark;
import io.itsm4j.approval.ApprovalPolicy;
import io.itsm4j.approval.ApprovalStep;
import io.itsm4j.approval.Approver;
import io.itsm4j.request.Catalogue;
import io.itsm4j.request.CatalogueItem;
import io.itsm4j.request.CatalogueService;
import io.itsm4j.request.Form;
import io.itsm4j.request.FulfilmentPlan;
import io.itsm4j.request.OrderLine;
import io.itsm4j.request.PlaceOrder;
import io.itsm4j.request.PlannedTask;
import io.itsm4j.request.Price;
import io.itsm4j.request.Question;
import io.itsm4j.request.Question.Kind;
import io.itsm4j.request.Requests;
import io.itsm4j.request.ServiceCategory;
import io.itsm4j.request.Shop;
import io.itsm4j.request.Wording;
import io.itsm4j.storage.PageRequest;
import io.itsm4j.ticket.RequesterView;
import io.itsm4j.ticket.Task;
import io.itsm4j.ticket.TicketId;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;

/** What contracts of requests share: a catalogue with a notebook and an account, and how an order gets on. */
public abstract class RequestContract extends Contract {

    protected static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");

    protected final Actor kay = Actor.of("acme", "kay", Role.CATALOGUE_MANAGER);
    protected final Actor boss = Actor.of("acme", "boss", Role.REQUESTER);

    protected Itsm itsm;
    protected Catalogue catalogue;
    protected Shop shop;
    protected Requests desk;

    @BeforeEach
    void a_catalogue_with_a_notebook_and_an_account() {
        itsm = builder().build();
        catalogue = itsm.as(kay).catalogue();
        shop = itsm.as(alice).shop();
        desk = itsm.as(bob).requests();
        catalogue.define(ServiceCategory.top("workplace", Wording.of("Workplace", "办公")));
        catalogue.define(
                ServiceCategory.top("devices", Wording.of("Devices", "设备")).under("workplace"));
        catalogue.define(service("notebooks"));
        catalogue.define(ApprovalPolicy.named("boss", ApprovalStep.asking("boss", Approver.person("boss"))));
        catalogue.define(notebook());
        catalogue.define(CatalogueItem.draft("account", "notebooks", Wording.of("Account")));
        catalogue.activate("notebook");
        catalogue.activate("account");
    }

    protected static CatalogueService service(String key) {
        Wording text = Wording.of(key);
        return CatalogueService.of(key, "devices", text, text, text);
    }

    protected static CatalogueItem notebook() {
        return CatalogueItem.draft("notebook", "notebooks", Wording.of("Notebook", "笔记本电脑"))
                .asking(Form.of(
                        Question.of("size", Kind.CHOICE, Wording.of("Which size?"))
                                .option("small", Wording.of("13 inch"))
                                .option("large", Wording.of("16 inch"))
                                .mandatory(),
                        Question.of("why", Kind.TEXT, Wording.of("Why the large one?"))
                                .shownWhen("size", "large")
                                .mandatory()
                                .between("10", "200")))
                .costing(Price.of(120_000, "EUR"))
                .approvedBy("boss")
                .fulfilledBy(FulfilmentPlan.of(
                        PlannedTask.of("hand-over", "Hand it over").after("set-up"),
                        PlannedTask.of("order", "Order it at the supplier")
                                .forGroup("purchase")
                                .undoneBy("Cancel at the supplier"),
                        PlannedTask.of("set-up", "Set it up")
                                .forGroup("desk")
                                .within(Duration.ofDays(3))
                                .after("order")
                                .undoneBy("Wipe it")))
                .deliveredWithin(Duration.ofDays(5));
    }

    protected static OrderLine small() {
        return OrderLine.of("notebook").answering("size", "small");
    }

    protected RequesterView ordered() {
        return shop.place(PlaceOrder.of(small())).items().get(0);
    }

    protected RequesterView approved() {
        RequesterView item = ordered();
        itsm.as(boss).approvals().approve(approval(item.id()));
        return item;
    }

    protected String approval(TicketId id) {
        ApprovalMark mark = desk.get(id).details().mark();
        assertThat(mark).isNotNull();
        return mark.approval();
    }

    protected Map<String, Task> tasks(TicketId id) {
        return desk.tickets().tasks(id, PageRequest.all()).items().stream()
                .collect(Collectors.toMap(Task::title, task -> task));
    }

    protected void done(TicketId id, String title) {
        desk.changeTask(id, tasks(id).get(title).id(), Task.State.DONE);
    }
}
