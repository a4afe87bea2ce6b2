package io.itsm4j.lifecycle;

import static io.itsm4j.lifecycle.Repairs.BROUGHT;
import static io.itsm4j.lifecycle.Repairs.COMMENT;
import static io.itsm4j.lifecycle.Repairs.FETCH;
import static io.itsm4j.lifecycle.Repairs.FETCHED;
import static io.itsm4j.lifecycle.Repairs.LIFECYCLE;
import static io.itsm4j.lifecycle.Repairs.NOTHING;
import static io.itsm4j.lifecycle.Repairs.PAID;
import static io.itsm4j.lifecycle.Repairs.REOPEN;
import static io.itsm4j.lifecycle.Repairs.REPAIRED;
import static io.itsm4j.lifecycle.Repairs.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.itsm4j.lifecycle.Decision.Allowed;
import io.itsm4j.lifecycle.Decision.Refused;
import java.io.IOException;
import java.util.ArrayList;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class DecisionTest {

    @Test
    void allows_with_the_same_decision_every_time() {
        var decision = LIFECYCLE.decide(REPAIRED, FETCH, PAID);
        assertThat(decision)
                .isEqualTo(new Allowed<>(LIFECYCLE.transition(REPAIRED, FETCH).orElseThrow()));
        assertThat(LIFECYCLE.decide(REPAIRED, FETCH, PAID)).isSameAs(decision);
        assertThat(LIFECYCLE.decide(State.of("REPAIRED", StateCategory.RESOLVED), Action.of("fetch"), PAID))
                .isSameAs(decision);
    }

    @Test
    void refuses_with_every_failed_guard_and_what_the_table_allows() {
        var refused = (Refused<Repairs.Bill>) LIFECYCLE.decide(REPAIRED, FETCH, NOTHING);
        assertThat(refused.from()).isEqualTo(REPAIRED);
        assertThat(refused.action()).isEqualTo(FETCH);
        assertThat(refused.byGuards()).isTrue();
        assertThat(refused.failed())
                .containsExactly(
                        new FailedGuard("NEEDS_A_BILL", "there is no bill"),
                        new FailedGuard("NEEDS_PAYMENT", "the bill is not paid"));
        assertThat(refused.allowedNow()).containsExactly(FETCH, REOPEN, COMMENT);
    }

    @Test
    void a_refusal_names_only_the_guards_that_failed() {
        var decision = LIFECYCLE.decide(REPAIRED, FETCH, new Repairs.Bill(true, false));
        assertThat(((Refused<Repairs.Bill>) decision).failed())
                .containsExactly(new FailedGuard("NEEDS_PAYMENT", "the bill is not paid"));
    }

    @Test
    void refuses_what_the_table_does_not_have() {
        var refused = (Refused<Repairs.Bill>) LIFECYCLE.decide(FETCHED, START, PAID);
        assertThat(refused.byGuards()).isFalse();
        assertThat(refused.failed()).isEmpty();
        assertThat(refused.allowedNow()).containsExactly(REOPEN, COMMENT);
        var foreign = State.of("FOREIGN", StateCategory.NEW);
        assertThat(((Refused<Repairs.Bill>) LIFECYCLE.decide(foreign, START, PAID)).allowedNow())
                .isEmpty();
    }

    @Test
    void asks_each_guard_once_and_all_of_them() {
        var asked = new ArrayList<String>();
        Guard<String> first = Guard.named("FIRST", "no", context -> asked.add("first"));
        Guard<String> second = Guard.named("SECOND", "no", context -> !asked.add("second"));
        Guard<Object> third = Guard.named("THIRD", "no", context -> asked.add("third"));
        Guard<String> fourth = Guard.named("FOURTH", "not at all", context -> !asked.add("fourth"));
        var lifecycle = Lifecycle.<String>named("asked")
                .initial(BROUGHT)
                .transition("fetch")
                .from(BROUGHT)
                .to(FETCHED)
                .guardedBy(first, second, third, fourth)
                .build();
        var refused = (Refused<String>) lifecycle.decide(BROUGHT, FETCH, "");
        assertThat(asked).containsExactly("first", "second", "third", "fourth");
        assertThat(refused.failed())
                .containsExactly(new FailedGuard("SECOND", "no"), new FailedGuard("FOURTH", "not at all"));
    }

    @Test
    void a_guard_that_throws_is_named_and_its_exception_kept() {
        var cause = new IllegalStateException("the till is locked");
        assertThatThrownBy(() -> decide(() -> {
                    throw cause;
                }))
                .isInstanceOfSatisfying(
                        GuardFault.class, fault -> assertThat(fault.guardName()).isEqualTo("HOSTILE"))
                .hasMessage("guard HOSTILE threw java.lang.IllegalStateException")
                .hasCause(cause);
    }

    @Test
    void a_guard_that_throws_a_checked_exception_unannounced_is_wrapped_too() {
        var cause = new IOException("no network");
        assertThatThrownBy(() -> decide(() -> DecisionTest.<Verdict, RuntimeException>sneak(cause)))
                .isInstanceOf(GuardFault.class)
                .hasCause(cause);
    }

    @Test
    void a_guard_that_answers_null_is_named() {
        assertThatThrownBy(() -> decide(() -> null))
                .isInstanceOfSatisfying(
                        GuardFault.class, fault -> assertThat(fault.guardName()).isEqualTo("HOSTILE"))
                .hasMessage("guard HOSTILE returned null instead of a verdict")
                .hasNoCause();
    }

    @Test
    void a_guard_that_throws_after_another_refused_is_a_fault_all_the_same() {
        Guard<Supplier<Verdict>> refuses = Guard.named("REFUSES", "no", context -> false);
        var lifecycle = Lifecycle.<Supplier<Verdict>>named("hostile")
                .initial(BROUGHT)
                .transition("fetch")
                .from(BROUGHT)
                .to(FETCHED)
                .guardedBy(refuses, new Hostile())
                .build();
        assertThatThrownBy(() -> lifecycle.decide(BROUGHT, FETCH, () -> null)).isInstanceOf(GuardFault.class);
    }

    @Test
    void errors_are_not_swallowed() {
        for (var error : new Error[] {new OutOfMemoryError("planted"), new StackOverflowError("planted")}) {
            assertThatThrownBy(() -> decide(() -> {
                        throw error;
                    }))
                    .isSameAs(error);
        }
    }

    private static Decision<Supplier<Verdict>> decide(Supplier<Verdict> answer) {
        return Lifecycle.<Supplier<Verdict>>named("hostile")
                .initial(BROUGHT)
                .transition("fetch")
                .from(BROUGHT)
                .to(FETCHED)
                .guardedBy(new Hostile())
                .build()
                .decide(BROUGHT, FETCH, answer);
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // the point of the story
    private static <T, E extends Exception> T sneak(Exception exception) throws E {
        throw (E) exception;
    }

    private static final class Hostile implements Guard<Supplier<Verdict>> {
        @Override
        public String name() {
            return "HOSTILE";
        }

        @Override
        public Verdict check(Supplier<Verdict> answer) {
            return answer.get();
        }
    }
}
