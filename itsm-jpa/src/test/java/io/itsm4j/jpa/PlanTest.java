package io.itsm4j.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import io.itsm4j.actor.GroupId;
import io.itsm4j.actor.PersonId;
import io.itsm4j.actor.TenantId;
import io.itsm4j.incident.Incident;
import io.itsm4j.journal.ChainHead;
import io.itsm4j.journal.JournalEntry;
import io.itsm4j.journal.OutboxMessage;
import io.itsm4j.jpa.fixture.Bench;
import io.itsm4j.jpa.fixture.StatementLog.Sent;
import io.itsm4j.jpa.fixture.TestStore;
import io.itsm4j.jpa.fixture.Tickets;
import io.itsm4j.lifecycle.StateCategory;
import io.itsm4j.sla.AgreementKind;
import io.itsm4j.sla.ClockStatus;
import io.itsm4j.sla.Metric;
import io.itsm4j.sla.SlaClock;
import io.itsm4j.sla.Waiver;
import io.itsm4j.storage.Attribute;
import io.itsm4j.storage.Criterion;
import io.itsm4j.storage.Keyset;
import io.itsm4j.storage.Lock;
import io.itsm4j.storage.Query;
import io.itsm4j.storage.RecordKind;
import io.itsm4j.storage.Sort;
import io.itsm4j.storage.UnitOfWork;
import io.itsm4j.ticket.Attachment;
import io.itsm4j.ticket.Comment;
import io.itsm4j.ticket.Due;
import io.itsm4j.ticket.DueFailure;
import io.itsm4j.ticket.Link;
import io.itsm4j.ticket.LinkType;
import io.itsm4j.ticket.Priority;
import io.itsm4j.ticket.Task;
import io.itsm4j.ticket.TicketAttributes;
import io.itsm4j.ticket.TicketId;
import io.itsm4j.ticket.TicketRecord;
import io.itsm4j.ticket.WorkLog;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every question the library asks has an index on every database. */
class PlanTest {

    private static final TenantId TENANT = TenantId.of("plans");
    private static final String ID = Tickets.id();
    private static final TicketId TICKET = TicketId.of(ID);
    private static final Map<TestStore, Bench> BENCHES = new LinkedHashMap<>();

    /** How each database says that it reads all rows, be it in the order of the primary key. */
    private static final List<String> WHOLE_TABLE = List.of("seq scan", "tablescan", "type=all ", "type=index ");

    @AfterAll
    static void stop() {
        BENCHES.values().forEach(Bench::close);
    }

