package io.itsm4j.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.itsm4j.Itsm;
import io.itsm4j.actor.Actor;
import io.itsm4j.actor.Role;
import io.itsm4j.journal.DomainEvent;
import io.itsm4j.lifecycle.Action;
import io.itsm4j.lifecycle.Lifecycle;
import io.itsm4j.lifecycle.State;
import io.itsm4j.lifecycle.StateCategory;
import io.itsm4j.problem.OpenProblem;
import io.itsm4j.problem.Problem;
import io.itsm4j.problem.ProblemLifecycle;
import io.itsm4j.problem.ProblemPolicy;
import io.itsm4j.problem.Problems;
import io.itsm4j.problem.RecordCause;
import io.itsm4j.problem.Trend;
import io.itsm4j.problem.TrendRule;
import io.itsm4j.testkit.MutableClock;
import io.itsm4j.ticket.OpenTicket;
import io.itsm4j.ticket.StandardActions;
import io.itsm4j.ticket.Step;
import io.itsm4j.ticket.Ticket;
import io.itsm4j.ticket.TicketId;
import io.itsm4j.ticket.TicketType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ProblemGuideTest {

    record Patch() {}

    private static final State OPEN = State.of("OPEN", StateCategory.NEW);
    private static final State DONE = State.of("DONE", StateCategory.CLOSED);
    private static final Action FINISH = Action.of("finish");

    private final TicketType<Patch> patchType = TicketType.named("patch", "PAT", Patch.class, new Patch())
            .livingBy(StandardActions.addTo(Lifecycle.<Step<Patch>>named("patch")
                            .initial(OPEN)
                            .transition(FINISH)
                            .from(OPEN)
                            .to(DONE)
                            .by(Role.AGENT))
                    .build());
    private final Actor bob = Actor.of("acme", "bob", Role.AGENT);
    private final MutableClock clock = MutableClock.at("2026-03-02T09:00:00Z");
    private final List<DomainEvent> heard = new ArrayList<>();
    private final Itsm itsm = Itsm.builder()
            .clock(clock)
            .type(patchType)
            .problemPolicy(new ProblemPolicy(Set.of("patch")))
            .listener(heard::add)
            .build();

    private TicketId incident(String title) {
        return itsm.as(bob).incidents().open(OpenTicket.titled(title)).id();
    }

    @Test
    void from_an_incident_to_the_end_of_its_cause() {
        TicketId incident = incident("VPN drops");

        // region problem-first
        Problems problems = itsm.as(bob).problems();
        TicketId id = problems.openBehind(incident, OpenProblem.titled("Firewall rekeys too early"))
                .id(); // category, service, items, impact and urgency are the incident's
        problems.assess(id);
        problems.publishWorkaround(id, "Reconnect every 50 minutes"); // reaches the incident too
        problems.declareKnownError(id);
        problems.analyse(id);
        problems.recordCause(id, RecordCause.of("The rekey interval is 1 hour").by("5-WHYS"));
        problems.beginFix(id);
        problems.completeFix(id, "Rekey interval set to 8 hours");
        problems.resolve(id);
        // endregion

        assertThat(problems.get(id).state()).isEqualTo(ProblemLifecycle.RESOLVED);
        assertThat(itsm.as(bob).incidents().get(incident).details().workaround())
                .isEqualTo("Reconnect every 50 minutes");
    }

    @Test
    void the_owner_hears_of_the_last_fix() {
        Problems problems = itsm.as(bob).problems();
        TicketId id = problems.open(OpenProblem.titled("Leak")).id();
        TicketId change = itsm.as(bob)
                .tickets(patchType)
                .open(OpenTicket.titled("New driver"))
                .id();

        // region problem-fix
        problems.addFix(id, change);
        itsm.as(bob).tickets(patchType).act(change, FINISH, null); // the problem's owner is told
        // endregion

        assertThat(heard).extracting(DomainEvent::name).contains("FixingChangesDone");
    }

    @Test
    void a_trend_becomes_a_problem_when_somebody_says_so() {
        incident("Disk 3 is full!");
        incident("disk 12 is full");
        Problems problems = itsm.as(bob).problems();

        // region problem-trends
        TrendRule rule = TrendRule.STANDARD.from(Trend.By.SYMPTOM, 2).within(Duration.ofDays(7));
        List<Trend> found = problems.trends(rule, clock.instant());
        Ticket<Problem> proposed = problems.propose(found.get(0), "Disks fill up");
        // endregion

        assertThat(found).hasSize(1);
        assertThat(proposed.title()).isEqualTo("Disks fill up");
    }
}
