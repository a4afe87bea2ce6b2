package io.itsm4j.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.itsm4j.InvalidInput;
import io.itsm4j.actor.TenantId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Criteria, sort orders and cursors against answers worked out another way. */
class QueryLawsTest {

    private record Row(String id, String text, @Nullable Long number, boolean flag, Instant time, List<String> tags) {}

    private static final Attribute<Row, String> ID = Attribute.text("id", Row::id);
    private static final Attribute<Row, String> TEXT =
            Attribute.text("text", Row::text).sorted();
    private static final Attribute<Row, Long> NUMBER = Attribute.number("number", Row::number);
    private static final Attribute<Row, Boolean> FLAG =
            Attribute.flag("flag", Row::flag).sorted();
    private static final Attribute<Row, Instant> TIME =
            Attribute.time("time", Row::time).sorted();
    private static final Attribute<Row, String> TAGS =
            Attribute.many("tags", Attribute.Plain.TEXT, Row::tags, value -> value);
    private static final RecordKind<Row> KIND =
            RecordKind.of("row", Row.class, Row::id, row -> TenantId.of("t")).with(ID, TEXT, NUMBER, FLAG, TIME, TAGS);

    private static final List<String> WORDS = List.of("", "a", "A", "ab", "b", "\uffee", "\ud83d\ude00", "\u00e4");

    /** The answer without the code under test: plain Java on the fields themselves. */
    private static boolean expected(Criterion<Row> criterion, Row row) {
        if (criterion instanceof Criterion.And<Row> and) {
            return and.parts().stream()
                    .filter(part -> !expected(part, row))
                    .findAny()
                    .isEmpty();
        }
        if (criterion instanceof Criterion.Or<Row> or) {
            return or.parts().stream().filter(part -> expected(part, row)).count() > 0;
        }
        if (criterion instanceof Criterion.Not<Row> not) {
            return !expected(not.part(), row);
        }
        if (criterion instanceof Criterion.Absent<Row> absent) {
            return fields(absent.attribute().name(), row).isEmpty();
        }
        if (criterion instanceof Criterion.In<Row> in) {
            return fields(in.attribute().name(), row).stream()
                    .anyMatch(value -> in.values().stream().anyMatch(value::equals));
        }
        if (criterion instanceof Criterion.Contains<Row> contains) {
            return fields(contains.attribute().name(), row).stream()
                    .anyMatch(value -> ((String) value).indexOf(contains.needle()) >= 0);
        }
        if (criterion instanceof Criterion.Compare<Row> compare) {
            return fields(compare.attribute().name(), row).stream()
                    .map(value -> order(value, compare.value()))
                    .anyMatch(order -> switch (compare.operator()) {
                        case EQ -> order == 0;
                        case LT -> order < 0;
                        case LE -> order < 1;
                        case GT -> order > 0;
                        case GE -> order > -1;
                    });
        }
        return true;
    }

    private static List<Object> fields(String name, Row row) {
        return switch (name) {
            case "text" -> List.of(row.text());
            case "number" -> row.number() == null ? List.of() : List.of(row.number());
            case "flag" -> List.of(row.flag());
            case "time" -> List.of(row.time());
            case "tags" -> List.copyOf(row.tags());
            default -> List.of(row.id());
        };
    }

    /** Texts by the number of each code point in turn, which is how a binary collation orders UTF-8. */
    private static int order(Object left, Object right) {
        if (left instanceof String a) {
            int[] x = a.codePoints().toArray();
            int[] y = ((String) right).codePoints().toArray();
            return Integer.signum(java.util.Arrays.compare(x, y));
        }
        @SuppressWarnings("unchecked")
        Comparable<Object> comparable = (Comparable<Object>) left;
        return Integer.signum(comparable.compareTo(right));
    }

    @Property
    void a_criterion_answers_what_its_words_say(@ForAll("criteria") Criterion<Row> criterion, @ForAll("rows") Row row) {
        assertThat(criterion.test(row)).isEqualTo(expected(criterion, row));
        assertThat(criterion.not().test(row)).isEqualTo(!expected(criterion, row));
        assertThat(criterion.and(Criterion.all()).test(row)).isEqualTo(expected(criterion, row));
        assertThat(criterion.or(Criterion.none()).test(row)).isEqualTo(expected(criterion, row));
    }

    @Property(tries = 300)
    void the_records_after_a_position_are_those_that_follow_it_in_order(
            @ForAll("tables") List<Row> table, @ForAll("orders") List<Sort<Row>> sort) {
        List<Row> sorted = new ArrayList<>(table);
        sorted.sort(comparator(sort));
        for (int i = 0; i < sorted.size(); i++) {
            Criterion<Row> after = Keyset.after(ID, sort, Keyset.position(KIND, sort, sorted.get(i)));
            assertThat(sorted.stream().filter(after::test).toList()).isEqualTo(sorted.subList(i + 1, sorted.size()));
        }
    }

