package io.itsm4j.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.itsm4j.InvalidInput;
import io.itsm4j.actor.PersonId;
import io.itsm4j.actor.Role;
import io.itsm4j.journal.CanonicalJson;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ApprovalFormsTest {

    private static final ApprovalPolicy POLICY = new ApprovalPolicy(
            "everything",
            List.of(
                    ApprovalStep.asking(
                                    "one",
                                    Approver.person("ann"),
                                    Approver.group("board").weighing(3))
                            .needing(Quorum.weighing(4))
                            .reminding(Duration.ofHours(1), Duration.ofDays(1))
                            .escalatingAfter(Duration.ofDays(2), Approver.role(Role.MANAGER)),
                    ApprovalStep.asking("two", Approver.person("ann")).needing(Quorum.all()),
                    ApprovalStep.asking("three", Approver.person("ann"))
                            .needing(Quorum.percent(66, Rounding.HALF_UP))
                            .within(Duration.ofHours(3), Expiry.REJECT),
                    ApprovalStep.asking("four", Approver.person("ann"), Approver.person("ben"))
                            .needing(Quorum.atLeast(2))),
            false);

    @SuppressWarnings("unchecked")
    private static Map<String, ?> throughText(Map<String, ?> data) {
        return (Map<String, ?>) java.util.Objects.requireNonNull(CanonicalJson.read(CanonicalJson.write(data)));
    }

    @Test
    void a_policy_reads_back_as_it_was_written() {
        assertThat(PolicyForm.read(throughText(PolicyForm.write(POLICY)))).isEqualTo(POLICY);
        ApprovalPolicy plain = ApprovalPolicy.named("plain", ApprovalStep.asking("one", Approver.person("ann")));
        assertThat(PolicyForm.read(throughText(PolicyForm.write(plain)))).isEqualTo(plain);
    }

    @Test
    void what_is_no_policy_is_refused_as_input() {
        for (Map<String, ?> wrong : List.<Map<String, ?>>of(
                Map.of(),
                Map.of("name", "x", "steps", List.of()),
                Map.of("name", "x", "steps", "none"),
                Map.of("name", 1L, "steps", List.of()),
                Map.of(
                        "name",
                        "x",
                        "steps",
                        List.of(Map.of("name", "s", "approvers", List.of(), "quorum", Map.of("rule", "luck")))))) {
            assertThatThrownBy(() -> PolicyForm.read(wrong)).isInstanceOf(InvalidInput.class);
        }
    }

    @Test
    void opened_steps_read_back_as_they_were_written() {
        Instant at = Instant.parse("2026-03-02T09:00:00.000001Z");
        List<OpenedStep> steps = List.of(
                new OpenedStep(
                        "one",
                        at,
                        List.of(
                                Seat.of(new PersonId("ann"), 2, false, "a"),
                                Seat.of(new PersonId("ben"), 1, true, "b")
                                        .voted(Choice.REJECT, new PersonId("cem"), at)
                                        .strike()),
                        2,
                        true,
                        Verdict.REJECTED),
                new OpenedStep("two", at, List.of(), 0, false, null));

        List<?> read = (List<?>) CanonicalJson.read(CanonicalJson.write(StepsForm.write(steps)));

        assertThat(StepsForm.read(java.util.Objects.requireNonNull(read))).isEqualTo(steps);
    }

    private record Loan(long amount, @Nullable String purpose, Set<String> guarantors) {}

    private static final Material<Loan> FIRST =
            Material.of("amount", Loan::amount).and("purpose", Loan::purpose);
    private static final Material<Loan> SECOND = FIRST.since(2).and("guarantors", Loan::guarantors);

    @Test
    void the_hash_follows_what_is_material_in_its_form_and_nothing_else() {
        Loan loan = new Loan(100, "a car", Set.of("x", "y"));
        Loan others = new Loan(100, "a car", Set.of("z"));

        assertThat(SECOND.hash(loan, 1)).isEqualTo(FIRST.hash(loan, 1)).isEqualTo(SECOND.hash(others, 1));
        assertThat(SECOND.hash(loan, 2)).isNotEqualTo(SECOND.hash(others, 2)).isNotEqualTo(SECOND.hash(loan, 1));
        assertThat(FIRST.hash(new Loan(101, "a car", Set.of()), 1)).isNotEqualTo(FIRST.hash(loan, 1));
        assertThat(FIRST.hash(new Loan(100, null, Set.of()), 1)).isNotEqualTo(FIRST.hash(loan, 1));
        assertThat(FIRST.canonical(loan, 1))
                .isEqualTo("{\"form\":1,\"values\":{\"amount\":100,\"purpose\":\"a car\"}}");
    }

    @Test
    void a_form_grows_and_names_nothing_twice() {
        assertThat(SECOND.form()).isEqualTo(2);
        assertThatThrownBy(() -> FIRST.and("amount", Loan::amount)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SECOND.since(2)).isInstanceOf(IllegalArgumentException.class);
    }
}
