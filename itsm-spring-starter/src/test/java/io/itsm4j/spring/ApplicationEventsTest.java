package io.itsm4j.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.itsm4j.HostFault;
import io.itsm4j.Itsm;
import io.itsm4j.ItsmException;
import io.itsm4j.hosts.workshop.Repairs;
import io.itsm4j.hosts.workshop.WorkshopHost;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.UnexpectedRollbackException;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What happens reaches the host's listening methods: inside the transaction, or when that is over. */
class ApplicationEventsTest {

    private ConfigurableApplicationContext host;
    private Repairs repairs;
    private Ears ears;

    @BeforeEach
    void start() {
        host = Hosts.run(
                List.of(WorkshopHost.class, Hosts.BobActs.class, Ears.class), List.of("itsm.schema.initialize=create"));
        repairs = host.getBean(Repairs.class);
        ears = host.getBean(Ears.class);
    }

    @AfterEach
    void end() {
        host.close();
    }

    @Test
    void a_listening_method_works_in_the_hosts_transaction_and_its_rows_commit_with_it() {
        ears.during = event -> {
            assertThat(TransactionSynchronizationManager.isActualTransactionActive())
                    .isTrue();
            assertThat(rows("itsm_ticket")).isEqualTo(1);
            repairs.write("for " + event.name());
        };

        repairs.accept("B-KL 1");

        assertThat(ears.heard).containsExactly("during TicketOpened", "committed TicketOpened");
        assertThat(repairs.count()).isEqualTo(2);
    }

    @Test
    void when_the_host_rolls_back_the_rows_of_a_listening_method_are_gone_and_nobody_hears_of_a_commit() {
        ears.during = event -> repairs.write("for " + event.name());

        assertThatThrownBy(() -> repairs.acceptAndFail("B-KL 2")).hasMessage("the lift is broken");

        assertThat(ears.heard).containsExactly("during TicketOpened", "rolled back TicketOpened");
        assertThat(repairs.count()).isZero();
        assertThat(rows("itsm_ticket")).isZero();
    }

    @Test
    void after_the_commit_others_see_what_was_written() {
        List<Integer> seen = new ArrayList<>();
        ears.during = event -> seen.add(repairs.inItsOwn(() -> rows("itsm_ticket")));
        ears.committed = event -> seen.add(repairs.inItsOwn(() -> rows("itsm_ticket")));

        repairs.accept("B-KL 3");

        assertThat(seen).containsExactly(0, 1);
    }

    @Test
    void a_command_with_a_transaction_of_its_own_is_heard_of_too() {
        repairs.open("B-KL 4");

        assertThat(ears.heard).containsExactly("during TicketOpened", "committed TicketOpened");
    }

    @Test
    void the_events_of_one_transaction_are_heard_in_their_order() {
        repairs.inOne(() -> {
            var incident = repairs.accept("B-KL 5");
            return host.getBean(ItsmSessions.class).current().incidents().respond(incident.id(), "On our way");
        });

        assertThat(ears.heard).hasSize(4);
        assertThat(ears.heard.subList(0, 2)).allMatch(heard -> heard.startsWith("during "));
        assertThat(ears.heard.get(2)).isEqualTo("committed TicketOpened");
        assertThat(ears.heard.get(3)).startsWith("committed ").isNotEqualTo("committed TicketOpened");
    }

    @Test
    void a_listening_method_can_give_a_command_in_the_same_transaction() {
        ears.during = event -> {
            if (rows("itsm_ticket") == 1) {
                repairs.open("what else is broken");
            }
        };

        assertThatThrownBy(() -> repairs.acceptAndFail("B-KL 6")).hasMessage("the lift is broken");
        assertThat(rows("itsm_ticket")).isZero();

        repairs.accept("B-KL 6");
        assertThat(rows("itsm_ticket")).isEqualTo(2);
        assertThat(host.getBean(Itsm.class).verify(Hosts.BOB.tenant()).isIntact())
                .isTrue();
    }

