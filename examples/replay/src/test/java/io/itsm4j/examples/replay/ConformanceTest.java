package io.itsm4j.examples.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Logs that do what the shipped one never does. INC0000045 is in lines 2 to 5: New, Resolved twice, Closed. */
class ConformanceTest {

    @TempDir
    Path folder;

    private Result replayed(SmallLog log) {
        return ReplayTest.replayed(Options.STANDARD.on(StoreKind.MEMORY).of(log.in(folder)));
    }

    @Test
    void goes_by_resolving_where_the_log_closes_at_once() {
        Result result = replayed(SmallLog.shipped(4).with(3, "Resolved", "New").with(4, "Resolved", "New"));

        assertThat(result.refusals().counts().keySet())
                .containsExactly(new Refusals.Kind("close", "NEW", "TRANSITION"));
        assertThat(result.agreement().of(Check.FINAL_STATE).agreed()).isEqualTo(1);
    }

    @Test
    void goes_by_reopening_where_the_log_puts_a_resolved_incident_on_hold() {
        Result result = replayed(SmallLog.shipped(4).with(4, "Resolved", "Awaiting Vendor"));

        assertThat(result.refusals().counts().keySet())
                .containsExactlyInAnyOrder(
                        new Refusals.Kind("hold", "RESOLVED", "TRANSITION"),
                        new Refusals.Kind("close", "ON_HOLD", "TRANSITION"));
        assertThat(result.agreement().of(Check.STATE).agreed()).isEqualTo(4);
    }

    @Test
    void stays_where_it_is_when_the_log_goes_back_to_new_and_says_so() {
        Result result = replayed(SmallLog.shipped(4).with(4, "Resolved", "New"));

        assertThat(result.refusals().counts().keySet())
                .contains(new Refusals.Kind("return to new", "RESOLVED", "no action"));
        assertThat(result.agreement().of(Check.STATE).explanations()).containsEntry(Explanation.REFUSED, 1L);
    }

    @Test
    void refuses_to_reopen_when_the_window_is_over() {
        SmallLog log = SmallLog.shipped(4).with(5, "Closed,FALSE", "Active,TRUE");

        Result inside = replayed(log);
        Result late = replayed(log.with(5, "05-03-2016 12:00", "05-04-2016 12:00"));

        assertThat(inside.refusals().total()).isZero();
        assertThat(late.refusals().counts().keySet())
                .containsExactly(new Refusals.Kind("reopen", "RESOLVED", "WITHIN_REOPEN_WINDOW"));
    }

    @Test
    void ends_with_1_when_the_log_rates_otherwise_than_the_company() {
        SmallLog log = SmallLog.shipped(4).with(3, "3 - Moderate", "1 - Critical");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream printed = new PrintStream(out, true, StandardCharsets.UTF_8);

        int status = Replay.run(printed, printed, false, "--store=memory", "--log=" + log.in(folder));

        assertThat(status).isEqualTo(1);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("UNEXPLAINED  priority after each row: INC0000045, line 3: the library says MODERATE")
                .contains("NOT everything agrees or is explained.");
    }
}
