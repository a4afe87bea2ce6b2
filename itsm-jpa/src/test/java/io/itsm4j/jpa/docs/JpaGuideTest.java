package io.itsm4j.jpa.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.itsm4j.Itsm;
import io.itsm4j.actor.Actor;
import io.itsm4j.actor.PersonId;
import io.itsm4j.actor.Role;
import io.itsm4j.incident.Incident;
import io.itsm4j.incident.Incidents;
import io.itsm4j.jpa.HostTransaction;
import io.itsm4j.jpa.JpaStore;
import io.itsm4j.jpa.fixture.Invoice;
import io.itsm4j.jpa.fixture.Provider;
import io.itsm4j.jpa.fixture.TestDatabases;
import io.itsm4j.jpa.schema.SchemaInitializer;
import io.itsm4j.ticket.Notification;
import io.itsm4j.ticket.OpenTicket;
import io.itsm4j.ticket.Ticket;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JpaGuideTest {

    private final Actor bob = Actor.of("acme", "bob", Role.AGENT);

    private com.zaxxer.hikari.HikariDataSource dataSource;
    private EntityManagerFactory factory;

    @BeforeEach
    void start() {
        dataSource = TestDatabases.h2().pool(4);
        factory = Provider.HIBERNATE.on(dataSource);
    }

    @AfterEach
    void stop() {
        factory.close();
        dataSource.close();
    }

    @Test
    void the_library_owns_its_transactions() {
        // region jpa-owning
        SchemaInitializer.on(dataSource).apply(); // or run the script in the jar yourself

        Itsm itsm = Itsm.builder().store(JpaStore.owning(factory)).build();

        Incidents desk = itsm.as(bob).incidents();
        Ticket<Incident> incident = desk.open(OpenTicket.titled("VPN is down"));
        // endregion

        assertThat(desk.get(incident.id())).isEqualTo(incident);
    }

    // region plain-transactions
    /** The host's own transactions: an entity manager for each, the innermost on top. */
    static final class PlainTransactions implements HostTransaction {

        private final EntityManagerFactory factory;
        private final ThreadLocal<Deque<EntityManager>> open = ThreadLocal.withInitial(ArrayDeque::new);

        PlainTransactions(EntityManagerFactory factory) {
            this.factory = factory;
        }

        EntityManager current() {
            return open.get().getFirst();
        }

        @Override
        public boolean isActive() {
            return !open.get().isEmpty();
        }

        @Override
        public void setRollbackOnly() {
            current().getTransaction().setRollbackOnly();
        }

        @Override
        public <T> T requiresNew(Supplier<T> work) {
            EntityManager entities = factory.createEntityManager();
            open.get().push(entities);
            entities.getTransaction().begin();
            try {
                T result = work.get();
                entities.getTransaction().commit();
                return result;
            } finally {
                if (entities.getTransaction().isActive()) {
                    entities.getTransaction().rollback();
                }
                entities.close();
                open.get().pop();
            }
        }

        @Override
        public boolean afterCommit(Runnable work) {
            return false; // this host has no hook
        }
    }
    // endregion

    @Test
    void the_library_joins_the_hosts_transaction() {
        SchemaInitializer.on(dataSource).apply();
        createInvoices(dataSource);

        // region jpa-joining
        PlainTransactions host = new PlainTransactions(factory);
        Itsm itsm = Itsm.builder()
                .store(JpaStore.joining(host::current, host, factory))
                .build();

        Ticket<Incident> incident = host.requiresNew(() -> {
            host.current().persist(new Invoice("7", "2026-7")); // your own row
            return itsm.as(bob).incidents().open(OpenTicket.titled("Invoice 2026-7 failed"));
        });
        // endregion

        assertThat(host.<Ticket<Incident>>requiresNew(
                        () -> itsm.as(bob).incidents().get(incident.id())))
                .isEqualTo(incident);
        assertThat(invoices(host)).isEqualTo(1);
    }

    @Test
    void a_hosts_failure_takes_the_ticket_with_it() {
        SchemaInitializer.on(dataSource).apply();
        createInvoices(dataSource);
        PlainTransactions host = new PlainTransactions(factory);
        Itsm itsm = Itsm.builder()
                .store(JpaStore.joining(host::current, host, factory))
                .build();

        assertThatThrownBy(() -> host.requiresNew(() -> {
                    host.current().persist(new Invoice("7", "2026-7"));
                    itsm.as(bob).incidents().open(OpenTicket.titled("Invoice 2026-7 failed"));
                    throw new IllegalStateException("the host's own");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the host's own");

        assertThat(host.<Long>requiresNew(() -> itsm.as(bob).incidents().count(io.itsm4j.storage.Criterion.all())))
                .isZero();
        assertThat(invoices(host)).isZero();
    }

    @Test
    void a_notifier_is_told_without_a_transaction_of_the_host() {
        SchemaInitializer.on(dataSource).apply();
        PlainTransactions host = new PlainTransactions(factory);
        List<Notification> told = new ArrayList<>();
        Itsm itsm = Itsm.builder()
                .store(JpaStore.joining(host::current, host, factory))
                .notifier(told::add)
                .build();
        host.requiresNew(() ->
                itsm.as(bob).incidents().open(OpenTicket.titled("VPN is down").requestedBy("alice")));

        assertThat(itsm.deliver(10).delivered()).isEqualTo(1);

        assertThat(told)
                .singleElement()
                .satisfies(one -> assertThat(one.people()).containsExactly(PersonId.of("alice")));
    }

    private static long invoices(PlainTransactions host) {
        return host.requiresNew(() -> host.current()
                .createQuery("select count(i) from Invoice i", Long.class)
                .getSingleResult());
    }

    private static void createInvoices(DataSource source) {
        try (var connection = source.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create table invoice (id varchar(36) primary key, invoice_number varchar(40) unique)");
        } catch (java.sql.SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
