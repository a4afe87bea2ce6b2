package io.itsm4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.itsm4j.InvalidInput;
import io.itsm4j.NotFound;
import io.itsm4j.NotPermitted;
import io.itsm4j.RuleViolated;
import io.itsm4j.TransitionRefused;
import io.itsm4j.actor.Actor;
import io.itsm4j.actor.GroupId;
import io.itsm4j.actor.PersonId;
import io.itsm4j.actor.Role;
import io.itsm4j.approval.Approval;
import io.itsm4j.approval.ApprovalPolicy;
import io.itsm4j.approval.ApprovalStep;
import io.itsm4j.approval.Approver;
import io.itsm4j.calendar.CalendarDefinition;
import io.itsm4j.calendar.WeekPlan;
import io.itsm4j.journal.JournalEntry;
import io.itsm4j.request.CatalogueItem;
import io.itsm4j.request.FulfilmentPlan;
import io.itsm4j.request.Order;
import io.itsm4j.request.OrderLine;
import io.itsm4j.request.OrderState;
import io.itsm4j.request.OrderView;
import io.itsm4j.request.PlaceOrder;
import io.itsm4j.request.PlannedTask;
import io.itsm4j.request.Request;
import io.itsm4j.request.RequestLifecycle;
import io.itsm4j.request.Wording;
import io.itsm4j.storage.Criterion;
import io.itsm4j.storage.PageRequest;
import io.itsm4j.ticket.Assign;
import io.itsm4j.ticket.CommandOptions;
import io.itsm4j.ticket.OpenTicket;
import io.itsm4j.ticket.RequesterView;
import io.itsm4j.ticket.Task;
import io.itsm4j.ticket.Ticket;
import io.itsm4j.ticket.TicketId;
import io.itsm4j.ticket.UpdateTicket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Requests told as stories: what is ordered, who says yes, which tasks follow, and how it ends. */
public abstract class RequestStories extends RequestContract {

    @Test
    void from_the_shelf_to_the_desk() {
        assertThat(shop.offers()).extracting(offer -> offer.item().key()).containsExactly("account", "notebook");

        OrderView order = shop.place(PlaceOrder.of(small()));
        RequesterView item = order.items().get(0);
        assertThat(order.number()).isEqualTo("ORD0000001");
        assertThat(order.state()).isEqualTo(OrderState.AWAITING_APPROVAL);
        assertThat(item.state()).isEqualTo(RequestLifecycle.AWAITING_APPROVAL);
        assertThat(tasks(item.id())).as("no fulfilment before approval").isEmpty();

        itsm.as(boss).approvals().approve(approval(item.id()));
        assertThat(shop.order(order.id()).state()).isEqualTo(OrderState.IN_FULFILMENT);
        done(item.id(), "Order it at the supplier");
        done(item.id(), "Set it up");
        assertThat(desk.get(item.id()).state()).isEqualTo(RequestLifecycle.IN_FULFILMENT);
        done(item.id(), "Hand it over");

        assertThat(desk.get(item.id()).state()).as("all tasks are done").isEqualTo(RequestLifecycle.FULFILLED);
        assertThat(shop.order(order.id()).state()).isEqualTo(OrderState.FULFILLED);
        itsm.as(alice).portal().act(item.id(), RequestLifecycle.CLOSE, null);
        assertThat(shop.order(order.id()).state()).isEqualTo(OrderState.CLOSED);
        assertThat(itsm.verify(ACME).isIntact()).isTrue();
    }

    @Test
    void the_plan_becomes_tasks_that_wait_for_each_other() {
        TicketId id = approved().id();

        Map<String, Task> tasks = tasks(id);
        assertThat(tasks.keySet()).containsExactlyInAnyOrder("Order it at the supplier", "Set it up", "Hand it over");
        Task order = tasks.get("Order it at the supplier");
        Task setUp = tasks.get("Set it up");
        assertThat(order.dependsOn()).isEmpty();
        assertThat(setUp.dependsOn()).containsExactly(order.id());
        assertThat(setUp.dueAt()).isEqualTo(NINE.plus(Duration.ofDays(3)));
        assertThat(tasks.get("Hand it over").dependsOn()).containsExactly(setUp.id());
        assertThat(desk.get(id).details().deliverBy()).isEqualTo(NINE.plus(Duration.ofDays(5)));
        refused(RuleViolated.class, "TASK_WAITS", () -> done(id, "Set it up"));
    }