    private static Map<String, Consumer<UnitOfWork>> questions() {
        Map<String, Consumer<UnitOfWork>> all = new LinkedHashMap<>();
        Criterion<TicketRecord> open = TicketAttributes.IS_OPEN.is(true);
        Criterion<TicketRecord> incidents = TicketAttributes.TYPE.is("incident");
        List<Sort<TicketRecord>> pressing =
                List.of(Sort.ascending(TicketAttributes.PRIORITY), Sort.ascending(TicketAttributes.CREATED_AT));
        tickets(all, "newest of a type", incidents, List.of(Sort.descending(TicketAttributes.CREATED_AT)));
        tickets(all, "last changed", Criterion.all(), List.of(Sort.descending(TicketAttributes.UPDATED_AT)));
        tickets(all, "last opened", Criterion.all(), List.of(Sort.descending(TicketAttributes.OPENED_AT)));
        tickets(all, "queue of all", open, pressing);
        tickets(all, "queue of a group", open.and(TicketAttributes.GROUP.is(new GroupId("g1"))), pressing);
        tickets(all, "queue of a person", open.and(TicketAttributes.ASSIGNEE.is(new PersonId("p"))), pressing);
        for (Criterion<TicketRecord> stretch :
                Keyset.stretches(TicketAttributes.ID, pressing, List.of(3L, Tickets.NOON, ID))) {
            tickets(all, "page of a queue", open.and(stretch), pressing);
        }
        tickets(all, "soonest due", open, List.of(Sort.ascending(TicketAttributes.DUE_AT)));
        tickets(all, "by number", TicketAttributes.NUMBER.is("INC0000001"), List.of());
        tickets(
                all,
                "mine",
                TicketAttributes.REQUESTER.is(new PersonId("p")).or(TicketAttributes.OPENED_FOR.is(new PersonId("p"))),
                List.of(Sort.descending(TicketAttributes.UPDATED_AT)));
        tickets(
                all,
                "by reference",
                incidents.and(TicketAttributes.EXTERNAL_REFERENCE.in(List.of("a", "b"))),
                List.of());
        tickets(all, "by correlation", TicketAttributes.CORRELATION_KEY.is("k"), List.of());
        tickets(all, "children", TicketAttributes.PARENT.is(TICKET).and(open), List.of());
        tickets(all, "merged into", TicketAttributes.MERGED_INTO.is(TICKET), List.of());
        tickets(all, "of a service", TicketAttributes.SERVICE.is("s").and(open), List.of());
        tickets(all, "by tag", TicketAttributes.TAGS.is("t9"), List.of());
        tickets(all, "touching a CI", TicketAttributes.CIS.in(List.of("ci-9", "ci-8")), List.of());
        all.put(
                "resolved for long",
                work -> work.list(Query.of(
                                TicketAttributes.KIND,
                                TENANT,
                                TicketAttributes.STATE_CATEGORY
                                        .is(StateCategory.RESOLVED)
                                        .and(incidents))
                        .limitedTo(50)));
        all.put(
                "due",
                work -> work.list(Query.of(
                                TicketAttributes.KIND,
                                null,
                                TicketAttributes.DUE_AT
                                        .atMost(Tickets.NOON)
                                        .and(TicketAttributes.TYPE.in(List.of("incident", "change", "problem"))))
                        .sortedBy(Sort.ascending(TicketAttributes.DUE_AT))
                        .limitedTo(100)));
        Criterion<TicketRecord> undeclared =
                TicketAttributes.TYPE.in(List.of("incident", "change")).not();
        Criterion<TicketRecord> between =
                TicketAttributes.TYPE.after("incident").and(TicketAttributes.TYPE.before("problem"));
        all.put(
                "open of undeclared types",
                work -> work.list(Query.of(TicketAttributes.KIND, null, open.and(between))));
        all.put(
                "due of undeclared types",
                work -> work.list(Query.of(
                        TicketAttributes.KIND,
                        null,
                        TicketAttributes.DUE_AT
                                .before(Due.NEVER)
                                .and(TicketAttributes.IS_OPEN.is(false))
                                .and(undeclared))));
        all.put(
                "in lost states",
                work -> work.list(Query.of(
                        TicketAttributes.KIND,
                        null,
                        open.and(incidents)
                                .and(TicketAttributes.STATE
                                        .is("NEW")
                                        .and(TicketAttributes.STATE_CATEGORY.is(StateCategory.NEW))
                                        .or(TicketAttributes.STATE
                                                .is("CLOSED")
                                                .and(TicketAttributes.STATE_CATEGORY.is(StateCategory.CLOSED)))
                                        .not()))));
        all.put(
                "of an old lifecycle",
                work -> work.list(Query.of(
                                TicketAttributes.KIND,
                                null,
                                incidents
                                        .and(TicketAttributes.LIFECYCLE_VERSION.is(7L))
                                        .and(open)
                                        .and(TicketAttributes.ID.after(ID)))
                        .limitedTo(100)
                        .locked(Lock.WRITE)));
        all.put(
                "open by priority",
                work -> work.countBy(TicketAttributes.KIND, TENANT, open, TicketAttributes.PRIORITY));
        all.put("find", work -> work.find(TicketAttributes.KIND, TENANT, ID, Lock.WRITE));
        tasks(all, "tasks of a group", Task.GROUP.is(new GroupId("g7")));
        tasks(all, "tasks of a person", Task.ASSIGNEE.is(new PersonId("p7")));
        of(all, Comment.KIND, Comment.TICKET, Sort.ascending(Comment.AT));
        of(all, Task.KIND, Task.TICKET, Sort.ascending(Task.CREATED_AT));
        of(all, WorkLog.KIND, WorkLog.TICKET, Sort.ascending(WorkLog.AT));
        of(all, Attachment.KIND, Attachment.TICKET, Sort.ascending(Attachment.AT));
        all.put("links from", work -> work.list(Query.of(Link.KIND, TENANT, Link.FROM.is(TICKET))));
        all.put("links to", work -> work.list(Query.of(Link.KIND, TENANT, Link.TO.is(TICKET))));
        all.put(
                "links of a type",
                work -> work.list(Query.of(
                        Link.KIND, TENANT, Link.TYPE.is(LinkType.CAUSED_BY).and(Link.FROM.in(List.of(TICKET))))));
        all.put("due failures", work -> work.list(Query.of(DueFailure.KIND, TENANT, DueFailure.TICKET.is(TICKET))));
        all.put(
                "journal",
                work -> work.list(Query.of(JournalEntry.KIND, TENANT, JournalEntry.SUBJECT.is(ID))
                        .sortedBy(Sort.ascending(JournalEntry.SEQUENCE))));
        Criterion<SlaClock> running = SlaClock.IS_OPEN.is(true);
        clocks(all, "clocks by next threshold", running, SlaClock.NEXT_AT);
        clocks(all, "clocks by due instant", running, SlaClock.DUE_AT);
        clocks(all, "half gone", SlaClock.elapsedAtLeast(50, Tickets.NOON), SlaClock.HALF_AT);
        clocks(all, "three quarters gone", SlaClock.elapsedAtLeast(75, Tickets.NOON), SlaClock.THREE_QUARTERS_AT);
        clocks(all, "nine tenths gone", SlaClock.elapsedAtLeast(90, Tickets.NOON), SlaClock.NINE_TENTHS_AT);
        clocks(all, "breached", SlaClock.IS_BREACHED.is(true), SlaClock.STARTED_AT);
        clocks(all, "missed, noted or not", SlaClock.breachedBy(Tickets.NOON), SlaClock.NEXT_AT);
        clocks(all, "of an agreement", SlaClock.AGREEMENT.is("gold"), SlaClock.STARTED_AT);
        clocks(
                all,
                "of a group",
                SlaClock.AGREEMENT_KIND.is(AgreementKind.OLA).and(SlaClock.HOLDER.is("g1")),
                SlaClock.STARTED_AT);
        clocks(all, "clocks of a time", SlaClock.STARTED_AT.atLeast(Tickets.NOON), SlaClock.STARTED_AT);
        of(all, SlaClock.KIND, SlaClock.TICKET, Sort.ascending(SlaClock.STARTED_AT));
        of(all, Waiver.KIND, Waiver.TICKET, Sort.ascending(Waiver.APPROVED_AT));
        all.put("command", work -> work.list(Query.of(JournalEntry.KIND, TENANT, JournalEntry.COMMAND_KEY.is("k"))));
        all.put(
                "outbox due",
                work -> work.list(Query.of(
                                OutboxMessage.KIND,
                                null,
                                OutboxMessage.STATUS
                                        .is(OutboxMessage.Status.PENDING)
                                        .and(OutboxMessage.NEXT_ATTEMPT_AT.atMost(Tickets.NOON)))
                        .sortedBy(Sort.ascending(OutboxMessage.NEXT_ATTEMPT_AT))
                        .limitedTo(100)));
        all.put(
                "outbox of records",
                work -> work.list(Query.of(OutboxMessage.KIND, null, OutboxMessage.SUBJECT.in(List.of(ID, "x")))));
        ReportQuestions.into(all, TENANT);
        ChangeQuestions.into(all, TENANT);
        all.putAll(CmdbQuestions.all());
        all.putAll(AssetQuestions.all());
        PurchaseQuestions.into(all, TENANT);
        return all;
    }

