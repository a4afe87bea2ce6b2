package io.itsm4j.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import io.itsm4j.Itsm;
import io.itsm4j.ItsmSession;
import io.itsm4j.actor.Actor;
import io.itsm4j.actor.Role;
import io.itsm4j.approval.Approval;
import io.itsm4j.approval.ApprovalPolicy;
import io.itsm4j.approval.ApprovalStep;
import io.itsm4j.approval.Approver;
import io.itsm4j.approval.Quorum;
import io.itsm4j.change.AssessChange;
import io.itsm4j.change.Change;
import io.itsm4j.change.ChangePolicy;
import io.itsm4j.change.Changes;
import io.itsm4j.change.PlanChange;
import io.itsm4j.jpa.fixture.Bench;
import io.itsm4j.jpa.fixture.Stores;
import io.itsm4j.jpa.fixture.TestStore;
import io.itsm4j.storage.PageRequest;
import io.itsm4j.ticket.AddTask;
import io.itsm4j.ticket.OpenTicket;
import io.itsm4j.ticket.Ticket;
import io.itsm4j.ticket.TicketId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;

/** A change costs few round trips however much hangs on it. */
class ChangeStatementsTest {

    private static final Actor BOB = Actor.of("acme", "bob", Role.AGENT);
    private static final Map<String, String> ANSWERS = Map.of(
            "tested", "yes",
            "backout", "at-once",
            "experience", "often",
            "users", "nobody",
            "downtime", "no",
            "complexity", "one",
            "security", "no");

    private static ApprovalPolicy fiveSteps() {
        ApprovalStep[] steps = IntStream.rangeClosed(1, 5)
                .mapToObj(i -> ApprovalStep.asking("step " + i, Approver.person("p" + i), Approver.person("q" + i))
                        .needing(Quorum.all()))
                .toArray(ApprovalStep[]::new);
        return ApprovalPolicy.named("five steps", steps);
    }

    private static Actor person(String id) {
        return Actor.of("acme", id, Role.REQUESTER);
    }

    private static TicketId waiting(Changes changes, Instant start) {
        String[] cis = IntStream.range(0, 50).mapToObj(i -> "ci-" + i).toArray(String[]::new);
        TicketId id = changes.open(
                        OpenTicket.titled("Move the rack").requestedBy("alice").touching(cis))
                .id();
        changes.plan(
                id,
                PlanChange.NOTHING
                        .because("it must", null)
                        .doing("move it", "look", "move it back")
                        .within(start, start.plusSeconds(3_600)));
        for (int i = 0; i < 20; i++) {
            changes.tickets().addTask(id, AddTask.titled("task " + i));
        }
        changes.submit(id);
        changes.assess(id, AssessChange.answering(ANSWERS));
        changes.requestApproval(id);
        return id;
    }

    @ParameterizedTest
    @Stores
    void a_change_with_fifty_items_five_steps_and_twenty_tasks_loads_in_five_statements(TestStore where) {
        try (Bench bench = where.bench()) {
            Itsm itsm = Itsm.builder()
                    .store(JpaStore.owning(bench.factory()))
                    .changePolicy(ChangePolicy.STANDARD.approvedBy(fiveSteps(), fiveSteps(), fiveSteps()))
                    .build();
            ItsmSession desk = itsm.as(BOB);
            Changes changes = desk.changes();
            TicketId id = waiting(changes, Instant.now().plusSeconds(7_200));
            String approval = approvalOf(changes, id);
            for (int i = 1; i <= 4; i++) {
                itsm.as(person("p" + i)).approvals().approve(approval);
                itsm.as(person("q" + i)).approvals().approve(approval);
            }
            bench.log().take();

            Ticket<Change> change = changes.get(id);
            Approval found = desk.approvals().get(approval);
            int tasks = changes.tickets().tasks(id, PageRequest.all()).items().size();
            int statements = bench.log().take().size();

            assertThat(change.classification().cis()).hasSize(50);
            assertThat(found.opened()).hasSize(5);
            assertThat(tasks).isEqualTo(20);
            assertThat(statements)
                    .as("change, approval, and tasks with their ticket")
                    .isLessThanOrEqualTo(5);
        }
    }

    @ParameterizedTest
    @Stores
    void a_vote_takes_no_more_statements_for_more_items_and_the_last_one_books_them_in_one_batch(TestStore where) {
        try (Bench bench = where.bench()) {
            Itsm itsm = Itsm.builder()
                    .store(JpaStore.owning(bench.factory()))
                    .changePolicy(ChangePolicy.STANDARD.approvedBy(fiveSteps(), fiveSteps(), fiveSteps()))
                    .build();
            Changes changes = itsm.as(BOB).changes();
            TicketId id = waiting(changes, Instant.now().plusSeconds(7_200));
            String approval = approvalOf(changes, id);
            for (int i = 1; i <= 4; i++) {
                itsm.as(person("p" + i)).approvals().approve(approval);
                itsm.as(person("q" + i)).approvals().approve(approval);
            }
            bench.log().take();

            itsm.as(person("p5")).approvals().approve(approval);
            List<String> vote = bench.log().take();
            itsm.as(person("q5")).approvals().approve(approval);
            List<String> last = bench.log().take();

            assertThat(vote).as(vote.toString()).hasSizeLessThanOrEqualTo(12);
            assertThat(last).as(last.toString()).hasSizeLessThanOrEqualTo(24);
            assertThat(last.stream()
                            .filter(sql ->
                                    sql.toLowerCase(java.util.Locale.ROOT).contains("into itsm_booking")))
                    .hasSize(1);
        }
    }

    private static String approvalOf(Changes changes, TicketId id) {
        return java.util.Objects.requireNonNull(changes.get(id).details().approval())
                .approval();
    }
}
