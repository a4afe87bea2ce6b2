package io.itsm4j.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.itsm4j.Itsm;
import io.itsm4j.ItsmException;
import io.itsm4j.NotFound;
import io.itsm4j.RuleViolated;
import io.itsm4j.hosts.workshop.Repairs;
import io.itsm4j.hosts.workshop.WorkshopHost;
import io.itsm4j.incident.Incident;
import io.itsm4j.ticket.Ticket;
import io.itsm4j.ticket.TicketId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.transaction.NestedTransactionNotSupportedException;
import org.springframework.transaction.interceptor.TransactionAspectSupport;
import org.springframework.transaction.support.TransactionTemplate;

/** A command goes the way of the host's transaction, whatever kind it is. */
class TransactionTest {

    private ConfigurableApplicationContext host;
    private Repairs repairs;

    @BeforeEach
    void start() {
        host = Hosts.start(WorkshopHost.class);
        repairs = host.getBean(Repairs.class);
    }

    @AfterEach
    void end() {
        host.close();
    }

    @Test
    void commits_together_with_the_hosts_row() {
        Ticket<Incident> incident = repairs.accept("B-KL 1");

        assertThat(repairs.count()).isEqualTo(1);
        assertThat(find(incident.id()).title()).isEqualTo("Repair of B-KL 1");
        assertThat(rows("itsm_journal")).isEqualTo(1);
    }

    @Test
    void rolls_back_together_with_the_hosts_row() {
        assertThatThrownBy(() -> repairs.acceptAndFail("B-KL 2"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the lift is broken");

        assertThat(repairs.count()).isZero();
        assertThat(rows("itsm_ticket")).isZero();
        assertThat(rows("itsm_journal")).isZero();
    }

    @Test
    void runs_in_a_transaction_of_its_own_when_the_host_has_none() {
        Ticket<Incident> incident = repairs.open("B-KL 3");

        assertThat(find(incident.id()).number()).isEqualTo(incident.number());
        assertThat(rows("itsm_ticket")).isEqualTo(1);
    }

    @Test
    void stays_when_the_host_committed_it_apart_and_rolls_its_own_back() {
        assertThatThrownBy(() -> repairs.inOne(() -> {
                    repairs.write("B-KL 4");
                    repairs.inItsOwn(() -> repairs.open("B-KL 4"));
                    throw new IllegalStateException("afterwards");
                }))
                .hasMessage("afterwards");

        assertThat(repairs.count()).isZero();
        assertThat(rows("itsm_ticket")).isEqualTo(1);
    }

    @Test
    void is_gone_when_only_the_inner_transaction_rolls_back() {
        repairs.inOne(() -> {
            repairs.accept("B-KL 5");
            assertThatThrownBy(() -> repairs.inItsOwn(() -> {
                        repairs.open("inner");
                        throw new IllegalStateException("inside");
                    }))
                    .hasMessage("inside");
            return "done";
        });

        assertThat(repairs.count()).isEqualTo(1);
        assertThat(rows("itsm_ticket")).isEqualTo(1);
    }

    /** Neither Spring nor Hibernate has savepoints for JPA; who asks for one is told, and nothing is half done. */
    @Test
    void a_nested_transaction_is_refused_by_spring_and_the_outer_one_goes_on() {
        host.getBean(JpaTransactionManager.class).setNestedTransactionAllowed(true);
        TicketId kept = repairs.inOne(() -> {
            Ticket<Incident> before = repairs.accept("B-KL 6");
            assertThatThrownBy(() -> repairs.nested(() -> repairs.open("nested")))
                    .isInstanceOf(NestedTransactionNotSupportedException.class);
            current().respond(before.id(), "On our way");
            return before.id();
        });

        assertThat(rows("itsm_ticket")).isEqualTo(1);
        assertThat(find(kept).times().firstRespondedAt()).isNotNull();
        assertThat(host.getBean(Itsm.class).verify(Hosts.BOB.tenant()).isIntact())
                .isTrue();
    }

    @Test
    void a_nested_transaction_with_nothing_around_it_is_an_ordinary_one() {
        repairs.nested(() -> repairs.accept("B-KL 11"));

        assertThat(repairs.count()).isEqualTo(1);
        assertThat(rows("itsm_ticket")).isEqualTo(1);
    }

    @Test
    void reads_in_a_read_only_transaction_and_refuses_to_write_there() {
        Ticket<Incident> incident = repairs.open("B-KL 7");

        assertThat(repairs.reading(() -> find(incident.id())).number()).isEqualTo(incident.number());
        String refused =
                repairs.reading(() -> refusal(() -> repairs.open("B-KL 8")).code());
        assertThat(refused).isEqualTo("TRANSACTION_READ_ONLY");
        refused = repairs.reading(() ->
                refusal(() -> current().respond(incident.id(), "Coming")).code());
        assertThat(refused).isEqualTo("TRANSACTION_READ_ONLY");
        assertThat(rows("itsm_ticket")).isEqualTo(1);
        assertThat(rows("itsm_journal")).isEqualTo(1);
    }

    @Test
    void joins_a_transaction_that_can_only_roll_back_and_is_gone_with_it() {
        repairs.inOne(() -> {
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
            Ticket<Incident> opened = repairs.accept("B-KL 12");
            assertThat(find(opened.id()).title()).isEqualTo("Repair of B-KL 12");
            return "done";
        });

        assertThat(repairs.count()).isZero();
        assertThat(rows("itsm_ticket")).isZero();
        assertThat(rows("itsm_outbox")).isZero();
    }

    @Test
    void a_write_in_a_new_transaction_inside_one_that_only_reads_is_kept() {
        repairs.reading(() -> repairs.inItsOwn(() -> repairs.open("B-KL 13")));

        assertThat(rows("itsm_ticket")).isEqualTo(1);
    }

    @Test
    void a_refusal_leaves_the_hosts_transaction_fit_to_commit() {
        repairs.inOne(() -> {
            repairs.write("B-KL 9");
            ItsmException refused = refusal(() -> current().start(TicketId.of("01900000-0000-7000-8000-000000000000")));
            assertThat(refused).isInstanceOf(NotFound.class);
            return "done";
        });

        assertThat(repairs.count()).isEqualTo(1);
    }

    @Test
    void refuses_a_transaction_that_does_not_reach_its_tables() {
        JdbcTransactionManager other = new JdbcTransactionManager(host.getBean(javax.sql.DataSource.class));

        RuleViolated refused = new TransactionTemplate(other)
                .execute(status -> catchThrowableOfType(RuleViolated.class, () -> repairs.open("B-KL 10")));

        assertThat(refused).isNotNull();
        assertThat(refused.code()).isEqualTo("TRANSACTION_FOREIGN");
        assertThat(rows("itsm_ticket")).isZero();
    }

    private io.itsm4j.incident.Incidents current() {
        return host.getBean(ItsmSessions.class).current().incidents();
    }

    private Ticket<Incident> find(TicketId id) {
        return current().tickets().find(id).orElseThrow();
    }

    private int rows(String table) {
        Integer count = host.getBean(JdbcTemplate.class).queryForObject("select count(*) from " + table, Integer.class);
        return count == null ? -1 : count;
    }

    private static ItsmException refusal(Runnable work) {
        return catchThrowableOfType(ItsmException.class, work::run);
    }
}
