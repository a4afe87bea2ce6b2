package io.itsm4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.itsm4j.InvalidInput;
import io.itsm4j.storage.Attribute;
import io.itsm4j.storage.Criterion;
import io.itsm4j.storage.CriterionLimits;
import io.itsm4j.storage.PageRequest;
import io.itsm4j.storage.Sort;
import io.itsm4j.ticket.AddTask;
import io.itsm4j.ticket.OpenTicket;
import io.itsm4j.ticket.TicketAttributes;
import io.itsm4j.ticket.TicketRecord;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Sorts, pages, cursors, filters and ranges that nobody should be able to ask for. */
public abstract class HostileQueries extends Hostile {

    private static final PageRequest<TicketRecord> ALL = PageRequest.all();

    private void page(PageRequest<TicketRecord> request) {
        itsm.as(bob).queue().page(request);
    }

    @Test
    void h14_a_sort_key_that_is_not_declared_is_refused_with_the_allowed_ones() {
        for (String name : List.of("colour", "title); drop table itsm_ticket; --", "", "PRIORITY")) {
            Attribute<TicketRecord, String> unknown = Attribute.<TicketRecord>text(name, ticket -> ticket.number())
                    .sorted();
            InvalidInput failure = refusedField(
                    "sort",
                    "QUERY_SORT",
                    () -> page(ALL.sortedBy(Sort.ascending(unknown))),
                    () -> page(ALL.sortedBy(Sort.ascending(TicketAttributes.PRIORITY))));
            says(failure, "priority", "createdAt", "dueAt");
        }
    }

    @Test
    void h14_a_sort_key_may_not_repeat_nor_be_one_of_fifty_nor_borrow_a_declared_name() {
        Sort<TicketRecord> once = Sort.ascending(TicketAttributes.PRIORITY);
        refusedField("sort", "QUERY_SORT", () -> page(ALL.sortedBy(once, once)), () -> page(ALL.sortedBy(once)));
        List<Sort<TicketRecord>> fifty = IntStream.range(0, 50)
                .mapToObj(i -> Sort.ascending(Attribute.<TicketRecord>text("k" + i, TicketRecord::number)
                        .sorted()))
                .toList();
        refusedField(
                "sort", "QUERY_SORT", () -> page(new PageRequest<>(Criterion.all(), fifty, 50, null)), () -> page(ALL));
        Attribute<TicketRecord, String> impostor =
                Attribute.<TicketRecord>text("priority", ticket -> null).sorted();
        refusedField(
                "sort",
                "QUERY_SORT",
                () -> page(ALL.sortedBy(Sort.ascending(impostor))),
                () -> page(ALL.sortedBy(once)));
        Attribute<TicketRecord, String> unsortable = Attribute.text("title", ticket -> "");
        refusedField(
                "sort",
                "QUERY_SORT",
                () -> page(ALL.sortedBy(Sort.ascending(unsortable))),
                () -> page(ALL.sortedBy(once)));
    }

    @Test
    void h15_a_page_has_one_to_five_hundred_items() {
        for (int size : new int[] {-1, 0, 501, Integer.MAX_VALUE, Integer.MIN_VALUE}) {
            says(refusedField("size", "QUERY_PAGE", () -> page(ALL.ofSize(size)), () -> page(ALL.ofSize(500))), "500");
        }
    }

    @Test
    void h15_a_cursor_does_not_serve_pages_of_another_size() {
        String cursor = cursorOfThree();
        refusedField(
                "cursor",
                "QUERY_CURSOR",
                () -> page(ALL.ofSize(2).at(cursor)),
                () -> page(ALL.ofSize(1).at(cursor)));
    }

    private String cursorOfThree() {
        List.of("a", "b", "c").forEach(this::opened);
        return itsm.as(bob).queue().page(ALL.ofSize(1)).next().orElseThrow();
    }

