package io.itsm4j.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.itsm4j.Conflict;
import io.itsm4j.RuleViolated;
import io.itsm4j.actor.TenantId;
import io.itsm4j.incident.Incident;
import io.itsm4j.jpa.fixture.Bench;
import io.itsm4j.jpa.fixture.Host;
import io.itsm4j.jpa.fixture.Invoice;
import io.itsm4j.jpa.fixture.Stores;
import io.itsm4j.jpa.fixture.TestStore;
import io.itsm4j.jpa.fixture.Tickets;
import io.itsm4j.storage.Lock;
import io.itsm4j.storage.UnitOfWork;
import io.itsm4j.ticket.Comment;
import io.itsm4j.ticket.Kinds;
import io.itsm4j.ticket.TicketAttributes;
import io.itsm4j.ticket.TicketRecord;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;

/** In the host's transaction: together or not at all, and the host's persistence context stays the host's. */
class JoiningTest {

    private record Joined(Bench bench, Host host, JpaStore store) {

        static Joined on(TestStore where) {
            Bench bench = where.shared();
            Host host = new Host(bench.factory());
            JpaStore store = JpaStore.joining(host::entities, host, bench.factory());
            store.open(Kinds.ALL);
            return new Joined(bench, host, store);
        }

        boolean has(TicketRecord ticket) {
            return host.transaction(entities -> find(store, ticket, Lock.NONE)).isPresent();
        }

        boolean has(Invoice invoice) {
            return bench.sql("select id from invoice where invoice_number = '" + invoice.number() + "'")
                            .size()
                    == 1;
        }
    }

    private static TicketRecord own(String tenant) {
        return Tickets.ticket(TenantId.of(tenant + UUID.randomUUID()), 1, "Joined", Incident.NEW);
    }

    private static Invoice invoice() {
        String id = UUID.randomUUID().toString();
        return new Invoice(id, id);
    }

    private static void insert(JpaStore store, TicketRecord ticket) {
        store.inTransaction(work -> {
            work.insert(TicketAttributes.KIND, ticket);
            work.flush();
            return null;
        });
    }

    private static Optional<TicketRecord> find(JpaStore store, TicketRecord ticket, Lock lock) {
        return store.inTransaction(work ->
                work.find(TicketAttributes.KIND, ticket.tenant(), ticket.id().value(), lock));
    }

    private static void change(UnitOfWork work, TicketRecord ticket) {
        work.update(TicketAttributes.KIND, ticket, Tickets.retitled(ticket, "Changed"));
    }

    @ParameterizedTest
    @Stores
    void commits_and_rolls_back_together_with_the_hosts_rows(TestStore where) {
        Joined on = Joined.on(where);
        TicketRecord kept = own("together");
        Invoice keptInvoice = invoice();
        List<String> told = new ArrayList<>();
        on.host().transaction(entities -> {
            entities.persist(keptInvoice);
            on.store().inTransaction(work -> {
                work.insert(TicketAttributes.KIND, kept);
                return work.afterCommit(() -> told.add("committed"));
            });
            assertThat(told).isEmpty();
            return null;
        });
        assertThat(told).containsExactly("committed");
        assertThat(on.has(kept)).isTrue();
        assertThat(on.has(keptInvoice)).isTrue();

        TicketRecord lost = own("together");
        Invoice lostInvoice = invoice();
        assertThatThrownBy(() -> on.host().transaction(entities -> {
                    entities.persist(lostInvoice);
                    insert(on.store(), lost);
                    throw new IllegalStateException("the host changes its mind");
                }))
                .hasMessage("the host changes its mind");
        assertThat(on.has(lost)).isFalse();
        assertThat(on.has(lostInvoice)).isFalse();
    }

    @ParameterizedTest
    @Stores
    void refuses_to_work_without_a_transaction(TestStore where) {
        Joined on = Joined.on(where);
        assertThat(on.store().isInTransaction()).isFalse();
        assertThat(catchThrowableOfType(RuleViolated.class, () -> insert(on.store(), own("none")))
                        .code())
                .isEqualTo("TRANSACTION_REQUIRED");
    }