    @Property(tries = 300)
    void stretches_follow_one_another_and_leave_nothing_out(
            @ForAll("tables") List<Row> table, @ForAll("orders") List<Sort<Row>> sort) {
        List<Row> sorted = new ArrayList<>(table);
        sorted.sort(comparator(sort));
        for (int i = 0; i < sorted.size(); i++) {
            List<Row> followed = new ArrayList<>();
            for (Criterion<Row> stretch : Keyset.stretches(ID, sort, Keyset.position(KIND, sort, sorted.get(i)))) {
                followed.addAll(sorted.stream().filter(stretch::test).toList());
            }
            assertThat(followed).isEqualTo(sorted.subList(i + 1, sorted.size()));
        }
    }

    private static Comparator<Row> comparator(List<Sort<Row>> sort) {
        return (a, b) -> {
            for (Sort<Row> key : sort) {
                String name = key.attribute().name();
                int order = order(fields(name, a).get(0), fields(name, b).get(0));
                if (order != 0) {
                    return key.descending() ? -order : order;
                }
            }
            boolean down = !sort.isEmpty() && sort.get(sort.size() - 1).descending();
            return down ? b.id().compareTo(a.id()) : a.id().compareTo(b.id());
        };
    }

    @Property
    void a_cursor_brings_back_the_position_it_was_made_of(@ForAll("rows") Row row) {
        List<Sort<Row>> sort = List.of(Sort.ascending(TEXT), Sort.descending(FLAG), Sort.ascending(TIME));
        List<Object> position = Keyset.position(KIND, sort, row);
        List<Attribute.Plain> types =
                List.of(Attribute.Plain.TEXT, Attribute.Plain.FLAG, Attribute.Plain.TIME, Attribute.Plain.TEXT);
        String cursor = Cursor.write("f", position);
        assertThat(cursor).matches("[A-Za-z0-9_-]+");
        assertThat(Cursor.read(cursor, "f", types)).isEqualTo(position);
        assertThatThrownBy(() -> Cursor.read(cursor, "g", types)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> Cursor.read(cursor, "f", types.subList(0, 3))).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> Cursor.read(
                        cursor,
                        "f",
                        List.of(
                                Attribute.Plain.NUMBER,
                                Attribute.Plain.FLAG,
                                Attribute.Plain.TIME,
                                Attribute.Plain.TEXT)))
                .isInstanceOf(InvalidInput.class);
    }

    @Property(tries = 200)
    void a_cursor_with_one_letter_changed_is_refused(@ForAll("rows") Row row, @ForAll int place, @ForAll char letter) {
        String cursor = Cursor.write("f", List.of(row.text(), row.id()));
        int at = Math.floorMod(place, cursor.length());
        String changed = cursor.substring(0, at) + letter + cursor.substring(at + 1);
        List<Attribute.Plain> types = List.of(Attribute.Plain.TEXT, Attribute.Plain.TEXT);
        try {
            assertThat(Cursor.read(changed, "f", types)).isEqualTo(List.of(row.text(), row.id()));
        } catch (InvalidInput refused) {
            assertThat(refused.code()).isEqualTo("QUERY_CURSOR");
        }
    }

    @Test
    void the_limits_are_held_exactly() {
        Criterion<Row> deep = FLAG.is(true);
        for (int i = 1; i < CriterionLimits.DEPTH; i++) {
            deep = deep.not();
        }
        CriterionLimits.check(KIND, deep);
        Criterion<Row> tooDeep = deep.not();
        assertThatThrownBy(() -> CriterionLimits.check(KIND, tooDeep)).isInstanceOf(InvalidInput.class);
        Criterion<Row> wide =
                new Criterion.Or<>(java.util.Collections.nCopies(CriterionLimits.NODES - 1, FLAG.is(true)));
        CriterionLimits.check(KIND, wide);
        assertThatThrownBy(() -> CriterionLimits.check(
                        KIND, new Criterion.Or<>(java.util.Collections.nCopies(CriterionLimits.NODES, FLAG.is(true)))))
                .isInstanceOf(InvalidInput.class);
        CriterionLimits.check(KIND, TEXT.contains("x".repeat(1_000)));
        assertThatThrownBy(() -> CriterionLimits.check(KIND, TEXT.contains("x".repeat(1_001))))
                .isInstanceOf(InvalidInput.class);
        CriterionLimits.check(KIND, TIME.is(CriterionLimits.EARLIEST).and(TIME.is(CriterionLimits.LATEST)));
        assertThatThrownBy(() -> CriterionLimits.check(KIND, TIME.is(CriterionLimits.LATEST.plusNanos(1_000))))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void what_a_criterion_asks_about_is_found_at_any_depth() {
        Criterion<Row> criterion =
                TEXT.is("a").and(FLAG.is(true).or(TAGS.contains("x").not())).and(NUMBER.isAbsent());
        assertThat(CriterionLimits.attributes(KIND, criterion)).containsExactlyInAnyOrder(TEXT, FLAG, TAGS, NUMBER);
        assertThat(CriterionLimits.attributes(KIND, TEXT.in(List.of("a")))).containsExactly(TEXT);
        assertThat(CriterionLimits.attributes(KIND, Criterion.<Row>all())).isEmpty();
    }

    @Test
    void a_query_has_one_to_ten_thousand_records_and_at_most_five_sort_keys() {
        Query<Row> query = Query.of(KIND, null, Criterion.<Row>all());
        assertThat(query.limitedTo(1).limitedTo(10_000).limit()).isEqualTo(10_000);
        assertThatThrownBy(() -> query.limitedTo(0)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> query.limitedTo(10_001)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> query.sortedBy(Sort.ascending(TEXT), Sort.descending(TEXT)))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> query.sortedBy(Sort.ascending(NUMBER))).isInstanceOf(InvalidInput.class);
        assertThat(query.locked(Lock.WRITE).lock()).isEqualTo(Lock.WRITE);
    }

    @Provide
    Arbitrary<Row> rows() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 99).map(i -> "id" + i),
                        Arbitraries.of(WORDS),
                        Arbitraries.longs().between(-2, 2).injectNull(0.2),
                        Arbitraries.of(true, false),
                        Arbitraries.longs().between(0, 3).map(Instant::ofEpochSecond),
                        Arbitraries.of(WORDS).list().ofMaxSize(3))
                .as(Row::new);
    }

    @Provide
    Arbitrary<List<Row>> tables() {
        return rows().list()
                .ofMaxSize(12)
                .map(
                        rows -> rows.stream()
                                .collect(Collectors.toMap(Row::id, row -> row, (first, second) -> first))
                                .values()
                                .stream()
                                .filter(Objects::nonNull)
                                .toList());
    }

    @Provide
    Arbitrary<List<Sort<Row>>> orders() {
        Arbitrary<Attribute<Row, ?>> keys = Arbitraries.<Attribute<Row, ?>>of(TEXT, FLAG, TIME);
        return keys.list()
                .uniqueElements()
                .ofMaxSize(3)
                .flatMap(list -> Arbitraries.of(true, false).list().ofSize(3).map(down -> {
                    List<Sort<Row>> sort = new ArrayList<>();
                    for (int i = 0; i < list.size(); i++) {
                        sort.add(new Sort<>(list.get(i), down.get(i)));
                    }
                    return sort;
                }));
    }

    @Provide
    Arbitrary<Criterion<Row>> criteria() {
        Arbitrary<Criterion.Operator> operators = Arbitraries.of(Criterion.Operator.values());
        Arbitrary<Criterion<Row>> leaves = Arbitraries.<Criterion<Row>>oneOf(
                compare(TEXT, Arbitraries.of(WORDS), operators),
                compare(NUMBER, Arbitraries.longs().between(-2, 2), operators),
                compare(FLAG, Arbitraries.of(true, false), operators),
                compare(TIME, Arbitraries.longs().between(0, 3).map(Instant::ofEpochSecond), operators),
                compare(TAGS, Arbitraries.of(WORDS), operators),
                Arbitraries.of(WORDS).map(TAGS::contains),
                Arbitraries.of(WORDS).map(TEXT::contains),
                Arbitraries.of(WORDS).list().ofMaxSize(3).map(TEXT::in),
                Arbitraries.<Criterion<Row>>of(NUMBER.isAbsent(), TAGS.isAbsent(), Criterion.all(), Criterion.none()));
        return Arbitraries.recursive(
                () -> leaves,
                inner -> Arbitraries.<Criterion<Row>>oneOf(
                        inner.list().ofMaxSize(3).map(Criterion.And::new),
                        inner.list().ofMaxSize(3).map(Criterion.Or::new),
                        inner.map(Criterion::not)),
                0,
                3);
    }

    private static <V> Arbitrary<Criterion<Row>> compare(
            Attribute<Row, ?> attribute, Arbitrary<V> values, Arbitrary<Criterion.Operator> operators) {
        return Combinators.combine(values, operators)
                .as((value, operator) -> new Criterion.Compare<>(attribute, operator, value));
    }
}
