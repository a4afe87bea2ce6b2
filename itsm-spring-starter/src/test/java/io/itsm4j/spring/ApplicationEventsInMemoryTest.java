package io.itsm4j.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.itsm4j.HostFault;
import io.itsm4j.hosts.workshop.Repairs;
import io.itsm4j.hosts.workshop.WorkshopHost;
import io.itsm4j.journal.DomainEvent;
import io.itsm4j.journal.EventListener;
import io.itsm4j.storage.Criterion;
import io.itsm4j.ticket.OpenTicket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.event.TransactionalEventListener;

/** Events of records in memory, whose transactions are not Spring's; and who publishes them. */
class ApplicationEventsInMemoryTest {

    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(ItsmEventsAutoConfiguration.class, ItsmAutoConfiguration.class))
            .withUserConfiguration(Hosts.BobActs.class, Ears.class);

    @Test
    void a_listening_method_is_called_inside_the_transaction_and_can_take_the_command_back() {
        runner.run(host -> {
            Ears ears = host.getBean(Ears.class);
            IllegalStateException original = new IllegalStateException("no");
            ears.during = event -> {
                throw original;
            };

            HostFault fault = catchThrowableOfType(HostFault.class, () -> open(host));

            assertThat(fault).hasCause(original);
            assertThat(tickets(host)).isZero();
            assertThat(ears.heard).containsExactly("during TicketOpened");
        });
    }

    @Test
    void without_transactions_of_spring_a_method_that_waits_for_a_commit_hears_nothing() {
        runner.run(host -> {
            open(host);

            assertThat(host.getBean(Ears.class).heard).containsExactly("during TicketOpened");
        });
    }

    @Test
    void a_method_that_waits_for_a_commit_of_spring_hears_nothing_where_there_is_none() {
        try (ConfigurableApplicationContext host = workshop(Ears.class)) {
            host.getBean(Repairs.class).open("B-KL 1");

            assertThat(tickets(host)).isEqualTo(1);
            assertThat(host.getBean(Ears.class).heard).containsExactly("during TicketOpened");
        }
    }

    @Test
    void a_method_that_does_without_a_commit_is_called_at_once() {
        try (ConfigurableApplicationContext host = workshop(AnyWay.class)) {
            host.getBean(Repairs.class).open("B-KL 2");

            assertThat(host.getBean(AnyWay.class).heard).containsExactly("TicketOpened");
        }
    }

    @Test
    void a_transaction_of_spring_that_rolls_back_is_heard_of_although_the_ticket_stays() {
        try (ConfigurableApplicationContext host = workshop(Ears.class)) {
            Repairs repairs = host.getBean(Repairs.class);

            assertThatThrownBy(() -> repairs.acceptAndFail("B-KL 3")).hasMessage("the lift is broken");

            assertThat(host.getBean(Ears.class).heard)
                    .containsExactly("during TicketOpened", "rolled back TicketOpened");
            assertThat(repairs.count()).isZero();
            assertThat(tickets(host)).isEqualTo(1);
        }
    }

    @Test
    void a_bean_of_its_name_publishes_instead() {
        List<String> published = new ArrayList<>();
        runner.withBean("itsmApplicationEvents", EventListener.class, () -> event -> published.add(event.name()))
                .run(host -> {
                    open(host);
                    assertThat(host.getBean(Ears.class).heard).isEmpty();
                    assertThat(published).containsExactly("TicketOpened");
                });
    }

    @Test
    void listeners_of_the_hosts_hear_beside_the_listening_methods() {
        List<String> told = new ArrayList<>();
        runner.withBean("mine", EventListener.class, () -> event -> told.add(event.name()))
                .run(host -> {
                    open(host);
                    assertThat(told).containsExactly("TicketOpened");
                    assertThat(host.getBean(Ears.class).heard).contains("during TicketOpened");
                });
    }

    private static ConfigurableApplicationContext workshop(Class<?> ears) {
        return Hosts.run(
                List.of(WorkshopHost.class, Hosts.BobActs.class, ears),
                List.of("itsm.store=memory", "spring.jpa.hibernate.ddl-auto=update"));
    }

    private static void open(ApplicationContext host) {
        host.getBean(ItsmSessions.class).current().incidents().open(OpenTicket.titled("VPN is down"));
    }

    private static long tickets(ApplicationContext host) {
        return host.getBean(ItsmSessions.class).current().incidents().count(Criterion.all());
    }

    /** Listens whether or not there is a commit to wait for. */
    static class AnyWay {

        private final List<String> heard = new ArrayList<>();

        @TransactionalEventListener(fallbackExecution = true)
        void heard(DomainEvent event) {
            heard.add(event.name());
        }
    }
}
