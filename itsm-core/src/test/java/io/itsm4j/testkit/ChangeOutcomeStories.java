package io.itsm4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.itsm4j.InvalidInput;
import io.itsm4j.RuleViolated;
import io.itsm4j.TransitionRefused;
import io.itsm4j.change.AssessChange;
import io.itsm4j.change.ChangePolicy;
import io.itsm4j.change.Changes;
import io.itsm4j.change.CompleteChange;
import io.itsm4j.change.FailureRule;
import io.itsm4j.change.Outcome;
import io.itsm4j.change.PlanEdits;
import io.itsm4j.change.PlannedEdit;
import io.itsm4j.change.ReviewChange;
import io.itsm4j.cmdb.RegisterItem;
import io.itsm4j.cmdb.Relate;
import io.itsm4j.problem.OpenProblem;
import io.itsm4j.problem.Problem;
import io.itsm4j.problem.ProblemOrigin;
import io.itsm4j.storage.PageRequest;
import io.itsm4j.ticket.AddTask;
import io.itsm4j.ticket.CommandOptions;
import io.itsm4j.ticket.LinkType;
import io.itsm4j.ticket.LinkedTicket;
import io.itsm4j.ticket.Ticket;
import io.itsm4j.ticket.TicketId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How changes end: what a failure leads to, and what a success does to the items. */
public abstract class ChangeOutcomeStories extends ChangeContract {

    @Test
    void a_change_that_was_backed_out_is_reviewed_and_leads_somewhere() {
        TicketId id = scheduled("db-1", TEN, ELEVEN);
        clock.set(TEN);
        desk.start(id);
        refused(InvalidInput.class, "REQUIRED", () -> desk.backOut(id, " "));
        desk.backOut(id, "the disk was too slow");
        assertThat(desk.get(id).details().outcome()).isEqualTo(Outcome.BACKED_OUT);
        TransitionRefused refusal = refused(TransitionRefused.class, "GUARD", () -> desk.close(id));
        assertThat(guards(refusal)).containsExactly("HAS_A_REVIEW");
        desk.review(id, ReviewChange.finding("wrong disk"));
        desk.close(id);

        assertThat(desk.get(id).details().followUp()).isEqualTo("PRB0000001");
    }

    private TicketId begun(String ci) {
        TicketId id = scheduled(ci, TEN, ELEVEN);
        clock.set(TEN);
        desk.start(id);
        return id;
    }

    private List<LinkedTicket> causedBy(TicketId change) {
        return desk.tickets().linkedTo(change, LinkType.CAUSED_BY);
    }

    @Test
    void a_change_that_failed_opens_a_problem_within_the_same_command() {
        TicketId id = begun("db-1");
        Changes once = desk.with(CommandOptions.key("failed-1"));
        once.complete(id, CompleteChange.with(Outcome.FAILED, "the disk was too slow"));
        once.complete(id, CompleteChange.with(Outcome.FAILED, "the disk was too slow"));

        assertThat(causedBy(id)).extracting(LinkedTicket::type).containsExactly("problem");
        Ticket<Problem> problem =
                itsm.as(bob).problems().get(causedBy(id).get(0).id());
        assertThat(problem.title()).isEqualTo("Add a disk");
        assertThat(problem.classification().affected()).containsExactly("db-1");
        assertThat(problem.details().origin()).isEqualTo(ProblemOrigin.FAILED_CHANGE);
        assertThat(problem.details().symptoms()).isEqualTo("the disk was too slow");
        assertThat(desk.get(id).details().followUp()).isEqualTo(problem.number());
        assertThat(desk.tickets().journal(id, PageRequest.all()).items())
                .filteredOn(entry -> entry.event().equals("ChangeFailed"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.data())
                        .containsEntry("followUp", problem.id().value()));
        assertThat(itsm.verify(ACME).isIntact()).isTrue();
    }

    @Test
    void a_problem_that_it_caused_already_is_not_opened_twice() {
        TicketId id = begun("db-1");
        TicketId known =
                itsm.as(bob).problems().open(OpenProblem.titled("Slow disks")).id();
        itsm.as(bob).problems().tickets().link(known, LinkType.CAUSED_BY, id);
        desk.backOut(id, "too slow");

        assertThat(causedBy(id)).extracting(LinkedTicket::id).containsExactly(known);
        assertThat(desk.get(id).details().followUp()).isEqualTo("PRB0000001");
    }

