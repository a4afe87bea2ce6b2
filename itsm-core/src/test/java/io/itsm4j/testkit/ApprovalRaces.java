package io.itsm4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.itsm4j.Itsm;
import io.itsm4j.ItsmException;
import io.itsm4j.approval.Approval;
import io.itsm4j.approval.ApprovalPolicy;
import io.itsm4j.approval.ApprovalStep;
import io.itsm4j.approval.Approver;
import io.itsm4j.approval.CastVote;
import io.itsm4j.approval.Delegate;
import io.itsm4j.approval.Expiry;
import io.itsm4j.journal.JournalEntry;
import io.itsm4j.testkit.Errands.Errand;
import io.itsm4j.testkit.Together.Outcome;
import io.itsm4j.ticket.Reason;
import io.itsm4j.ticket.Ticket;
import io.itsm4j.ticket.TicketId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Votes, time and changes of content at once leave one outcome. */
public abstract class ApprovalRaces extends AskedContract {

    private static List<String> codes(List<? extends Outcome<?>> outcomes) {
        return outcomes.stream()
                .flatMap(outcome -> outcome.failure().stream())
                .map(failure -> failure instanceof ItsmException ours ? ours.code() : failure.toString())
                .toList();
    }

    private void assertLegal(String id) {
        List<JournalEntry> entries = as(carol).history(id, null).items();
        assertThat(entries)
                .extracting(JournalEntry::resultVersion)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, entries.size()).boxed().toList());
        assertThat(itsm.verify(ACME).isIntact()).isTrue();
    }

    @Test
    void h34_of_an_approval_and_a_rejection_at_once_exactly_one_decides() {
        Itsm other = building(otherNode());
        as(dora).delegate(Delegate.to("bob", NINE, NINE.plusSeconds(86_400)));
        ApprovalPolicy lead = ApprovalPolicy.named("lead", ApprovalStep.asking("lead", Approver.person("dora")));
        for (int round = 0; round < 10; round++) {
            String id = asked(lead);

            List<Outcome<Approval>> outcomes = Together.run(
                    () -> as(dora).approve(id), () -> other.as(bob).approvals().reject(id, "no"));

            assertThat(outcomes).filteredOn(Outcome::succeeded).hasSize(1);
            assertThat(codes(outcomes)).containsExactly("APPROVAL_ENDED");
            boolean approved = outcomes.get(0).succeeded();
            assertThat(subject(id).state()).isEqualTo(approved ? Errands.GRANTED : Errands.REFUSED);
            assertThat(subject(id).version()).isEqualTo(3);
            assertThat(as(carol).votes(id)).hasSize(1);
            assertLegal(id);
        }
    }

    @Test
    void h34_of_two_deciding_approvals_at_once_one_decides_and_the_other_is_told() {
        Itsm other = building(otherNode());
        for (int round = 0; round < 10; round++) {
            String id = asked(BOTH_OF_THE_BOARD);
            as(frida).approve(id);

            List<Outcome<Approval>> outcomes = Together.run(
                    () -> as(dora).approve(id), () -> other.as(egon).approvals().approve(id));

            assertThat(outcomes).filteredOn(Outcome::succeeded).hasSize(1);
            assertThat(codes(outcomes)).containsExactly("APPROVAL_ENDED");
            assertThat(as(carol).votes(id)).hasSize(2);
            assertThat(subject(id).version()).isEqualTo(3);
            assertLegal(id);
        }
    }

    @Test
    void h34_the_last_vote_and_the_end_of_the_time_at_once_leave_one_outcome() {
        Itsm other = building(otherNode());
        ApprovalPolicy expiring = ApprovalPolicy.named(
                "expiring",
                ApprovalStep.asking("lead", Approver.person("dora")).within(Duration.ofHours(1), Expiry.REJECT));
        for (int round = 0; round < 10; round++) {
            String id = asked(expiring);
            clock.advance(Duration.ofHours(1));

            List<Outcome<Object>> outcomes = Together.run(() -> as(dora).approve(id), () -> other.processDue(10));

            boolean approved = as(carol).get(id).state() == Approval.State.APPROVED;
            assertThat(codes(outcomes)).isEqualTo(approved ? List.of() : List.of("APPROVAL_ENDED"));
            assertThat(subject(id).state()).isEqualTo(approved ? Errands.GRANTED : Errands.REFUSED);
            assertThat(subject(id).version()).isEqualTo(3);
            assertLegal(id);
        }
    }

    @Test
    void h34_the_same_person_twice_and_a_stand_in_beside_their_principal_are_one_vote() {
        Itsm other = building(otherNode());
        as(dora).delegate(Delegate.to("bob", NINE, NINE.plusSeconds(86_400)));
        for (int round = 0; round < 10; round++) {
            String id = asked(BOTH_OF_THE_BOARD);
            List<Callable<Approval>> votes = new ArrayList<>();
            votes.add(() -> as(dora).approve(id));
            votes.add(() -> other.as(dora).approvals().approve(id));
            votes.add(() -> as(bob).vote(id, CastVote.approving().standingInFor("dora")));
            votes.add(() -> other.as(bob).approvals().approve(id));

            List<Outcome<Approval>> outcomes = Together.run(votes);

            assertThat(outcomes).filteredOn(Outcome::succeeded).hasSize(1);
            assertThat(codes(outcomes)).containsOnly("APPROVAL_VOTED");
            assertThat(as(carol).votes(id)).hasSize(1);
            assertThat(as(carol).get(id).state()).isEqualTo(Approval.State.PENDING);
            assertLegal(id);
        }
    }

    @Test
    void h34_a_change_of_content_and_the_deciding_vote_at_once_never_approve_what_nobody_saw() {
        Itsm other = building(otherNode());
        for (int round = 0; round < 10; round++) {
            TicketId ticket = errand();
            String id = asked(ticket, BOTH_OF_THE_BOARD);
            as(dora).approve(id);
            long cost = 100 + round;

            List<Outcome<Object>> outcomes = Together.run(
                    () -> as(egon).approve(id),
                    () -> other.as(bob)
                            .tickets(errands.type())
                            .act(
                                    ticket,
                                    Errands.PRICE,
                                    Reason.NONE,
                                    draft -> draft.details(
                                            new Errand(cost, draft.details().mark()))));

            Ticket<Errand> after = desk.get(ticket);
            boolean granted = after.state().equals(Errands.GRANTED);
            assertThat(after.details().cost()).isEqualTo(granted ? 0 : cost);
            assertThat(codes(outcomes)).isEqualTo(granted ? List.of("TRANSITION") : List.of());
            assertThat(as(carol).get(id).round()).isEqualTo(granted ? 1 : 2);
            assertLegal(id);
        }
    }
}
