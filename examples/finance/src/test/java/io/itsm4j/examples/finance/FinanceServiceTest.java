package io.itsm4j.examples.finance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FinanceServiceTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    private Path pictures;

    private int run(String... arguments) {
        return FinanceService.run(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                arguments);
    }

    private List<String> told() {
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"memory", "h2"})
    void the_story_ends_well_on_every_store(String store) {
        int status = run("--store=" + store, "--pictures=" + pictures);

        assertThat(status).as(String.join("\n", told())).isZero();
        assertThat(told()).noneMatch(line -> line.contains("CHECK FAILED"));
        assertThat(told().get(told().size() - 1)).matches("[1-9][0-9]* checks hold");
        assertThat(told())
                .anyMatch(line -> line.contains("East City payment application because it depends-on East City ledger"))
                .anyMatch(line -> line.contains("keeps going: 1 of the group 'farm' left, 1 needed"))
                .anyMatch(line -> line.contains("Payment, East City (SLA, about East City payment)"))
                .anyMatch(line -> line.contains("CHG0000002 cannot have its window: CHG0000001 holds"))
                .anyMatch(line -> line.contains("hit 11 items; now it hits 0"))
                .anyMatch(line -> line.contains("accuracy 42.85 %"));
    }

    @Test
    void the_pictures_in_the_documentation_are_those_it_draws() throws IOException {
        run("--store=memory", "--pictures=" + pictures);

        for (String name : List.of("rack-before.svg", "rack-after.svg", "ledger-after.svg")) {
            assertThat(Files.readString(Path.of("../../docs/pictures/finance-" + name)))
                    .as(name)
                    .isEqualTo(Files.readString(pictures.resolve(name)));
        }
        assertThat(pictures.resolve("ledger-before.svg")).exists();
    }

    @Test
    void wrong_options_are_named() {
        assertThat(run("--store=paper")).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("--store=paper", "[h2, memory]");
        assertThat(run("--help")).isZero();
        assertThat(told().get(0)).startsWith("The configuration of a finance service");
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
        assertThat(checks.summary()).isEqualTo("1 of 2 checks failed");
    }
}
