package io.itsm4j.examples.vehicle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RepairShopTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String... arguments) {
        return RepairShop.run(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                arguments);
    }

    private List<String> told() {
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"memory", "h2", "postgres"})
    void the_day_ends_well_on_every_store(String store) {
        int status = run("--store=" + store);

        List<String> told = told();
        assertThat(status).as(String.join("\n", told)).isZero();
        assertThat(told).noneMatch(line -> line.contains("CHECK FAILED"));
        assertThat(told.get(told.size() - 1)).matches("[1-9][0-9]* checks hold");
        assertThat(told)
                .anyMatch(line -> line.contains("the invoice is not paid"))
                .anyMatch(line -> line.contains("whoever repaired it does not inspect it"))
                .anyMatch(line -> line.contains("jobs of the order are still open"))
                .contains("stateDiagram-v2")
                .contains("    INSPECTION --> REWORK : send-back");
    }

    @Test
    void refusals_name_what_is_allowed_and_who_may() {
        run("--store=memory");

        assertThat(told())
                .anyMatch(line -> line.contains("cannot receive REP0001, which is Booked")
                        && line.contains("the mileage is read at the reception")
                        && line.contains("receive (ADVISOR)"))
                .anyMatch(line -> line.contains("max may not vehicle-repair:order; it needs one of the roles ADVISOR"));
    }

    @Test
    void wrong_options_are_named() {
        assertThat(run("--store=paper")).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("--store=paper", "[h2, memory, postgres]");
        assertThat(run("--help")).isZero();
        assertThat(told().get(0)).startsWith("A day in a repair shop");
    }

    @Test
    void a_check_that_fails_is_told_and_remembered() {
        Checks checks = new Checks(new PrintStream(out, true, StandardCharsets.UTF_8));
        assertThat(checks.hold()).as("nothing was checked").isFalse();
        checks.that("two and two", 4, 4);
        assertThat(checks.hold()).isTrue();
        checks.that("two and two", 5, 4);
        assertThat(checks.hold()).isFalse();
        assertThat(told()).containsExactly("  CHECK FAILED: two and two is 5, not 4");
        assertThat(new ArrayList<>(List.of(checks.summary()))).containsExactly("1 of 2 checks failed");
    }
}
