package io.itsm4j.testkit;

import static io.itsm4j.testkit.TicketSample.ticket;
import static org.assertj.core.api.Assertions.assertThat;

import io.itsm4j.InvalidInput;
import io.itsm4j.actor.GroupId;
import io.itsm4j.actor.PersonId;
import io.itsm4j.actor.TenantId;
import io.itsm4j.storage.Attribute;
import io.itsm4j.storage.Criterion;
import io.itsm4j.storage.Keyset;
import io.itsm4j.storage.Projection;
import io.itsm4j.storage.Query;
import io.itsm4j.storage.Sort;
import io.itsm4j.ticket.AffectedCi;
import io.itsm4j.ticket.FieldDefinition;
import io.itsm4j.ticket.FieldSchema;
import io.itsm4j.ticket.Priority;
import io.itsm4j.ticket.TicketAttributes;
import io.itsm4j.ticket.TicketRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every store answers to queries: the same conditions, the same order, the same counts. */
public abstract class QueryContract extends PortContract {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    @Test
    void compares_texts_numbers_flags_and_times() {
        keep(
                ticket(1).rated(Priority.CRITICAL).createdAt(NOON.minusNanos(1_000)),
                ticket(2).rated(Priority.MODERATE).createdAt(NOON),
                ticket(3).rated(Priority.LOW).createdAt(NOON.plusNanos(1_000)).closed());

        assertThat(numbers(TicketAttributes.NUMBER.is("INC0000002"))).containsExactly("INC0000002");
        assertThat(numbers(TicketAttributes.NUMBER.atLeast("INC0000002"))).containsExactly("INC0000002", "INC0000003");
        assertThat(numbers(TicketAttributes.PRIORITY.is(Priority.LOW))).containsExactly("INC0000003");
        assertThat(numbers(TicketAttributes.PRIORITY.before(Priority.LOW))).containsExactly("INC0000001", "INC0000002");
        assertThat(numbers(TicketAttributes.PRIORITY.atMost(Priority.CRITICAL))).containsExactly("INC0000001");
        assertThat(numbers(TicketAttributes.IS_OPEN.is(false))).containsExactly("INC0000003");
        assertThat(numbers(TicketAttributes.CREATED_AT.before(NOON))).containsExactly("INC0000001");
        assertThat(numbers(TicketAttributes.CREATED_AT.atMost(NOON))).containsExactly("INC0000001", "INC0000002");
        assertThat(numbers(TicketAttributes.CREATED_AT.after(NOON))).containsExactly("INC0000003");
        assertThat(numbers(TicketAttributes.CREATED_AT.is(NOON))).containsExactly("INC0000002");
    }

    @Test
    void tells_upper_from_lower_case_and_blanks_at_the_end() {
        keep(ticket(1).titled("VPN"), ticket(2).titled("vpn"), ticket(3).titled("vpn "));

        assertThat(numbers(TicketAttributes.TITLE.is("vpn"))).containsExactly("INC0000002");
        assertThat(numbers(TicketAttributes.TITLE.contains("vpn"))).containsExactly("INC0000002", "INC0000003");
        assertThat(numbers(TicketAttributes.TITLE.in(List.of("VPN", "Vpn")))).containsExactly("INC0000001");
    }

    @Test
    void keeps_to_two_valued_logic_where_a_value_is_absent() {
        keep(ticket(1).forGroup("desk"), ticket(2).forGroup("network"), ticket(3));
        Criterion<TicketRecord> desk = TicketAttributes.GROUP.is(new GroupId("desk"));

        assertThat(numbers(desk)).containsExactly("INC0000001");
        assertThat(numbers(desk.not())).containsExactly("INC0000002", "INC0000003");
        assertThat(numbers(desk.not().not())).containsExactly("INC0000001");
        assertThat(numbers(TicketAttributes.GROUP.isAbsent())).containsExactly("INC0000003");
        assertThat(numbers(TicketAttributes.GROUP.isAbsent().not())).containsExactly("INC0000001", "INC0000002");
        assertThat(numbers(TicketAttributes.GROUP
                        .in(List.of(new GroupId("network")))
                        .not()))
                .containsExactly("INC0000001", "INC0000003");
        assertThat(numbers(TicketAttributes.GROUP.contains("des").not())).containsExactly("INC0000002", "INC0000003");
        assertThat(numbers(TicketAttributes.GROUP.before(new GroupId("m")).not()))
                .containsExactly("INC0000002", "INC0000003");
        assertThat(numbers(
                        desk.or(TicketAttributes.GROUP.after(new GroupId("m"))).not()))
                .containsExactly("INC0000003");
        assertThat(numbers(desk.not().and(TicketAttributes.GROUP.isAbsent().not())))
                .containsExactly("INC0000002");
    }

