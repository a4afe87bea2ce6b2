package io.itsm4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.itsm4j.InUse;
import io.itsm4j.InvalidInput;
import io.itsm4j.NotFound;
import io.itsm4j.NotPermitted;
import io.itsm4j.RuleViolated;
import io.itsm4j.actor.Actor;
import io.itsm4j.actor.Role;
import io.itsm4j.request.Audience;
import io.itsm4j.request.CatalogueItem;
import io.itsm4j.request.CatalogueService;
import io.itsm4j.request.CategoryNode;
import io.itsm4j.request.Form;
import io.itsm4j.request.FulfilmentPlan;
import io.itsm4j.request.Offer;
import io.itsm4j.request.OrderLine;
import io.itsm4j.request.PlaceOrder;
import io.itsm4j.request.PlannedTask;
import io.itsm4j.request.Price;
import io.itsm4j.request.Question;
import io.itsm4j.request.Question.Kind;
import io.itsm4j.request.Request;
import io.itsm4j.request.RequestLifecycle;
import io.itsm4j.request.ServiceCategory;
import io.itsm4j.request.Wording;
import io.itsm4j.storage.PageRequest;
import io.itsm4j.ticket.RequesterView;
import io.itsm4j.ticket.TicketId;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What the catalogue offers whom, and what its keepers may do to it. */
public abstract class CatalogueStories extends RequestContract {

    @Test
    void version_and_price_are_those_of_the_order() {
        RequesterView item = shop.place(PlaceOrder.of(small().times(3))).items().get(0);

        catalogue.define(activeNotebook().costing(Price.of(150_000, "EUR")).fulfilledBy(FulfilmentPlan.EMPTY));
        itsm.as(boss).approvals().approve(approval(item.id()));

        Request request = desk.get(item.id()).details();
        assertThat(request.price()).isEqualTo(Price.of(360_000, "EUR"));
        assertThat(tasks(item.id())).as("the plan of the ordered version").hasSize(3);
        assertThat(itsm.as(bob).catalogue().itemOf(request.itemHash()))
                .map(offer -> offer.item().price())
                .contains(Price.of(120_000, "EUR"));
        assertThat(shop.place(PlaceOrder.of(small())).items())
                .extracting(again -> desk.get(again.id()).details().price())
                .containsExactly(Price.of(150_000, "EUR"));
    }

    private CatalogueItem activeNotebook() {
        return catalogue.item("notebook").orElseThrow().item();
    }

    @Test
    void retiring_blocks_new_orders_only() {
        RequesterView item = ordered();

        catalogue.retire("notebook");

        refused(RuleViolated.class, "ITEM_NOT_OFFERED", () -> shop.place(PlaceOrder.of(small())));
        assertThat(shop.offers()).extracting(offer -> offer.item().key()).containsExactly("account");
        itsm.as(boss).approvals().approve(approval(item.id()));
        assertThat(desk.get(item.id()).state()).isEqualTo(RequestLifecycle.IN_FULFILMENT);
    }

    @Test
    void a_draft_cannot_be_ordered() {
        catalogue.define(CatalogueItem.draft("phone", "notebooks", Wording.of("Phone")));

        refused(RuleViolated.class, "ITEM_NOT_OFFERED", () -> shop.place(PlaceOrder.of("phone")));
    }

    @Test
    void only_the_audience_sees_and_orders() {
        catalogue.define(
                CatalogueItem.draft("badge", "notebooks", Wording.of("Badge")).forAudience(Audience.groups("guards")));
        catalogue.activate("badge");
        Actor gus = Actor.of("acme", "gus", Role.REQUESTER).inGroups("guards");

        assertThat(shop.offers()).extracting(offer -> offer.item().key()).doesNotContain("badge");
        assertThat(itsm.as(alice).catalogue().item("badge")).isEmpty();
        refused(NotFound.class, "NOT_FOUND", () -> shop.place(PlaceOrder.of("badge")));
        assertThat(itsm.as(gus).shop().place(PlaceOrder.of("badge")).items()).hasSize(1);
    }