    @Test
    void h16_a_cursor_serves_its_own_query_and_tenant_only() {
        String cursor = cursorOfThree();
        PageRequest<TicketRecord> own = ALL.ofSize(1).at(cursor);
        refusedField(
                "cursor",
                "QUERY_CURSOR",
                () -> page(PageRequest.of(TicketAttributes.IS_OPEN.is(true))
                        .ofSize(1)
                        .at(cursor)),
                () -> page(own));
        refusedField(
                "cursor",
                "QUERY_CURSOR",
                () -> page(own.sortedBy(Sort.descending(TicketAttributes.PRIORITY))),
                () -> page(own));
        refusedField("cursor", "QUERY_CURSOR", () -> itsm.as(rival).queue().page(own), () -> page(own));
        refusedField("cursor", "QUERY_CURSOR", () -> itsm.as(bob).incidents().page(own), () -> page(own));
    }

    @Test
    void h16_a_tampered_cursor_is_refused_wherever_it_was_touched() {
        String cursor = cursorOfThree();
        for (int i = 0; i < cursor.length(); i++) {
            char other = cursor.charAt(i) == 'A' ? 'B' : 'A';
            String broken = cursor.substring(0, i) + other + cursor.substring(i + 1);
            if (!decoded(broken).equals(decoded(cursor))) {
                refused(
                        InvalidInput.class,
                        "QUERY_CURSOR",
                        () -> page(ALL.ofSize(1).at(broken)));
            }
        }
        for (String broken : List.of("", "%", "null", cursor + "A", cursor.substring(1), "AAAA", "\u0660")) {
            refusedField(
                    "cursor",
                    "QUERY_CURSOR",
                    () -> page(ALL.ofSize(1).at(broken)),
                    () -> page(ALL.ofSize(1).at(cursor)));
        }
    }

    @Test
    void h16_a_forged_position_of_other_types_is_refused_even_with_a_right_checksum() {
        String cursor = cursorOfThree();
        String[] parts = decoded(cursor).split("\u001f", -1);
        assertThat(parts).hasSize(5);
        for (String position : List.of(
                "sQQ",
                "b1",
                "t1.0",
                "t9223372036854775807.999999999",
                "t-9223372036854775808.0",
                "tx",
                "n",
                "nx",
                "n99999999999999999999",
                "s%",
                "z",
                "")) {
            for (int at = 2; at < parts.length; at++) {
                if (position.startsWith(parts[at].substring(0, 1)) && parse(position)) {
                    continue;
                }
                String[] forged = parts.clone();
                forged[at] = position;
                refusedField(
                        "cursor",
                        "QUERY_CURSOR",
                        () -> page(ALL.ofSize(1).at(encoded(forged))),
                        () -> page(ALL.ofSize(1).at(cursor)));
            }
        }
    }

    /** Whether the position is well formed for its own type, so that only a type that differs makes it wrong. */
    private static boolean parse(String position) {
        return Set.of("sQQ", "t1.0").contains(position);
    }

    private static String decoded(String cursor) {
        return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
    }

    private static String encoded(String[] parts) {
        String text = String.join("\u001f", List.of(parts).subList(1, parts.length));
        CRC32 crc = new CRC32();
        crc.update(text.getBytes(StandardCharsets.UTF_8));
        byte[] whole = (Long.toHexString(crc.getValue()) + "\u001f" + text).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
    }

    @Test
    void h17_a_filter_of_ten_thousand_levels_is_refused_without_recursion() {
        Criterion<TicketRecord> deep = TicketAttributes.IS_OPEN.is(true);
        for (int i = 0; i < 10_000; i++) {
            deep = deep.not();
        }
        Criterion<TicketRecord> tooDeep = deep;
        says(
                refusedField("filter", "QUERY_FILTER", () -> page(PageRequest.of(tooDeep)), () -> page(ALL)),
                "depth",
                "50");
        refusedField(
                "filter",
                "QUERY_FILTER",
                () -> itsm.as(bob).queue().count(tooDeep),
                () -> itsm.as(bob).queue().count(Criterion.all()));
        refusedField(
                "filter",
                "QUERY_FILTER",
                () -> itsm.as(bob).incidents().tickets().countBy(tooDeep, TicketAttributes.PRIORITY),
                () -> itsm.as(bob).incidents().tickets().countBy(Criterion.all(), TicketAttributes.PRIORITY));
    }

    @Test
    void h17_a_filter_of_very_many_parts_is_refused() {
        List<Criterion<TicketRecord>> parts = new ArrayList<>();
        for (int i = 0; i < 2_001; i++) {
            parts.add(TicketAttributes.SERVICE.is("s" + i));
        }
        says(
                refusedField(
                        "filter",
                        "QUERY_FILTER",
                        () -> page(PageRequest.of(new Criterion.Or<>(parts))),
                        () -> page(PageRequest.of(new Criterion.Or<>(parts.subList(0, 100))))),
                "nodes",
                "2000");
    }