    private static void clocks(
            Map<String, Consumer<UnitOfWork>> all,
            String name,
            Criterion<SlaClock> what,
            Attribute<SlaClock, Instant> order) {
        all.put(
                name,
                work -> work.list(Query.of(SlaClock.KIND, TENANT, what)
                        .sortedBy(Sort.ascending(order))
                        .limitedTo(50)));
    }

    private static void tickets(
            Map<String, Consumer<UnitOfWork>> all,
            String name,
            Criterion<TicketRecord> what,
            List<Sort<TicketRecord>> order) {
        all.put(name, work -> work.list(new Query<>(TicketAttributes.KIND, TENANT, what, order, 50, Lock.NONE)));
    }

    private static void tasks(Map<String, Consumer<UnitOfWork>> all, String name, Criterion<Task> whose) {
        all.put(
                name,
                work -> work.list(Query.of(Task.KIND, TENANT, whose.and(Task.unfinished()))
                        .sortedBy(Sort.ascending(Task.CREATED_AT))
                        .limitedTo(50)));
    }

    private static <R> void of(
            Map<String, Consumer<UnitOfWork>> all, RecordKind<R> kind, Attribute<R, TicketId> owner, Sort<R> order) {
        all.put(
                kind + " of a ticket",
                work -> work.list(
                        Query.of(kind, TENANT, owner.is(TICKET)).sortedBy(order).limitedTo(50)));
    }

