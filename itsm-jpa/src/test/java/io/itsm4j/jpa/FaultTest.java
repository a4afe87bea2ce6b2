package io.itsm4j.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.itsm4j.StoreUnavailable;
import io.itsm4j.actor.TenantId;
import io.itsm4j.incident.Incident;
import io.itsm4j.jpa.fixture.Bench;
import io.itsm4j.jpa.fixture.Database;
import io.itsm4j.jpa.fixture.Provider;
import io.itsm4j.jpa.fixture.Stores;
import io.itsm4j.jpa.fixture.TestDatabases;
import io.itsm4j.jpa.fixture.TestStore;
import io.itsm4j.jpa.fixture.Tickets;
import io.itsm4j.storage.Lock;
import io.itsm4j.storage.UnitOfWork;
import io.itsm4j.ticket.Comment;
import io.itsm4j.ticket.Kinds;
import io.itsm4j.ticket.TicketAttributes;
import io.itsm4j.ticket.TicketRecord;
import jakarta.persistence.EntityManagerFactory;
import java.sql.Connection;
import java.sql.Statement;
import java.util.Optional;
import java.util.TimeZone;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

/** What the world outside can do to a store, and what it says then. */
class FaultTest {

    private static TicketRecord own(String tenant) {
        return Tickets.ticket(TenantId.of(tenant + UUID.randomUUID()), 1, "Printer", Incident.NEW);
    }

    private static Function<UnitOfWork, Void> insert(TicketRecord ticket) {
        return work -> {
            work.insert(TicketAttributes.KIND, ticket);
            return null;
        };
    }

    private static Function<UnitOfWork, Optional<TicketRecord>> find(TicketRecord ticket) {
        return work ->
                work.find(TicketAttributes.KIND, ticket.tenant(), ticket.id().value(), Lock.NONE);
    }