    @ParameterizedTest
    @Stores
    void leaves_the_hosts_entities_managed_and_none_of_its_own(TestStore where) {
        Joined on = Joined.on(where);
        TicketRecord ticket = own("context");
        Invoice invoice = invoice();
        on.host().transaction(entities -> {
            entities.persist(invoice);
            insert(on.store(), ticket);
            return null;
        });
        String next = UUID.randomUUID().toString();
        on.host().transaction(entities -> {
            Invoice managed = entities.find(Invoice.class, invoice.number());
            managed.renumber(next);
            on.bench().log().take();
            assertThat(find(on.store(), ticket, Lock.NONE)).contains(ticket);
            assertThat(on.bench().log().take())
                    .as("reading does not write what the host has pending")
                    .singleElement()
                    .satisfies(sql -> assertThat(sql).startsWithIgnoringCase("select"));
            on.store().inTransaction(work -> {
                change(work, find(on.store(), ticket, Lock.WRITE).orElseThrow());
                work.insert(Comment.KIND, Tickets.comment(ticket, "hello"));
                work.flush();
                return null;
            });
            assertThat(entities.contains(managed)).isTrue();
            assertThat(isManaged(on, entities, ticket)).isFalse();
            assertThat(find(on.store(), ticket, Lock.NONE).orElseThrow().version())
                    .isEqualTo(2);
            return null;
        });
        assertThat(on.bench().sql("select invoice_number from invoice where id = '" + invoice.number() + "'"))
                .containsExactly(next);
    }

    /** What is managed would be found without asking the database. */
    private static boolean isManaged(Joined on, EntityManager entities, TicketRecord ticket) {
        Class<?> entity = entities.getMetamodel().getEntities().stream()
                .filter(type -> type.getName().equals("ItsmTicket"))
                .findFirst()
                .orElseThrow()
                .getJavaType();
        on.bench().log().take();
        entities.detach(entities.find(entity, ticket.id().value()));
        return on.bench().log().take().isEmpty();
    }

    @ParameterizedTest
    @Stores
    void passes_the_hosts_own_failure_through_as_the_provider_threw_it(TestStore where) {
        Joined on = Joined.on(where);
        Invoice first = invoice();
        on.host().transaction(entities -> {
            entities.persist(first);
            return null;
        });
        TicketRecord ticket = own("passes");
        assertThatThrownBy(() -> on.host().transaction(entities -> {
                    entities.persist(new Invoice(UUID.randomUUID().toString(), first.number()));
                    insert(on.store(), ticket);
                    return null;
                }))
                .isInstanceOf(PersistenceException.class);
        assertThat(on.has(ticket)).isFalse();
    }

    @ParameterizedTest
    @Stores
    void a_failed_command_makes_the_hosts_commit_impossible_and_a_refused_one_does_not(TestStore where) {
        Joined on = Joined.on(where);
        TicketRecord first = own("failed");
        on.host().transaction(entities -> {
            insert(on.store(), first);
            return null;
        });
        Invoice lost = invoice();
        assertThatThrownBy(() -> on.host().transaction(entities -> {
                    entities.persist(lost);
                    Conflict conflict = catchThrowableOfType(Conflict.class, () -> insert(on.store(), first));
                    assertThat(conflict.code()).isEqualTo("DUPLICATE");
                    return null;
                }))
                .hasMessage("marked rollback-only");
        assertThat(on.has(lost)).isFalse();

        Invoice kept = invoice();
        on.host().transaction(entities -> {
            entities.persist(kept);
            assertThatThrownBy(() -> on.store().inTransaction(work -> {
                        work.find(
                                TicketAttributes.KIND,
                                first.tenant(),
                                first.id().value(),
                                Lock.WRITE);
                        throw new IllegalArgumentException("refused before the first write");
                    }))
                    .isInstanceOf(IllegalArgumentException.class);
            return null;
        });
        assertThat(on.has(kept)).isTrue();
    }

    @ParameterizedTest
    @Stores
    void new_transactions_commit_whatever_becomes_of_the_one_they_interrupt(TestStore where) {
        Joined on = Joined.on(where);
        TicketRecord leased = own("new");
        TicketRecord lost = own("new");
        assertThatThrownBy(() -> on.host().transaction(entities -> {
                    insert(on.store(), lost);
                    on.store()
                            .inTransaction(outer -> on.store().inNewTransaction(work -> {
                                assertThat(work).isNotSameAs(outer);
                                work.insert(TicketAttributes.KIND, leased);
                                return null;
                            }));
                    throw new IllegalStateException("given up");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(on.has(leased)).isTrue();
        assertThat(on.has(lost)).isFalse();
    }

    @ParameterizedTest
    @Stores
    void joins_a_transaction_that_can_only_roll_back_and_leaves_nothing(TestStore where) {
        Joined on = Joined.on(where);
        TicketRecord ticket = own("doomed");
        assertThatThrownBy(() -> on.host().transaction(entities -> {
                    entities.getTransaction().setRollbackOnly();
                    insert(on.store(), ticket);
                    assertThat(find(on.store(), ticket, Lock.NONE)).contains(ticket);
                    return null;
                }))
                .hasMessage("marked rollback-only");
        assertThat(on.has(ticket)).isFalse();
    }
}