    @ParameterizedTest
    @EnumSource(value = TestStore.class, names = "HIBERNATE.*", mode = EnumSource.Mode.MATCH_ALL)
    void no_question_reads_a_whole_table(TestStore where) throws Exception {
        Bench bench = where.bench();
        BENCHES.put(where, bench);
        List<RecordKind<?>> kinds = new ArrayList<>(ChangeQuestions.kinds());
        kinds.addAll(CmdbQuestions.KINDS);
        kinds.addAll(AssetQuestions.KINDS);
        kinds.addAll(io.itsm4j.purchase.Procurement.KINDS);
        kinds.addAll(List.of(SlaClock.KIND, io.itsm4j.sla.Waiver.KIND));
        JpaStore store = bench.store(kinds);
        store.inTransaction(work -> {
            for (int i = 0; i < 600; i++) {
                fill(work, i);
                ChangeQuestions.fill(work, TENANT, i);
                PurchaseQuestions.fill(work, TENANT, i);
            }
            return null;
        });
        String tables = " table itsm_ticket, itsm_ticket_value, itsm_comment, itsm_task, itsm_link, itsm_work_log,"
                + " itsm_attachment, itsm_due_failure, itsm_journal, itsm_outbox, itsm_sla_clock, itsm_sla_waiver"
                + ChangeQuestions.TABLES + ", " + CmdbQuestions.TABLES + ", " + AssetQuestions.TABLES
                + PurchaseQuestions.TABLES;
        bench.sql("analyze" + (where == TestStore.HIBERNATE_MARIADB ? tables : ""));
        List<String> bad = new ArrayList<>();
        questions().forEach((name, question) -> {
            store.inTransaction(work -> {
                question.accept(work);
                return null;
            });
            String plan = plan(bench, bench.log().last());
            // asked once, at the start, page by page in the order of the key, which MariaDB then reads it by
            boolean atTheStart = where == TestStore.HIBERNATE_MARIADB && name.equals("in lost states");
            if (!atTheStart && WHOLE_TABLE.stream().anyMatch(plan::contains)) {
                bad.add(name + ": " + plan);
            }
        });
        assertThat(bad).isEmpty();
    }