    private static StoreUnavailable refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable work) {
        StoreUnavailable refusal = catchThrowableOfType(StoreUnavailable.class, work);
        assertThat(refusal).isNotNull();
        assertThat(refusal.code()).isEqualTo("STORE_UNAVAILABLE");
        return refusal;
    }

    @ParameterizedTest
    @Stores
    void an_exhausted_pool_is_told_as_such_and_the_next_try_succeeds(TestStore where) {
        Database database = where.database();
        try (HikariDataSource pool = database.pool(2)) {
            io.itsm4j.jpa.schema.SchemaInitializer.on(pool).apply();
            HikariConfig one = new HikariConfig();
            one.setDataSource(pool);
            one.setMaximumPoolSize(1);
            one.setConnectionTimeout(300);
            try (HikariDataSource narrow = new HikariDataSource(one);
                    EntityManagerFactory factory = where.provider().on(narrow)) {
                JpaStore store = JpaStore.owning(factory);
                store.open(Kinds.ALL);
                TicketRecord ticket = own("pool");
                store.inTransaction(work -> {
                    insert(ticket).apply(work);
                    work.flush();
                    assertThat(refused(() -> store.inNewTransaction(find(ticket)))
                                    .retryable())
                            .isTrue();
                    return null;
                });
                assertThat(store.inTransaction(find(ticket))).contains(ticket);
            }
        }
    }

    @ParameterizedTest
    @Stores({TestStore.HIBERNATE_POSTGRES, TestStore.ECLIPSELINK_POSTGRES})
    void a_connection_lost_in_the_middle_leaves_nothing_and_the_next_try_succeeds(TestStore where) {
        try (Bench bench = where.bench()) {
            JpaStore store = bench.store();
            TicketRecord ticket = own("lost");
            assertThat(refused(() -> store.inTransaction(work -> {
                                insert(ticket).apply(work);
                                work.flush();
                                bench.sql("select pg_terminate_backend(pid) from pg_stat_activity"
                                        + " where datname = current_database() and pid <> pg_backend_pid()");
                                return find(ticket).apply(work);
                            }))
                            .retryable())
                    .isTrue();
            assertThat(store.inTransaction(find(ticket))).isEmpty();
            store.inTransaction(insert(ticket));
            assertThat(store.inTransaction(find(ticket))).contains(ticket);
        }
    }

    @ParameterizedTest
    @Stores({TestStore.HIBERNATE_POSTGRES, TestStore.ECLIPSELINK_POSTGRES})
    void a_statement_that_takes_too_long_and_a_replica_that_takes_no_writes_differ_in_retryable(TestStore where)
            throws Exception {
        try (Bench bench = where.bench()) {
            JpaStore store = bench.store();
            TicketRecord ticket = own("slow");
            try (Connection blocker = bench.pool().getConnection();
                    Statement statement = blocker.createStatement()) {
                String database = bench.sql("select current_database()").get(0);
                bench.sql("alter database " + database + " set statement_timeout = '500ms'");
                bench.pool().getHikariPoolMXBean().softEvictConnections();
                blocker.setAutoCommit(false);
                statement.execute("set local statement_timeout = 0");
                statement.execute("lock table itsm_ticket in access exclusive mode");
                assertThat(refused(() -> store.inTransaction(find(ticket))).retryable())
                        .isTrue();
                blocker.rollback();
                bench.sql("alter database " + database + " reset statement_timeout");
                bench.sql("alter database " + database + " set default_transaction_read_only = on");
            }
            bench.pool().getHikariPoolMXBean().softEvictConnections();
            assertThat(refused(() -> store.inTransaction(insert(ticket))).retryable())
                    .isFalse();
        }
    }

    @Test
    void a_database_that_is_down_at_the_start_is_told_as_such() {
        Database nowhere = new Database("postgresql", "jdbc:postgresql://localhost:1/none", "nobody", "");
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(nowhere.url());
        config.setInitializationFailTimeout(-1);
        config.setConnectionTimeout(300);
        try (HikariDataSource pool = new HikariDataSource(config);
                EntityManagerFactory factory = Provider.HIBERNATE.on(
                        pool,
                        java.util.Map.of(
                                "hibernate.boot.allow_jdbc_metadata_access", "false",
                                "jakarta.persistence.database-product-name", "PostgreSQL"))) {
            JpaStore store = JpaStore.owning(factory);
            assertThat(refused(() -> store.open(Kinds.ALL)).retryable()).isTrue();
        }
    }

    @ParameterizedTest
    @Stores
    void text_comes_back_as_it_was_whatever_is_in_it(TestStore where) {
        JpaStore store = where.shared().store();
        String border = "\uD842\uDFB7".repeat(200);
        TicketRecord ticket = Tickets.ticket(TenantId.of("text" + UUID.randomUUID()), 1, border, Incident.NEW);
        Comment comment =
                Tickets.comment(ticket, "' OR 1=1 -- \" \\ % _ [ ${x} \u202E \u3000 \uD83D\uDE00\r\n\t e\u0301");
        store.inTransaction(work -> {
            insert(ticket).apply(work);
            work.insert(Comment.KIND, comment);
            return null;
        });
        assertThat(store.inTransaction(find(ticket))).contains(ticket);
        assertThat(store.<Optional<Comment>>inTransaction(
                        work -> work.find(Comment.KIND, comment.tenant(), comment.id(), Lock.NONE)))
                .contains(comment);
    }

    @ParameterizedTest
    @Stores
    void tenants_that_differ_in_case_blanks_or_accents_are_strangers(TestStore where) {
        JpaStore store = where.shared().store();
        String unique = UUID.randomUUID().toString();
        TicketRecord ticket = Tickets.ticket(TenantId.of("a" + unique), 1, "x", Incident.NEW);
        store.inTransaction(insert(ticket));
        for (String other : new String[] {"A" + unique, "\u00E1" + unique, "a" + unique + "1", "%", "a%"}) {
            TenantId stranger = TenantId.of(other);
            assertThat(store.<Optional<TicketRecord>>inTransaction(work -> work.find(
                            TicketAttributes.KIND, stranger, ticket.id().value(), Lock.WRITE)))
                    .isEmpty();
            assertThat(store.<Long>inTransaction(work ->
                            work.count(TicketAttributes.KIND, stranger, TicketAttributes.NUMBER.is(ticket.number()))))
                    .isZero();
        }
        assertThat(store.<Long>inTransaction(work ->
                        work.count(TicketAttributes.KIND, ticket.tenant(), TicketAttributes.NUMBER.is("inc0000001"))))
                .as("keys compare exactly")
                .isZero();
    }

    @ParameterizedTest
    @Stores
    void instants_do_not_move_when_the_time_zone_of_the_machine_does(TestStore where) {
        TimeZone before = TimeZone.getDefault();
        JpaStore store = where.shared().store();
        TicketRecord ticket = own("zone");
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Asia/Shanghai"));
            store.inTransaction(insert(ticket));
            TimeZone.setDefault(TimeZone.getTimeZone("America/New_York"));
            assertThat(store.inTransaction(find(ticket))).contains(ticket);
            assertThat(store.<Long>inTransaction(work -> work.count(
                            TicketAttributes.KIND,
                            ticket.tenant(),
                            TicketAttributes.CREATED_AT
                                    .is(ticket.times().createdAt())
                                    .and(TicketAttributes.DUE_AT.is(ticket.due().at())))))
                    .isOne();
        } finally {
            TimeZone.setDefault(before);
        }
    }

    @ParameterizedTest
    @Stores
    void an_interrupted_thread_keeps_its_flag(TestStore where) {
        JpaStore store = where.shared().store();
        TicketRecord ticket = own("interrupt");
        Thread.currentThread().interrupt();
        try {
            store.inTransaction(insert(ticket));
        } catch (StoreUnavailable refused) {
            assertThat(refused.retryable()).isTrue();
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void a_store_that_was_never_opened_says_so() {
        JpaStore store = JpaStore.owning(TestStore.HIBERNATE_H2.shared().factory());
        assertThatThrownBy(() -> store.inTransaction(work -> null))
                .isInstanceOfSatisfying(
                        StoreUnavailable.class,
                        refusal -> assertThat(refusal.code()).isEqualTo("STORE_NOT_OPEN"));
        assertThat(TestDatabases.h2().kind()).isEqualTo("h2");
    }
}
