package io.itsm4j.sla;

import static org.assertj.core.api.Assertions.assertThat;

import io.itsm4j.journal.CanonicalJson;
import io.itsm4j.storage.Criterion;
import io.itsm4j.ticket.Escalate;
import io.itsm4j.ticket.Priority;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Definitions as stored are definitions as meant. */
class FormsTest {

    private static Agreement through(Agreement agreement) {
        String text = CanonicalJson.write(AgreementForm.write(agreement));
        return AgreementForm.read((Map<?, ?>) CanonicalJson.read(text));
    }

    @Property(tries = 200)
    void an_agreement_written_and_read_has_the_same_form(@ForAll long seed) {
        Agreement agreement = ClockLawsTest.agreement(new Random(seed));
        assertThat(AgreementForm.write(through(agreement))).isEqualTo(AgreementForm.write(agreement));
    }

    @Test
    void nothing_of_an_agreement_is_lost() {
        Threshold all = new Threshold(
                "all",
                75,
                Duration.ofMinutes(-5),
                List.of(
                        new ThresholdAction.Notify(Set.of(ThresholdAction.Audience.MANAGER)),
                        new ThresholdAction.EscalateTo(Escalate.Kind.FUNCTIONAL, 3, "network"),
                        new ThresholdAction.RaisePriority(Priority.CRITICAL),
                        new ThresholdAction.AddTaskFor("Call the caller", null),
                        new ThresholdAction.Call("pager")));
        Agreement agreement = Agreement.sla(
                        "gold",
                        "Gold",
                        SeedAgreement.agreement().targets().get(1).warning(all))
                .forCustomers("north", "south")
                .forServices("mail")
                .when(Fact.OPENED_AT.after(Instant.parse("2026-01-01T00:00:00Z")))
                .on("office")
                .hoursOf(CalendarSource.CUSTOMER)
                .valid(Instant.parse("2026-01-01T00:00:00Z"), Instant.parse("2027-01-01T00:00:00Z"))
                .quietFor(Duration.ofMinutes(10))
                .reviewed(LocalDate.of(2026, 12, 1), "a day's fee");
        Agreement read = through(agreement);
        assertThat(read.targets().get(0).thresholds()).containsExactly(all);
        assertThat(AgreementForm.write(read)).isEqualTo(AgreementForm.write(agreement));
        assertThat(read.penalties()).isEqualTo("a day's fee");
        assertThat(read.fits(Situation.of(
                        Map.of("organisationUnit", "north", "service", "mail", "openedAt", "2026-02-01T00:00:00Z"))))
                .isTrue();
        assertThat(read.fits(Situation.of(
                        Map.of("organisationUnit", "north", "service", "mail", "openedAt", "2025-02-01T00:00:00Z"))))
                .isFalse();
    }

    @Test
    void a_long_chain_of_conditions_is_flat() {
        Criterion<Situation> any = Fact.CATEGORY.is("c0");
        for (int i = 1; i < 40; i++) {
            any = any.or(Fact.CATEGORY.is("c" + i));
        }
        Criterion<Situation> read =
                ConditionForm.read(CanonicalJson.read(CanonicalJson.write(ConditionForm.write(any))));
        assertThat(read.test(Situation.of(Map.of("category", "c39")))).isTrue();
        assertThat(read.test(Situation.of(Map.of("category", "c40")))).isFalse();
    }
}
