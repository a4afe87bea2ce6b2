package io.itsm4j.testkit;

import static io.itsm4j.testkit.TicketSample.ticket;
import static org.assertj.core.api.Assertions.assertThat;

import io.itsm4j.Conflict;
import io.itsm4j.actor.TenantId;
import io.itsm4j.storage.Criterion;
import io.itsm4j.storage.Lock;
import io.itsm4j.storage.Query;
import io.itsm4j.ticket.AffectedCi;
import io.itsm4j.ticket.Comment;
import io.itsm4j.ticket.TicketAttributes;
import io.itsm4j.ticket.TicketRecord;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every store does with records: keeps them whole, apart by tenant, and unique where they must be. */
public abstract class StoreContract extends PortContract {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00.123456Z");

    @Test
    void keeps_a_record_with_everything_in_it() {
        TicketRecord written = ticket(1)
                .titled("Réseau 网络 \uD83D\uDE00 'quoted' \\ %_")
                .forGroup("desk")
                .referring("OLD-1")
                .correlated("alert:1")
                .under(9)
                .touching(AffectedCi.named("router"), new AffectedCi("switch", AffectedCi.Origin.EXCLUDED))
                .tagged("vpn", "remote")
                .watchedBy("dora", "erik")
                .createdAt(NOON)
                .dueAt(NOON)
                .field("site", "北京", true)
                .field("floor", 3L, true)
                .field("urgent", true, true)
                .field("since", NOON, true)
                .field("remark", "not indexed", false)
                .record();

        write(unit -> unit.insert(TicketAttributes.KIND, written));

        assertThat(kept(1)).contains(written);
    }

    @Test
    void replaces_a_record_with_its_sets_grown_and_shrunk() {
        keep(ticket(1).tagged("vpn", "remote").watchedBy("dora").field("floor", 3L, true));
        TicketRecord after = ticket(1)
                .titled("Scanner")
                .atVersion(2)
                .tagged("remote", "office")
                .field("wing", "east", true)
                .record();

        write(unit -> {
            TicketRecord before = found(unit, 1, Lock.WRITE).orElseThrow();
            unit.update(TicketAttributes.KIND, before, after);
        });

        assertThat(kept(1)).contains(after);
        assertThat(numbers(TicketAttributes.TAGS.is("vpn"))).isEmpty();
        assertThat(numbers(TicketAttributes.TAGS.is("office"))).containsExactly("INC0000001");
    }

    @Test
    void removes_a_record_and_only_that() {
        keep(ticket(1), ticket(2));

        write(unit ->
                unit.delete(TicketAttributes.KIND, found(unit, 1, Lock.WRITE).orElseThrow()));

        assertThat(kept(1)).isEmpty();
        assertThat(kept(2)).isPresent();
    }

    @Test
    void refuses_to_replace_a_record_that_is_gone() {
        keep(ticket(1));
        TicketRecord before = kept(1).orElseThrow();
        write(unit -> unit.delete(TicketAttributes.KIND, before));

        refused(
                Conflict.class,
                "GONE",
                () -> write(unit -> {
                    unit.update(
                            TicketAttributes.KIND,
                            before,
                            ticket(1).atVersion(2).record());
                    unit.flush();
                }));
    }

    @Test
    void shows_each_tenant_its_own_records_however_alike_their_names() {
        List<String> names = List.of("1", "12", "a", "A", "%", "_", "a%");
        write(unit -> {
            for (int i = 0; i < names.size(); i++) {
                unit.insert(
                        TicketAttributes.KIND,
                        ticket(i)
                                .in(TenantId.of(names.get(i)))
                                .numbered("INC0000001")
                                .record());
            }
        });

        for (int i = 0; i < names.size(); i++) {
            TenantId tenant = TenantId.of(names.get(i));
            String own = TicketSample.id(i).value();
            int foreign = (i + 1) % names.size();
            List<TicketRecord> listed =
                    read(unit -> unit.list(Query.of(TicketAttributes.KIND, tenant, Criterion.all())));
            assertThat(listed).extracting(ticket -> ticket.id().value()).containsExactly(own);
            assertThat(count(tenant, Criterion.all())).isEqualTo(1);
            assertThat(kept(tenant, i, Lock.NONE)).isPresent();
            assertThat(kept(tenant, foreign, Lock.NONE)).isEmpty();
            assertThat(kept(tenant, foreign, Lock.WRITE)).isEmpty();
        }
    }

