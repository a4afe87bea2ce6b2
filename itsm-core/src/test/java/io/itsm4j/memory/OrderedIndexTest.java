package io.itsm4j.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.itsm4j.actor.TenantId;
import io.itsm4j.storage.Attribute;
import io.itsm4j.storage.Criterion;
import io.itsm4j.storage.Query;
import io.itsm4j.storage.RecordKind;
import io.itsm4j.storage.Sort;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Records that a unique key keeps in order are those that a search of all finds. */
class OrderedIndexTest {

    private record Row(String id, String tenant, String group, long place, boolean flag) {}

    private record Asked(String tenant, String group, List<Criterion<Row>> bounds, boolean descending, int limit) {}

    private static final Attribute<Row, String> GROUP = Attribute.text("group", Row::group);
    private static final Attribute<Row, Long> PLACE =
            Attribute.number("place", Row::place).sorted();
    private static final Attribute<Row, Boolean> FLAG = Attribute.flag("flag", Row::flag);
    private static final RecordKind<Row> KEYED = RecordKind.of(
                    "keyed", Row.class, Row::id, row -> TenantId.of(row.tenant()))
            .with(FLAG)
            .unique(GROUP, PLACE);
    private static final RecordKind<Row> PLAIN = RecordKind.of(
                    "plain", Row.class, Row::id, row -> TenantId.of(row.tenant()))
            .with(FLAG, GROUP, PLACE);

    @Provide
    Arbitrary<List<Row>> rows() {
        return Combinators.combine(
                        Arbitraries.of("t", "u"),
                        Arbitraries.of("a", "b"),
                        Arbitraries.longs().between(0, 9),
                        Arbitraries.of(true, false))
                .as((tenant, group, place, flag) -> new Row(tenant + group + place, tenant, group, place, flag))
                .list()
                .ofMaxSize(40);
    }

    @Provide
    Arbitrary<Asked> questions() {
        Arbitrary<Criterion<Row>> bound = Combinators.combine(
                        Arbitraries.of(Criterion.Operator.class),
                        Arbitraries.longs().between(0, 9))
                .as((operator, value) -> new Criterion.Compare<>(PLACE, operator, value));
        return Combinators.combine(
                        Arbitraries.of("t", "u", "nobody"),
                        Arbitraries.of("a", "b", "c"),
                        bound.list().ofMaxSize(2),
                        Arbitraries.of(true, false),
                        Arbitraries.integers().between(1, 6))
                .as(Asked::new);
    }

    @Property(tries = 500)
    void an_ordered_key_finds_what_a_search_finds(
            @ForAll("rows") List<Row> first,
            @ForAll("rows") List<Row> second,
            @ForAll("questions") Asked asked,
            @ForAll boolean own) {
        MemoryStore store = new MemoryStore();
        store.open(List.of(KEYED, PLAIN));
        Map<String, Row> kept = new LinkedHashMap<>();
        first.forEach(row -> kept.put(row.id(), row));
        store.inTransaction(work -> {
            kept.values().forEach(row -> work.insert(KEYED, row));
            kept.values().forEach(row -> work.insert(PLAIN, row));
            return null;
        });
        // the second list takes away what is there twice and moves the rest to places beyond
        store.inTransaction(work -> {
            for (Row row : byId(second).values()) {
                Row old = kept.get(row.id());
                if (old != null && row.flag()) {
                    work.delete(KEYED, old);
                    work.delete(PLAIN, old);
                } else if (old != null) {
                    Row moved = new Row(old.id(), old.tenant(), old.group(), old.place() + 10, !old.flag());
                    work.update(KEYED, old, moved);
                    work.update(PLAIN, old, moved);
                }
            }
            return null;
        });
        Criterion<Row> criterion = GROUP.is(asked.group()).and(FLAG.is(true));
        for (Criterion<Row> bound : asked.bounds()) {
            criterion = criterion.and(bound);
        }
        Criterion<Row> wanted = criterion;
        store.inTransaction(work -> {
            if (own) {
                work.insert(KEYED, new Row("own", "t", "a", 5_000, true));
                work.insert(PLAIN, new Row("own", "t", "a", 5_000, true));
            }
            assertThat(work.list(query(KEYED, asked, wanted))).isEqualTo(work.list(query(PLAIN, asked, wanted)));
            return null;
        });
    }

    private static Query<Row> query(RecordKind<Row> kind, Asked asked, Criterion<Row> criterion) {
        return Query.of(kind, TenantId.of(asked.tenant()), criterion)
                .sortedBy(asked.descending() ? Sort.descending(PLACE) : Sort.ascending(PLACE))
                .limitedTo(asked.limit());
    }

    private static Map<String, Row> byId(List<Row> rows) {
        Map<String, Row> all = new LinkedHashMap<>();
        rows.forEach(row -> all.put(row.id(), row));
        return all;
    }
}