    private static void fill(UnitOfWork work, int i) {
        CmdbQuestions.fill(work, i);
        AssetQuestions.fill(work, i);
        TicketRecord ticket = Tickets.ticket(TENANT, i, "t" + i, Incident.NEW);
        PersonId person = new PersonId("p" + i % 50);
        Instant at = Tickets.NOON.plusSeconds(i);
        String id = Tickets.id();
        work.insert(TicketAttributes.KIND, ticket);
        work.insert(Comment.KIND, Tickets.comment(ticket, "c"));
        work.insert(
                Task.KIND,
                new Task(
                        id,
                        TENANT,
                        ticket.id(),
                        "t",
                        i % 9 == 0 ? Task.State.OPEN : Task.State.DONE,
                        new GroupId("g" + i % 30),
                        person,
                        null,
                        Set.of(),
                        at,
                        null));
        work.insert(
                Link.KIND,
                new Link(id, TENANT, ticket.id(), LinkType.CAUSED_BY, TicketId.of(Tickets.id()), person, at));
        work.insert(WorkLog.KIND, new WorkLog(id, TENANT, ticket.id(), person, 5, 0, null, false, "n", at));
        work.insert(
                Attachment.KIND,
                new Attachment(
                        id, TENANT, ticket.id(), "f", "text/plain", 1, "0", Comment.Visibility.PUBLIC, person, at));
        work.insert(SlaClock.KIND, clock(id, ticket, at, i));
        work.insert(
                Waiver.KIND,
                new Waiver(
                        id,
                        TENANT,
                        ticket.id(),
                        id,
                        "gold",
                        Metric.RESOLUTION,
                        at,
                        "r",
                        person,
                        at,
                        1,
                        ChainHead.NONE));
        work.insert(DueFailure.KIND, new DueFailure(id, TENANT, ticket.id(), "m", 1, "c", at, at));
        work.insert(
                JournalEntry.KIND,
                new JournalEntry(
                        id,
                        TENANT,
                        "ticket",
                        ticket.id().value(),
                        1,
                        "TicketOpened",
                        "open",
                        at,
                        at,
                        person,
                        1,
                        "{}",
                        Map.of(),
                        JournalEntry.GENESIS,
                        JournalEntry.GENESIS,
                        "k" + i,
                        null));
        work.insert(
                OutboxMessage.KIND,
                new OutboxMessage(
                        id,
                        TENANT,
                        ticket.id().value(),
                        1,
                        i % 20 == 0 ? OutboxMessage.Status.PENDING : OutboxMessage.Status.DEAD,
                        0,
                        at,
                        null));
    }

    private static SlaClock clock(String id, TicketRecord ticket, Instant at, int i) {
        boolean ended = i % 10 != 0;
        return new SlaClock(
                id,
                TENANT,
                ticket.id(),
                ticket.number(),
                ticket.type(),
                i % 3 == 0 ? "gold" : "silver" + i % 40,
                1,
                "hash",
                i % 2 == 0 ? AgreementKind.SLA : AgreementKind.OLA,
                Metric.RESOLUTION,
                "g" + i % 30,
                "t",
                1,
                ended ? ClockStatus.MET : ClockStatus.RUNNING,
                at,
                at.plusSeconds(400),
                at.plusSeconds(200),
                at.plusSeconds(200),
                at.plusSeconds(300),
                at.plusSeconds(360),
                1,
                400_000_000,
                i % 25 == 0 ? at : null,
                ended ? at : null,
                "24x7",
                Priority.LOW,
                null,
                null,
                null,
                "");
    }

    private static String plan(Bench bench, Sent sent) {
        try (Connection connection = bench.pool().getConnection();
                Statement setting = connection.createStatement()) {
            if (bench.database().kind().equals("postgresql")) {
                // On an empty table reading it all is right; here the question is whether there is a way around
                setting.execute("set enable_seqscan = off");
            }
            try (PreparedStatement statement = connection.prepareStatement("explain " + sent.sql())) {
                for (Map.Entry<Integer, Object> value : sent.values().entrySet()) {
                    statement.setObject(value.getKey(), value.getValue());
                }
                return text(statement.executeQuery());
            } finally {
                if (bench.database().kind().equals("postgresql")) {
                    setting.execute("reset enable_seqscan");
                }
            }
        } catch (java.sql.SQLException failure) {
            throw new IllegalStateException(sent.sql(), failure);
        }
    }

    private static String text(ResultSet rows) throws java.sql.SQLException {
        StringBuilder plan = new StringBuilder();
        ResultSetMetaData columns = rows.getMetaData();
        while (rows.next()) {
            for (int i = 1; i <= columns.getColumnCount(); i++) {
                plan.append(columns.getColumnCount() > 1 ? columns.getColumnLabel(i) + "=" : "")
                        .append(rows.getString(i))
                        .append(' ');
            }
        }
        return plan.toString().toLowerCase(Locale.ROOT);
    }
}
