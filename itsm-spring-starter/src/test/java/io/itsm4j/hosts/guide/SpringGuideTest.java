package io.itsm4j.hosts.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.itsm4j.Itsm;
import io.itsm4j.NotPermitted;
import io.itsm4j.actor.Actor;
import io.itsm4j.actor.PersonId;
import io.itsm4j.actor.Role;
import io.itsm4j.incident.Incident;
import io.itsm4j.journal.DomainEvent;
import io.itsm4j.spring.CurrentActor;
import io.itsm4j.spring.ItsmSessions;
import io.itsm4j.storage.Criterion;
import io.itsm4j.ticket.Notifier;
import io.itsm4j.ticket.OpenTicket;
import io.itsm4j.ticket.Ticket;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/** The Spring Boot snippets of the guide, run on an application. */
class SpringGuideTest {

    /** Who is logged in; a host has this from its own security. */
    static final class Login {

        private Optional<String> user = Optional.empty();

        Optional<String> user() {
            return user;
        }
    }

    /** What was sent. */
    record Mails(List<String> sent) {

        void send(PersonId person, String number) {
            sent.add(person + " " + number);
        }
    }

    /** The application. */
    @SpringBootApplication
    static class Shop {

        @Bean
        Login login() {
            return new Login();
        }

        @Bean
        Mails mails() {
            return new Mails(new ArrayList<>());
        }

        // region spring-actor
        @Bean
        CurrentActor currentActor(Login login) { // who is logged in, from your own security
            return () -> login.user().map(user -> Actor.of("acme", user, Role.AGENT));
        }
        // endregion

        // region spring-notifier
        @Bean
        Notifier notifier(Mails mails) { // how people are told, by your own means
            return told -> told.people().forEach(person -> mails.send(person, told.about()));
        }
        // endregion
    }

    // region spring-service
    @Service
    static class Bookings {

        private final ItsmSessions itsm;

        Bookings(ItsmSessions itsm) {
            this.itsm = itsm;
        }

        @Transactional // your rows and ours, together or not at all
        public Ticket<Incident> reportFailure(String booking, String customer) {
            return itsm.current()
                    .incidents()
                    .open(OpenTicket.titled("Booking " + booking + " failed").requestedBy(customer));
        }
    }
    // endregion

    // region spring-events
    static class Watch { // a bean of yours, any one

        private final JdbcTemplate rows;
        private final Mails mails;

        Watch(JdbcTemplate rows, Mails mails) {
            this.rows = rows;
            this.mails = mails;
        }

        @EventListener // inside the transaction: its rows and the ticket's, together or not at all
        void during(DomainEvent event) {
            rows.update("insert into watched (event) values (?)", event.name());
        }

        @TransactionalEventListener // after the commit, and only then
        void afterwards(DomainEvent event) {
            mails.send(PersonId.of("dispatcher"), event.name());
        }
    }
    // endregion

    @Test
    void a_watch_writes_inside_the_transaction_and_mails_after_it() {
        try (ConfigurableApplicationContext shop = start(Watch.class)) {
            JdbcTemplate rows = shop.getBean(JdbcTemplate.class);
            rows.execute("create table watched (event varchar(100))");
            shop.getBean(Login.class).user = Optional.of("bob");

            shop.getBean(TransactionTemplate.class).executeWithoutResult(transaction -> {
                shop.getBean(Bookings.class).reportFailure("4711", "alice");
                transaction.setRollbackOnly();
            });
            assertThat(rows.queryForList("select event from watched", String.class))
                    .isEmpty();
            assertThat(shop.getBean(Mails.class).sent()).isEmpty();

            shop.getBean(Bookings.class).reportFailure("4711", "alice");
            assertThat(rows.queryForList("select event from watched", String.class))
                    .containsExactly("TicketOpened");
            assertThat(shop.getBean(Mails.class).sent()).containsExactly("dispatcher TicketOpened");
        }
    }

    @Test
    void a_service_opens_an_incident_as_whoever_is_logged_in() {
        try (ConfigurableApplicationContext shop = start()) {
            shop.getBean(Login.class).user = Optional.of("bob");

            Ticket<Incident> incident = shop.getBean(Bookings.class).reportFailure("4711", "alice");

            assertThat(incident.people().openedBy()).hasToString("bob");
            Itsm itsm = shop.getBean(Itsm.class);
            assertThat(itsm.deliver(10).delivered()).isEqualTo(1);
            assertThat(shop.getBean(Mails.class).sent()).containsExactly("alice INC0000001");
        }
    }

    @Test
    void nobody_logged_in_is_refused() {
        try (ConfigurableApplicationContext shop = start()) {
            NotPermitted refused = catchThrowableOfType(
                    NotPermitted.class, () -> shop.getBean(Bookings.class).reportFailure("4711", "alice"));
            assertThat(refused.code()).isEqualTo("ACTOR_REQUIRED");

            shop.getBean(Login.class).user = Optional.of("bob");
            assertThat(shop.getBean(ItsmSessions.class).current().incidents().count(Criterion.all()))
                    .isZero();
        }
    }

    private static ConfigurableApplicationContext start(Class<?>... more) {
        return new SpringApplicationBuilder(Shop.class, Bookings.class)
                .sources(more)
                .web(WebApplicationType.NONE)
                .registerShutdownHook(false)
                .run(
                        "--spring.main.banner-mode=off",
                        "--spring.datasource.url=jdbc:h2:mem:" + java.util.UUID.randomUUID(),
                        "--itsm.schema.initialize=create");
    }
}
