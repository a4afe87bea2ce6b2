package io.itsm4j.examples.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.itsm4j.incident.IncidentLifecycle;
import io.itsm4j.ticket.Priority;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The shipped log, replayed once in memory. The counts were taken from the file by another program. */
class ReplayTest {

    private static final PrintStream NOWHERE = new PrintStream(OutputStream.nullOutputStream());

    private static Result result;

    @BeforeAll
    static void replays_the_shipped_log() {
        result = replayed(Options.STANDARD.on(StoreKind.MEMORY));
    }

    static Result replayed(Options options) {
        return new Run(options, NOWHERE, false).run();
    }

    @Test
    void replays_every_row_of_every_incident() {
        assertThat(result.incidents()).isEqualTo(890);
        assertThat(result.rows()).isEqualTo(5_998);
        assertThat(result.seal().records()).isEqualTo(890);
    }

    @Test
    void says_what_the_log_says_or_knows_why_not() {
        assertThat(result.agreement().examples()).isEmpty();
        assertThat(result.agreement().isWhole()).isTrue();
    }

    @Test
    void agrees_on_every_state_every_priority_and_every_reopening() {
        for (Check check : List.of(Check.STATE, Check.PRIORITY)) {
            assertThat(result.agreement().of(check).agreed()).as(check.title()).isEqualTo(5_998);
        }
        for (Check check : List.of(Check.FINAL_STATE, Check.REOPENS, Check.JOURNAL)) {
            assertThat(result.agreement().of(check).agreed()).as(check.title()).isEqualTo(890);
        }
    }

    @Test
    void explains_each_disagreement_by_one_of_a_closed_list() {
        assertThat(explanations())
                .containsOnly(
                        entry(Check.FIRST_STATE, Map.of(Explanation.CUT, 258L)),
                        entry(Check.TIME_ORDER, Map.of(Explanation.TIME_GOES_BACK, 1L)),
                        entry(Check.UPDATE_ORDER, Map.of(Explanation.COUNTER_GOES_BACK, 4L)),
                        entry(Check.ASSIGNMENT, Map.of(Explanation.REFUSED, 12L)),
                        entry(
                                Check.REASSIGNMENT,
                                Map.of(
                                        Explanation.PERSON_COUNTS, 301L,
                                        Explanation.FIRST_GROUP_COUNTS, 3L,
                                        Explanation.COUNTED_UNSEEN, 3L,
                                        Explanation.REFUSED, 1L)),
                        entry(Check.OPENED, Map.of(Explanation.UPDATED_BEFORE_OPENED, 5L)),
                        entry(
                                Check.RESOLVED,
                                Map.of(
                                        Explanation.NO_RESOLVED_AT, 29L,
                                        Explanation.RESOLVED_AGAIN, 17L,
                                        Explanation.TIME_GOES_BACK, 1L)),
                        entry(Check.CLOSED, Map.of(Explanation.CLOSED_AGAIN, 4L)),
                        entry(Check.REASSIGNMENTS, Map.of(Explanation.STEPS, 211L)),
                        entry(Check.BACKLOG, Map.of(Explanation.INSTANTS, 6L)));
    }

    private static Map<Check, Map<Explanation, Long>> explanations() {
        return List.of(Check.values()).stream()
                .filter(check -> result.agreement().of(check).explained() > 0)
                .collect(Collectors.toMap(
                        check -> check, check -> result.agreement().of(check).explanations()));
    }

    @Test
    void counts_what_the_default_lifecycle_refuses_by_kind() {
        Map<Refusals.Kind, Long> refused = result.refusals().counts().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, kind -> kind.getValue().times()));

        assertThat(refused)
                .containsOnly(
                        entry(new Refusals.Kind("comment", "CLOSED", "TRANSITION"), 7L),
                        entry(new Refusals.Kind("assign", "RESOLVED", "TRANSITION"), 6L));
    }

    @Test
    void moves_incidents_as_often_as_the_log() {
        Map<Transitions.Step, Long> times = result.transitions().counts();

        assertThat(times)
                .hasSize(10)
                .containsEntry(new Transitions.Step(IncidentLifecycle.NEW, IncidentLifecycle.IN_PROGRESS), 541L)
                .containsEntry(new Transitions.Step(IncidentLifecycle.ON_HOLD, IncidentLifecycle.ON_HOLD), 18L)
                .containsEntry(new Transitions.Step(IncidentLifecycle.RESOLVED, IncidentLifecycle.IN_PROGRESS), 11L)
                .containsEntry(new Transitions.Step(IncidentLifecycle.RESOLVED, IncidentLifecycle.CLOSED), 890L);
    }

    @Test
    void counts_incidents_by_the_priority_they_end_with() {
        Map<Priority, Long> counts = result.volumes().byPriority().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, by -> by.getValue().incidents()));

        assertThat(counts)
                .containsOnly(
                        entry(Priority.CRITICAL, 15L),
                        entry(Priority.HIGH, 33L),
                        entry(Priority.MODERATE, 757L),
                        entry(Priority.LOW, 85L));
    }

    @Test
    void counts_the_backlog_at_the_first_of_each_month() {
        List<Backlog.Line> lines = result.backlog().lines();

        assertThat(lines)
                .extracting(Backlog.Line::log)
                .startsWith(206L, 109L, 57L, 20L)
                .hasSize(12);
        assertThat(lines).extracting(Backlog.Line::library).startsWith(205L, 108L, 56L, 19L);
    }

    @Test
    void counts_the_backlog_at_a_date_that_was_asked_for() {
        Result asked = replayed(Options.STANDARD.on(StoreKind.MEMORY).countingAt(List.of(LocalDate.of(2016, 3, 15))));

        assertThat(asked.backlog().lines()).singleElement().satisfies(line -> {
            assertThat(line.log()).isEqualTo(361);
            assertThat(line.library()).isEqualTo(360);
        });
    }
}