    @Test
    void questions_are_asked_when_they_apply_and_answers_are_checked_all_at_once() {
        InvalidInput missing =
                refused(InvalidInput.class, "REQUIRED", () -> shop.place(PlaceOrder.of(OrderLine.of("notebook"))));
        assertThat(missing.faults()).extracting(InvalidInput.Fault::field).containsExactly("lines[0].answers.size");
        InvalidInput wrong = refused(
                InvalidInput.class,
                "NOT_ASKED",
                () -> shop.place(PlaceOrder.of(small())
                        .and(OrderLine.of("notebook").answering("size", "huge").answering("why", "because"))));
        assertThat(wrong.faults())
                .extracting(InvalidInput.Fault::field, InvalidInput.Fault::code)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("lines[1].answers.why", "NOT_ASKED"),
                        org.assertj.core.groups.Tuple.tuple("lines[1].answers.size", "FIELD_OPTION"));
        InvalidInput brief = refused(
                InvalidInput.class,
                "OUT_OF_LIMIT",
                () -> shop.place(PlaceOrder.of(
                        OrderLine.of("notebook").answering("size", "large").answering("why", "eyes"))));
        assertThat(brief.faults()).extracting(InvalidInput.Fault::field).containsExactly("lines[0].answers.why");

        TicketId id = shop.place(PlaceOrder.of(
                        OrderLine.of("notebook").answering("size", "large").answering("why", "my eyes are not good")))
                .items()
                .get(0)
                .id();
        assertThat(desk.get(id).details().answers())
                .containsEntry("size", List.of("large"))
                .containsEntry("why", List.of("my eyes are not good"));
        assertThat(shop.orders(PageRequest.all()).items())
                .as("nothing of the refused orders")
                .hasSize(1);
    }

    @Test
    void only_its_keepers_change_the_catalogue() {
        refused(
                NotPermitted.class,
                "NOT_PERMITTED",
                () -> itsm.as(bob).catalogue().retire("notebook"));
        refused(
                NotPermitted.class,
                "NOT_PERMITTED",
                () -> itsm.as(alice).catalogue().define(service("phones")));
    }

    @Test
    void categories_form_a_tree_of_any_depth_and_no_circle() {
        catalogue.define(
                ServiceCategory.top("small-devices", Wording.of("Small")).under("devices"));
        catalogue.define(CatalogueService.of(
                "mice", "small-devices", Wording.of("Mice"), Wording.of("Mice"), Wording.of("Mice")));

        List<CategoryNode> tree = itsm.as(alice).catalogue().tree();
        assertThat(tree).extracting(node -> node.category().key()).containsExactly("workplace");
        CategoryNode devices = tree.get(0).children().get(0);
        assertThat(devices.services()).extracting(CatalogueService::key).containsExactly("notebooks");
        assertThat(devices.children().get(0).services())
                .extracting(CatalogueService::key)
                .containsExactly("mice");
        refused(
                RuleViolated.class,
                "CATEGORY_CYCLE",
                () -> catalogue.define(ServiceCategory.top("workplace", Wording.of("Workplace"))
                        .under("small-devices")));
        refused(
                InvalidInput.class,
                "UNKNOWN",
                () -> catalogue.define(
                        ServiceCategory.top("lost", Wording.of("Lost")).under("nowhere")));
    }

    @Test
    void what_is_in_use_is_not_taken_off() {
        InUse category = refused(InUse.class, "IN_USE", () -> catalogue.removeCategory("devices"));
        assertThat(category.message(Locale.ENGLISH)).contains("devices").contains("1");
        InUse used = refused(InUse.class, "IN_USE", () -> catalogue.retireService("notebooks"));
        assertThat(used.message(Locale.ENGLISH)).contains("2");

        catalogue.retire("notebook");
        catalogue.retire("account");
        assertThat(catalogue.retireService("notebooks").retired()).isTrue();
        refused(RuleViolated.class, "ITEM_NOT_OFFERED", () -> catalogue.activate("notebook"));
        catalogue.define(ServiceCategory.top("empty", Wording.of("Empty")));
        catalogue.removeCategory("empty");
        assertThat(catalogue.tree()).extracting(node -> node.category().key()).doesNotContain("empty");
    }

    @Test
    void a_definition_is_refused_with_all_its_faults() {
        CatalogueItem broken = CatalogueItem.draft("bro ken", "notebooks", Wording.of(" "))
                .asking(Form.of(
                        Question.of("a", Kind.CHOICE, Wording.of("a?")).shownWhen("later", "x"),
                        Question.of("a", Kind.NUMBER, Wording.of("a?")).between("5", "1"),
                        Question.of("later", Kind.TEXT, Wording.of("l?")).like("(a+)+")))
                .costing(Price.of(-1, "XXY"))
                .fulfilledBy(FulfilmentPlan.of(PlannedTask.of("one", "one").after("none")));

        InvalidInput refusal = refused(InvalidInput.class, "ILLEGAL_CHARACTER", () -> catalogue.define(broken));

        assertThat(refusal.faults())
                .extracting(fault -> fault.field() + " " + fault.code())
                .containsExactly(
                        "key ILLEGAL_CHARACTER",
                        "name.en REQUIRED",
                        "description.en REQUIRED",
                        "form.questions[0].options REQUIRED",
                        "form.questions[0].shownWhen UNKNOWN",
                        "form.questions[1].key TWICE",
                        "form.questions[1].max RANGE_REVERSED",
                        "form.questions[2].pattern PATTERN",
                        "plan.tasks[0].after UNKNOWN",
                        "price.minor OUT_OF_LIMIT",
                        "price.currency UNKNOWN");
        InvalidInput circle = refused(
                InvalidInput.class,
                "TASK_CYCLE",
                () -> catalogue.define(notebook()
                        .fulfilledBy(FulfilmentPlan.of(
                                PlannedTask.of("one", "one").after("two"),
                                PlannedTask.of("two", "two").after("one"),
                                PlannedTask.of("free", "free")))));
        assertThat(circle.message(Locale.ENGLISH)).contains("one, two").doesNotContain("free");
        refused(InvalidInput.class, "UNKNOWN", () -> catalogue.define(notebook().approvedBy("nobody-knows")));
    }

    @Test
    void every_change_is_a_revision() {
        Offer before = catalogue.item("notebook").orElseThrow();

        Offer after = catalogue.define(before.item().costing(Price.of(1, "EUR")));
        Offer same = catalogue.define(before.item().costing(Price.of(1, "EUR")));

        assertThat(after.revision()).isEqualTo(before.revision() + 1);
        assertThat(same.revision()).as("the same content is no revision").isEqualTo(after.revision());
        assertThat(after.item().form()).isEqualTo(before.item().form());
        assertThat(after.item().plan()).isEqualTo(before.item().plan());
        assertThat(catalogue.itemOf(before.hash())).contains(before);
    }

    @Test
    void the_sample_catalogue_speaks_english_and_chinese() {
        catalogue.addSample();

        List<CategoryNode> tree = catalogue.tree().stream()
                .filter(node -> !node.category().key().equals("workplace"))
                .toList();
        assertThat(tree)
                .extracting(node -> node.category().name().in(Locale.ENGLISH))
                .containsExactly(
                        "Basic environment", "Hardware", "Software", "Security", "Operation management", "Other");
        assertThat(tree)
                .extracting(node -> node.category().name().in(Locale.SIMPLIFIED_CHINESE))
                .containsExactly("基础环境", "硬件", "软件", "安全", "运维管理", "其他");
        List<CatalogueService> services =
                tree.stream().flatMap(node -> node.services().stream()).toList();
        assertThat(services).hasSize(13).allSatisfy(service -> {
            assertThat(service.deliverables()).isNotEmpty();
            for (Wording text : List.of(service.name(), service.content(), service.mode())) {
                assertThat(text.in(Locale.ENGLISH)).isNotBlank();
                assertThat(text.in(Locale.SIMPLIFIED_CHINESE).codePoints())
                        .anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
            }
        });
        catalogue.addSample();
        assertThat(catalogue.tree()).hasSize(7);
    }
}