    @Test
    void takes_none_for_always_in_and_and_for_never_in_or() {
        keep(ticket(1), ticket(2));

        assertThat(numbers(new Criterion.And<>(List.of()))).hasSize(2);
        assertThat(numbers(Criterion.none())).isEmpty();
        assertThat(numbers(Criterion.<TicketRecord>none().not())).hasSize(2);
        assertThat(numbers(TicketAttributes.NUMBER.in(List.of()))).isEmpty();
        assertThat(numbers(TicketAttributes.NUMBER.in(List.<String>of()).not())).hasSize(2);
        assertThat(numbers(Criterion.<TicketRecord>all().not())).isEmpty();
    }

    @Test
    void finds_one_of_ten_thousand_values() {
        keep(ticket(7), ticket(9_999), ticket(10_001));
        List<String> wanted = IntStream.range(0, 10_000)
                .mapToObj(i -> ticket(i).record().number())
                .toList();

        assertThat(numbers(TicketAttributes.NUMBER.in(wanted))).containsExactly("INC0000007", "INC0009999");
        assertThat(numbers(TicketAttributes.NUMBER.in(wanted).not())).containsExactly("INC0010001");
    }

    @Test
    void takes_every_character_of_a_needle_as_it_is() {
        keep(
                ticket(1).titled("100% sure"),
                ticket(2).titled("100 sure"),
                ticket(3).titled("a_b"),
                ticket(4).titled("axb"),
                ticket(5).titled("c:\\temp"),
                ticket(6).titled("[a-z]"),
                ticket(7).titled("it's \uD83D\uDE00"));

        assertThat(numbers(TicketAttributes.TITLE.contains("100%"))).containsExactly("INC0000001");
        assertThat(numbers(TicketAttributes.TITLE.contains("a_b"))).containsExactly("INC0000003");
        assertThat(numbers(TicketAttributes.TITLE.contains("\\"))).containsExactly("INC0000005");
        assertThat(numbers(TicketAttributes.TITLE.contains("\\t"))).containsExactly("INC0000005");
        assertThat(numbers(TicketAttributes.TITLE.contains("[a"))).containsExactly("INC0000006");
        assertThat(numbers(TicketAttributes.TITLE.contains("'"))).containsExactly("INC0000007");
        assertThat(numbers(TicketAttributes.TITLE.contains("\uD83D\uDE00"))).containsExactly("INC0000007");
        assertThat(numbers(TicketAttributes.TITLE.contains(""))).hasSize(7);
    }

    @Test
    void asks_attributes_of_many_values_whether_one_of_them_fits() {
        keep(
                ticket(1).tagged("vpn", "remote").watchedBy("dora"),
                ticket(2).tagged("remote"),
                ticket(3).touching(AffectedCi.named("router"), new AffectedCi("vpn", AffectedCi.Origin.EXCLUDED)),
                ticket(4).tagged("VPN").in(TenantId.of("globex")));

        assertThat(numbers(TicketAttributes.TAGS.is("remote"))).containsExactly("INC0000001", "INC0000002");
        assertThat(numbers(TicketAttributes.TAGS.is("vpn").and(TicketAttributes.TAGS.is("remote"))))
                .containsExactly("INC0000001");
        assertThat(numbers(TicketAttributes.TAGS.is("vpn").not())).containsExactly("INC0000002", "INC0000003");
        assertThat(numbers(TicketAttributes.TAGS.in(List.of("vpn", "office")))).containsExactly("INC0000001");
        assertThat(numbers(TicketAttributes.TAGS.after("s"))).containsExactly("INC0000001");
        assertThat(numbers(TicketAttributes.TAGS.isAbsent())).containsExactly("INC0000003");
        assertThat(numbers(TicketAttributes.TAGS.contains("emot"))).containsExactly("INC0000001", "INC0000002");
        assertThat(numbers(TicketAttributes.CIS.is("router"))).containsExactly("INC0000003");
        assertThat(numbers(TicketAttributes.CIS.is("vpn"))).isEmpty();
        assertThat(numbers(TicketAttributes.WATCHERS.is(new PersonId("dora")))).containsExactly("INC0000001");
    }

