package io.itsm4j.actor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.itsm4j.InvalidInput;
import io.itsm4j.NotPermitted;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class ActorTest {

    private static final List<Function<String, Object>> IDS = List.of(TenantId::of, PersonId::of, GroupId::of);

    @Test
    void an_id_is_exactly_what_was_given() {
        for (Function<String, Object> id : IDS) {
            for (String text : List.of("a", "A", "a b", "%", "李雷", "\ud83d\ude00", "x".repeat(64), "O'Neil; --")) {
                assertThat(id.apply(text)).hasToString(text);
            }
            assertThat(id.apply("a")).isNotEqualTo(id.apply("A")).isEqualTo(id.apply("a"));
        }
    }

    @Test
    void an_id_that_is_blank_padded_too_long_or_badly_formed_is_refused() {
        for (Function<String, Object> id : IDS) {
            for (String text : new String[] {null, "", " ", "\t"}) {
                assertThat(code(id, text)).isEqualTo("REQUIRED");
            }
            for (String text : List.of(" a", "a ", "a\nb", "a\0", "\ud800", "a\u2028b", "a\u2029b", "\u0085a")) {
                assertThat(code(id, text)).as(text).isEqualTo("ILLEGAL_CHARACTER");
            }
            assertThat(code(id, "x".repeat(101))).isEqualTo("TOO_LONG");
        }
        assertThat(PersonId.of("\ud83d\ude00".repeat(100)).value()).hasSize(200);
        assertThat(code(TenantId::of, "x".repeat(65))).isEqualTo("TOO_LONG");
    }

    private static String code(Function<String, Object> id, String text) {
        return catchThrowableOfType(InvalidInput.class, () -> id.apply(text)).code();
    }

    @Test
    void nobody_acts_without_an_id() {
        assertThat(catchThrowableOfType(NotPermitted.class, () -> Actor.of("acme", " "))
                        .code())
                .isEqualTo("ACTOR_REQUIRED");
    }

    @Test
    void an_actor_keeps_copies_and_says_what_it_is() {
        Set<Role> roles = new HashSet<>(Set.of(Role.AGENT));
        Actor actor = Actor.of(TenantId.of("acme"), "bob", roles, Set.of());
        roles.add(Role.MANAGER);
        assertThat(actor.roles()).containsExactly(Role.AGENT);
        assertThat(actor.is(Role.AGENT)).isTrue();
        assertThat(actor.is(Role.MANAGER)).isFalse();
        assertThat(actor.inGroups("a", "b").groups()).containsExactlyInAnyOrder(GroupId.of("a"), GroupId.of("b"));
        assertThat(actor.onBehalfOf("alice").onBehalfOf()).isEqualTo(PersonId.of("alice"));
        assertThat(actor.onBehalfOf("alice").id()).isEqualTo(PersonId.of("bob"));
    }

    @Test
    void a_role_has_a_form() {
        assertThat(Role.of("DISPATCHER_2")).hasToString("DISPATCHER_2");
        for (String wrong : List.of("", "agent", "1A", "A-B", "A".repeat(41), "A\n")) {
            assertThatThrownBy(() -> Role.of(wrong)).as(wrong).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void the_declared_policy_asks_for_one_of_the_declared_roles() {
        AccessPolicy policy = AccessPolicy.declared();
        Actor agent = Actor.of("acme", "bob", Role.AGENT);
        Permission resolve = new Permission("incident", "resolve");
        assertThat(policy.permits(agent, resolve, Set.of(Role.MANAGER, Role.AGENT)))
                .isTrue();
        assertThat(policy.permits(agent, resolve, Set.of(Role.MANAGER))).isFalse();
        assertThat(policy.permits(agent, resolve, Set.of())).isFalse();
        assertThat(resolve).hasToString("incident:resolve");
    }

    @Test
    void the_directory_that_knows_nobody_lets_claims_count() {
        Directory none = Directory.none();
        assertThat(none.person(TenantId.of("acme"), PersonId.of("bob"))).isEmpty();
        assertThat(none.isMember(TenantId.of("acme"), GroupId.of("desk"), PersonId.of("bob")))
                .isEmpty();
    }
}
