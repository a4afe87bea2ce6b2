package io.itsm4j.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.itsm4j.Conflict;
import io.itsm4j.actor.TenantId;
import io.itsm4j.storage.Attribute;
import io.itsm4j.storage.Criterion;
import io.itsm4j.storage.Query;
import io.itsm4j.storage.RecordKind;
import io.itsm4j.storage.UnitOfWork;
import java.util.List;
import org.junit.jupiter.api.Test;

class UniqueKeysTest {

    private record Badge(String id, TenantId tenant, String code) {}

    private static final Attribute<Badge, String> CODE = Attribute.text("code", Badge::code);
    private static final RecordKind<Badge> BADGES = RecordKind.of("badge", Badge.class, Badge::id, Badge::tenant)
            .unique(CODE)
            .lookup(CODE);
    private static final TenantId ACME = TenantId.of("acme");

    private final MemoryStore store = new MemoryStore();

    UniqueKeysTest() {
        store.open(List.of(BADGES));
    }

    @Test
    void a_key_taken_between_flush_and_commit_is_refused_at_the_commit() {
        assertThatThrownBy(() -> store.inTransaction(work -> {
                    work.insert(BADGES, new Badge("1", ACME, "red"));
                    work.flush();
                    return store.inNewTransaction(others -> inserted(others, new Badge("2", ACME, "red")));
                }))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("badge");

        assertThat(idsOf("red")).containsExactly("2");
    }

    @Test
    void a_change_after_the_flush_is_checked_too() {
        store.inTransaction(work -> inserted(work, new Badge("1", ACME, "red")));

        assertThatThrownBy(() -> store.inTransaction(work -> {
                    work.flush();
                    return inserted(work, new Badge("2", ACME, "red"));
                }))
                .isInstanceOf(Conflict.class);

        assertThat(idsOf("red")).containsExactly("1");
    }

    @Test
    void a_key_that_was_given_up_is_free_and_no_longer_leads_to_the_record() {
        Badge red = new Badge("1", ACME, "red");
        Badge blue = new Badge("1", ACME, "blue");
        store.inTransaction(work -> inserted(work, red));
        store.inTransaction(work -> {
            work.update(BADGES, red, blue);
            return blue;
        });
        store.inTransaction(work -> inserted(work, new Badge("2", ACME, "red")));

        assertThat(idsOf("blue")).containsExactly("1");
        assertThat(idsOf("red")).containsExactly("2");
    }

    @Test
    void a_key_of_a_removed_record_is_free() {
        Badge red = new Badge("1", ACME, "red");
        store.inTransaction(work -> inserted(work, red));
        store.inTransaction(work -> {
            work.delete(BADGES, red);
            return red;
        });
        store.inTransaction(work -> inserted(work, new Badge("2", ACME, "red")));

        assertThat(idsOf("red")).containsExactly("2");
    }

    private static Badge inserted(UnitOfWork work, Badge badge) {
        work.insert(BADGES, badge);
        return badge;
    }

    private List<String> idsOf(String code) {
        Criterion<Badge> criterion = CODE.is(code);
        return store.inTransaction(work -> work.list(Query.of(BADGES, ACME, criterion)).stream()
                .map(Badge::id)
                .toList());
    }
}