    @Test
    void h17_ten_thousand_values_are_answered_and_one_more_is_refused() {
        var wanted = opened("wanted");
        List<String> values = IntStream.range(0, 9_999)
                .mapToObj(i -> "INC" + (1_000_000 + i))
                .collect(java.util.stream.Collectors.toCollection(ArrayList::new));
        values.add(wanted.number());
        assertThat(itsm.as(bob)
                        .queue()
                        .page(PageRequest.of(TicketAttributes.NUMBER.in(values)))
                        .items())
                .extracting(summary -> summary.number())
                .containsExactly(wanted.number());
        List<String> more = new ArrayList<>(values);
        more.add("INC1");
        refusedField(
                "filter",
                "QUERY_FILTER",
                () -> page(PageRequest.of(TicketAttributes.NUMBER.in(more))),
                () -> page(PageRequest.of(TicketAttributes.NUMBER.in(values))));
    }

    @Test
    void h17_a_filter_on_what_is_not_declared_or_of_another_type_is_refused() {
        for (Criterion<TicketRecord> wrong : List.<Criterion<TicketRecord>>of(
                Attribute.<TicketRecord>text("secret", ticket -> "x").is("x"),
                Attribute.<TicketRecord>text("1=1 or title", ticket -> "x").is("x"),
                new Criterion.Compare<>(TicketAttributes.PRIORITY, Criterion.Operator.EQ, "HIGH"),
                new Criterion.Compare<>(TicketAttributes.PRIORITY, Criterion.Operator.EQ, 1),
                new Criterion.In<>(TicketAttributes.SERVICE, List.of(1L)),
                TicketAttributes.PRIORITY.contains("1"))) {
            refusedField("filter", "QUERY_FILTER", () -> page(PageRequest.of(wrong)), () -> page(ALL));
        }
    }

    @Test
    void h18_a_range_that_runs_backwards_holds_nothing() {
        opened("now");
        Instant now = clock.instant();
        assertThat(itsm.as(bob)
                        .queue()
                        .count(TicketAttributes.CREATED_AT
                                .atLeast(now.plusSeconds(1))
                                .and(TicketAttributes.CREATED_AT.atMost(now.minusSeconds(1)))))
                .isZero();
    }

    @Test
    void h18_an_instant_that_no_database_holds_is_out_of_range() {
        var id = opened("x").id();
        List<@Nullable Instant> wrong = List.of(
                Instant.MIN,
                Instant.MAX,
                Instant.parse("-999999999-01-01T00:00:00Z"),
                Instant.parse("+10000-01-01T00:00:00Z"),
                Instant.parse("0999-12-31T23:59:59Z"));
        for (Instant instant : wrong) {
            says(
                    refusedField(
                            "filter",
                            "OUT_OF_RANGE",
                            () -> page(PageRequest.of(TicketAttributes.CREATED_AT.after(instant))),
                            () -> page(PageRequest.of(TicketAttributes.CREATED_AT.after(CriterionLimits.EARLIEST)))),
                    "1000-01-01T00:00:00Z",
                    "9999-12-31T00:00:00Z");
            refusedField(
                    "openedAt",
                    "OUT_OF_RANGE",
                    () -> incidents().open(OpenTicket.titled("x").reportedAt(instant)),
                    () -> incidents().open(OpenTicket.titled("x").reportedAt(CriterionLimits.EARLIEST)));
            refusedField(
                    "dueAt",
                    "OUT_OF_RANGE",
                    () -> incidents().tickets().addTask(id, AddTask.titled("t").dueBy(instant)),
                    () -> incidents()
                            .tickets()
                            .addTask(id, AddTask.titled("t").dueBy(CriterionLimits.LATEST.minusNanos(1_000))));
        }
        Set<Instant> kept = new HashSet<>();
        incidents().tickets().tasks(id, PageRequest.all()).items().forEach(task -> kept.add(task.dueAt()));
        assertThat(kept).containsExactly(Instant.parse("9999-12-30T23:59:59.999999Z"));
    }
}