    @Test
    void asks_indexed_custom_fields_of_every_type() {
        FieldSchema schema = FieldSchema.of(
                FieldDefinition.of("floor", FieldDefinition.Type.NUMBER).filterable(),
                FieldDefinition.of("since", FieldDefinition.Type.TIME).filterable(),
                FieldDefinition.of("urgent", FieldDefinition.Type.FLAG).filterable(),
                FieldDefinition.of("地点", FieldDefinition.Type.TEXT).filterable());
        keep(
                ticket(1).field("floor", 3L, true).field("since", NOON, true),
                ticket(2).field("floor", 12L, true).field("urgent", true, true).field("地点", "北京", true),
                ticket(3).field("floor", 3L, false));
        Attribute<TicketRecord, Object> floor = schema.attribute("floor");

        assertThat(numbers(floor.is(3L))).containsExactly("INC0000001");
        assertThat(numbers(floor.after(3L))).containsExactly("INC0000002");
        assertThat(numbers(floor.isAbsent())).containsExactly("INC0000003");
        assertThat(numbers(schema.attribute("since").atMost(NOON))).containsExactly("INC0000001");
        assertThat(numbers(schema.attribute("urgent").is(true))).containsExactly("INC0000002");
        assertThat(numbers(schema.attribute("地点").is("北京"))).containsExactly("INC0000002");
        refused(InvalidInput.class, "QUERY_FILTER", () -> schema.attribute("wing"));
    }

    @Test
    void sorts_by_several_keys_and_by_the_primary_key_last() {
        keep(
                ticket(1).rated(Priority.LOW).createdAt(NOON),
                ticket(2).rated(Priority.HIGH).createdAt(NOON),
                ticket(3).rated(Priority.HIGH).createdAt(NOON.plusSeconds(1)),
                ticket(4).rated(Priority.LOW).createdAt(NOON));
        Query<TicketRecord> all = Query.of(TicketAttributes.KIND, ACME, Criterion.all());
        Sort<TicketRecord> pressing = Sort.ascending(TicketAttributes.PRIORITY);

        assertThat(numbers(all.sortedBy(pressing, Sort.ascending(TicketAttributes.CREATED_AT))))
                .containsExactly("INC0000002", "INC0000003", "INC0000001", "INC0000004");
        assertThat(numbers(all.sortedBy(pressing, Sort.descending(TicketAttributes.CREATED_AT))))
                .containsExactly("INC0000003", "INC0000002", "INC0000004", "INC0000001");
        assertThat(numbers(all.sortedBy(pressing).limitedTo(1))).containsExactly("INC0000002");
    }

    @Test
    void sorts_and_compares_texts_by_code_point() {
        keep(
                ticket(1).numbered("\uD83D\uDE00"),
                ticket(2).numbered("\uFF5E"),
                ticket(3).numbered("é"),
                ticket(4).numbered("a"),
                ticket(5).numbered("B"),
                ticket(6).numbered("ab"));
        Query<TicketRecord> all = Query.of(TicketAttributes.KIND, ACME, Criterion.all());

        List<String> inOrder = numbers(all.sortedBy(Sort.ascending(TicketAttributes.NUMBER)));
        assertThat(inOrder.subList(0, 4)).containsExactly("B", "a", "ab", "é");
        assertThat(inOrder.subList(4, 6))
                .isEqualTo(
                        fixture().comparesByCodePoint()
                                ? List.of("\uFF5E", "\uD83D\uDE00")
                                : List.of("\uD83D\uDE00", "\uFF5E"));
        assertThat(numbers(TicketAttributes.NUMBER.after("a")))
                .containsExactlyInAnyOrder("ab", "é", "\uFF5E", "\uD83D\uDE00");
        assertThat(numbers(TicketAttributes.NUMBER.after("\uFF5E")))
                .isEqualTo(fixture().comparesByCodePoint() ? List.of("\uD83D\uDE00") : List.of());
    }