    @Test
    void what_follows_from_a_failure_is_data() {
        itsm = building(builder(), ChangePolicy.STANDARD.onFailure(FailureRule.INCIDENT));
        desk = as(bob);
        TicketId first = begun("db-1");
        desk.complete(first, CompleteChange.with(Outcome.FAILED, "it broke"));
        assertThat(causedBy(first)).extracting(LinkedTicket::type).containsExactly("incident");

        itsm = building(builder(), ChangePolicy.STANDARD.onFailure(FailureRule.NOTHING));
        desk = as(bob);
        clock.set(NINE);
        TicketId second = begun("db-2");
        desk.complete(second, CompleteChange.with(Outcome.FAILED, "it broke"));
        assertThat(causedBy(second)).isEmpty();
        desk.review(second, ReviewChange.finding("wrong disk"));
        TransitionRefused refusal = refused(TransitionRefused.class, "GUARD", () -> desk.close(second));
        assertThat(guards(refusal)).containsExactly("FAILURE_HAS_A_FOLLOW_UP");
        desk.review(second, ReviewChange.finding("wrong disk").followedBy("none: the disk was a loan"));
        desk.close(second);
    }

    @Test
    void a_success_opens_nothing() {
        TicketId id = begun("db-1");
        desk.complete(id, CompleteChange.with(Outcome.PARTLY, "one of two"));

        assertThat(causedBy(id)).isEmpty();
    }

    @Test
    void a_refused_end_opens_nothing() {
        TicketId id = begun("db-1");
        desk.tickets().addTask(id, AddTask.titled("Label it"));
        refused(
                TransitionRefused.class,
                "GUARD",
                () -> desk.complete(id, CompleteChange.with(Outcome.FAILED, "it broke")));

        assertThat(causedBy(id)).isEmpty();
        assertThat(itsm.as(bob).problems().page(PageRequest.all()).items()).isEmpty();
    }

    @Test
    void planned_edits_are_applied_with_success_and_only_then() {
        PlannedEdit edit = new PlannedEdit("db-1", "disks", "3");
        TicketId good = planned("db-1", TEN, ELEVEN);
        TicketId bad = planned("db-2", NOON, NOON.plusSeconds(3_600));
        for (TicketId id : List.of(good, bad)) {
            desk.planEdits(id, PlanEdits.of(edit));
            desk.submit(id);
            desk.assess(id, AssessChange.answering(HARMLESS));
            desk.requestApproval(id);
            approve(cora, id);
        }
        assertThat(applied).isEmpty();
        clock.set(TEN);
        desk.start(good);
        desk.complete(good, CompleteChange.with(Outcome.SUCCESSFUL, "done"));
        assertThat(applied).containsExactly(edit);
        clock.set(NOON);
        desk.start(bad);
        desk.complete(bad, CompleteChange.with(Outcome.FAILED, "it broke"));

        assertThat(applied).containsExactly(edit);
        assertThat(events(bad)).contains("ChangeFailed");
    }

    @Test
    void without_ports_of_the_host_the_recorded_items_say_what_is_hit_and_are_changed_with_success() {
        itsm = builder().directory(staff).build();
        desk = as(bob);
        var configuration = itsm.as(bob).configuration();
        String database = configuration
                .items()
                .register(RegisterItem.of("server", "db-9").with("host_name", "db-9"))
                .id();
        String shop = configuration
                .items()
                .register(RegisterItem.of("application", "Shop").environment("production"))
                .id();
        configuration.relations().relate(Relate.of(shop, "depends-on", database));
        TicketId first = planned(database, TEN, NOON);
        desk.planEdits(first, PlanEdits.of(new PlannedEdit(database, "environment", "production")));
        desk.submit(first);
        desk.assess(first, AssessChange.answering(HARMLESS));
        desk.requestApproval(first);
        approve(cora, first);

        TicketId above = waiting(shop, ELEVEN, NOON);
        refused(RuleViolated.class, "CHANGE_CONFLICT", () -> approve(cora, above));
        TicketId elsewhere = waiting("a reference that is no item", ELEVEN, NOON);
        approve(cora, elsewhere);

        clock.set(TEN);
        desk.start(first);
        assertThat(configuration.items().get(database).environment()).isNull();
        desk.complete(first, CompleteChange.with(Outcome.SUCCESSFUL, "done"));
        assertThat(configuration.items().get(database).environment()).isEqualTo("production");
    }
}