    private List<String> queue(Criterion<Task> whose) {
        return itsm.as(bob).queue().tasks(PageRequest.of(whose.and(Task.unfinished()))).items().stream()
                .map(line -> line.ticket().number() + " " + line.task().title())
                .toList();
    }

    @Test
    void each_task_waits_in_a_queue_of_its_own_whoever_has_the_item() {
        TicketId first = approved().id();
        TicketId second = approved().id();
        assertThat(queue(Task.GROUP.is(GroupId.of("purchase"))))
                .containsExactly("REQ0000001 Order it at the supplier", "REQ0000002 Order it at the supplier");
        assertThat(queue(Task.GROUP.is(GroupId.of("desk")))).hasSize(2);

        Task order = tasks(first).get("Order it at the supplier");
        desk.tickets().assignTask(first, order.id(), Assign.to("purchase", "pat"));
        assertThat(queue(Task.ASSIGNEE.is(PersonId.of("pat")))).containsExactly("REQ0000001 Order it at the supplier");
        assertThat(desk.get(first).assignment().assignee()).as("of the item").isNull();
        done(first, "Order it at the supplier");
        assertThat(queue(Task.GROUP.is(GroupId.of("purchase")))).containsExactly("REQ0000002 Order it at the supplier");
        assertThat(tasks(first).get("Order it at the supplier").assignee()).isEqualTo(PersonId.of("pat"));

        desk.cancel(second, "bought elsewhere");
        assertThat(queue(Task.GROUP.is(GroupId.of("purchase")))).isEmpty();
    }

    @Test
    void the_promise_counts_the_working_time_of_the_calendar_that_the_item_names() {
        Actor mona = Actor.of("acme", "mona", Role.AGENT, Role.MANAGER);
        itsm.as(mona)
                .serviceLevels()
                .defineCalendar(CalendarDefinition.of("office", "UTC", WeekPlan.weekdays("09:00-17:00")));
        CatalogueItem badge = CatalogueItem.draft("badge", "notebooks", Wording.of("Badge"))
                .deliveredWithin(Duration.ofHours(20))
                .fulfilledBy(
                        FulfilmentPlan.of(PlannedTask.of("print", "Print it").within(Duration.ofHours(9))));
        InvalidInput unknown =
                refused(InvalidInput.class, "UNKNOWN", () -> catalogue.define(badge.countedIn("unheard of")));
        assertThat(unknown.faults()).extracting(InvalidInput.Fault::field).containsExactly("hours");
        catalogue.define(badge.countedIn("office"));
        catalogue.activate("badge");
        TicketId id = shop.place(PlaceOrder.of("badge")).items().get(0).id();

        assertThat(desk.get(id).details().deliverBy())
                .as("from Monday nine o'clock on, eight hours a day")
                .isEqualTo(Instant.parse("2026-03-04T13:00:00Z"));
        assertThat(tasks(id).get("Print it").dueAt()).isEqualTo(Instant.parse("2026-03-03T10:00:00Z"));
        itsm.as(mona).serviceLevels().retireCalendar("office");
        TicketId later = shop.place(PlaceOrder.of("badge")).items().get(0).id();
        assertThat(desk.get(later).details().deliverBy()).isEqualTo(Instant.parse("2026-03-04T13:00:00Z"));
    }

    @Test
    void what_needs_no_approval_is_in_fulfilment_at_once() {
        OrderView order = shop.place(PlaceOrder.of("account"));

        assertThat(order.state()).isEqualTo(OrderState.IN_FULFILMENT);
        TicketId id = order.items().get(0).id();
        desk.fulfil(id, "the account is alice.b");
        assertThat(desk.get(id).details().outcome()).isEqualTo("the account is alice.b");
    }

    @Test
    void a_rejected_item_is_not_fulfilled() {
        RequesterView item = ordered();

        itsm.as(boss).approvals().reject(approval(item.id()), "use the old one");

        assertThat(desk.get(item.id()).state()).isEqualTo(RequestLifecycle.REJECTED);
        assertThat(tasks(item.id())).isEmpty();
        refused(TransitionRefused.class, "TRANSITION", () -> desk.fulfil(item.id(), null));
    }

