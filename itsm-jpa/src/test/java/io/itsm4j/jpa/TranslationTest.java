package io.itsm4j.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import io.itsm4j.actor.GroupId;
import io.itsm4j.actor.PersonId;
import io.itsm4j.actor.TenantId;
import io.itsm4j.incident.Incident;
import io.itsm4j.jpa.fixture.Bench;
import io.itsm4j.jpa.fixture.Stores;
import io.itsm4j.jpa.fixture.TestStore;
import io.itsm4j.jpa.fixture.Tickets;
import io.itsm4j.storage.Attribute;
import io.itsm4j.storage.Criterion;
import io.itsm4j.storage.PlainValues;
import io.itsm4j.storage.Projection;
import io.itsm4j.storage.Query;
import io.itsm4j.storage.Sort;
import io.itsm4j.ticket.TicketAttributes;
import io.itsm4j.ticket.TicketRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;

/** A criterion selects in the database exactly what it selects in memory. */
class TranslationTest {

    private static final TenantId TENANT = TenantId.of("translation");
    private static final List<String> TITLES =
            List.of("50% off", "a_b", "a!b", "back\\slash", "it's", "[x]", "plain", "\uD83D\uDDA8 printer", "Zürich");

    private static final int CRITERIA = "full".equals(System.getProperty("itsm.test.size")) ? 500 : 60;

    private static JpaStore filled(TestStore where, List<TicketRecord> records) {
        JpaStore store = where.shared().store();
        store.inTransaction(work -> {
            work.list(Query.of(TicketAttributes.KIND, TENANT, Criterion.all()))
                    .forEach(old -> work.delete(TicketAttributes.KIND, old));
            work.flush();
            records.forEach(ticket -> work.insert(TicketAttributes.KIND, ticket));
            return null;
        });
        return store;
    }

    private static List<TicketRecord> records() {
        return IntStream.range(0, 30)
                .mapToObj(i -> Tickets.ticket(TENANT, i, TITLES.get(i % TITLES.size()), Incident.NEW))
                .toList();
    }

    @ParameterizedTest
    @Stores
    void selects_what_it_selects_in_memory(TestStore where) {
        List<TicketRecord> records = records();
        JpaStore store = filled(where, records);
        Random random = new Random(7);
        for (int i = 0; i < CRITERIA; i++) {
            Criterion<TicketRecord> criterion = criterion(random, 3);
            List<TicketRecord> expected = records.stream()
                    .filter(criterion::test)
                    .sorted(Comparator.comparing(t -> t.id().value()))
                    .toList();
            List<TicketRecord> found =
                    store.inTransaction(work -> work.list(Query.of(TicketAttributes.KIND, TENANT, criterion)));
            assertThat(found).as(criterion.toString()).isEqualTo(expected);
            assertThat(store.<Long>inTransaction(work -> work.count(TicketAttributes.KIND, TENANT, criterion)))
                    .isEqualTo(expected.size());
        }
    }

    @ParameterizedTest
    @Stores
    void sorts_limits_projects_and_counts_as_in_memory(TestStore where) {
        List<TicketRecord> records = records();
        JpaStore store = filled(where, records);
        List<Attribute<TicketRecord, ?>> seen = List.of(
                TicketAttributes.NUMBER,
                TicketAttributes.SERVICE,
                TicketAttributes.IS_OPEN,
                TicketAttributes.PRIORITY,
                TicketAttributes.OPENED_AT);
        Comparator<TicketRecord> order = Comparator.<TicketRecord>comparingLong(
                        t -> t.classification().priority().rank())
                .thenComparing(t -> t.times().createdAt(), Comparator.reverseOrder());
        List<List<Object>> expected = records.stream()
                .sorted(order)
                .limit(7)
                .map(t -> seen.stream().map(a -> a.read(t)).collect(Collectors.toList()))
                .collect(Collectors.toList());
        Query<TicketRecord> query = Query.of(TicketAttributes.KIND, TENANT, Criterion.<TicketRecord>all())
                .sortedBy(Sort.ascending(TicketAttributes.PRIORITY), Sort.descending(TicketAttributes.CREATED_AT))
                .limitedTo(7);
        assertThat(store.<List<List<Object>>>inTransaction(
                        work -> work.list(query, new Projection<>(seen, ArrayList::new))))
                .isEqualTo(expected);
        for (Attribute<TicketRecord, ?> by : List.of(
                TicketAttributes.PRIORITY, TicketAttributes.GROUP, TicketAttributes.SERVICE, TicketAttributes.TAGS)) {
            Map<Object, Long> counts = new TreeMap<>(PlainValues::compare);
            records.forEach(t -> by.readAll(t).forEach(v -> counts.merge(v, 1L, Long::sum)));
            Map<Object, Long> found = new TreeMap<>(PlainValues::compare);
            found.putAll(store.inTransaction(work -> work.countBy(TicketAttributes.KIND, TENANT, Criterion.all(), by)));
            assertThat(found).as(by.toString()).isEqualTo(counts);
        }
    }