    @Test
    void what_a_listening_method_throws_takes_the_command_back_and_is_the_cause() {
        IllegalStateException original = new IllegalStateException("no");
        ears.during = event -> {
            throw original;
        };

        HostFault fault = catchThrowableOfType(HostFault.class, () -> repairs.open("B-KL 7"));

        assertThat(fault.code()).isEqualTo("HOST_LISTENER");
        assertThat(fault).hasCause(original);
        assertThat(rows("itsm_ticket")).isZero();
        assertThat(ears.heard).containsExactly("during TicketOpened");
    }

    @Test
    void who_goes_on_after_a_listening_method_threw_cannot_commit() {
        ears.during = event -> {
            throw new IllegalStateException("no");
        };

        assertThatThrownBy(() -> repairs.inOne(() -> {
                    repairs.write("B-KL 8");
                    return catchThrowableOfType(HostFault.class, () -> repairs.open("B-KL 8"));
                }))
                .isInstanceOf(UnexpectedRollbackException.class);

        assertThat(repairs.count()).isZero();
        assertThat(rows("itsm_ticket")).isZero();
        assertThat(ears.heard).doesNotContain("committed TicketOpened");
    }

    @Test
    void an_error_of_a_listening_method_stays_an_error_and_nothing_is_committed() {
        StackOverflowError original = new StackOverflowError("too deep");
        ears.during = event -> {
            throw original;
        };

        assertThatThrownBy(() -> repairs.accept("B-KL 9")).isSameAs(original);

        assertThat(repairs.count()).isZero();
        assertThat(rows("itsm_ticket")).isZero();
    }

    @Test
    void what_is_thrown_before_the_commit_ends_it_as_it_is() {
        IllegalStateException original = new IllegalStateException("not so");
        ears.before = event -> {
            throw original;
        };

        assertThatThrownBy(() -> repairs.accept("B-KL 13")).isSameAs(original);
        assertThatThrownBy(() -> repairs.open("B-KL 13")).isSameAs(original);

        assertThat(repairs.count()).isZero();
        assertThat(rows("itsm_ticket")).isZero();
    }

    @Test
    void what_is_thrown_after_the_commit_changes_nothing() {
        ears.committed = event -> {
            throw new IllegalStateException("too late");
        };

        assertThat(repairs.accept("B-KL 10").title()).isEqualTo("Repair of B-KL 10");

        assertThat(repairs.count()).isEqualTo(1);
        assertThat(rows("itsm_ticket")).isEqualTo(1);
    }

    @Test
    void a_command_after_the_commit_is_refused_unless_it_has_a_new_transaction() {
        List<String> refused = new ArrayList<>();
        ears.committed = event -> {
            if (event.sequence() == 1 && rows("itsm_ticket") == 1) {
                refused.add(catchThrowableOfType(ItsmException.class, () -> repairs.open("lost"))
                        .code());
                repairs.inItsOwn(() -> repairs.open("kept"));
            }
        };

        repairs.accept("B-KL 11");

        assertThat(refused).containsExactly("TRANSACTION_FOREIGN");
        assertThat(rows("itsm_ticket")).isEqualTo(2);
    }

    @Test
    void nothing_is_published_where_the_host_does_not_want_it() {
        try (ConfigurableApplicationContext deaf = Hosts.run(
                List.of(WorkshopHost.class, Hosts.BobActs.class, Ears.class),
                List.of("itsm.schema.initialize=create", "itsm.events.publish=false"))) {
            deaf.getBean(Repairs.class).accept("B-KL 12");

            assertThat(deaf.containsBean("itsmApplicationEvents")).isFalse();
            assertThat(deaf.getBean(Ears.class).heard).isEmpty();
        }
    }

    private int rows(String table) {
        Integer count = host.getBean(JdbcTemplate.class).queryForObject("select count(*) from " + table, Integer.class);
        return count == null ? -1 : count;
    }
}