    @Test
    void walks_page_by_page_over_equal_keys_without_losing_or_repeating_any() {
        write(unit -> IntStream.range(0, 23)
                .forEach(i -> unit.insert(
                        TicketAttributes.KIND,
                        ticket(i)
                                .rated(Priority.ofRank(1 + i % 3))
                                .createdAt(NOON)
                                .record())));
        List<Sort<TicketRecord>> order =
                List.of(Sort.descending(TicketAttributes.PRIORITY), Sort.ascending(TicketAttributes.CREATED_AT));

        List<String> walked = new ArrayList<>();
        Criterion<TicketRecord> rest = Criterion.all();
        List<TicketRecord> page = page(rest, order);
        while (!page.isEmpty()) {
            page.forEach(ticket -> walked.add(ticket.number()));
            TicketRecord last = page.get(page.size() - 1);
            rest = Keyset.after(TicketAttributes.ID, order, Keyset.position(TicketAttributes.KIND, order, last));
            page = page(rest, order);
        }

        assertThat(walked).hasSize(23).doesNotHaveDuplicates();
        assertThat(walked.subList(0, 3)).containsExactly("INC0000002", "INC0000005", "INC0000008");
        assertThat(walked.get(22)).isEqualTo("INC0000021");
    }

    private List<TicketRecord> page(Criterion<TicketRecord> criterion, List<Sort<TicketRecord>> order) {
        return read(unit ->
                unit.list(new Query<>(TicketAttributes.KIND, ACME, criterion, order, 4, io.itsm4j.storage.Lock.NONE)));
    }

    @Test
    void counts_and_counts_by_value() {
        keep(
                ticket(1).rated(Priority.LOW).forGroup("desk"),
                ticket(2).rated(Priority.LOW),
                ticket(3).rated(Priority.HIGH).forGroup("desk").closed(),
                ticket(4).rated(Priority.LOW).in(TenantId.of("globex")));

        assertThat(count(ACME, TicketAttributes.PRIORITY.is(Priority.LOW))).isEqualTo(2);
        assertThat(countBy(Criterion.all(), TicketAttributes.PRIORITY)).isEqualTo(Map.of(2L, 1L, 4L, 2L));
        assertThat(countBy(Criterion.all(), TicketAttributes.GROUP)).isEqualTo(Map.of("desk", 2L));
        assertThat(countBy(TicketAttributes.GROUP.isAbsent(), TicketAttributes.IS_OPEN))
                .isEqualTo(Map.of(true, 1L));
    }

    @Test
    void counts_every_value_of_an_attribute_of_many() {
        keep(ticket(1).tagged("vpn", "remote"), ticket(2).tagged("remote"), ticket(3));

        assertThat(countBy(Criterion.all(), TicketAttributes.TAGS)).isEqualTo(Map.of("vpn", 1L, "remote", 2L));
    }

    private Map<Object, Long> countBy(Criterion<TicketRecord> criterion, Attribute<TicketRecord, ?> by) {
        return read(unit -> unit.countBy(TicketAttributes.KIND, ACME, criterion, by));
    }

    @Test
    void shows_records_through_a_projection() {
        keep(ticket(1).forGroup("desk").createdAt(NOON), ticket(2).closed().createdAt(NOON.plusNanos(1_000)));
        Projection<TicketRecord, List<Object>> view = new Projection<>(
                List.of(
                        TicketAttributes.NUMBER,
                        TicketAttributes.PRIORITY,
                        TicketAttributes.IS_OPEN,
                        TicketAttributes.CREATED_AT,
                        TicketAttributes.GROUP),
                ArrayList::new);

        List<List<Object>> rows = read(unit -> unit.list(
                Query.of(TicketAttributes.KIND, ACME, Criterion.all())
                        .sortedBy(Sort.descending(TicketAttributes.NUMBER)),
                view));

        assertThat(rows.get(0)).containsExactly("INC0000002", 4L, false, NOON.plusNanos(1_000), null);
        assertThat(rows.get(1)).containsExactly("INC0000001", 4L, true, NOON, "desk");
    }
}