    @ParameterizedTest
    @Stores
    void sends_equal_shapes_as_one_text_whatever_the_values(TestStore where) {
        Bench bench = where.shared();
        JpaStore store = filled(where, records());
        bench.log().take();
        for (String needle : List.of("x", "' OR 1=1 --", "%", "_", "\\", "[", "!")) {
            store.inTransaction(work -> work.list(Query.of(
                    TicketAttributes.KIND,
                    TENANT,
                    TicketAttributes.TITLE
                            .contains(needle)
                            .and(TicketAttributes.NUMBER.in(List.of(needle, "a", "b")))
                            .and(TicketAttributes.TAGS.is(needle).not()))));
        }
        assertThat(bench.log().take())
                .hasSize(7)
                .allSatisfy(sql -> assertThat(sql).doesNotContain("OR 1=1"));
    }

    @ParameterizedTest
    @Stores
    void sends_ten_thousand_values_in_portions(TestStore where) {
        List<TicketRecord> records = records();
        JpaStore store = filled(where, records);
        List<String> ids = new ArrayList<>(
                IntStream.range(0, 9_999).mapToObj(i -> "none-" + i).toList());
        ids.add(records.get(3).id().value());
        List<TicketRecord> found = store.inTransaction(
                work -> work.list(Query.of(TicketAttributes.KIND, TENANT, TicketAttributes.ID.in(ids))));
        assertThat(found).containsExactly(records.get(3));
    }

    private static Criterion<TicketRecord> criterion(Random random, int depth) {
        int choice = random.nextInt(depth == 0 ? 14 : 18);
        TicketRecord any = Tickets.ticket(TENANT, random.nextInt(32), "x", Incident.NEW);
        Instant time = any.times().createdAt();
        return switch (choice) {
            case 0 -> TicketAttributes.NUMBER.is(any.number());
            case 1 -> TicketAttributes.NUMBER.in(List.of(any.number(), "INC0000003", "none"));
            case 2 ->
                TicketAttributes.TITLE.contains(List.of("%", "_", "!", "\\", "'", "[", "p", "", "\uD83D\uDDA8")
                        .get(random.nextInt(9)));
            case 3 -> TicketAttributes.PRIORITY.atMost(any.classification().priority());
            case 4 -> TicketAttributes.CREATED_AT.after(time);
            case 5 -> TicketAttributes.CREATED_AT.atLeast(time);
            case 6 -> TicketAttributes.IS_OPEN.is(random.nextBoolean());
            case 7 -> TicketAttributes.ASSIGNEE.is(new PersonId("nobody"));
            case 8 -> TicketAttributes.ASSIGNEE.isAbsent();
            case 9 -> TicketAttributes.TAGS.is("t" + random.nextInt(5));
            case 10 -> TicketAttributes.TAGS.in(List.of("t1", "t2"));
            case 11 -> TicketAttributes.RESTRICTED_TO.isAbsent();
            case 12 -> TicketAttributes.TAGS.contains("t");
            case 13 -> TicketAttributes.GROUP.in(random.nextBoolean() ? List.of() : List.of(new GroupId("g1")));
            case 14 -> criterion(random, depth - 1).not();
            case 15 -> Criterion.allOf(criterion(random, depth - 1), criterion(random, depth - 1));
            case 16 -> Criterion.anyOf(criterion(random, depth - 1), criterion(random, depth - 1));
            default -> random.nextBoolean() ? Criterion.all() : Criterion.none();
        };
    }
}
