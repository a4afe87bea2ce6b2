package io.itsm4j.lifecycle;

import static io.itsm4j.lifecycle.Repairs.BROUGHT;
import static io.itsm4j.lifecycle.Repairs.FETCHED;
import static io.itsm4j.lifecycle.Repairs.SCRAPPED;
import static io.itsm4j.lifecycle.Repairs.WAITING;
import static org.assertj.core.api.Assertions.assertThat;

import io.itsm4j.actor.Role;
import java.util.List;
import org.junit.jupiter.api.Test;

class LifecycleFingerprintTest {

    private static final Guard<String> SHORT = Guard.named("SHORT", "too long", text -> text.length() < 9);
    private static final Guard<String> LONG = Guard.named("LONG", "too short", text -> text.length() > 3);

    @Test
    void is_the_same_for_the_same_table_in_any_process() {
        assertThat(Repairs.table().build().fingerprint())
                .isEqualTo(Repairs.LIFECYCLE.fingerprint())
                .matches("[0-9a-f]{64}");
        // sha256 of the canonical text, written out by hand and hashed with sha256sum
        assertThat(base().build().fingerprint())
                .isEqualTo("de02ca555526b9e89eb2d8b40cab19a5b68de6f95f5daf3611c08dcabe4b620e");
    }

    @Test
    void does_not_change_with_the_version_or_the_order() {
        assertThat(base().version(7).build().fingerprint())
                .isEqualTo(base().build().fingerprint());
        var forwards = base().requires("a", "b").guardedBy(SHORT, LONG).by(Role.AGENT, Role.MANAGER);
        var backwards = base().requires("b", "a").guardedBy(LONG, SHORT).by(Role.MANAGER, Role.AGENT);
        assertThat(forwards.build().fingerprint()).isEqualTo(backwards.build().fingerprint());
    }

    @Test
    void changes_with_everything_that_is_in_the_table() {
        var closedAsCancelled = State.of("FETCHED", StateCategory.CANCELLED);
        var tables = List.of(
                base(),
                Lifecycle.<String>named("other")
                        .initial(BROUGHT)
                        .transition("fetch")
                        .from(BROUGHT)
                        .to(FETCHED),
                Lifecycle.<String>named("loan")
                        .initial(WAITING)
                        .transition("fetch")
                        .from(WAITING)
                        .to(FETCHED),
                Lifecycle.<String>named("loan")
                        .initial(BROUGHT)
                        .transition("take")
                        .from(BROUGHT)
                        .to(FETCHED),
                Lifecycle.<String>named("loan")
                        .initial(BROUGHT)
                        .transition("fetch")
                        .from(BROUGHT)
                        .to(SCRAPPED),
                Lifecycle.<String>named("loan")
                        .initial(BROUGHT)
                        .transition("fetch")
                        .from(BROUGHT)
                        .to(closedAsCancelled),
                base().requires("name"),
                base().requires("name", "place"),
                base().effect("name"),
                base().effect("name", "place"),
                base().effect("place", "name"),
                base().effect("name 5:place"),
                base().by(Role.AGENT),
                base().by(Role.MANAGER),
                base().guardedBy(SHORT),
                base().guardedBy(LONG),
                base().guardedBy(SHORT, LONG),
                base().stay("comment").in(BROUGHT),
                base().stay("comment").inEvery());
        assertThat(tables).extracting(table -> table.build().fingerprint()).doesNotHaveDuplicates();
    }

    private static LifecycleRow<String> base() {
        return Lifecycle.<String>named("loan")
                .initial(BROUGHT)
                .transition("fetch")
                .from(BROUGHT)
                .to(FETCHED);
    }
}