    @Test
    void nobody_starts_fulfilment_by_hand_and_nobody_opens_a_request_beside_the_catalogue() {
        RequesterView item = ordered();

        refused(
                NotPermitted.class,
                "NOT_PERMITTED",
                () -> desk.tickets().act(item.id(), RequestLifecycle.APPROVE, null));
        refused(NotPermitted.class, "NOT_PERMITTED", () -> desk.tickets().open(OpenTicket.titled("a notebook")));
        refused(
                NotPermitted.class,
                "NOT_PERMITTED",
                () -> itsm.as(alice).portal().open(itsm.requestType(), OpenTicket.titled("a notebook")));
    }

    @Test
    void the_requester_does_not_approve_and_an_edited_request_is_asked_about_again() {
        catalogue.define(ApprovalPolicy.named(
                "boss", ApprovalStep.asking("boss", Approver.person("boss"), Approver.person("alice"))));
        RequesterView item = ordered();
        String approval = approval(item.id());
        refused(
                NotPermitted.class,
                "APPROVAL_NOT_ASKED",
                () -> itsm.as(alice).approvals().approve(approval));

        desk.tickets().update(item.id(), UpdateTicket.NOTHING.describedAs("and a second screen"));
        Approval stale = itsm.as(boss).approvals().approve(approval);

        assertThat(stale.state()).isEqualTo(Approval.State.PENDING);
        assertThat(stale.round()).isEqualTo(2);
        assertThat(desk.get(item.id()).state()).isEqualTo(RequestLifecycle.AWAITING_APPROVAL);
        itsm.as(boss).approvals().approve(approval);
        assertThat(desk.get(item.id()).state()).isEqualTo(RequestLifecycle.IN_FULFILMENT);
    }

    @Test
    void cancelling_takes_back_what_was_begun_the_last_begun_first() {
        TicketId id = approved().id();
        done(id, "Order it at the supplier");
        desk.changeTask(id, tasks(id).get("Set it up").id(), Task.State.IN_PROGRESS);

        shop.cancel(id, "I got one from a colleague");

        Map<String, Task> tasks = tasks(id);
        assertThat(desk.get(id).state()).isEqualTo(RequestLifecycle.CANCELLED);
        assertThat(tasks.get("Order it at the supplier").state()).isEqualTo(Task.State.DONE);
        assertThat(tasks.get("Set it up").state()).isEqualTo(Task.State.SKIPPED);
        assertThat(tasks.get("Hand it over").state()).isEqualTo(Task.State.SKIPPED);
        Task wipe = tasks.get("Wipe it");
        Task supplier = tasks.get("Cancel at the supplier");
        assertThat(wipe.dependsOn()).isEmpty();
        assertThat(supplier.dependsOn()).containsExactly(wipe.id());
        refused(RuleViolated.class, "TASK_WAITS", () -> done(id, "Cancel at the supplier"));
        done(id, "Wipe it");
        done(id, "Cancel at the supplier");
        assertThat(tasks(id).values()).noneMatch(task -> task.state().isOpen());
        assertThat(desk.get(id).state()).isEqualTo(RequestLifecycle.CANCELLED);
    }

    @Test
    void cancelling_before_the_approval_calls_it_off() {
        RequesterView item = ordered();
        String approval = approval(item.id());

        shop.cancel(item.id(), "changed my mind");

        assertThat(itsm.as(carol).approvals().get(approval).state()).isEqualTo(Approval.State.WITHDRAWN);
        refused(
                RuleViolated.class,
                "APPROVAL_ENDED",
                () -> itsm.as(boss).approvals().approve(approval));
        assertThat(desk.get(item.id()).state()).isEqualTo(RequestLifecycle.CANCELLED);
    }

    @Test
    void on_hold_the_last_task_may_be_done_and_it_is_fulfilled_when_it_goes_on() {
        TicketId id = approved().id();
        desk.hold(id, "the supplier has none");
        done(id, "Order it at the supplier");
        done(id, "Set it up");
        done(id, "Hand it over");
        assertThat(desk.get(id).state()).isEqualTo(RequestLifecycle.ON_HOLD);

        assertThat(desk.resume(id).state()).isEqualTo(RequestLifecycle.FULFILLED);
        TransitionRefused again = refused(TransitionRefused.class, "TRANSITION", () -> desk.hold(id, "for ever"));
        assertThat(again.allowedActions()).contains("close", "reopen");
    }