    @Test
    void reads_across_tenants_when_no_tenant_is_named() {
        keep(ticket(1), ticket(2).in(TenantId.of("globex")));

        assertThat(numbers(Query.of(TicketAttributes.KIND, null, Criterion.all())))
                .containsExactly("INC0000001", "INC0000002");
    }

    @Test
    void refuses_a_second_record_of_the_same_id() {
        keep(ticket(1));

        Conflict refusal =
                refused(Conflict.class, "DUPLICATE", () -> keep(ticket(1).numbered("INC0000002")));

        assertThat(refusal.retryable()).isTrue();
        assertThat(kept(1)).map(TicketRecord::number).contains("INC0000001");
    }

    @Test
    void refuses_a_second_record_with_the_same_unique_key_at_the_flush() {
        keep(ticket(1).correlated("alert:1"));

        Conflict refusal = refused(
                Conflict.class,
                "DUPLICATE",
                () -> write(unit -> {
                    unit.insert(
                            TicketAttributes.KIND,
                            ticket(2).correlated("alert:1").record());
                    unit.flush();
                }));

        assertThat(refusal.retryable()).isTrue();
        assertThat(numbers(Criterion.all())).containsExactly("INC0000001");
    }

    @Test
    void lets_records_of_other_tenants_and_records_without_the_key_be() {
        keep(
                ticket(1).numbered("INC1").correlated("alert:1"),
                ticket(2).numbered("INC1").correlated("alert:1").in(TenantId.of("globex")),
                ticket(3).numbered("inc1").correlated("ALERT:1"),
                ticket(4).correlated(null),
                ticket(5).correlated(null));

        assertThat(numbers(Criterion.all())).containsExactly("INC1", "inc1", "INC0000004", "INC0000005");
    }

    @Test
    void lets_a_key_be_freed_and_taken_in_one_transaction() {
        keep(ticket(1).correlated("alert:1"));

        write(unit -> {
            TicketRecord before = found(unit, 1, Lock.WRITE).orElseThrow();
            unit.update(
                    TicketAttributes.KIND,
                    before,
                    ticket(1).atVersion(2).closed().record());
            unit.flush();
            unit.insert(TicketAttributes.KIND, ticket(2).correlated("alert:1").record());
        });

        assertThat(numbers(TicketAttributes.CORRELATION_KEY.is("alert:1"))).containsExactly("INC0000002");
    }

    @Test
    void keeps_instants_to_the_microsecond_at_both_ends_of_the_window() {
        List<Instant> times = Stream.of(
                        "1000-01-01T00:00:00Z",
                        "1582-10-10T00:00:00.000001Z",
                        "1969-12-31T23:59:59.999999Z",
                        "2026-03-29T01:30:00.123456Z",
                        "9999-12-30T23:59:59.999999Z")
                .map(Instant::parse)
                .toList();
        write(unit -> {
            for (int i = 0; i < times.size(); i++) {
                unit.insert(Comment.KIND, comment(ACME, i, "at", times.get(i)));
            }
        });

        for (Instant time : times) {
            List<Comment> at = read(unit -> unit.list(Query.of(Comment.KIND, ACME, Comment.AT.is(time))));
            assertThat(at).singleElement().extracting(Comment::at).isEqualTo(time);
        }
        long early =
                read(unit -> unit.count(Comment.KIND, ACME, Comment.AT.before(Instant.parse("1970-01-01T00:00:00Z"))));
        assertThat(early).isEqualTo(3);
    }

    @Test
    void keeps_long_texts_and_texts_without_a_character() {
        String longest = "\uD842\uDFB7".repeat(65_536);
        write(unit -> {
            unit.insert(Comment.KIND, comment(ACME, 1, longest, NOON));
            unit.insert(Comment.KIND, comment(ACME, 2, "", NOON));
        });

        List<Comment> comments = read(unit -> unit.list(Query.of(Comment.KIND, ACME, Criterion.all())));

        assertThat(comments).extracting(Comment::body).containsExactly(longest, "");
    }

    @Test
    void hands_out_lists_that_cannot_change_what_is_kept() {
        keep(ticket(1));

        List<TicketRecord> listed = read(unit -> unit.list(Query.of(TicketAttributes.KIND, ACME, Criterion.all())));
        assertThat(listed).hasSize(1);
        tryToClear(listed);

        assertThat(kept(1)).isPresent();
    }

    private static void tryToClear(List<?> list) {
        try {
            list.clear();
        } catch (UnsupportedOperationException refusedIsFineToo) {
            assertThat(list).isNotEmpty();
        }
    }
}