    @Test
    void what_is_not_as_ordered_is_taken_up_again_and_what_is_closes_by_itself() {
        TicketId id = shop.place(PlaceOrder.of("account")).items().get(0).id();
        desk.fulfil(id, "done");
        itsm.as(alice).portal().act(id, RequestLifecycle.REOPEN, "I cannot log in");
        assertThat(desk.get(id).state()).isEqualTo(RequestLifecycle.IN_FULFILMENT);
        desk.fulfil(id, "password sent");

        clock.advance(Duration.ofDays(7));
        assertThat(itsm.processDue(100).done()).isEqualTo(1);
        assertThat(desk.get(id).state()).isEqualTo(RequestLifecycle.CLOSED);
    }

    @Test
    void an_order_stands_where_its_items_stand() {
        Order order = itsm.as(bob)
                .requests()
                .place(PlaceOrder.of(small()).and(OrderLine.of("account")).requestedBy("alice"));
        List<Ticket<Request>> items = desk.items(order);
        assertThat(items).extracting(item -> item.details().item()).containsExactly("notebook", "account");
        assertThat(items).allMatch(item -> item.people().requester().equals(alice.id()));
        assertThat(desk.state(order)).isEqualTo(OrderState.IN_FULFILMENT);

        desk.fulfil(items.get(1).id(), null);
        assertThat(desk.state(order)).as("one waits, one is done").isEqualTo(OrderState.IN_FULFILMENT);
        itsm.as(boss).approvals().reject(approval(items.get(0).id()), "no");
        assertThat(desk.state(order)).isEqualTo(OrderState.FULFILLED);
        desk.close(items.get(1).id());
        assertThat(desk.state(order)).isEqualTo(OrderState.CLOSED);
        assertThat(shop.order(order.id()).state()).as("alice sees the same").isEqualTo(OrderState.CLOSED);
    }

    @Test
    void an_order_is_placed_whole_or_not_at_all_and_once_for_a_key() {
        refused(
                NotFound.class,
                "NOT_FOUND",
                () -> shop.place(PlaceOrder.of(small()).and(OrderLine.of("no such thing"))));
        assertThat(desk.page(PageRequest.all()).items()).isEmpty();

        CommandOptions key = CommandOptions.key("order-1");
        OrderView first = shop.with(key).place(PlaceOrder.of(small()));
        OrderView second = shop.with(key).place(PlaceOrder.of(small()));
        assertThat(second.id()).isEqualTo(first.id());
        assertThat(desk.page(PageRequest.all()).items()).hasSize(1);
    }

    @Test
    void requesters_see_their_own_orders_and_order_for_themselves() {
        OrderView mine = shop.place(PlaceOrder.of("account"));
        Actor eve = Actor.of("acme", "eve", Role.REQUESTER);

        refused(NotFound.class, "NOT_FOUND", () -> itsm.as(eve).shop().order(mine.id()));
        assertThat(itsm.as(eve).shop().orders(PageRequest.all()).items()).isEmpty();
        refused(
                NotFound.class,
                "NOT_FOUND",
                () -> itsm.as(eve).shop().cancel(mine.items().get(0).id(), "not mine"));
        refused(
                NotPermitted.class,
                "NOT_PERMITTED",
                () -> itsm.as(eve).shop().place(PlaceOrder.of("account").requestedBy("alice")));
        Actor rita = Actor.of("rival", "rita", Role.REQUESTER, Role.AGENT);
        refused(NotFound.class, "NOT_FOUND", () -> itsm.as(rita).requests().order(mine.id()));
        assertThat(itsm.as(rita).shop().offers()).isEmpty();
    }

    @Test
    void the_journal_tells_the_story() {
        TicketId id = approved().id();
        done(id, "Order it at the supplier");
        done(id, "Set it up");
        done(id, "Hand it over");

        assertThat(desk.tickets().journal(id, PageRequest.all()).items())
                .extracting(JournalEntry::event)
                .containsExactly(
                        "TicketOpened",
                        "ApprovalRequested",
                        "RequestApproved",
                        "TaskChanged",
                        "TaskChanged",
                        "TaskChanged",
                        "RequestFulfilled");
    }
}
